"""The table on correction by a hand-coded sample: how many texts to code."""

import polars as pl

from framing.paper.tables.names import Names

Results = dict[str, pl.DataFrame]
ALONE = "hand codes alone"
RARE = 0.1  # a frame is rare whose share is at most this in both languages


def facts(results: Results, names: Names) -> dict[str, object]:
    """Values for the caption: simulated corpora, and coded texts at least and at most."""
    found = results["correction"]
    return {
        "corpora": found["corpora"][0],
        "fewest": found["coded"].min(),
        "most": found["coded"].max(),
    }


def sample_size(results: Results, names: Names) -> pl.DataFrame:
    """Widths and coverage, a row per group of frames, instrument and number of coded texts.

    `results["correction"]` as of `simulation.measure`. Columns: group (common, rare), instrument
    (its F1 in words, or ALONE), coded (texts a language), width (mean over the frames, of the
    interval of a difference of shares), coverage and least_coverage (mean and least, over the
    frames, of shares and differences), cells (shares and differences), corpora.
    """
    found = results["correction"].with_columns(
        group=pl.when(pl.max_horizontal("share_first", "share_second") <= RARE)
        .then(pl.lit("rare"))
        .otherwise(pl.lit("common"))
    )
    corrected = found.with_columns(instrument=pl.format("F1 {}", "f1"))
    alone = found.with_columns(
        width="alone_width", coverage="alone_coverage", instrument=pl.lit(ALONE)
    )
    return (
        pl.concat([corrected, alone])
        .group_by("group", "instrument", "coded", maintain_order=True)
        .agg(
            pl.col("width").filter(of="difference").mean(),
            pl.col("coverage").mean(),
            pl.col("coverage").min().alias("least_coverage"),
            pl.len().cast(pl.Int64).alias("cells"),
            pl.col("corpora").first(),
        )
        .sort("group", maintain_order=True)
    )
