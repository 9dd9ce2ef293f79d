"""How computed numbers are written to files."""

import polars as pl

DIGITS = 6  # significant, so that the last bits of a processor do not reach the files


def rounded(table: pl.DataFrame) -> pl.DataFrame:
    """The table with its floats at DIGITS significant digits, and no negative zero."""
    floats = pl.col(pl.Float64, pl.Float32).round_sig_figs(DIGITS)
    return table.with_columns(pl.when(floats == 0).then(0.0).otherwise(floats).name.keep())
