"""How many texts to code by hand: the width of a corrected difference, and its coverage."""

import matplotlib.pyplot as plt
import polars as pl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from framing.correction.simulation import LEVEL
from framing.paper.facts.sample_size import facts
from framing.paper.tables import correction
from framing.paper.tables.correction import ALONE
from framing.paper.tables.names import Names
from framing.plots import style

__all__ = ["draw", "facts", "tabulate"]
GROUPS = {"common": "Frame in 10–35 % of texts", "rare": "Frame in 1–10 % of texts"}
SIZE = "hand-coded texts in each language"
SHADES = ("#B8D4E8", "#6BAED6", "#2171B5", "#08306B")  # the worst instrument to the best


def tabulate(results: dict[str, pl.DataFrame], labels: dict[str, dict[str, str]]) -> pl.DataFrame:
    """Widths and coverage by frames, instrument and size, as of `correction.sample_size`."""
    return correction.sample_size(results, Names([], labels))


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
        axes.set_ylabel(f"width of the {100 * LEVEL:g} % interval (points)")
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
    axes.axhline(LEVEL, color=style.FAINT, linewidth=0.8, linestyle=":")
    axes.set_ylim(0.9, 1)
    axes.set_title("Least coverage")
    axes.set_ylabel("intervals that contain the true value")
    axes.set_xlabel(SIZE)
