"""How many texts to code by hand: the width of a corrected difference, and its coverage."""

import matplotlib.pyplot as plt
import polars as pl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from framing.paper.facts.sample_size import facts
from framing.plots import style

__all__ = ["draw", "facts", "tabulate"]
ALONE = "hand codes alone"
GROUPS = {"common": "Frame in 10–35 % of texts", "rare": "Frame in 1–10 % of texts"}
SIZE = "hand-coded texts in each language"
RARE = 0.1  # a frame is rare whose share is at most this in both languages
SHADES = ("#B8D4E8", "#6BAED6", "#2171B5", "#08306B")  # the worst instrument to the best


def tabulate(results: dict[str, pl.DataFrame], labels: dict[str, dict[str, str]]) -> pl.DataFrame:
    """Widths and coverage, a row per group of frames, instrument and size.

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


def draw(table: pl.DataFrame, *, sources: dict[str, dict], width: float) -> Figure:
    """Left and middle: width by number of coded texts. Right: coverage of the same intervals."""
    names = table["instrument"].unique(maintain_order=True).to_list()
    figure, panels = plt.subplots(1, 3, figsize=(width, 2.9))
    for axes, (group, title) in zip(panels, GROUPS.items(), strict=False):
        for name in names:
            mine = table.filter(group=group, instrument=name)
            look = _look(name, names)
            axes.plot(mine["coded"], 100 * mine["width"], markersize=3.2, **look)
        axes.set_ylim(0)
        axes.yaxis.set_major_locator(MaxNLocator(integer=True))
        axes.set_title(title)
        axes.set_ylabel("width of the 95 % interval (points)")
        axes.set_xlabel(SIZE)
    _draw_coverage(panels[2], table, names)
    handles, words = panels[0].get_legend_handles_labels()
    figure.legend(handles, words, loc="outside lower center", ncols=len(names))
    return figure


def _look(name: str, names: list[str]) -> dict:
    """Colour, line and marker of an instrument: the better, the darker; hand codes alone dashed."""
    if name == ALONE:
        return {"color": style.INK, "linestyle": "--", "marker": "s", "mfc": "white", "label": name}
    rank = names.index(name) * (len(SHADES) - 1) / max(len(names) - 2, 1)
    return {"color": style.line(SHADES[round(rank)]), "marker": "o", "label": f"instrument: {name}"}


def _draw_coverage(axes: Axes, table: pl.DataFrame, names: list[str]) -> None:
    """The least coverage over all frames, shares and differences, by number of coded texts."""
    for name in names:
        mine = table.filter(instrument=name).group_by("coded", maintain_order=True)
        least = mine.agg(pl.col("least_coverage").min()).sort("coded")
        axes.plot(least["coded"], least["least_coverage"], markersize=3.2, **_look(name, names))
    axes.axhline(0.95, color=style.FAINT, linewidth=0.8, linestyle=":")
    axes.set_ylim(0.9, 1)
    axes.set_title("Least coverage")
    axes.set_ylabel("intervals that hold the truth")
    axes.set_xlabel(SIZE)
