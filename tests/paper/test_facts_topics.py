"""The finding on topics follows from the columns that the figure draws."""

import polars as pl
import pytest
from framing.paper import captions
from framing.paper.facts import topics

import workflow

SETTINGS = {"sizes": [2, 3, 4], "runs": 3, "permutations": 59}
SOURCES = {"one": {"label": "the first text"}, "two": {"label": "the second text"}}
OPTIONS = {"sources": SOURCES, "level": 0.95, "settings": SETTINGS}


def table(*values, edge="largest"):
    """Topics of one model with their values in both tests; chance is at .8 and .7."""
    rows = [
        ("LDA", number, rank, gloss, first, 0.8, second, 0.7, len(values), edge)
        for number, (first, second) in enumerate(values, start=1)
        for rank, gloss in enumerate(("war, battle", "peace", "aid", "talks"), start=1)
    ]
    columns = ["model", "topic", "rank", "gloss"]
    columns += ["stability", "stability_chance", "across_units", "across_units_chance"]
    return pl.DataFrame(rows, schema=[*columns, "size", "at_edge"], orient="row")


def caption(found):
    """The caption of a table."""
    template = workflow.ROOT / "workflow/report/topics.md"
    return captions.caption(template, **topics.facts(found, **OPTIONS))[0]


def test_counts_of_both_tests():
    """Three pass the first test, one the second, none both; at the level is not above it."""
    found = topics.facts(table((0.9, 0.6), (0.85, 0.7), (0.81, 0.1), (0.8, 0.9)), **OPTIONS)
    assert (found["topics"], found["samples"], found["units"]) == (4, 3, 1)
    assert found["passing"] == []


def test_the_old_sentence_is_not_written_where_topics_pass_one_test():
    """It said that no topic comes back more reliably than in shuffled texts; three do."""
    text = caption(table((0.9, 0.6), (0.85, 0.7), (0.81, 0.1), (0.8, 0.9)))
    assert text.startswith("**None of 4 topics comes back more often than topics of shuffled texts")
    assert "in both tests (3 in samples of the sentences, 1 in windows of words)" in text
    assert "No topic comes back" not in text


def test_topics_that_pass_both_are_named():
    """One does, with its three heaviest concepts."""
    text = caption(table((0.9, 0.75), (0.85, 0.7)))
    assert text.startswith("**1 of 2 topics comes back more often")
    assert "in both tests: LDA 1: war, peace, aid; the others must not be interpreted" in text


@pytest.mark.parametrize("edge", ["largest", "smallest", ""])
def test_a_number_of_topics_at_the_edge_is_said(edge):
    """One beyond the largest or smallest tried may fit better."""
    text = caption(table((0.1, 0.1), (0.1, 0.1), edge=edge))
    said = f"The most coherent number is the {edge} tried (LDA 2): one beyond may fit better"
    assert (said in text) == bool(edge)
    assert ("one beyond" in text) == bool(edge)


def test_models_at_the_same_edge_are_named_together():
    """Two models of two topics, both at the largest number tried."""
    one = table((0.1, 0.1), (0.1, 0.1))
    both = pl.concat([one, one.with_columns(model=pl.lit("NMF"))])
    assert "the largest tried (LDA 2 and NMF 2)" in caption(both)


def test_a_value_that_is_missing_passes_nothing():
    """Too few windows: no value, no level."""
    found = table((0.9, float("nan"))).with_columns(across_units_chance=pl.lit(float("nan")))
    assert topics.facts(found, **OPTIONS)["passing"] == []


def test_what_was_tested_is_said():
    """The verdict is of these numbers of topics, refits and shuffled texts."""
    one = table((0.1, 0.1), (0.1, 0.1))
    both = pl.concat([one, one.with_columns(model=pl.lit("NMF"), size=pl.lit(3, pl.Int64))])
    text = caption(both)
    for said in ("of 3 refits", "of 59 texts", "Tested: LDA 2 and NMF 3 topics, of 2 to 4;"):
        assert said in text
