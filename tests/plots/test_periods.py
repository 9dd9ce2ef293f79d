"""Shares over time: a panel for each frame, dots whole and explained."""

from datetime import date

import polars as pl
import pytest
from framing.plots import periods

SOURCES = {"a": {"short": "A", "colour": "#0072B2"}}


def test_dots_are_whole_and_explained():
    """Also where the share is zero, at the edge of the panel; the size is said in the legend."""
    rows = [("threat", "a", date(2024, 1, 1), 10, 0.0), ("threat", "a", date(2024, 2, 1), 40, 0.5)]
    schema = ["code", "source", "period", "units", "share"]
    table = pl.DataFrame(rows, schema=schema, orient="row")
    figure = periods.draw(table, sources=SOURCES, labels={"threat": "threat"}, width=7)
    (dots,) = figure.axes[0].collections
    assert not dots.get_clip_on()
    assert list(dots.get_sizes()) == [14, 44]
    assert figure.legends[0].get_title().get_text() == "the larger a dot, the more sentences"


@pytest.mark.parametrize(("frames", "rows", "hidden"), [(1, 1, 3), (4, 1, 0), (5, 2, 3)])
def test_a_panel_for_each_frame(frames, rows, hidden):
    """Four in a row; those that nothing is drawn in are not shown; as high as its rows."""
    names = [f"f{number}" for number in range(frames)]
    cells = [(name, "a", date(2024, month, 1), 10, 0.2) for name in names for month in (1, 2)]
    schema = ["code", "source", "period", "units", "share"]
    table = pl.DataFrame(cells, schema=schema, orient="row")
    labels = {name: name.upper() for name in names}
    figure = periods.draw(table, sources=SOURCES, labels=labels, width=7)
    assert len(figure.axes) == 4 * rows
    assert sum(not axes.axison for axes in figure.axes) == hidden
    assert [axes.get_title() for axes in figure.axes[:frames]] == list(labels.values())
    assert figure.get_figheight() == pytest.approx(1.1 + 1.5 * rows)
    assert figure.axes[0].get_ylim() == pytest.approx((0, 0.23))
    assert [text.get_text() for text in figure.legends[0].get_texts()] == ["A"]


@pytest.mark.parametrize(("share", "top"), [(0.0, 0.0575), (0.95, 1.0)])
def test_the_axis_of_shares(share, top):
    """Never beyond one, and never without any height."""
    cells = [("f", "a", date(2024, month, 1), 10, share) for month in (1, 2)]
    schema = ["code", "source", "period", "units", "share"]
    table = pl.DataFrame(cells, schema=schema, orient="row")
    figure = periods.draw(table, sources=SOURCES, labels={"f": "f"}, width=7)
    assert figure.axes[0].get_ylim() == pytest.approx((0, top))
