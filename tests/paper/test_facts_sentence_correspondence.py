"""The pairs of sentences that are named follow from the table."""

import polars as pl
from framing.paper import captions
from framing.paper.facts import sentence_correspondence

import workflow

SOURCES = {"one": {"label": "the first text"}, "two": {"label": "the second text"}}
ROWS = pl.DataFrame(
    {
        "name_first": ["1", "1", "2", "3"],
        "name_second": ["1", "2", "1", "2"],
        "similarity": [0.6, 0.1, 0.7, 0.7],
        "above_chance": [True, False, True, True],
        "shared_glosses": ["war|aid", "", "talks", "talks"],
        "reference": [0.5] * 4,
        "reference_error": [0.004] * 4,
    }
)


def facts(table, most=40):
    """The facts at a level of .9."""
    return sentence_correspondence.facts(table, sources=SOURCES, level=0.9, most=most)


def caption(table, most=40):
    """The caption of a table."""
    template = workflow.ROOT / "workflow/report/sentence_correspondence.md"
    return captions.caption(
        template, sources=SOURCES, first="one", second="two", **facts(table, most)
    )


def test_pairs_above_chance_closest_first():
    """Two of three are equally close."""
    found = facts(ROWS)
    assert [pair["names"] for pair in found["pairs"]] == [("2", "1"), ("3", "2"), ("1", "1")]
    assert [pair["names"] for pair in found["closest"]] == [("2", "1"), ("3", "2")]
    assert found["pairs"][2]["shared"] == ["war", "aid"]
    assert (found["reference"], found["error"], found["level"]) == (0.5, 0.004, 0.9)


def test_the_caption_names_ties_and_its_own_level():
    """The level comes from the settings; nothing is `framed` where a line is meant."""
    text, alternative = caption(ROWS)
    assert "**3 pairs of sentences are more similar than the best pair in shuffled articles" in text
    assert "closest are sentence 2 of the first text and sentence 1 of the second text, and" in text
    assert "Outlined pairs exceed 0.50 (Monte Carlo error 0.004), which in 90 %" in text
    assert "ramed" not in text
    assert "1 and 1 (war and aid)" in alternative


def test_a_choice_of_sentences_is_said():
    """The table has three sentences of the first text; no more are shown where three are most."""
    assert "At most 3 sentences of each source are shown" in caption(ROWS, most=3)[0]
    assert "sentences of each source" not in caption(ROWS)[0]


def test_no_pair():
    """None above chance, or no sentence at all."""
    for table in (ROWS.with_columns(above_chance=pl.lit(False)), ROWS.clear()):
        text, _ = caption(table)
        assert text.startswith("**No pair of sentences is more similar")
