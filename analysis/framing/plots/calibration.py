"""False positives and coverage of every method in simulated null worlds."""

import matplotlib.pyplot as plt
import numpy as np
import polars as pl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from framing.calibration.rates import DEMONSTRATIONS, LEAST_COVERAGE, MOST_FALSE_POSITIVES
from framing.paper.tables.calibration import NAMES
from framing.plots import style

KINDS = {  # what is said of a cell: colour, marker, words of the legend
    "offered": ("#009E73", "o", "offered in this cell"),
    "withheld": ("#CC79A7", "D", "beyond a limit: withheld in this cell"),
    "failing": ("#B00020", "x", "usual practice, never offered"),
}
NO_INTERVAL = "a test, no interval"
ORDER = {name: row for row, name in enumerate(NAMES)}


def tabulate(results: dict[str, pl.DataFrame], labels: dict[str, dict[str, str]]) -> pl.DataFrame:
    """Every cell and method of `results["cells"]`: rates, their errors, verdict in words."""
    kind = (
        pl.when(pl.col("method").is_in(DEMONSTRATIONS))
        .then(pl.lit("failing"))
        .when("offered")
        .then(pl.lit("offered"))
        .otherwise(pl.lit("withheld"))
    )
    return results["cells"].select(
        pl.col("method").replace_strict(NAMES).alias("label"),
        *("method", "articles", "n_a", "n_b", "measure", "share", "structure"),
        kind.alias("verdict"),
        *("answered", "false_positives", "false_positives_se", "coverage", "coverage_se"),
        *("coverage_shifted", "coverage_shifted_se", "worlds"),
        pl.min_horizontal("coverage", "coverage_shifted").alias("least_coverage"),
    )


def draw(table: pl.DataFrame, *, sources: dict[str, dict], width: float) -> Figure:
    """A dot for every cell, a row for every method; the limits as lines.

    `table`: label, method, verdict, false_positives and least_coverage, a row per cell and method.
    """
    methods = sorted(table["method"].unique(), key=ORDER.get)
    figure, (left, right) = plt.subplots(1, 2, figsize=(width, 3.9), sharey=True)
    for axes, rate in ((left, "false_positives"), (right, "least_coverage")):
        for row, method in enumerate(methods):
            _cells(axes, table.filter(pl.col("method") == method), rate, row)
    left.set_yticks(range(len(methods)), [NAMES[method] for method in methods])
    left.invert_yaxis()
    _limit(left, MOST_FALSE_POSITIVES, f"limit {MOST_FALSE_POSITIVES:.2f}")
    _limit(right, LEAST_COVERAGE, f"limit {LEAST_COVERAGE:.2f}")
    left.set_xscale("function", functions=(np.sqrt, np.square))
    left.set_xlim(0, max(0.5, table["false_positives"].fill_nan(None).max() * 1.1))
    left.set_xticks([0, 0.02, 0.06, 0.2, 0.4, 0.6])
    left.set_title("False positives (nominal .05)")
    left.set_xlabel("null worlds with p ≤ .05 (square-root scale)")
    right.set_title("Coverage (nominal .95)")
    right.set_xlabel("intervals that hold the true difference")
    for row, method in enumerate(methods):
        if table.filter(pl.col("method") == method)["least_coverage"].is_nan().all():
            right.text(
                LEAST_COVERAGE - 0.01, row, NO_INTERVAL, color=style.FAINT, va="center", ha="right"
            )
    _legend(figure)
    return figure


def _cells(axes: Axes, table: pl.DataFrame, rate: str, row: int) -> None:
    """Dots of one method, spread over its row in the order of the cells."""
    lane = row + 0.32 * np.sin(np.arange(table.height) * 2.4)
    for kind, (colour, marker, _) in KINDS.items():
        chosen = (table["verdict"] == kind).to_numpy()
        axes.plot(
            table[rate].to_numpy()[chosen],
            lane[chosen],
            marker,
            color=colour,
            markersize=2.4 if kind != "withheld" else 3.2,
            markeredgewidth=0.6,
            alpha=0.75,
            linestyle="none",
        )


def _limit(axes: Axes, at: float, text: str) -> None:
    axes.axvline(at, color=style.INK, linewidth=0.8, linestyle="--")
    axes.annotate(
        text, (at, 0), (3, 3), xycoords=("data", "axes fraction"),
        textcoords="offset points", fontsize=6.5,
    )  # fmt: skip


def _legend(figure: Figure) -> None:
    handles = [
        plt.Line2D([], [], color=colour, marker=marker, linestyle="none", markersize=4, label=words)
        for colour, marker, words in KINDS.values()
    ]
    figure.legend(handles=handles, loc="outside lower center", ncols=3)
