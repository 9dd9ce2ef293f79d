"""Columns that many tables share: the key of a sentence, and its name."""

import polars as pl

UNIT = ["article", "sentence"]
NAME = pl.format("{}_{}", "article", pl.col("sentence").cast(pl.String).str.zfill(2)).alias("unit")


def name_unit(article: str, sentence: int) -> str:
    """Return the name of a sentence, as `NAME` makes it in a table: `arab_ar_07`."""
    return f"{article}_{sentence:02d}"
