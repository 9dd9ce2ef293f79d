"""What the caption of the calibration says follows from the table of its figure."""

import polars as pl
import pytest
from framing.paper import captions
from framing.paper.facts import calibration

import workflow

COLUMNS = ["method", "structure", "verdict", "false_positives", "answered",
           "least_coverage", "n_a", "n_b", "worlds"]  # fmt: skip
ROWS = [
    ("effective_n", "strong", "offered", 0.05, 1.0, 0.95, 5, 12, 4000),
    ("effective_n", "bursts", "withheld", 0.07, 1.0, 0.94, 12, 400, 4000),
    ("effective_n", "very strong", "beyond", 0.16, 1.0, 0.83, 5, 12, 4000),
    ("effective_n", "slow", "beyond", 0.22, 1.0, 0.77, 5, 12, 4000),
    ("effective_n", "unlike articles", "beyond", 0.15, 1.0, 0.85, 5, 12, 4000),
    ("hac", "strong", "offered", 0.058, 1.0, 0.94, 12, 12, 4000),
    ("g2_test", "strong", "failing", 0.35, 1.0, None, 12, 12, 4000),
    ("plain_permutation", "strong", "failing", 0.25, 1.0, None, 12, 12, 4000),
    ("percentile_bootstrap", "strong", "failing", 0.3, 1.0, 0.61, 12, 12, 4000),
    ("welch_t", "strong", "failing", 0.2, 1.0, 0.7, 12, 12, 4000),
]
UNSEEN = pl.DataFrame(
    {
        "offered": [True, True, False],
        "false_positives": [0.04, 0.055, 0.9],
        "coverage": [0.96, 0.945, 0.1],
        "coverage_shifted": [0.95, 0.94, 0.1],
    }
)


@pytest.fixture
def found():
    """The facts of a small table."""
    return calibration.facts(
        pl.DataFrame(ROWS, schema=COLUMNS, orient="row"), sources={}, unseen=UNSEEN
    )


def test_facts_by_hand(found):
    """Of what is offered, of usual practice, beyond the limits, and in unseen worlds."""
    assert (found["offered_false"], found["offered_coverage"]) == (0.058, 0.94)
    assert found["error"] == pytest.approx((0.058 * 0.942 / 4000) ** 0.5)
    assert (found["cells"], found["withheld"]) == (2, 1)
    assert (found["most_g2_test"], found["most_welch_t"]) == (0.35, 0.2)
    assert found["least_bootstrap"] == 0.61
    assert (found["strong_coverage"], found["slow_coverage"]) == (0.83, 0.77)
    assert (found["unlike_coverage"], found["unlike_false"]) == (0.85, 0.15)
    assert (found["unseen"], found["unseen_false"], found["unseen_coverage"]) == (2, 0.055, 0.94)
    assert (found["shortest"], found["longest"]) == (5, 400)


def test_the_caption_says_how_far_dependence_goes(found):
    """It once said "independent and dependent" only."""
    text, alternative = captions.caption(workflow.ROOT / "workflow/report/calibration.md", **found)
    assert "neighbours correlated up to .5" in text
    assert "correlations of .7, slower decay, unlike articles: the default interval covers" in text
    assert "covers 77 % at least" in text
    assert "at most 0.058 false positives" in text
    assert "25 %" in alternative
