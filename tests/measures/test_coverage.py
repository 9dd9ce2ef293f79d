"""What the codebook reads of a corpus: five words by hand, two of them inside cues."""

import polars as pl
import pytest
from framing.measures import coverage

ARTICLES = pl.DataFrame({"article": ["x", "y"], "source": ["s", "t"], "language": ["he", "he"]})
SENTENCES = pl.DataFrame({"article": ["x", "x", "y"], "sentence": [0, 1, 0], "words": [3, 1, 1]})
# x, sentence 0: "aa bb cc", of which bb is a function word; sentence 1: "dd"; y: "dd".
TOKENS = pl.DataFrame(
    [
        ("x", 0, 0, 0, 2, "aa", "aa", False),
        ("x", 0, 1, 3, 5, "bb", "bb", True),
        ("x", 0, 2, 6, 8, "cc", "cc", False),
        ("x", 1, 0, 9, 11, "dds", "dd", False),
        ("y", 0, 0, 0, 2, "dd", "dd", False),
    ],
    schema=["article", "sentence", "token", "start", "end", "form", "lemma", "stop"],
    orient="row",
)
# A frame on "aa bb" (twice), a concept on "cc".
MENTIONS = pl.DataFrame(
    [("x", 0, 0, 5, "frame"), ("x", 0, 0, 5, "frame"), ("x", 0, 6, 8, "concept")],
    schema=["article", "sentence", "start", "end", "kind"],
    orient="row",
)


def test_mark():
    """A word is met where a cue has one of its characters."""
    assert coverage.mark(TOKENS, MENTIONS)["met"].to_list() == [True, True, True, False, False]


def test_coverage():
    """By source: sentences with a frame and with any cue, and content words inside cues."""
    first, second = coverage.coverage(ARTICLES, SENTENCES, TOKENS, MENTIONS).to_dicts()
    assert [first[c] for c in ("articles", "sentences", "with_frame", "with_cue")] == [1, 2, 1, 1]
    assert [first[c] for c in ("words", "content_words", "met")] == [4, 3, 2]
    assert first["share_with_frame"] == 0.5
    assert first["share_met"] == pytest.approx(2 / 3)
    assert [second[c] for c in ("source", "with_cue", "content_words", "met")] == ["t", 0, 1, 0]


def test_missed():
    """The lemma dd is missed twice, in two articles; no function word, and no word of a cue."""
    (row,) = coverage.missed(ARTICLES, TOKENS, MENTIONS, top=5).to_dicts()
    assert row == {
        "language": "he",
        "word": "dd",
        "missed": 2,
        "occurrences": 2,
        "articles": 2,
        "example": "dd",
    }


def test_numbers_and_addresses_are_no_words():
    """They are never proposed as cues."""
    odd = TOKENS.with_columns(
        pl.Series("lemma", ["1990", "bb", "@un", "https://un.org", "#tag"]),
    )
    none = MENTIONS.clear()
    assert coverage.missed(ARTICLES, odd, none, top=5)["word"].to_list() == ["#tag"]


def test_top():
    """So many of each language; at a tie by the alphabet."""
    none = MENTIONS.clear()
    found = coverage.missed(ARTICLES, TOKENS, none, top=2)
    assert found.select("word", "missed").rows() == [("dd", 2), ("aa", 1)]
