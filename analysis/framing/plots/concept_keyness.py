"""Concepts that mark each article, by gloss and in both scripts."""

import matplotlib.pyplot as plt
import numpy as np
import polars as pl
from matplotlib.figure import Figure

from framing.paper.captions import short
from framing.plots import style

EACH = 14  # concepts shown on each side


def tabulate(results: dict[str, pl.DataFrame], labels: dict[str, dict[str, str]]) -> pl.DataFrame:
    """The concepts of `results["concepts"]` that differ most, as many on each side as there are."""
    gloss = pl.col("item").replace_strict(labels["concept"], default=None).alias("gloss")
    table = results["concepts"].select(pl.col("item").alias("concept"), gloss, pl.exclude("item"))
    first, second = pl.col("log_ratio") > 0, pl.col("log_ratio") < 0
    return pl.concat([table.filter(first).head(EACH), table.filter(second).tail(EACH)])


def draw(table: pl.DataFrame, *, sources: dict[str, dict], width: float) -> Figure:
    """Log ratio of each concept, longest bars outside; counts and the words found at the side.

    `table`: a row per concept, ordered, with gloss, log_ratio, count_first, count_second, and the
    commonest form in each script (form_first, form_second; empty where the concept is absent).
    """
    first, second = sources.values()
    colours = [first["colour"] if value > 0 else second["colour"] for value in table["log_ratio"]]
    y = np.arange(table.height)
    figure, (axes, words) = plt.subplots(
        1, 2, figsize=(width, 0.21 * table.height + 0.9), sharey=True, width_ratios=[1.75, 1]
    )
    axes.barh(y, table["log_ratio"], 0.62, color=colours)
    axes.axvline(0, color=style.FAINT, linewidth=0.6)
    axes.set_yticks(y, [short(gloss) for gloss in table["gloss"]])
    axes.set_ylim(table.height - 0.4, -0.6)
    axes.grid(axis="x")
    reach = 1.08 * table["log_ratio"].abs().max()
    axes.set_xlim(-reach, reach)
    axes.set_xlabel(
        "log ratio of rates (binary): one step is twice as often\n"
        f"left: {second['label']}; right: {first['label']}"
    )
    words.set_axis_off()
    for side, column, entry in ((0.0, "first", first), (0.5, "second", second)):
        words.text(
            side, 1.0, entry["short"], transform=words.transAxes, fontweight="bold", fontsize=7.5
        )
        for at, form, count in zip(
            y, table[f"form_{column}"], table[f"count_{column}"], strict=True
        ):
            place = {"transform": words.get_yaxis_transform(), "va": "center", "fontsize": 7}
            words.text(side, at, str(count), color=style.INK, **place)
            words.text(side + 0.07, at, form, color=style.INK, **place)
    return figure
