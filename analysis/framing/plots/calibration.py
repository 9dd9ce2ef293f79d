"""False positives and coverage of every method in simulated worlds."""

import matplotlib.pyplot as plt
import numpy as np
import polars as pl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from framing.calibration.failing_methods import FAILING
from framing.calibration.verdicts import LEAST_COVERAGE, MOST_FALSE_POSITIVES
from framing.calibration.worlds import BEYOND
from framing.paper.facts.calibration import facts
from framing.paper.tables.calibration import NAMES
from framing.plots import style

__all__ = ["draw", "facts", "tabulate"]

KINDS = {  # what is said of a cell: marker, its fill and edge, words of the legend
    "beyond": ("o", "white", style.FAINT, "stronger dependence: measured only"),
    "offered": ("o", "#009E73", "#009E73", "offered"),
    "withheld": ("D", "#E69F00", style.INK, "beyond a limit: withheld"),
    "failing": ("x", "#B00020", "#B00020", "usual practice, never offered"),
}
NO_INTERVAL = "a test, no interval"
ORDER = {name: row for row, name in enumerate(NAMES)}
SIZES = {"withheld": 3.0, "failing": 3.0}
PLACE = ["method", "articles_a", "articles_b", "n_a", "n_b", "measure", "share", "structure"]
RATES = ["false_positives", "coverage", "coverage_shifted", "false_equivalence"]


def tabulate(results: dict[str, pl.DataFrame], labels: dict[str, dict[str, str]]) -> pl.DataFrame:
    """Every method in every cell: its rates and verdict."""
    kind = (
        pl.when(pl.col("method").is_in(list(FAILING)))
        .then(pl.lit("failing"))
        .when(pl.col("structure").is_in(BEYOND))
        .then(pl.lit("beyond"))
        .when("holds")
        .then(pl.lit("offered"))
        .otherwise(pl.lit("withheld"))
    )
    coverage = [pl.col(name).fill_nan(None) for name in ("coverage", "coverage_shifted")]
    return results["cells"].select(
        pl.col("method").replace_strict(NAMES).alias("label"),
        *PLACE,
        kind.alias("verdict"),
        *(pl.col(name).fill_nan(None) for name in (*RATES, "width")),
        *("answered", "worlds"),
        pl.min_horizontal(coverage).alias("least_coverage"),
    )


def draw(table: pl.DataFrame, *, sources: dict[str, dict], width: float) -> Figure:
    """A mark for every cell, a row for every method; the limits as lines.

    `table`: label, method, verdict, false_positives and least_coverage, a row per cell and method.
    """
    methods = sorted(table["method"].unique(), key=ORDER.__getitem__)
    figure, (left, right) = plt.subplots(1, 2, figsize=(width, 4.2), sharey=True)
    for axes, rate in ((left, "false_positives"), (right, "least_coverage")):
        for row, method in enumerate(methods):
            _cells(axes, table.filter(method=method), rate, row)
    left.set_yticks(range(len(methods)), [NAMES[method] for method in methods])
    left.invert_yaxis()
    _limit(left, MOST_FALSE_POSITIVES, "left")
    _limit(right, LEAST_COVERAGE, "right")
    left.set_xscale("function", functions=(np.sqrt, np.square))
    left.set_xlim(0, max(0.5, float(table["false_positives"].max() or 0) * 1.1))
    left.set_xticks([0, 0.02, 0.06, 0.2, 0.4, 0.6])
    left.set_title("False positives (nominal .05)")
    left.set_xlabel("worlds without a difference in which p ≤ .05\n(square-root scale)")
    right.set_title("Coverage (nominal .95)")
    right.set_xlabel("intervals that contain the true difference")
    for row, method in enumerate(methods):
        if table.filter(method=method)["least_coverage"].is_null().all():
            place = {"color": style.QUIET, "va": "center", "ha": "right"}
            right.text(LEAST_COVERAGE - 0.01, row, NO_INTERVAL, **place)
    figure.legend(handles=_legend(), loc="outside lower center", ncols=4)
    return figure


def _cells(axes: Axes, table: pl.DataFrame, rate: str, row: int) -> None:
    """Marks of one method, scattered over its row; as an image, for there are thousands."""
    lane = row + np.random.default_rng(row).uniform(-0.33, 0.33, table.height)
    for kind, (marker, fill, edge, _) in KINDS.items():
        chosen = (table["verdict"] == kind).to_numpy()
        axes.plot(
            table[rate].cast(pl.Float64).to_numpy()[chosen],
            lane[chosen],
            marker,
            markerfacecolor=fill,
            markeredgecolor=edge,
            markersize=SIZES.get(kind, 2.2),
            markeredgewidth=0.5,
            linestyle="none",
            rasterized=True,
        )


def _limit(axes: Axes, at: float, side: str) -> None:
    axes.axvline(at, color=style.INK, linewidth=0.8, linestyle="--")
    place = {"xycoords": ("data", "axes fraction"), "textcoords": "offset points", "ha": side}
    axes.annotate(f"limit {at:.2f}", (at, 0), (3 if side == "left" else -3, 3), **place)


def _legend() -> list[Line2D]:
    return [
        Line2D(
            [], [], marker=marker, markerfacecolor=fill, markeredgecolor=edge,
            linestyle="none", markersize=4, label=words,
        )
        for marker, fill, edge, words in KINDS.values()
    ]  # fmt: skip
