"""How computed tables are written to files: rounded, and only when they are whole."""

from contextlib import suppress
from pathlib import Path

import polars as pl

from framing.errors import InputError

DIGITS = 6  # significant, so that the last bits of a processor do not reach the files


def rounded(table: pl.DataFrame) -> pl.DataFrame:
    """The table with its floats at DIGITS significant digits, and no negative zero."""
    floats = pl.col(pl.Float64, pl.Float32).round_sig_figs(DIGITS)
    return table.with_columns(pl.when(floats == 0).then(0.0).otherwise(floats).name.keep())


def write_tsv(table: pl.DataFrame, path: Path | str) -> None:
    """Write a tab-separated table, floats rounded, nan as empty; an older file is kept until then.

    Raises InputError if the file cannot be written.
    """
    part = Path(f"{path}.part")
    try:
        with open(part, "wb") as file:
            rounded(table).fill_nan(None).write_csv(file, separator="\t")
        part.replace(path)
    except OSError as error:
        raise InputError(path, error.strerror or "cannot be written", "choose another") from None
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
