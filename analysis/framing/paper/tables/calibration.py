"""Tables on the calibration: the methods, the power, the articles to collect."""

import polars as pl

from framing.paper.tables.names import Names

Results = dict[str, pl.DataFrame]
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


def facts(results: Results, names: Names) -> dict[str, object]:
    """Values for the captions: worlds, cells of a design, sentences of the two articles."""
    cells, power = results["cells"], results["power"]
    return {
        "worlds": cells["worlds"][0],
        "cells": cells.group_by(DESIGN).len()["len"].max(),
        **power.select("n_a", "n_b").row(0, named=True),
    }


def calibration(results: Results, names: Names) -> pl.DataFrame:
    """A row per design, measure and method: its worst rates and where it is offered.

    The rates come with the standard error of the simulation in that cell; `offered` counts those
    of all `cells` (shares × dependence) in which the method is offered.
    """
    cells = results["cells"]
    false = cells.group_by(DESIGN, maintain_order=True).agg(
        pl.col("offered").sum().cast(pl.Int64),
        pl.len().cast(pl.Int64).alias("cells"),
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
    return table.select(
        *DESIGN, pl.exclude(*DESIGN, "offered", "cells"), "offered", "cells"
    ).with_columns(pl.col("method").replace_strict(NAMES))


def power(results: Results, names: Names) -> pl.DataFrame:
    """A row per method, base share and dependence: power, and the smallest difference detected."""
    keys = ["method", "n_a", "n_b", "base", "structure"]
    shown = [
        pl.col("power").filter(pl.col("difference") == at).first().alias(f"power_{100 * at:.0f}")
        for at in SHOWN
    ]
    table = results["power"].with_columns(pl.col("difference").round(3))
    table = table.group_by(keys, maintain_order=True).agg(
        *shown, pl.col("detectable").first().fill_nan(None)
    )
    return table.with_columns(pl.col("method").replace_strict(NAMES))


def design(results: Results, names: Names) -> pl.DataFrame:
    """A row per difference, and by spread between articles the articles that a source needs."""
    spread = pl.format("articles_{}", "spread").alias("spread")
    wide = results["design"].with_columns(spread)
    return wide.pivot("spread", index="difference", values="articles", maintain_order=True)


def _worst(rate: str, error: str, *, descending: bool) -> list[pl.Expr]:
    known = pl.col(rate).fill_nan(None)
    at = known.arg_max() if descending else known.arg_min()
    return [known.get(at), pl.col(error).get(at)]
