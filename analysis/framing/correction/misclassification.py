"""Shares of frames, raw and corrected for the errors of the instrument where it was tested."""

import polars as pl

from framing.accuracy import scoring
from framing.accuracy.equivalence import paired_ratio
from framing.columns import NAME

TESTED = ["true", "extra", "missed", "rest"]


def correct(
    chosen: pl.DataFrame,
    articles: pl.DataFrame,
    found: pl.DataFrame,
    decisions: pl.DataFrame,
    parallel: pl.DataFrame,
    *,
    level: float = 0.95,
) -> pl.DataFrame:
    """A row per source, language and frame: the raw share, and two corrected ones.

    `found` and `decisions` as in `proof`, `parallel` as of `equivalence.code`. Columns: source,
    language, frame, units, carried, share; precision, recall (on the coded units), corrected
    (`scoring.correct_share`) with low and high (interval of the ratio of coded to found units);
    sensitivity, specificity (on the parallel sentences), corrected_parallel
    (`scoring.rogan_gladen`). nan where a measure does not exist.
    """
    shares = _shares(chosen, articles, found, parallel["frame"].unique(maintain_order=True))
    coded = decisions.filter(pl.col("kind") == "frame").select(
        "language",
        pl.col("code").alias("frame"),
        (pl.col("majority") == "1").alias("coded"),
        (pl.col("instrument") == "1").alias("found"),
    )
    keys = ["language", "frame"]
    table = shares.join(_cells(coded), on=keys, how="left", maintain_order="left").join(
        _cells(_lengthen(parallel)), on=keys, how="left", suffix="_parallel", maintain_order="left"
    )
    return pl.DataFrame([_correct(row, level) for row in table.iter_rows(named=True)])


def _shares(
    chosen: pl.DataFrame, articles: pl.DataFrame, found: pl.DataFrame, frames: pl.Series
) -> pl.DataFrame:
    languages = articles.select("article", "language")
    seen = found.filter(pl.col("kind") == "frame").select(
        "unit", pl.col("code").alias("frame"), hit=1
    )
    return (
        chosen.join(languages, on="article", maintain_order="left")
        .select("source", "language", NAME)
        .join(frames.to_frame(), how="cross", maintain_order="left_right")
        .join(seen, on=["unit", "frame"], how="left", maintain_order="left")
        .group_by("source", "language", "frame", maintain_order=True)
        .agg(
            pl.len().cast(pl.Int64).alias("units"),
            pl.col("hit").count().cast(pl.Int64).alias("carried"),
        )
    )


def _lengthen(parallel: pl.DataFrame) -> pl.DataFrame:
    """The parallel sentences with a row per language: language, frame, coded, found."""
    long = parallel.unpivot(
        index=["id", "frame", "coded"], variable_name="language", value_name="found"
    )
    return long.select("language", "frame", pl.col("coded", "found").cast(pl.Boolean))


def _cells(tested: pl.DataFrame) -> pl.DataFrame:
    """How often the instrument was right and wrong: language, frame and TESTED."""
    coded, found = pl.col("coded"), pl.col("found")
    cells = (coded & found, ~coded & found, coded & ~found, ~coded & ~found)
    return tested.group_by("language", "frame", maintain_order=True).agg(
        cell.sum().cast(pl.Int64).alias(name) for cell, name in zip(cells, TESTED, strict=True)
    )


def _correct(row: dict, level: float) -> dict:
    share = row["carried"] / row["units"]
    true, extra, missed, _ = (row[name] or 0 for name in TESTED)
    precision, recall = _divide(true, true + extra), _divide(true, true + missed)
    ends = paired_ratio(true, missed, extra, level=level)[1:]
    hits, false, lost, rest = (row[f"{name}_parallel"] or 0 for name in TESTED)
    sensitivity, specificity = _divide(hits, hits + lost), _divide(rest, rest + false)
    corrected = float(scoring.correct_share(share, precision=precision, recall=recall))
    known = corrected == corrected
    low, high = (min(share * end, 1.0) if known else float("nan") for end in ends)
    kept = {k: row[k] for k in ("source", "language", "frame", "units", "carried")}
    return kept | {
        "share": share,
        "precision": precision,
        "recall": recall,
        "corrected": corrected,
        "low": low,
        "high": high,
        "sensitivity": sensitivity,
        "specificity": specificity,
        "corrected_parallel": float(
            scoring.rogan_gladen(share, sensitivity=sensitivity, specificity=specificity)
        ),
    }


def _divide(hits: int, n: int) -> float:
    return hits / n if n else float("nan")
