"""Comparison on two hand-made articles: shares, voices, coverage, position."""

import mentions_by_hand as hand
import polars as pl
import pytest
from framing.measures import shares, units


def test_shares():
    """x: 2 of 4 sentences, 1 + 4 of 10 words, one voice each; y: 1 of 2, 5 of 10 words."""
    table = shares.shares(*hand.carried(), ["a", "b"])
    a = table.filter(code="a")
    assert a["source"].to_list() == hand.SOURCES
    assert a["units"].to_list() == [4, 2]
    assert a["carried"].to_list() == [2, 1]
    assert a["share"].to_list() == [0.5, 0.5]
    assert a["share_words"].to_list() == [0.5, 0.5]
    assert a["narrator"].to_list() == [1, 0]
    assert a["attributed"].to_list() == [1, 1]
    assert a["cues"].to_list() == [3, 1]
    assert a["main_concept"].to_list() == ["q", "q"]
    assert a["main_concept_share"].to_list() == [1.0, 1.0]


def test_a_code_that_nobody_carries_has_its_row():
    """Frame `b` occurs nowhere: zeros, no concept."""
    b = shares.shares(*hand.carried(), ["b"]).row(0, named=True)
    assert (b["carried"], b["share"], b["share_words"], b["cues"]) == (0, 0, 0, 0)
    assert (b["main_concept"], b["main_concept_share"]) == ("", 0)


def test_the_main_concept_may_be_in_some_sentences_only():
    """Concept p in both sentences, q in one: p in all of them."""
    rows = [
        ("x", 0, 0, "frame", "a", "q", "core", "narrator", "", ""),
        ("x", 0, 1, "frame", "a", "p", "core", "narrator", "", ""),
        ("x", 1, 10, "frame", "a", "p", "core", "narrator", "", ""),
        ("x", 2, 20, "frame", "a", "r", "core", "narrator", "", ""),
    ]
    row = shares.shares(*hand.carried(*rows), ["a"]).row(0, named=True)
    assert row["main_concept"] == "p"
    assert row["main_concept_share"] == pytest.approx(2 / 3)


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
    table = shares.shares(*hand.carried(**options), ["a"])
    assert table["carried"].to_list() == carried


def test_coverage():
    """Each of four events is reported by another set of sources."""
    counts = {"e": (1, 0), "f": (0, 2), "g": (1, 1), "h": (0, 0)}
    table = pl.DataFrame(
        [
            (code, source, n)
            for code, ns in counts.items()
            for source, n in zip(hand.SOURCES, ns, strict=True)
        ],
        schema=["code", "source", "carried"],
        orient="row",
    )
    assert shares.coverage(table, hand.SOURCES).rows() == [
        ("e", 1, 0, "first"),
        ("f", 0, 2, "second"),
        ("g", 1, 1, "both"),
        ("h", 0, 0, "neither"),
    ]


def test_cross():
    """The event is in the first sentence of x only, with frame a in the text's own voice."""
    frames, events = hand.carried()[1], hand.carried(kind="event")[1]
    assert shares.cross(events, frames).rows() == [("e", "a", "first", "narrator", 1)]


def test_positions():
    """The middle of the first of five sentences of equal length is at a tenth of the text."""
    everything = units.select(hand.ARTICLES, hand.SENTENCES, repeated_lead=True)
    frames = units.carried(everything, hand.mentions(*hand.MENTIONS), "frame")
    table = shares.positions(frames, hand.SENTENCES).filter(pl.col("article") == "x")
    assert table["position"].to_list() == pytest.approx([0.1, 0.7, 0.9])
    assert table["repeated"].to_list() == [False, False, True]
