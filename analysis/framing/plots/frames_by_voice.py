"""Frames by source, in whose voice, and how large the difference is."""

import matplotlib.pyplot as plt
import numpy as np
import polars as pl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from framing.plots import style

CONTRAST = ["estimate", "low", "high", "method", "floor", "reason", "log_ratio", "g2"]


def tabulate(results: dict[str, pl.DataFrame], labels: dict[str, dict[str, str]]) -> pl.DataFrame:
    """Shares of each frame (`frame_shares`) beside its contrast by sentences (`contrasts`).

    Further columns: lost (the greatest share of the sentences that one concept alone carries, of
    `results["leave_one_out"]`) and warning (negative controls that the frame failed).
    """
    by_sentence = results["contrasts"].filter(kind="frame", measure="sentences")
    by_sentence = by_sentence.select("code", *CONTRAST)
    table = results["frame_shares"].join(by_sentence, on="code", maintain_order="left")
    table = table.join(_lost(results["leave_one_out"]), on=["code", "source"], how="left")
    failed = results["controls"].filter(~pl.col("passed")).group_by("code", maintain_order=True)
    warning = failed.agg(pl.col("control").unique(maintain_order=True).str.join(", "))
    label = pl.col("code").replace_strict(labels["frame"]).alias("label")
    return (
        table.join(warning.rename({"control": "warning"}), on="code", how="left")
        .select("code", label, pl.exclude("code"))
        .with_columns(pl.col("lost").fill_null(0.0), pl.col("warning").fill_null(""))
    )


def _lost(without: pl.DataFrame) -> pl.DataFrame:
    """Greatest share of sentences that hang on one concept, by code and source."""
    columns = [name for name in without.columns if name.startswith("lost_")]
    return (
        without.group_by("code", maintain_order=True)
        .agg(pl.col(columns).max().name.map(lambda name: name.removeprefix("lost_")))
        .unpivot(index="code", variable_name="source", value_name="lost")
    )


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
    failed = table.filter(pl.col("warning") != "").unique(
        "label", keep="first", maintain_order=True
    )
    parts = [f"{label} ({why})" for label, why in failed.select("label", "warning").iter_rows()]
    style.warn(figure, parts and f"negative control failed for {', '.join(parts)}")
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
    counts = [f"{hits}/{n}" for hits, n in zip(table["carried"], units, strict=True)]
    for at, said, mark, end in zip(y, counts, _marks(table), narrator + attributed, strict=True):
        axes.text(end + 0.8, at, f"{said} {mark}", va="center", fontsize=6.5, color=style.INK)
    axes.set_xlim(0, max(axes.get_xlim()[1], (narrator + attributed).max() + 8))


def _marks(table: pl.DataFrame) -> list[str]:
    """A mark where most sentences hold the same concept (†), and where they hold no other (‡)."""
    held, lost = pl.col("main_concept_share") > 0.5, pl.col("lost") > 0.5
    mark = pl.when(lost).then(pl.lit("‡")).when(held).then(pl.lit("†")).otherwise(pl.lit(""))
    return table.select(mark.alias("mark"))["mark"].to_list()


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
