"""The table behind the figure of how many texts to code."""

import polars as pl
import pytest
from framing.plots import sample_size, style

COLUMNS = ["share_first", "share_second", "of", "f1", "coded", "corpora",
           "coverage", "width", "alone_coverage", "alone_width"]  # fmt: skip
ROWS = [
    (0.3, 0.1, "difference", 0.6, 50, 9, 0.94, 0.30, 0.95, 0.40),
    (0.2, 0.2, "difference", 0.6, 50, 9, 0.96, 0.20, 0.93, 0.30),
    (0.1, 0.05, "difference", 0.6, 50, 9, 0.97, 0.10, 0.94, 0.12),
    (0.3, 0.1, "first", 0.6, 50, 9, 0.93, 0.99, 0.91, 0.99),
    (0.3, 0.1, "difference", 0.9, 50, 9, 0.98, 0.10, 0.97, 0.42),
]


@pytest.fixture
def table():
    """The table of the figure."""
    found = pl.DataFrame(ROWS, schema=COLUMNS, orient="row")
    return sample_size.tabulate({"correction": found}, {})


def test_tabulate(table):
    """Widths of differences, coverage of all; hand codes alone over all instruments."""
    rows = {(r["group"], r["instrument"]): r for r in table.iter_rows(named=True)}
    common = rows["common", "F1 0.6"]
    assert common["width"] == pytest.approx(0.25)
    assert common["coverage"] == pytest.approx((0.94 + 0.96 + 0.93) / 3)
    assert (common["least_coverage"], common["cells"], common["corpora"]) == (0.93, 3, 9)
    assert rows["rare", "F1 0.6"]["width"] == 0.10
    alone = rows["common", "hand codes alone"]
    assert alone["width"] == pytest.approx((0.40 + 0.30 + 0.42) / 3)
    assert (alone["least_coverage"], alone["cells"]) == (0.91, 4)
    assert table["instrument"].unique(maintain_order=True).to_list() == [
        "F1 0.6", "F1 0.9", "hand codes alone"
    ]  # fmt: skip


def test_draw(table):
    """A line per instrument in each panel; hand codes alone dashed."""
    figure = sample_size.draw(table, sources={}, width=7)
    left, middle, right = figure.axes
    assert [len(axes.lines) for axes in (left, middle)] == [3, 3]
    assert left.lines[2].get_linestyle() == "--"
    assert left.lines[0].get_ydata().tolist() == pytest.approx([25])
    assert right.lines[0].get_ydata().tolist() == [0.93]
    style.plt.close(figure)
