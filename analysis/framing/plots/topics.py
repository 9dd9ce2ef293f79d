"""Topics of the sentences: their concepts, their prevalence, and whether they may be read."""

import matplotlib.pyplot as plt
import polars as pl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from framing.paper.captions import short
from framing.plots import style


def tabulate(results: dict[str, pl.DataFrame], labels: dict[str, dict[str, str]]) -> pl.DataFrame:
    """The topics of `results["topics"]` with the glosses of their concepts."""
    gloss = pl.col("concept").replace_strict(labels["concept"], default=None).alias("gloss")
    return results["topics"].with_columns(gloss)


def draw(table: pl.DataFrame, *, sources: dict[str, dict], width: float) -> Figure:
    """A row per model; in it a panel per topic with its heaviest concepts, prevalence and verdict.

    `table`: a row per model, topic and concept with gloss, weight, stability, across_units,
    reference, verdict and a prevalence column per source (`prevalence_<source>`).
    """
    models = table["model"].unique(maintain_order=True).to_list()
    most = max(table.filter(pl.col("model") == m)["topic"].n_unique() for m in models)
    figure, panels = plt.subplots(
        len(models), most, figsize=(width, 1.9 * len(models)), squeeze=False, sharex="row"
    )
    for row, model in zip(panels, models, strict=True):
        topics = table.filter(pl.col("model") == model).partition_by("topic", maintain_order=True)
        for number, (axes, topic) in enumerate(zip(row, topics, strict=False), start=1):
            _panel(axes, topic, sources)
            axes.set_title(f"{model} {number}")
        for axes in row[len(topics) :]:
            axes.set_axis_off()
    return figure


def _panel(axes: Axes, topic: pl.DataFrame, sources: dict[str, dict]) -> None:
    trusted = topic["verdict"][0] == "stable"
    y = range(topic.height)
    axes.barh(y, topic["weight"], 0.8, color="#cfcfcf" if trusted else "#efefef")
    for at, gloss in zip(y, topic["gloss"], strict=True):
        colour = style.INK if trusted else style.FAINT
        axes.text(0, at, f" {short(gloss)}", va="center", fontsize=6.5, color=colour)
    axes.set_ylim(topic.height - 0.5, -0.5)
    axes.set_xticks([])
    axes.set_yticks([])
    axes.spines["bottom"].set_visible(False)
    prevalence = ", ".join(
        f"{entry['short']} {100 * topic[f'prevalence_{name}'][0]:.0f} %"
        for name, entry in sources.items()
    )
    values = [topic[name][0] for name in ("stability", "across_units", "reference")]
    bounds = "stability {:.2f} and {:.2f}\nlevel of chance {:.2f}".format(*values)
    note = f"{prevalence}\n{bounds}\n{topic['verdict'][0]}"
    axes.set_xlabel(note, fontsize=6, loc="left", color=style.INK if trusted else "#B00020")
