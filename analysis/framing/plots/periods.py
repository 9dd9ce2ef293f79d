"""Shares of frames over time: a panel for each frame, a line for each source."""

from math import ceil

import matplotlib.pyplot as plt
import polars as pl
from matplotlib.axes import Axes
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter
from matplotlib.figure import Figure

from framing.plots import style

COLUMNS = 4
MARKERS = "osD^vPX*"


def draw(
    table: pl.DataFrame, *, sources: dict[str, dict[str, str]], labels: dict[str, str], width: float
) -> Figure:
    """Draw the table of `measures.periods.over_time`; a dot is the larger, the more sentences."""
    codes = table["code"].unique(maintain_order=True).to_list()
    rows = ceil(len(codes) / COLUMNS)
    figure, panels = plt.subplots(
        rows, COLUMNS, figsize=(width, 1.1 + 1.5 * rows), sharex=True, sharey=True, squeeze=False
    )
    for panel, code in zip(panels.flat, codes, strict=False):
        panel.set_title(labels[code], fontsize=8)
        for (name, entry), marker in zip(sources.items(), MARKERS, strict=False):
            _draw_line(panel, table.filter(code=code, source=name), entry, marker)
    for panel in panels.flat[len(codes) :]:
        panel.set_axis_off()
    for panel in panels[:, 0]:
        panel.set_ylabel("share of sentences", fontsize=8)
    top = max(float(table["share"].max() or 0), 0.05)  # type: ignore[arg-type]
    panels[0, 0].set_ylim(0, min(1.0, 1.15 * top))
    locator = AutoDateLocator(minticks=2, maxticks=4)  # type: ignore[no-untyped-call]
    panels[0, 0].xaxis.set_major_locator(locator)
    formatter = ConciseDateFormatter(locator)  # type: ignore[no-untyped-call]
    panels[0, 0].xaxis.set_major_formatter(formatter)
    lines = panels[0, 0].get_lines()
    figure.legend(
        lines,
        [entry["short"] for entry in sources.values()],
        title="the larger a dot, the more sentences",
        loc="outside lower center",
        ncols=4,
    )
    return figure


def _draw_line(panel: Axes, table: pl.DataFrame, entry: dict[str, str], marker: str) -> None:
    days = table["period"].to_list()
    colour = style.line(entry["colour"])
    panel.plot(days, table["share"].to_list(), color=colour, linewidth=1, marker=marker, ms=2)
    area = [4 + 40 * n / max(table["units"].max() or 1, 1) for n in table["units"]]
    look = {"color": colour, "marker": marker, "alpha": 0.7, "clip_on": False, "zorder": 3}
    panel.scatter(days, table["share"].to_list(), s=area, **look)
