"""The same event, framed twice: what each article makes of what both report."""

import matplotlib.pyplot as plt
import polars as pl
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from framing.plots import style


def tabulate(results: dict[str, pl.DataFrame], labels: dict[str, dict[str, str]]) -> pl.DataFrame:
    """Sentences by event, frame, source and voice, for the events that both sources report."""
    both = results["event_coverage"].filter(pl.col("covered_by") == "both")["code"].to_list()
    pairs = results["events_by_frame"].filter(pl.col("event").is_in(both))
    order = {key: place for place, key in enumerate(labels["event"])}
    frames = {key: place for place, key in enumerate(labels["frame"])}
    return pairs.sort(
        pl.col("event").replace_strict(order, return_dtype=pl.Int64),
        pl.col("frame").replace_strict(frames, return_dtype=pl.Int64),
        "source",
        "voice",
    ).with_columns(
        pl.col("event").replace_strict(labels["event"]).alias("event_label"),
        pl.col("frame").replace_strict(labels["frame"]).alias("frame_label"),
    )


def draw(table: pl.DataFrame, *, sources: dict[str, dict], width: float) -> Figure:
    """A dot per event, frame, source and voice; its area and number count sentences.

    `table`: event_label, frame_label, source, voice, units. Filled: own voice; hollow: attributed.
    """
    events = table["event_label"].unique(maintain_order=True).to_list()
    frames = _frames(table)
    names = list(sources)
    figure, axes = plt.subplots(figsize=(width, 0.46 * len(events) + 1.5))
    for row in table.iter_rows(named=True):
        side = -0.2 if row["source"] == names[0] else 0.2
        up = -0.16 if row["voice"] == "narrator" else 0.16
        x, y = frames.index(row["frame_label"]) + side, events.index(row["event_label"]) + up
        colour = style.source(sources, row["source"])["colour"]
        fill = colour if row["voice"] == "narrator" else "white"
        axes.plot(x, y, "o", markersize=8, mfc=fill, mec=colour, mew=1.1)
        axes.text(
            x, y, row["units"], ha="center", va="center", fontsize=6, color=_ink(row, names[0])
        )
    axes.set_xticks(range(len(frames)), frames, rotation=30, ha="right", rotation_mode="anchor")
    axes.set_yticks(range(len(events)), events)
    axes.set_xlim(-0.6, len(frames) - 0.4)
    axes.set_ylim(len(events) - 0.5, -0.5)
    for edge in range(1, len(events)):
        axes.axhline(edge - 0.5, color="#dddddd", linewidth=0.5)
    for edge in range(1, len(frames)):
        axes.axvline(edge - 0.5, color="#dddddd", linewidth=0.5)
    figure.legend(handles=_legend(sources), loc="outside lower center", ncols=4)
    return figure


def _frames(table: pl.DataFrame) -> list[str]:
    """Frames that occur, commonest first, so that empty columns take no room."""
    counts = table.group_by("frame_label", maintain_order=True).agg(pl.col("units").sum())
    return counts.sort("units", descending=True, maintain_order=True)["frame_label"].to_list()


def _ink(row: dict, first: str) -> str:
    return "white" if row["voice"] == "narrator" and row["source"] == first else style.INK


def _legend(sources: dict[str, dict]) -> list[Line2D]:
    dot = {"marker": "o", "linestyle": "", "markersize": 7, "mew": 1.1}
    return [
        Line2D(
            [],
            [],
            mfc=entry["colour"] if voice == "own voice" else "white",
            mec=entry["colour"],
            label=f"{entry['short']}, {voice}",
            **dot,
        )
        for entry in sources.values()
        for voice in ("own voice", "attributed")
    ]
