"""What the caption of the placebos says follows from the draws; old sentences would be false."""

import polars as pl
import pytest
from framing.paper import captions
from framing.paper.facts import placebo as facts_of
from robustness_by_hand import SOURCES

import workflow

ROW = {
    "estimate": 0.2,
    "placebo_low": -0.3,
    "placebo_median": -0.1,
    "placebo_high": 0.1,
    "placebo_tail": 0.02,
    "placebo_tail_holm": 0.02,
    "draws": 2000,
    "change": 0.08,
    "without_least": 0.12,
    "without_greatest": 0.2,
    "concept": "talks",
    "warning": "",
}
HALVES = pl.DataFrame({"outside": [True, True, False, False, False, False, False, False]})


def facts(*rows, halves=HALVES, level=0.95):
    """The facts of these rows: label and what differs from ROW."""
    table = pl.DataFrame([ROW | {"label": label} | row for label, row in rows])
    found = facts_of.facts(table, sources=SOURCES, level=level, halves=halves)
    return {"rows": table} | found


def texts(*rows, **more):
    """Caption and alternative text."""
    first, second = SOURCES
    template = workflow.ROOT / "workflow/report/placebo.md"
    names = {"sources": SOURCES, "first": first, "second": second}
    return captions.caption(template, **names, **facts(*rows, **more))


def caption(*rows, **more):
    """The caption."""
    return texts(*rows, **more)[0]


def alternative_text(*rows, **more):
    """The alternative text."""
    return texts(*rows, **more)[1]


def test_the_finding_is_corrected_over_the_frames():
    """Outside the band, but not once corrected: the old sentence listed violation all the same."""
    text = caption(("violation", {"placebo_tail_holm": 0.24}), ("threat", {}))
    bold = captions.finding(text)
    assert "The difference in threat is larger than random words make it" in bold
    assert "violation" not in bold
    assert "corrected for all 2 frames" in bold


def test_nothing_outside():
    """No frame left once corrected."""
    bold = captions.finding(caption(("threat", {"placebo_tail_holm": 0.06})))
    assert bold.startswith("No difference is larger than random words make it")
    assert "threat" in captions.finding(caption(("threat", {"placebo_tail_holm": 0.06}), level=0.9))


def test_one_article_against_itself_is_the_reference():
    """Two of eight comparisons of an article with itself: the finding itself says so."""
    bold = captions.finding(caption(("threat", {})))
    assert "but of 8 differences between halves of one article 25 % are (5 % expected)" in bold
    none = captions.finding(caption(("threat", {}), halves=HALVES.clear()))
    assert none.endswith("make it, corrected for 1 frame.")


def test_all_concepts_that_move_as_much_are_named():
    """8.3 and 7.9 points are both 8: the old caption named the first alone, by its id."""
    rows = [
        ("coordination", {"change": 0.083, "concept": "consult"}),
        ("peace", {"change": -0.079}),
    ]
    found = facts(*rows, ("threat", {"change": 0.05}))
    assert (found["reach"], found["moved"]) == (
        8,
        [("coordination", "consult"), ("peace", "talks")],
    )
    text, alternative = caption(*rows), alternative_text(*rows)
    assert "(at most 8 points of change)" in text
    assert "8 points: coordination without “consult”; peace without “talks”." in alternative


def test_a_frame_without_concepts_moves_nothing():
    """Found nowhere: neither named nor an error."""
    found = facts(("threat", {"change": None, "concept": ""}))
    assert (found["reach"], found["moved"]) == (0, [])
    assert "points of change" not in caption(("threat", {"change": None, "concept": ""}))


@pytest.mark.parametrize(
    ("median", "ahead", "farthest"),
    [(-0.147, "second", 15), (0.147, "first", 15), (0.001, "first", 0)],
)
def test_whom_random_words_put_ahead(median, ahead, farthest):
    """The median farthest from zero, in points."""
    rows = ("threat", {"placebo_median": median}), ("harm", {"placebo_median": 0.0})
    found = facts(*rows)
    assert (found["ahead"], found["farthest"]) == (ahead, farthest)
    assert ("points ahead" in caption(*rows)) == (farthest > 0)


def test_no_ids():
    """An underscore would be an id."""
    assert "_" not in "".join(texts(("threat", {})))


def test_the_alternative_text_has_the_numbers():
    """Who cannot see the figure reads every row."""
    said = alternative_text(("threat", {}), ("harm", {"without_least": None}))
    assert "Threat: +20, random words −30 to +10, without one concept +12 to +20." in said
    assert "Harm: +20, random words −30 to +10." in said
