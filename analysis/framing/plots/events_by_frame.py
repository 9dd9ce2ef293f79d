"""Events that each article reports or leaves out, and the frames in which it does."""

import matplotlib.pyplot as plt
import numpy as np
import polars as pl
from matplotlib.figure import Figure

from framing.plots.counts import draw as draw_counts

ANY = "any"


def tabulate(results: dict[str, pl.DataFrame], labels: dict[str, dict[str, str]]) -> pl.DataFrame:
    """Counts of `results["events_by_frame"]`, and of each event with any frame or none."""
    events, pairs = results["event_coverage"], results["events_by_frame"]
    sources = [c for c in events.columns if c not in ("code", "covered_by")]
    whole = events.rename({"code": "event"}).unpivot(
        sources, index="event", variable_name="source", value_name="units"
    )
    pairs = pairs.group_by("event", "frame", "source").agg(pl.col("units").sum())
    grid = whole.select("event", "source").join(
        pl.DataFrame({"frame": [ANY, *labels["frame"]]}), how="cross"
    )
    counts = pl.concat(
        [whole.select("event", pl.lit(ANY).alias("frame"), "source", "units"), pairs]
    )
    table = grid.join(
        counts, on=["event", "frame", "source"], how="left", maintain_order="left"
    ).join(events.select(pl.col("code").alias("event"), "covered_by"), on="event")
    return table.select(
        "event",
        pl.col("event").replace_strict(labels["event"]).alias("event_label"),
        "frame",
        pl.col("frame").replace_strict(labels["frame"] | {ANY: "all"}).alias("frame_label"),
        "source",
        pl.col("units").fill_null(0),
        "covered_by",
        pl.col("covered_by").replace(labels["source_only"]).alias("covered_label"),
    ).sort(
        pl.col("event").replace_strict(
            {e: i for i, e in enumerate(labels["event"])}, return_dtype=pl.Int64
        ),
        pl.col("frame").replace_strict(
            {f: i for i, f in enumerate([ANY, *labels["frame"]])}, return_dtype=pl.Int64
        ),
        maintain_order=True,
    )


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
        draw_counts(axes, counts, colour=entry["colour"], top=top)
        axes.axvline(1, color="white", linewidth=4)
        axes.set_title(f"{entry['short']} article")
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
