"""Tables of the paper on the calibration: the methods, the power, the articles to collect."""

import polars as pl

NAMES = {
    "hac": "fixed-b HAC t",
    "batch_means": "batch means t",
    "block_permutation": "block permutation",
    "article_t": "Welch t over articles",
    "article_permutation": "permutation of articles",
    "g2_test": "G² as a test",
    "plain_permutation": "plain permutation",
    "percentile_bootstrap": "percentile bootstrap",
}
DESIGN = ["articles", "n_a", "n_b", "measure", "method"]
SHOWN = (0.2, 0.4, 0.6, 0.8)  # differences whose power is printed


def compose(
    cells: pl.DataFrame, power: pl.DataFrame, design: pl.DataFrame
) -> dict[str, pl.DataFrame]:
    """Return the three tables by name."""
    return {
        "calibration": calibration(cells),
        "power": detectable(power),
        "design": collect(design),
    }


def say(cells: pl.DataFrame, power: pl.DataFrame) -> dict[str, int]:
    """Return the numbers that the captions of the tables quote."""
    each = cells.group_by(DESIGN).len()["len"].max()
    return {
        "worlds": cells["worlds"][0],
        "cells": each,
        **power.select("n_a", "n_b").row(0, named=True),
    }


def calibration(cells: pl.DataFrame) -> pl.DataFrame:
    """Return a row per design, measure and method: its worst rates and where it is offered.

    The rates come with the standard error of the simulation in that cell; `offered` counts the
    cells (shares × dependence) in which the method is offered, of all.
    """
    false = cells.group_by(DESIGN, maintain_order=True).agg(
        pl.format("{}/{}", pl.col("offered").sum(), pl.len()).alias("offered"),
        *_worst("false_positives", "false_positives_se", descending=True),
    )
    kinds = [("coverage", "coverage_se"), ("coverage_shifted", "coverage_shifted_se")]
    stacked = pl.concat(
        cells.select(*DESIGN, pl.col(rate).alias("coverage"), pl.col(error).alias("coverage_se"))
        for rate, error in kinds
    )
    covered = stacked.group_by(DESIGN, maintain_order=True).agg(
        *_worst("coverage", "coverage_se", descending=False)
    )
    table = false.join(covered, on=DESIGN, how="left", maintain_order="left")
    return table.select(*DESIGN, pl.exclude(*DESIGN, "offered"), "offered").with_columns(
        pl.col("method").replace_strict(NAMES)
    )


def detectable(power: pl.DataFrame) -> pl.DataFrame:
    """Return a row per method, base share and dependence: power, and the least that is detected."""
    keys = ["method", "n_a", "n_b", "base", "structure"]
    rounded = power.with_columns(pl.col("difference").round(3))
    shown = [
        pl.col("power").filter(pl.col("difference") == at).first().alias(f"power_{100 * at:.0f}")
        for at in SHOWN
    ]
    table = rounded.group_by(keys, maintain_order=True).agg(
        *shown, pl.col("detectable").first().fill_nan(None)
    )
    return table.with_columns(pl.col("method").replace_strict(NAMES))


def collect(design: pl.DataFrame) -> pl.DataFrame:
    """Return a row per difference and a column per spread between articles: articles a side."""
    named = design.with_columns(pl.format("spread {}", "spread").alias("spread"))
    return named.pivot("spread", index="difference", values="articles", maintain_order=True)


def _worst(rate: str, error: str, *, descending: bool) -> list[pl.Expr]:
    known = pl.col(rate).fill_nan(None)
    at = known.arg_max() if descending else known.arg_min()
    return [known.get(at), pl.col(error).get(at)]
