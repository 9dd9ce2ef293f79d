"""Numbers: values, texts and keys, and those of a finished run."""

import polars as pl
import pytest
from framing.errors import InputError
from framing.instrument import codebook
from framing.paper.numbers import collect, entry
from numbers_by_hand import KNOWN

import workflow

NAN = float("nan")


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
    config = {"codebook": codebook.PLACE, "sources": {"hebrew": {"label": "H", "short": "H"}}}
    config["compare"] = {"offered": str(workflow.ROOT / "config" / "offered.csv")}
    table = collect.from_files({}, config)
    assert table.rows() == [("a.b", 2.0, "2", "sentences", "s", 3, "m", "x_00|x_01")]
    assert seen["offered"] > 0
    assert seen["sources"] == ["hebrew"]
