"""Tidy tables as CSV files: written with rounded numbers, read back with their types."""

import re
from pathlib import Path

import polars as pl

DIGITS = 6  # significant, so that the last bits of a processor do not reach the files
_INTEGER = re.compile(r"-?(0|[1-9]\d*)")
_FLOAT = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?(e[+-]?\d+)?|NaN|-?inf", re.I)


def rounded(table: pl.DataFrame) -> pl.DataFrame:
    """The table with its floats at DIGITS significant digits, and no negative zero."""
    floats = pl.col(pl.Float64, pl.Float32).round_sig_figs(DIGITS)
    return table.with_columns(pl.when(floats == 0).then(0.0).otherwise(floats).name.keep())


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
