"""The figure of the placebos: its table, and what is drawn."""

import polars as pl
import pytest
from framing.plots import placebo, style
from robustness_by_hand import SOURCES, controls

LABELS = {
    "frame": {"breach": "violation", "harm": "civilian harm"},
    "frame_concept": {"no_rule": "breaches, violations (no rule named)", "dead": "dead"},
}


def results(*failed):
    """Placebos of two frames; the second frame has no concept that could be left out."""
    numbers = {"placebo_low": -0.4, "placebo_median": -0.1, "placebo_high": 0.1}
    numbers |= {"placebo_tail": 0.03, "placebo_tail_holm": 0.06, "draws": 2000, "level": 0.9}
    placebos = [{"code": "breach", "estimate": 0.2}, {"code": "harm", "estimate": 0.0}]
    without = pl.DataFrame(
        [("breach", "no_rule", 0.1, -0.1), ("breach", "other", 0.25, 0.05)],
        schema=["code", "concept", "estimate", "change"],
        orient="row",
    )
    return {
        "placebos": pl.DataFrame([row | numbers for row in placebos]),
        "leave_one_out": without,
        "controls": controls(*failed),
    }


def test_tabulate():
    """The range without one concept, and the concept that moves most in words, not by its id."""
    table = placebo.tabulate(results(), LABELS)
    assert table["label"].to_list() == ["violation", "civilian harm"]
    assert table.select("without_least", "without_greatest", "change").rows() == [
        (0.1, 0.25, -0.1),
        (None, None, None),
    ]
    assert table["concept"].to_list() == ["breaches", ""]
    assert table["warning"].to_list() == ["", ""]


def test_failed_controls_warn():
    """A failed control with placebos is named; another control belongs to another figure."""
    rows = results(("breach", "placebo cues", False), ("harm", "own halves", False))
    table = placebo.tabulate(rows, LABELS)
    assert table["warning"].to_list() == ["placebo cues", ""]
    figure = placebo.draw(table, sources=SOURCES, width=7.0)
    assert figure.get_suptitle() == "Warning: negative control failed for violation"
    style.plt.close("all")


def test_draw():
    """Bands, dots and ranges lie where their numbers are, clear of the axis; the level is named."""
    figure = placebo.draw(placebo.tabulate(results(), LABELS), sources=SOURCES, width=7.0)
    axes = figure.axes[0]
    bands = [value for bar in axes.patches for value in (bar.get_x(), bar.get_width())]
    assert bands == pytest.approx([-40, 50] * 2)
    dots = next(line for line in axes.lines if line.get_marker() == "o")
    assert dots.get_xdata().tolist() == pytest.approx([20, 0])
    assert axes.get_xlim()[0] < -40 - 3
    names = [text.get_text() for text in figure.legends[0].get_texts()]
    assert names == [
        "observed",
        "one concept left out",
        "random words: middle 90 %",
        "random words: median",
    ]
    style.plt.close("all")
