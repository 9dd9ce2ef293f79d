"""Comparison on two hand-made articles: shares, voices, coverage, and what swapping does."""

import polars as pl
import pytest
from framing.measures import shares, units

SOURCES = ["first", "second"]


def tables():
    """Two articles of four and two sentences; frame `a` in 2 of 4 and in 1 of 2, `b` in none."""
    articles = pl.DataFrame({"article": ["x", "y"], "source": SOURCES})
    sentences = pl.DataFrame(
        {
            "article": ["x"] * 5 + ["y"] * 2,
            "sentence": [0, 1, 2, 3, 4, 0, 1],
            "start": [0, 10, 20, 30, 40, 0, 10],
            "end": [10, 20, 30, 40, 50, 10, 20],
            "duplicate_of": [None, None, None, None, 0, None, None],
            "words": [1, 2, 3, 4, 1, 5, 5],
        }
    )
    rows = [
        ("x", 0, 0, "frame", "a", "p", "core", "narrator", "", ""),
        ("x", 0, 5, "frame", "a", "q", "extended", "narrator", "", ""),
        ("x", 3, 31, "frame", "a", "q", "extended", "attributed", "un", "russia"),
        ("x", 4, 40, "frame", "a", "p", "core", "narrator", "", ""),
        ("y", 1, 11, "frame", "a", "q", "core", "attributed", "un", "none"),
        ("x", 0, 0, "event", "e", "e", "core", "", "", ""),
    ]
    names = [
        "article",
        "sentence",
        "start",
        "kind",
        "code",
        "concept",
        "tier",
        "voice",
        "speaker",
        "responsible",
    ]
    mentions = pl.DataFrame(rows, schema=names, orient="row").with_columns(
        (pl.col("start") + 1).alias("end")
    )
    return articles, sentences, mentions


def coded(**options):
    """Units and their frames."""
    articles, sentences, mentions = tables()
    chosen = units.select(articles, sentences, repeated_lead=options.pop("repeated_lead", False))
    return chosen, units.carried(chosen, mentions, "frame", **options)


def test_shares():
    """x: 2 of 4 sentences, 1 + 4 of 10 words, one voice each; y: 1 of 2, 5 of 10 words."""
    table = shares.shares(*coded(), ["a", "b"])
    a = table.filter(pl.col("code") == "a")
    assert a["carried"].to_list() == [2, 1]
    assert a["share"].to_list() == [0.5, 0.5]
    assert a["share_words"].to_list() == [0.5, 0.5]
    assert a["narrator"].to_list() == [1, 0]
    assert a["attributed"].to_list() == [1, 1]
    assert a["cues"].to_list() == [3, 1]
    assert a["main_concept"].to_list() == ["q", "q"]
    assert a["main_concept_share"].to_list() == [1.0, 1.0]
    assert table.filter(pl.col("code") == "b")["carried"].to_list() == [0, 0]


@pytest.mark.parametrize(
    ("options", "carried"),
    [
        ({"repeated_lead": True}, [3, 1]),
        ({"tiers": ["core"]}, [1, 1]),
        ({"voices": ["narrator"]}, [1, 0]),
        ({"tiers": ["extended"], "voices": ["attributed"]}, [1, 0]),
    ],
)
def test_choices_change_what_counts(options, carried):
    """The repeated lead, the tier of cues, the voice."""
    table = shares.shares(*coded(**options), ["a"])
    assert table["carried"].to_list() == carried


def test_coverage_and_cross():
    """The event stands in the first sentence of x only, with frame a in the text's own voice."""
    articles, sentences, mentions = tables()
    chosen = units.select(articles, sentences)
    frames = units.carried(chosen, mentions, "frame")
    events = units.carried(chosen, mentions, "event")
    counted = shares.shares(chosen, events, ["e", "none"])
    covered = shares.coverage(counted, SOURCES)
    assert covered["covered_by"].to_list() == ["first", "neither"]
    assert shares.cross(events, frames).rows() == [("e", "a", "first", "narrator", 1)]


def test_blame():
    """Attributed to the UN: once Russia is named, once nobody; narrated: nobody."""
    _, frames = coded()
    found = set(shares.blame(frames, ("a",)).rows())
    assert found == {
        ("a", "first", "narrator", "none", 1),
        ("a", "first", "un", "russia", 1),
        ("a", "second", "un", "none", 1),
    }


def test_positions():
    """The middle of the first of five sentences of equal length is at a tenth of the text."""
    articles, sentences, mentions = tables()
    everything = units.select(articles, sentences, repeated_lead=True)
    frames = units.carried(everything, mentions, "frame")
    table = shares.positions(frames, sentences).filter(pl.col("article") == "x")
    assert table["position"].to_list() == pytest.approx([0.1, 0.7, 0.9])
    assert table["repeated"].to_list() == [False, False, True]
