"""Events that each article reports or leaves out, and the frames in which it does."""

import matplotlib.pyplot as plt
import numpy as np
import polars as pl
import seaborn as sns
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from framing.plots import style

ANY = "any frame or none"


def draw(table: pl.DataFrame, *, sources: dict[str, dict], width: float) -> Figure:
    """A matrix of events × frames per source; cells count sentences.

    `table`: a row per event, frame (also `any`, all sentences with the event) and source, with
    event_label, frame_label, covered_label and units.
    """
    events = table["event_label"].unique(maintain_order=True).to_list()
    frames = table["frame_label"].unique(maintain_order=True).to_list()
    figure, panels = plt.subplots(
        1, 2, figsize=(width, 0.27 * len(events) + 1.5), sharey=True, width_ratios=[1, 1]
    )
    top = table["units"].max()
    for axes, (name, entry) in zip(panels, sources.items(), strict=True):
        counts = _matrix(table.filter(pl.col("source") == name), events, frames)
        _panel(axes, counts, entry, top)
        axes.set_xticklabels(frames, rotation=45, ha="right", rotation_mode="anchor")
    covered = dict(table.select("event_label", "covered_label").unique().iter_rows())
    panels[0].set_yticklabels([f"{event}\n({covered[event]})" for event in events], rotation=0)
    panels[0].tick_params(axis="y", labelsize=6.8)
    return figure


def _matrix(table: pl.DataFrame, events: list[str], frames: list[str]) -> np.ndarray:
    counts = np.zeros((len(events), len(frames)), dtype=int)
    for event, frame, n in table.select("event_label", "frame_label", "units").iter_rows():
        counts[events.index(event), frames.index(frame)] = n
    return counts


def _panel(axes: Axes, counts: np.ndarray, entry: dict, top: int) -> None:
    sns.heatmap(
        counts,
        ax=axes,
        cmap=sns.light_palette(entry["colour"], as_cmap=True),
        vmin=0,
        vmax=top,
        annot=np.where(counts > 0, counts.astype(str), ""),
        fmt="",
        annot_kws={"fontsize": 7},
        linewidths=0.6,
        cbar=False,
    )
    axes.axvline(1, color="white", linewidth=4)
    axes.set_title(f"{entry['short']} article")
    axes.tick_params(left=False, bottom=False)
