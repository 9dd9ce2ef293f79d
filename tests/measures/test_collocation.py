"""Windows around a node and the measures of association."""

import math

import polars as pl
import pytest
from framing.measures import collocation

# x 0: a NODE b c d e      x 1: b a      (one node; the window below is 2 words)
WORDS = pl.DataFrame(
    {
        "article": "x",
        "sentence": [0] * 6 + [1] * 2,
        "token": [0, 1, 2, 3, 4, 5, 0, 1],
        "start": [0, 2, 7, 9, 11, 13, 20, 22],
        "end": [1, 6, 8, 10, 12, 14, 21, 23],
        "item": ["a", "node", "b", "c", "d", "e", "b", "a"],
        "form": ["A", "node", "b", "c", "d", "e", "b", "a"],
    }
)
NODES = pl.DataFrame({"article": ["x"], "sentence": [0], "first": [1], "last": [1]})


def rows(**options):
    """The collocates of the one node, by item."""
    table = collocation.collocates(WORDS, NODES, minimum=1, **options)
    return {row["item"]: row for row in table.iter_rows(named=True)}


def test_window_stays_in_the_sentence_and_leaves_the_node_out():
    """However wide it is."""
    assert set(rows(window=2)) == {"a", "b", "c"}
    assert set(rows(window=1)) == {"a", "b"}
    assert set(rows(window=9)) == {"a", "b", "c", "d", "e"}


def test_measures_by_hand():
    """Seven words outside the node, three of them in the window (a, b, c); b occurs twice.

    logDice 14 + log2(2·1 / (1 + 2)); log ratio log2((1.5 / 4) / (1.5 / 5)) = log2(1.25);
    NPMI ln((1/7) / (2/7 · 3/7)) / -ln(1/7) = ln(7/6) / ln 7.
    """
    b = rows(window=2)["b"]
    assert (b["near"], b["count"], b["nodes"], b["windows"]) == (1, 2, 1, 3)
    assert b["log_dice"] == pytest.approx(14 + math.log2(2 / 3))
    assert b["log_ratio"] == pytest.approx(math.log2(1.25))
    assert b["npmi"] == pytest.approx(math.log(7 / 6) / math.log(7))


def test_log_dice_is_14_for_words_that_occur_together_only():
    """Node and `c` occur once each, together."""
    assert rows(window=2)["c"]["log_dice"] == pytest.approx(14)


def test_a_position_near_two_nodes_counts_once():
    """The word between two nodes."""
    nodes = pl.DataFrame({"article": "x", "sentence": 0, "first": [1, 3], "last": [1, 3]})
    table = collocation.collocates(WORDS, nodes, window=1, minimum=1)
    b = table.filter(pl.col("item") == "b").row(0, named=True)
    assert (b["near"], b["nodes"], b["windows"]) == (1, 2, 3)


def test_minimum_and_window_are_checked():
    """No word occurs near the node twice; a window of no word makes no sense."""
    assert collocation.collocates(WORDS, NODES, window=2, minimum=2).height == 0
    assert set(rows(window=2)["a"]) >= {"item", "form", "near", "count", "nodes", "windows"}
    with pytest.raises(ValueError, match="window"):
        collocation.collocates(WORDS, NODES, window=0)


def test_locate_finds_the_tokens_under_a_mention():
    """Characters 2 to 8 cover the tokens 1 and 2; 90 to 95 none."""
    mentions = pl.DataFrame(
        {"article": "x", "sentence": [0, 0], "start": [2, 90], "end": [8, 95], "item": ["m", "n"]}
    )
    assert collocation.locate(mentions, WORDS).select("item", "first", "last").rows() == [
        ("m", 1, 2)
    ]
