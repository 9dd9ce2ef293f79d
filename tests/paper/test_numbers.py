"""Numbers: values, texts, keys and the sentences that they count, from tables made by hand."""

import polars as pl
import pytest
from framing.errors import InputError
from framing.paper.numbers import calibration, collect, comparison, entry, lexicon, study
from framing.paper.numbers.entry import Study

KNOWN = Study(
    {"sources": {"hebrew": {}, "arabic": {}}, "compare": {"level": 0.9}, "seed": 7},
    {"frame": {"threat": "threat"}, "event": {"vote": "the vote"}, "actor": {}, "concept": {}},
)
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


def by_key(numbers):
    """The numbers by key."""
    return {number.key: number for number in numbers}


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


def test_settings():
    """Every number of the config with all its digits, a share in percent and points too."""
    config = {"compare": {"level": 0.975, "on": True}, "seed": 20161231, "least": 0}
    found = {number.key: number.text for number in study._settings(config)}
    assert found["setting.compare.level"] == "0.975"
    assert found["setting.compare.level.percent"] == "97.5 %"
    assert found["setting.compare.level.points"] == "97.5"
    assert "setting.compare.on" not in found
    assert found["setting.seed"] == "20161231"
    assert [key for key in found if "seed" in key or "least" in key] == [
        "setting.seed",
        "setting.least",
    ]


def test_calibration():
    """The worst rates among the cells in which a method is offered."""
    rows = [(True, 0.04, 0.96), (True, 0.059, 0.94), (False, 0.3, 0.5)]
    schema = ["offered", "most_false_positives", "least_coverage"]
    table = pl.DataFrame(rows, schema=schema, orient="row")
    found = by_key(calibration.numbers({"offered": table}, KNOWN))
    assert found["calibration.false_positives"].text == "5.9 %"
    assert found["calibration.coverage"].text == "94.0 %"
    assert (found["calibration.offered"].value, found["calibration.cells"].value) == (2, 3)
    assert found["calibration.dependence"].value == 0.5
    assert found["calibration.between"].text == "10 %"


def test_topics_that_pass():
    """A topic passes where both measures exceed their level of chance."""
    columns = ["rank", "stability", "stability_chance", "across_units", "across_units_chance"]
    rows = [(1, 0.9, 0.8, 0.9, 0.8), (1, 0.9, 0.8, 0.7, 0.8), (2, 1.0, 0.0, 1.0, 0.0)]
    found = by_key(lexicon._topics(pl.DataFrame(rows, schema=columns, orient="row")))
    values = {key.removeprefix("topics."): number.value for key, number in found.items()}
    assert values == {"fitted": 2, "stable": 2, "across_units": 1, "passing": 1}


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("coordination.hebrew.sentences", "framingCoordinationHebrewSentences"),
        ("civilian_harm.difference.low", "framingCivilianHarmDifferenceLow"),
        ("seen.he.f1", "framingSeenHeFOne"),
    ],
)
def test_macro(key, name):
    """A macro has letters only."""
    assert collect.macro(key) == name


def test_macros():
    """A line a number; percent signs and minus signs as LaTeX reads them."""
    table = pl.DataFrame({"key": ["a.b", "c"], "text": ["41 %", "−25"]})
    lines = collect.macros(table).splitlines()
    assert lines[1:] == [
        "\\newcommand{\\framingAB}{41~\\%}",
        "\\newcommand{\\framingC}{\\ensuremath{-}25}",
    ]


def test_two_keys_with_one_macro():
    """a_b and a.b would be one command."""
    table = pl.DataFrame({"key": ["a.b", "a_b"], "text": ["1", "2"]})
    with pytest.raises(InputError, match="number a_b: has the macro of another one"):
        collect.macros(table)


def test_a_key_stands_for_one_value(monkeypatch):
    """Two stages must not use one key."""
    twice = [entry.number("a", 1, entry.whole, "", "") for _ in range(2)]
    monkeypatch.setattr(collect, "STAGES", [type("Stage", (), {"numbers": lambda *_: twice})])
    with pytest.raises(InputError, match="number a: has two values"):
        collect.collect({}, KNOWN)


@pytest.mark.slow
def test_sentences_of_a_finished_run(mini):
    """Every sentence that a number names exists; a count of sentences has as many as it says."""
    table = pl.read_parquet(mini / "results" / "paper" / "numbers.parquet")
    sentences = pl.read_parquet(mini / "results" / "corpus" / "sentences.parquet")
    known = set(sentences.select(entry.NAME).to_series())
    counts = table.filter(unit="sentences")
    assert counts.height > 40
    for key, value, names in counts.select("key", "value", "sentences").iter_rows():
        listed = names.split(entry.SEPARATOR) if names else []
        assert set(listed) <= known, key
        if not key.startswith("parallel."):
            assert len(listed) == value, key


@pytest.mark.slow
def test_numbers_equal_their_tables(mini):
    """Printed values against the tables that they come from, read again."""
    numbers = pl.read_parquet(mini / "results" / "paper" / "numbers.parquet")
    found = dict(numbers.select("key", "value").iter_rows())
    shares = pl.read_csv(mini / "tables" / "frame_comparison.csv")
    labels = dict(zip(shares["frame"], shares.to_dicts(), strict=True))
    for code, label in (("coordination", "coordination"), ("civilian_harm", "civilian harm")):
        for source in ("hebrew", "arabic"):
            assert found[f"{code}.{source}.sentences"] == labels[label][f"carried_{source}"]
            share = labels[label][f"share_{source}"]
            assert found[f"{code}.{source}.share"] == pytest.approx(share, abs=1e-5)
    corpus = pl.read_csv(mini / "tables" / "corpus.csv")
    words = dict(zip(corpus["source"].str.to_lowercase(), corpus["words"], strict=True))
    assert {s: found[f"corpus.{s}.words"] for s in words} == words
