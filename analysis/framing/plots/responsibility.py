"""Who is held responsible for violations and civilian harm, and in whose voice."""

import matplotlib.pyplot as plt
import numpy as np
import polars as pl
from matplotlib.figure import Figure

from framing.paper.facts.responsibility import facts
from framing.plots.counts import draw as draw_counts

__all__ = ["draw", "facts", "tabulate"]


def tabulate(results: dict[str, pl.DataFrame], labels: dict[str, dict[str, str]]) -> pl.DataFrame:
    """Counts of `results["responsibility"]` with their labels, the text's own voice first."""
    names = labels["actor"] | {
        "narrator": "the text itself",
        "none": "nobody named",
        "unnamed": "unnamed",
    }
    order = {
        key: place for place, key in enumerate(["narrator", *labels["actor"], "unnamed", "none"])
    }
    return (
        results["responsibility"]
        .with_columns(
            pl.col("frame").replace_strict(labels["frame"]).alias("frame_label"),
            pl.col("speaker").replace_strict(names).alias("speaker_label"),
            pl.col("responsible").replace_strict(names).alias("responsible_label"),
        )
        .sort(
            pl.col("frame"),
            pl.col("source"),
            pl.col("speaker").replace_strict(order, return_dtype=pl.Int64),
            pl.col("responsible").replace_strict(order, return_dtype=pl.Int64),
        )
    )


def draw(table: pl.DataFrame, *, sources: dict[str, dict], width: float) -> Figure:
    """A matrix of blamed × speaking actors for each frame and source; cells count sentences.

    `table`: a row per frame, source, speaker and responsible actor, with their labels and units.
    """
    frames = table["frame_label"].unique(maintain_order=True).to_list()
    blamed = table["responsible_label"].unique(maintain_order=True).to_list()
    speakers = table["speaker_label"].unique(maintain_order=True).to_list()
    figure, panels = plt.subplots(
        1, 2 * len(frames), figsize=(width, 0.3 * len(blamed) + 1.5), sharey=True, squeeze=False
    )
    top = max(1, table["units"].max())
    pairs = [(frame, name) for frame in frames for name in sources]
    for axes, (frame, name) in zip(panels[0], pairs, strict=True):
        part = table.filter((pl.col("frame_label") == frame) & (pl.col("source") == name))
        counts = np.zeros((len(blamed), len(speakers)), dtype=int)
        for who, says, n in part.select("responsible_label", "speaker_label", "units").iter_rows():
            counts[blamed.index(who), speakers.index(says)] += n
        draw_counts(axes, counts, colour=sources[name]["colour"], top=top, rows=blamed)
        axes.set_title(f"{frame}\n{sources[name]['short']}", fontsize=7.5)
        axes.set_xticklabels(speakers, rotation=45, ha="right", rotation_mode="anchor")
        axes.tick_params(axis="y", rotation=0)
    panels[0, 0].set_ylabel("held responsible")
    figure.supxlabel("in whose voice", fontsize=7.5)
    return figure
