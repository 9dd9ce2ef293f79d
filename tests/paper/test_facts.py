"""Captions claim what their numbers say: each test fails on a sentence that was once printed."""

import comparison_by_hand as hand
import numpy as np
import polars as pl
import pytest
from framing.paper import captions
from framing.plots import events, frames_by_voice, overview, responsibility

import workflow

ARTICLES = hand.ARTICLES
BLAMED = ("violation", "civilian_harm")


def written(figure, table, **given):
    """Caption and alternative text of a table."""
    facts = figure.facts(table, sources=hand.SOURCES, **given)
    name = figure.__name__.rpartition(".")[2]
    names = {"sources": hand.SOURCES, "first": "first", "second": "second"}
    template = workflow.ROOT / "workflow/report" / f"{name}.md"
    caption, alternative = captions.caption(template, **names, **facts)
    assert len(caption.split()) <= 120
    assert captions.finding(caption)
    return caption, alternative


def frames(low, high, answer="cannot tell", **more):
    """The table of the frames figure with one frame and the given interval."""
    row = {"label": "threat", "estimate": (low + high) / 2, "low": low, "high": high}
    row |= {"method": "m", "reason": "", "warning": "", "answer": answer, "detectable": np.nan}
    row |= {"dependence": 0.2, "beyond": False}
    row |= {"units": 10, "carried": 4, "narrator": 1} | more
    return pl.DataFrame([row | {"source": name} for name in hand.SOURCES])


def of_frames(table, level=0.95, repeated_lead=False):
    """The caption of the frames figure."""
    given = {"articles": ARTICLES, "level": level, "repeated_lead": repeated_lead}
    return written(frames_by_voice, table, **given)[0]


def test_no_difference_needs_a_test_of_equivalence():
    """Once: 'No frame differs', since every interval includes zero."""
    caption = of_frames(frames(-0.2, 0.6))
    assert "differ in" not in caption
    assert "equivalent" not in caption
    assert "too short" in caption
    alike = of_frames(frames(-0.2, 0.6, "equivalent"))
    assert alike.startswith("**The articles are equivalent in threat (+20 points).")
    assert "differ in threat (−40 points)" in of_frames(frames(-0.6, -0.2, "different"))


def test_why_no_frame_has_an_interval():
    """The one reason of all, without its remedy; nothing where one frame has an interval."""
    nan, why = float("nan"), "posts are shorter than any that was simulated"
    table = frames(nan, nan, reason=f"{why}: simulate more")
    assert f"or that there is none: {why}." in of_frames(table)
    other = frames(-0.2, 0.6).with_columns(label=pl.lit("harm"))
    assert why not in of_frames(pl.concat([table, other]))


def test_what_could_be_detected():
    """The smallest difference of the design is named where the answer is open, if it is known."""
    assert "about 70 points could" in of_frames(frames(-0.2, 0.6, detectable=0.7))
    assert "could be detected" not in of_frames(frames(-0.2, 0.6))
    assert "could be detected" not in of_frames(frames(0.2, 0.6, "different", detectable=0.7))


def test_an_interval_that_dependence_makes_too_narrow_is_named():
    """Counter-terrorism is in one run of sentences, and the caption says so."""
    text = of_frames(frames(-0.2, 0.6, beyond=True))
    assert "Too narrow, for sentences come in runs (correlation above .5): " in text
    assert "Too narrow" not in of_frames(frames(-0.2, 0.6))


def test_nothing_is_said_of_marks_that_are_not_drawn():
    """Once: daggers on single sentences, and 'a hollow dot has no interval' where all have one."""
    caption = of_frames(frames(-0.2, 0.6))
    assert not set("†‡") & set(caption)
    assert "hollow" not in caption
    assert "where one can be given" not in caption
    assert "where one can be given" in of_frames(frames(np.nan, np.nan))
    assert "failed" not in caption
    assert "threat failed a negative control (halves)" in of_frames(frames(-1, 1, warning="halves"))


def test_level_lead_and_texts_follow_the_settings():
    """The level of the interval, the repeated lead, dates and lengths."""
    caption = of_frames(frames(-0.2, 0.6), level=0.8, repeated_lead=True)
    assert "80 % interval" in caption
    assert "(the repeated lead) are counted" in " ".join(caption.split())
    assert "the first article (31 December 2016, 10 sentences)" in caption
    assert "language, outlet and country coincide" in caption


def responsible(rows, sentences):
    """The caption of the flow; `sentences` are (source, voice)."""
    schema = ["frame", "source", "speaker", "responsible", "units"]
    flows = pl.DataFrame(rows, schema=schema, orient="row")
    table = responsibility.tabulate({"responsibility": flows}, hand.LABELS)
    given = pl.DataFrame(sentences, schema=["source", "voice"], orient="row")
    return written(responsibility, table, sentences=given)


def test_a_sentence_with_two_frames_is_one_sentence():
    """Once: 'in 2 of 2 cases', which was one sentence under two frames."""
    rows = [
        ("violation", "second", "narrator", "regime", 1),
        ("threat", "second", "narrator", "russia", 1),
        ("violation", "first", "rebels", "regime", 3),
    ]
    sentences = [("second", "narrator")] + 3 * [("first", "attributed")]
    caption, _ = responsible(rows, sentences)
    assert "in 3 sentences, never in its own voice" in caption
    assert "the second article in 1 sentence, in its own voice" in caption


def test_every_actor_is_named():
    """Once: Russia was lost, since one actor was kept for each frame and sentence."""
    rows = [
        ("violation", "second", "narrator", "regime", 1),
        ("violation", "second", "narrator", "russia", 1),
    ]
    caption, alternative = responsible(rows, [("second", "narrator")])
    assert "Blamed in the second article: Syrian government and Russia" in caption
    assert "Russia: 1 sentence" in alternative
    assert "the first article" not in caption.partition("Blamed")[2]
    assert "The first article reports violation in no sentence" in caption


def test_some_in_the_own_voice():
    """Neither never nor always."""
    rows = [
        ("violation", "first", "narrator", "none", 1),
        ("violation", "first", "rebels", "none", 1),
    ]
    caption, _ = responsible(rows, [("first", "narrator"), ("first", "attributed")])
    assert "in 2 sentences, 1 of them in its own voice" in caption
    assert "Blamed in" not in caption


def test_overview_tells_where_and_in_whose_voice():
    """Once: 'opens with coordination (at 3 %)', which missed violations at the opposite ends."""
    table = overview.tabulate(hand.OVERVIEW, hand.LABELS)
    caption, alternative = written(overview, table, repeated_lead=False, blamed=BLAMED)
    assert "opens" not in caption
    assert "violation in sentences 2 and 3, never in its own voice" in caption
    assert "the second article only in its last sentence, in its own voice" in caption
    assert "in 2 of 3 sentences of the first article and in 1 of 2 of the second" in caption
    assert "sentence 1 on the left with 2 on the right (vote)" in alternative
    assert "not counted" in caption


def test_overview_counts_the_lead_if_asked():
    """With the repeated sentence there are four."""
    table = overview.tabulate(hand.OVERVIEW, hand.LABELS)
    facts = overview.facts(table, sources=hand.SOURCES, repeated_lead=True, blamed=BLAMED)
    assert facts["texts"][0]["sentences"] == 4
    assert facts["texts"][0]["frames"]["coordination"] == (2, 2)


def test_overview_of_many_articles():
    """Shares of all sentences; no sentence is singled out, no link promised."""
    table = overview.tabulate(hand.several(5), hand.LABELS)
    caption, _ = written(overview, table, repeated_lead=False, blamed=BLAMED)
    assert "67 % of the sentences of 5 First articles" in caption
    assert "in sentence" not in caption
    assert "Lines join" not in caption
    assert "coincide" not in caption


@pytest.mark.parametrize("group", ["both", "first"])
def test_events_follow_coverage(group):
    """Who reports an event; nothing is said of sets of frames (once: '5 carry different sets')."""
    coverage = pl.DataFrame(
        {"code": ["vote"], "first": [2], "second": [int(group == "both")], "covered_by": [group]}
    )
    schema = {"event": pl.String, "frame": pl.String, "source": pl.String, "voice": pl.String}
    pairs = pl.DataFrame(schema=schema | {"units": pl.Int64})
    results = {"event_coverage": coverage, "events_by_frame": pairs}
    table = events.tabulate(results, hand.LABELS)
    caption, alternative = written(events, table, repeated_lead=False)
    shared = "both report 1 of the 1 event in" if group == "both" else "is reported by both"
    assert shared in caption
    assert ("Only the first article reports: vote." in caption) == (group == "first")
    assert "Only the second" not in caption
    assert "sets" not in caption
    assert "vote 2, " in alternative
