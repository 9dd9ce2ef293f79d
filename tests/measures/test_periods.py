"""Shares over time: three dated articles and one without a date."""

from datetime import date

import polars as pl
import pytest
from framing.errors import InputError
from framing.measures import periods

ARTICLES = pl.DataFrame(
    {"article": list("abcd"), "date": ["2024-01-05", "2024-01-30", "2024-03-01", ""]}
)
# Two sentences of each article; a and c carry the frame f once, d twice.
UNITS = pl.DataFrame({"article": list("aabbccdd"), "source": ["s"] * 6 + ["t"] * 2})
CODED = pl.DataFrame({"article": list("acdd"), "source": ["s", "s", "t", "t"], "code": ["f"] * 4})


def test_over_time():
    """January: 1 of 4 sentences, March: 1 of 2; no row for an article without a date."""
    table = periods.over_time(ARTICLES, UNITS, CODED, ["g", "f"], by="month")
    january, march = date(2024, 1, 1), date(2024, 3, 1)
    assert table.rows() == [
        ("g", "s", january, 2, 4, 0, 0.0),
        ("g", "s", march, 1, 2, 0, 0.0),
        ("f", "s", january, 2, 4, 1, 0.25),
        ("f", "s", march, 1, 2, 1, 0.5),
    ]
    assert table.columns == ["code", "source", "period", "articles", "units", "carried", "share"]


def test_other_periods():
    """A year has them all."""
    (row,) = periods.over_time(ARTICLES, UNITS, CODED, ["f"], by="year").to_dicts()
    assert (row["period"], row["units"], row["carried"]) == (date(2024, 1, 1), 6, 2)


@pytest.mark.parametrize(
    ("articles", "by", "message"),
    [
        (ARTICLES, "moon", "'moon' is no period; use day, week"),
        (ARTICLES.with_columns(date=pl.lit("")), "day", "none has a date; fill in the column date"),
    ],
)
def test_bad_input(articles, by, message):
    """One clear line."""
    with pytest.raises(InputError, match=message):
        periods.over_time(articles, UNITS, CODED, ["f"], by=by)
