"""Shares over time: a panel for each frame, dots whole and explained."""

from datetime import date

import polars as pl
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
