"""Numbers: values, texts, keys and the sentences that they count, from tables made by hand."""

import polars as pl
import pytest
from framing.errors import InputError
from framing.instrument import codebook
from framing.paper.numbers import calibration, collect, comparison, entry, lexicon, study
from framing.paper.numbers.entry import Study

import workflow

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
    """Every number of the config, in percent and in points too; no switch."""
    config = {"compare": {"level": 0.975, "on": True}, "seed": 20}
    found = {number.key: number.text for number in study._settings(config)}
    assert found["setting.compare.level"] == "0.975"
    assert found["setting.compare.level.percent"] == "97.5 %"
    assert found["setting.compare.level.points"] == "97.5"
    assert "setting.compare.on" not in found
    assert found["setting.seed"] == "20"


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


def test_the_material():
    """Articles, dates, words, sentences, repeated ones and restored words of each source."""
    results = {
        "articles": pl.DataFrame(
            {
                "article": ["a", "b", "c"],
                "source": ["hebrew", "hebrew", "arabic"],
                "date": ["2016-12-31", "2017-01-01", "2017-01-01"],
            }
        ),
        "sentences": pl.DataFrame(
            {
                "article": ["a", "a", "b", "c"],
                "sentence": [0, 1, 0, 0],
                "words": [5, 5, 4, 9],
                "duplicate_of": [None, 0, None, None],
            }
        ),
        "tokens": pl.DataFrame(
            {"article": ["a", "a", "c"], "form": ["x", "y", "z"], "repaired": ["x", "w", "v"]}
        ),
    }
    found = by_key(study.numbers(results, KNOWN))
    values = {
        "corpus.articles": 3,
        "corpus.hebrew.articles": 2,
        "corpus.hebrew.words": 14,
        "corpus.hebrew.restored": 1,
        "corpus.hebrew.sentences": 3,
        "corpus.hebrew.repeated": 1,
        "corpus.hebrew.new": 2,
        "corpus.arabic.articles": 1,
        "corpus.arabic.new": 1,
        "codebook.frames": 1,
        "codebook.actors": 0,
        "error_rate": pytest.approx(0.1),
        "setting.compare.level": 0.9,
        "setting.seed": 7,
    }
    assert {key: found[key].value for key in values} == values
    assert found["corpus.hebrew.date"].text == "31 December 2016 and 1 January 2017"
    assert found["corpus.hebrew.repeated"].sentences == ("a_01",)
    assert found["error_rate"].text == "10 %"
    assert not [key for key in found if key.startswith("setting.sources")]


def test_concepts_and_pairs():
    """Mentions of each source, the largest z whatever its sign, pairs above chance."""
    results = {
        "concepts": pl.DataFrame({"total_first": [90], "total_second": [70], "z": [-3.25]}),
        "topics": pl.DataFrame(
            schema=dict.fromkeys(
                ["stability", "stability_chance", "across_units", "across_units_chance"], pl.Float64
            )
            | {"rank": pl.Int64}
        ),
        "sentence_pairs": pl.DataFrame(
            {
                "above_chance": [True, False, True],
                "similarity": [0.8, 0.2, 0.9],
                "reference": [0.7] * 3,
                "reference_error": [0.0123] * 3,
            }
        ),
    }
    found = by_key(lexicon.numbers(results, KNOWN))
    assert found["concepts.hebrew.mentions"].value == 90
    assert found["concepts.arabic.mentions"].value == 70
    assert found["concepts.most_z"].text == "3.2"
    assert (found["pairs.all"].value, found["pairs.above"].value) == (3, 2)
    assert (found["pairs.above"].n, found["pairs.closest"].value) == (3, 0.9)
    assert (found["pairs.chance"].text, found["pairs.chance.error"].text) == ("0.70", "0.012")


@pytest.mark.parametrize(
    ("form", "value", "text"),
    [
        (entry.whole, 1234.4, "1,234"),
        (entry.decimal, -0.456, "−0.46"),
        (entry.tenth, -2.25, "−2.2"),
        (entry.thousandth, 0.0126, "0.013"),
        (entry.plain, 0.250, "0.25"),
    ],
)
def test_forms(form, value, text):
    """True minus signs, and as many digits as a form has."""
    assert form(value) == text


def test_a_row_and_its_interval():
    """Without a row all is unknown; an interval has three keys."""
    table = pl.DataFrame({"code": ["a"], "estimate": [0.5], "low": [NAN], "high": [0.9]})
    assert entry.row(table, code="b") == dict.fromkeys(table.columns)
    numbers = entry.interval("k", entry.row(table, code="a"), entry.decimal, "u", "s", n=3)
    assert [(n.key, n.text, n.n) for n in numbers] == [
        *(("k", "0.50", 3), ("k.low", "–", 3), ("k.high", "0.90", 3))
    ]
    assert entry.slug("Social media: posts!") == "social_media_posts"


def test_collected_numbers(monkeypatch):
    """A row a number, names of sentences joined; labels and offered methods from their files."""
    one = entry.Number("a.b", 2.0, "2", "sentences", "s", 3, "m", ("x_00", "x_01"))
    seen = {}

    def numbers(results, known):
        seen.update(offered=results["offered"].height, sources=known.sources)
        return [one]

    monkeypatch.setattr(collect, "STAGES", [type("Stage", (), {"numbers": staticmethod(numbers)})])
    config = {"codebook": codebook.PLACE, "sources": {"hebrew": {"label": "H"}}}
    config["compare"] = {"offered": str(workflow.ROOT / "config" / "offered.csv")}
    table = collect.from_files({}, config)
    assert table.rows() == [("a.b", 2.0, "2", "sentences", "s", 3, "m", "x_00|x_01")]
    assert seen["offered"] > 0
    assert seen["sources"] == ["hebrew"]
