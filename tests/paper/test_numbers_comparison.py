"""Numbers of the comparison, from tables made by hand."""

import polars as pl
import pytest
from framing.paper.numbers import comparison
from numbers_by_hand import KNOWN, by_key

UNITS = pl.DataFrame(
    [
        ("he_a", "hebrew", 0, "threat", "narrator", ""),
        ("he_a", "hebrew", 3, "threat", "attributed", "regime"),
        ("ar_b", "arabic", 11, "threat", "attributed", ""),
    ],
    schema=["article", "source", "sentence", "code", "voice", "responsible"],
    orient="row",
)
FLOW = pl.DataFrame(
    [("he_a", 3, "threat", "hebrew", "un", "regime")],
    schema=["article", "sentence", "frame", "source", "speaker", "responsible"],
    orient="row",
)
NAN = float("nan")


@pytest.fixture
def compared():
    """The numbers of a comparison."""
    row = {"kind": "frame", "code": "threat", "measure": "sentences", "method": "hac", "floor": 1.0}
    ends = {"estimate": -0.15, "low": -0.5, "high": 0.2, "p": 0.3, "p_bh": 0.6}
    ends |= {"p_holm": 0.6, "detectable": 0.7}
    words = row | {"measure": "words", "method": ""} | dict.fromkeys(ends, NAN)
    shares = {"units": 4, "share": 0.5, "share_words": 0.25}
    results = {
        "frame_shares": pl.DataFrame([{"code": "threat", "source": "hebrew"} | shares]),
        "frame_units": UNITS,
        "contrasts": pl.DataFrame([row | ends, words]),
        "responsibility_units": UNITS,
        "responsibility": FLOW.select("frame", "source", "speaker", "responsible"),
        "statements": FLOW,
        "event_coverage": pl.DataFrame({"code": ["vote"], "covered_by": ["both"]}),
        "event_units": UNITS.with_columns(code=pl.lit("vote")),
    }
    return by_key(comparison.numbers(results, KNOWN))


def test_count_names_its_sentences(compared):
    """As many names as the number says, also by voice."""
    found = compared["threat.hebrew.sentences"]
    assert (found.value, found.text, found.n) == (2, "2", 4)
    assert found.sentences == ("he_a_00", "he_a_03")
    assert compared["threat.hebrew.own"].sentences == ("he_a_00",)
    assert compared["threat.arabic.quoted"].sentences == ("ar_b_11",)
    assert compared["responsibility.hebrew.blamed"].sentences == ("he_a_03",)
    assert compared["flow.hebrew.un.threat.regime"].sentences == ("he_a_03",)
    assert compared["event.vote.hebrew.sentences"].value == 2


def test_difference_in_points(compared):
    """Points with their sign, the method beside them; what cannot be computed is a dash."""
    found = compared["threat.difference"]
    assert (found.value, found.text, found.unit, found.method) == (-0.15, "−15", "points", "hac")
    assert compared["threat.difference.high"].text == "+20"
    assert compared["threat.hebrew.share"].text == "50 %"
    missing = compared["threat.words.difference"]
    assert (missing.value, missing.text) == (None, "–")
    assert compared["threat.arabic.share"].text == "–"


def test_intervals(compared):
    """Frames with an interval, and those whose interval excludes zero."""
    assert compared["frames.intervals"].value == 1
    assert compared["frames.different"].value == 0


def test_every_number_of_a_comparison(compared):
    """Units, own voice and quoted, p-values, the detectable difference, and who is blamed."""
    values = {
        "threat.hebrew.units": (4, None),
        "threat.hebrew.own": (1, 2),
        "threat.hebrew.quoted": (1, 2),
        "threat.hebrew.words": (0.25, 4),
        "threat.arabic.sentences": (1, None),
        "threat.difference.p": (0.3, None),
        "threat.difference.p_holm": (0.6, None),
        "threat.difference.detectable": (0.7, None),
        "threat.words.difference.p": (None, None),
        "responsibility.hebrew.sentences": (2, 2),
        "responsibility.hebrew.own": (1, 2),
        "responsibility.hebrew.quoted": (1, 2),
        "responsibility.arabic.blamed": (0, 1),
        "frames.intervals": (1, 1),
        "frames.different": (0, 1),
        "articles.floor": (1, None),
        "events.all": (1, None),
        "events.both": (1, 1),
        "events.neither": (0, 1),
        "events.hebrew.only": (0, 1),
        "event.vote.arabic.sentences": (1, None),
    }
    for key, (value, n) in values.items():
        assert (compared[key].value, compared[key].n) == (value, n), key
    assert compared["threat.difference.detectable"].text == "70"
    assert compared["responsibility.hebrew.own"].sentences == ("he_a_00",)
    assert compared["responsibility.hebrew.quoted"].sentences == ("he_a_03",)


@pytest.mark.parametrize(
    ("low", "high", "clear"), [(0, 1, 0), (0.1, 1, 1), (-1, 0, 0), (-1, -0.1, 1)]
)
def test_an_interval_excludes_zero(low, high, clear):
    """Zero at its end is inside."""
    row = {"kind": "frame", "measure": "sentences", "low": float(low), "high": float(high)}
    contrasts = pl.DataFrame([row | {"floor": 0.1}, row | {"measure": "words", "floor": NAN}])
    found = by_key(comparison._intervals(contrasts))
    assert (found["frames.different"].value, found["frames.intervals"].value) == (clear, 1)
    assert found["articles.floor"].value == 0.1
