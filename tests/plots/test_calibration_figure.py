"""The figure of the calibration: verdicts in its table, marks and limits in its picture."""

import polars as pl
import pytest
from framing.plots import calibration, style

CELL = {"articles_a": 1, "articles_b": 1, "n_a": 12, "n_b": 17, "share": 0.3, "worlds": 4000}
CELL |= {"measure": "sentences", "method": "effective_n", "structure": "strong", "holds": True}
CELL |= dict.fromkeys(("false_positives", "false_equivalence"), 0.05) | {"answered": 1.0}
CELL |= {"coverage": 0.95, "coverage_shifted": 0.94, "width": 0.8}
NONE = dict.fromkeys(("coverage", "coverage_shifted", "false_equivalence", "width"), float("nan"))


@pytest.fixture
def table():
    """A row for each verdict, a test without interval, and a family."""
    rows = [
        CELL,
        CELL | {"false_positives": 0.07, "holds": False},
        CELL | {"structure": "slow", "coverage": 0.7, "holds": False},
        CELL | {"method": "block_permutation"} | NONE,
        CELL | {"method": "percentile_bootstrap", "coverage": 0.6, "holds": False},
    ]
    family = {name: value for name, value in CELL.items() if name not in NONE}
    cells = pl.DataFrame([*rows, family | {"method": "holm_10"}])
    return calibration.tabulate({"cells": cells}, {})


def test_tabulate(table):
    """Verdicts in words; the smaller coverage; none for a test."""
    assert table["verdict"].to_list() == [
        "offered", "withheld", "beyond", "offered", "failing", "offered"
    ]  # fmt: skip
    assert table["least_coverage"].to_list() == [0.94, 0.94, 0.7, None, 0.6, None]
    assert table["label"][0] == "effective number of sentences"


def test_draw(table):
    """A row per method in its order; marks as an image; no text below seven points."""
    figure = calibration.draw(table, sources={}, width=7)
    left, right = figure.axes
    assert [tick.get_text() for tick in left.get_yticklabels()] == [
        "effective number of sentences",
        "permutation of blocks",
        "Holm, family of 10",
        "percentile bootstrap",
    ]
    marks = [line for line in left.lines if line.get_marker() not in ("None", None, "")]
    assert all(line.get_rasterized() for line in marks)
    assert sum(len(line.get_xdata()) for line in marks) == table.height
    assert sum(text.get_text() == calibration.NO_INTERVAL for text in right.texts) == 2
    assert all(text.get_fontsize() >= style.SMALLEST for text in figure.findobj(style.plt.Text))
    style.plt.close(figure)


def test_verdicts_differ_without_colour():
    """By shape or fill: a reader who sees no colours can tell them apart."""
    looks = {(marker, fill == "white") for marker, fill, _, _ in calibration.KINDS.values()}
    assert len(looks) == len(calibration.KINDS)
