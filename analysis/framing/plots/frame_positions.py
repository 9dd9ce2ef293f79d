"""Where in each article its frames appear."""

import matplotlib.pyplot as plt
import polars as pl
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from framing.paper.facts.frame_positions import facts
from framing.plots import style

__all__ = ["draw", "facts", "tabulate"]


def tabulate(results: dict[str, pl.DataFrame], labels: dict[str, dict[str, str]]) -> pl.DataFrame:
    """Places of `results["frame_positions"]`, frames in the codebook's order, absent ones empty."""
    frames = pl.DataFrame({"frame": list(labels["frame"]), "label": list(labels["frame"].values())})
    return frames.join(results["frame_positions"], on="frame", how="left", maintain_order="left")


def draw(table: pl.DataFrame, *, sources: dict[str, dict], width: float) -> Figure:
    """A dot per sentence and frame at its place in the article, a panel per source.

    `table`: source, label (of the frame), voice, repeated, position (0 to 1). Filled: own voice;
    hollow: attributed; faint: a sentence of the repeated lead.
    """
    labels = table["label"].unique(maintain_order=True).to_list()
    figure, panels = plt.subplots(1, 2, figsize=(width, 0.26 * len(labels) + 1.2), sharey=True)
    for axes, (name, entry) in zip(panels, sources.items(), strict=True):
        for row in table.filter((pl.col("source") == name) & (pl.col("voice") != "")).iter_rows(
            named=True
        ):
            colour = style.tint(entry["colour"], 0.4) if row["repeated"] else entry["colour"]
            fill = colour if row["voice"] == "narrator" else "white"
            axes.plot(
                100 * row["position"],
                labels.index(row["label"]),
                "o",
                markersize=5.5,
                mfc=fill,
                mec=colour,
                mew=1.1,
            )
        axes.set_title(f"{entry['short']} article")
        axes.set_xlim(-3, 103)
        axes.set_xlabel("position in the article (% of its characters)")
        axes.grid(axis="y")
    panels[0].set_yticks(range(len(labels)), labels)
    panels[0].set_ylim(len(labels) - 0.5, -0.5)
    figure.legend(handles=_legend(), loc="outside lower center", ncols=3)
    return figure


def _legend() -> list[Line2D]:
    dot = {"marker": "o", "linestyle": "", "markersize": 5.5, "mew": 1.1}
    ink, faint = style.INK, style.tint(style.INK, 0.4)
    return [
        Line2D([], [], mfc=ink, mec=ink, label="own voice", **dot),
        Line2D([], [], mfc="white", mec=ink, label="attributed", **dot),
        Line2D([], [], mfc=faint, mec=faint, label="in the repeated lead (not counted)", **dot),
    ]
