"""Where the deeds are, and what a text opens with: all frames of its first framed sentence."""

import polars as pl
import pytest
from framing.paper import captions
from framing.paper.facts import frame_positions

import workflow

SOURCES = {"one": {"label": "the first text"}, "two": {"label": "the second text"}}
COLUMNS = ["frame", "label", "article", "source", "sentence", "voice", "repeated", "position"]


def table(*rows):
    """Rows as COLUMNS, shortened to frame, source, sentence, position, and whether repeated."""
    full = [
        (frame, frame.replace("_", " "), source, source, sentence, "narrator", *again, position)
        for frame, source, sentence, position, *again in (
            row if len(row) == 5 else (*row, False) for row in rows
        )
    ]
    return pl.DataFrame(full, schema=COLUMNS, orient="row")


ROWS = table(
    ("coordination", "one", 0, 0.1),
    ("violation", "one", 1, 0.2),
    ("civilian_harm", "one", 1, 0.2),
    ("violation", "one", 3, 0.5),
    ("violation", "one", 9, 0.95, True),
    ("endorsement", "two", 0, 0.04),
    ("coordination", "two", 0, 0.04),
    ("violation", "two", 5, 0.9),
)


def test_every_frame_of_the_first_sentence_opens_the_text():
    """The second text opens with two frames at once: neither is first."""
    one, two = frame_positions.facts(ROWS, sources=SOURCES)["texts"]
    assert (one["opening"], one["opening_at"]) == (["coordination"], 0.1)
    assert (two["opening"], two["opening_at"]) == (["endorsement", "coordination"], 0.04)


def test_deeds_are_counted_in_sentences_without_the_repeated_lead():
    """Sentence 1 carries two deeds, sentence 9 repeats the lead: two count, in the first half."""
    one, two = frame_positions.facts(ROWS, sources=SOURCES)["texts"]
    assert (one["sentences"], one["low"], one["high"]) == (2, 0.2, 0.5)
    assert one["where"] == "in the first half of"
    assert (two["sentences"], two["low"], two["high"]) == (1, 0.9, 0.9)
    assert two["where"] == "in the second half of"


@pytest.mark.parametrize(
    ("low", "high", "where"),
    [(0.1, 0.9, "in"), (0.51, 0.9, "in the second half of"), (0.5, 0.6, "in")],
)
def test_deeds_in_both_halves_are_in_neither(low, high, where):
    """From .5 to .6 is no half."""
    found = frame_positions.facts(
        table(("violation", "one", 0, low), ("violation", "one", 1, high)), sources=SOURCES
    )
    assert found["texts"][0]["where"] == where
    assert (found["texts"][1]["sentences"], found["texts"][1]["where"]) == (0, "")


def test_the_caption_follows():
    """The old caption said that a text opens with one frame, whichever came first in the table."""
    caption, _ = captions.caption(
        workflow.ROOT / "workflow/report/frame_positions.md",
        **frame_positions.facts(ROWS, sources=SOURCES),
    )
    assert "in 2 sentences in the first half of the first text (at 20 to 50 %)" in caption
    assert "in 1 sentence in the second half of the second text (at 90 %)" in caption
    assert "(at 4 %) carries endorsement and coordination." in caption
    assert "opens with" not in caption
