"""Frames by source, in whose voice, and how large the difference is."""

import matplotlib.pyplot as plt
import numpy as np
import polars as pl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from framing.plots import style

CONTRAST = ["estimate", "low", "high", "method", "floor", "reason", "log_ratio", "g2"]


def tabulate(results: dict[str, pl.DataFrame], labels: dict[str, dict[str, str]]) -> pl.DataFrame:
    """Shares of `results["frames"]` beside the contrasts of sentences in `results["contrasts"]`."""
    by_sentence = results["contrasts"].filter(kind="frame", measure="sentences")
    by_sentence = by_sentence.select("code", *CONTRAST)
    table = results["frames"].join(by_sentence, on="code", maintain_order="left")
    label = pl.col("code").replace_strict(labels["frame"]).alias("label")
    return table.select("code", label, pl.exclude("code"))


def draw(table: pl.DataFrame, *, sources: dict[str, dict], width: float) -> Figure:
    """Bars of the share of sentences with each frame; beside them the difference and its interval.

    `table`: a row per frame and source with label, units, carried, narrator, attributed, estimate,
    low, high.
    """
    labels = table["label"].unique(maintain_order=True).to_list()
    figure, (left, right) = plt.subplots(
        1, 2, figsize=(width, 0.42 * len(labels) + 0.9), sharey=True, width_ratios=[2.2, 1]
    )
    for row, name in enumerate(sources):
        _bars(left, table.filter(pl.col("source") == name), sources[name]["colour"], row)
    left.set_yticks(range(len(labels)), labels)
    left.invert_yaxis()
    left.set_xlabel("share of the article's sentences (%)")
    left.set_title("Sentences with the frame")
    figure.legend(handles=style.voice_legend(sources), loc="outside lower center", ncols=4)
    _differences(right, table.unique("label", keep="first", maintain_order=True))
    first, second = (entry["short"] for entry in sources.values())
    right.set_title(f"{first} − {second}")
    right.set_xlabel("difference (percentage points)")
    return figure


def _bars(axes: Axes, table: pl.DataFrame, colour: str, row: int) -> None:
    y = np.arange(table.height) + (row - 0.5) * 0.36
    units = table["units"].to_numpy()
    narrator, attributed = (100 * table[v].to_numpy() / units for v in ("narrator", "attributed"))
    axes.barh(y, narrator, 0.32, color=colour, edgecolor=colour, linewidth=0.6)
    axes.barh(
        y,
        attributed,
        0.32,
        left=narrator,
        color=style.tint(colour),
        edgecolor=colour,
        linewidth=0.6,
        hatch="////",
    )
    for at, hits, n, end in zip(y, table["carried"], units, narrator + attributed, strict=True):
        axes.text(end + 0.8, at, f"{hits}/{n}", va="center", fontsize=6.5, color=style.INK)
    axes.set_xlim(0, max(axes.get_xlim()[1], (narrator + attributed).max() + 8))


def _differences(axes: Axes, table: pl.DataFrame) -> None:
    y = np.arange(table.height)
    estimate, low, high = (
        100 * table[c].to_numpy().astype(float) for c in ("estimate", "low", "high")
    )
    known = np.isfinite(low)
    axes.axvline(0, color=style.FAINT, linewidth=0.6)
    axes.hlines(y[known], low[known], high[known], color=style.INK)
    axes.plot(estimate[known], y[known], "o", color=style.INK, markersize=4)
    axes.plot(estimate[~known], y[~known], "o", mfc="white", mec=style.INK, markersize=4)
    for at, x in zip(y[~known], estimate[~known], strict=True):
        axes.text(
            x, at - 0.18, "no interval", ha="center", va="bottom", fontsize=6, color=style.FAINT
        )
    axes.tick_params(left=False)
