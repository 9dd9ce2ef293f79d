"""What the caption of `figures/calibration` says: which methods fail, and where one holds."""

import polars as pl

from framing.calibration.worlds import UNLIKE

Rates = dict[str, float]


def facts(table: pl.DataFrame, *, sources: dict[str, dict], unseen: pl.DataFrame) -> Rates:
    """Values of the caption, from the table of the figure and `unseen.measure`.

    most_…: largest share of false positives of usual practice, least_bootstrap the smallest
    coverage; offered_false, offered_coverage: the worst rates of what is offered, with standard
    errors; cells of the default method and how many are withheld; strong_…, slow_…, unlike_…: its
    worst rates where dependence is stronger, or articles differ more; unseen_…: in worlds that the
    calibration has not seen.
    """
    offered = table.filter(verdict="offered")
    default = table.filter(method="effective_n")
    judged = default.filter(pl.col("verdict").is_in(["offered", "withheld"]))
    tried = unseen.filter("offered")
    found = {
        "worlds": table["worlds"].min(),
        "shortest": table["n_a"].min(),
        "longest": table["n_b"].max(),
        "offered_false": offered["false_positives"].max(),
        "offered_coverage": offered["least_coverage"].min(),
        "error": _error(offered),
        "cells": judged.height,
        "withheld": judged.filter(verdict="withheld").height,
        "least_bootstrap": table.filter(method="percentile_bootstrap")["least_coverage"].min(),
        "unseen": tried.height,
        "unseen_false": tried["false_positives"].max(),
        "unseen_coverage": min(tried["coverage"].min(), tried["coverage_shifted"].min()),
    }
    for method in ("g2_test", "plain_permutation", "welch_t"):
        found[f"most_{method}"] = table.filter(method=method)["false_positives"].max()
    for structure, name in (("very strong", "strong"), ("slow", "slow"), (UNLIKE, "unlike")):
        part = default.filter(structure=structure)
        found[f"{name}_false"] = part["false_positives"].max()
        found[f"{name}_coverage"] = part["least_coverage"].min()
    return found


def _error(offered: pl.DataFrame) -> float:
    """The largest standard error of a share of false positives, of those with an interval."""
    rate, n = pl.col("false_positives"), pl.col("worlds") * pl.col("answered")
    spanning = offered.drop_nulls("least_coverage")
    return float(spanning.select((rate * (1 - rate) / n).sqrt().max()).item())
