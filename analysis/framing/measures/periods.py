"""Shares of sentences over time, by the dates of the articles."""

import polars as pl

from framing.errors import InputError

PERIODS = {"day": "1d", "week": "1w", "month": "1mo", "quarter": "1q", "year": "1y"}


def over_time(
    articles: pl.DataFrame,
    units: pl.DataFrame,
    coded: pl.DataFrame,
    codes: list[str],
    *,
    by: str,
) -> pl.DataFrame:
    """Share of the sentences that carry each code, by source and period.

    `units` and `coded` are those of `measures.units`; articles without a date are left out. `by`
    is a key of PERIODS. Columns: code, source, period (its first day), articles, units, carried,
    share. A period in which a source has no sentence has no row. Raises InputError for another
    `by`, or where no article has a date.
    """
    if by not in PERIODS:
        raise InputError("--by", f"{by!r} is no period", f"use {', '.join(PERIODS)}")
    dated = articles.filter(pl.col("date") != "").select(
        "article", pl.col("date").str.to_date().dt.truncate(PERIODS[by]).alias("period")
    )
    if dated.is_empty():
        raise InputError("articles", "none has a date", "fill in the column date")
    key = ["source", "period"]
    totals = (
        units.join(dated, on="article")
        .group_by(key)
        .agg(pl.col("article").n_unique().alias("articles"), pl.len().alias("units"))
    )
    carried = coded.join(dated, on="article").group_by("code", *key).agg(pl.len().alias("carried"))
    return (
        pl.DataFrame({"code": codes})
        .join(totals, how="cross")
        .join(carried, on=["code", *key], how="left", maintain_order="left")
        .with_columns(pl.col("carried").fill_null(0))
        .with_columns((pl.col("carried") / pl.col("units")).alias("share"))
        .sort(pl.col("code").replace_strict(codes, range(len(codes))), "source", "period")
    )
