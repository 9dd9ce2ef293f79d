"""The caption counts sentences, not sentences times frames."""

import polars as pl
from framing.paper import captions
from framing.paper.facts import responsibility

import workflow

SOURCES = {"one": {"label": "the first text"}, "two": {"label": "the second text"}}
SENTENCES = pl.DataFrame(
    {
        "source": ["one", "one", "two"],
        "voice": ["attributed", "narrator", "narrator"],
        "frames": ["violation", "violation|civilian_harm", "violation|civilian_harm"],
    }
)


def test_each_sentence_counts_once():
    """Two sentences of the first text, one of them its own; the one of the second is its own."""
    found = responsibility.facts(pl.DataFrame(), sources=SOURCES, sentences=SENTENCES)
    assert found["said"] == {"one": (1, 2), "two": (1, 1)}
    empty = responsibility.facts(pl.DataFrame(), sources=SOURCES, sentences=SENTENCES.clear())
    assert empty["said"] == {"one": (0, 0), "two": (0, 0)}


def test_the_caption_words_these_counts():
    """A text with one sentence under two frames has one sentence, not two cases."""
    caption, _ = captions.caption(
        workflow.ROOT / "workflow/report/responsibility.md",
        rows=[],
        sources=SOURCES,
        first="one",
        second="two",
        **responsibility.facts(pl.DataFrame(), sources=SOURCES, sentences=SENTENCES),
    )
    assert "1 of 2 sentences in the first text and in 1 of 1 sentence in the second" in caption
    assert "case" not in caption
