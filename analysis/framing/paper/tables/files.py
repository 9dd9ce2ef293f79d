"""Tidy tables as CSV files: written with rounded numbers, read back with their types."""

import re
from pathlib import Path

import polars as pl

from framing.output import rounded

_INTEGER = re.compile(r"-?(0|[1-9]\d*)")
_FLOAT = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?(e[+-]?\d+)?|NaN|-?inf", re.I)


def write_csv(table: pl.DataFrame, path: Path | str) -> None:
    """Write a tidy table, floats rounded, line ends `\\n`."""
    rounded(table).write_csv(path)


def read_csv(path: Path | str) -> pl.DataFrame:
    """Read a table that `write_csv` wrote: a column of numbers as such, every other as text.

    Dates stay text, and so do numbers that begin with a zero. Empty cells are null among numbers
    and "" among texts.
    """
    table = pl.read_csv(path, infer_schema=False).with_columns(pl.all().fill_null(""))
    return table.select(_typed(column) for column in table)


def _typed(column: pl.Series) -> pl.Series:
    given = column.filter(column != "")
    for pattern, dtype in ((_INTEGER, pl.Int64), (_FLOAT, pl.Float64)):
        if len(given) and all(map(pattern.fullmatch, given)):
            return column.replace("", None).cast(dtype)
    return column
