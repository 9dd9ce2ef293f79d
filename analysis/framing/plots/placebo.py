"""Each difference beside those of random words, and how far one concept alone moves it."""

import matplotlib.pyplot as plt
import numpy as np
import polars as pl
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from framing.paper.captions import short
from framing.paper.facts.placebo import facts
from framing.plots import style

__all__ = ["draw", "facts", "tabulate"]
BAND = "#dcdcdc"
CONCEPT = "#009E73"
MARGIN = 4  # points between the widest band and the axis


def tabulate(results: dict[str, pl.DataFrame], labels: dict[str, dict[str, str]]) -> pl.DataFrame:
    """`results["placebos"]` with the range of `results["leave_one_out"]`.

    Further columns: label, without_least and without_greatest (the differences without one
    concept), concept (in words, the one that moves it most), change, warning (a failed control).
    """
    without = (
        results["leave_one_out"]
        .group_by("code", maintain_order=True)
        .agg(
            pl.col("estimate").min().alias("without_least"),
            pl.col("estimate").max().alias("without_greatest"),
            pl.col("concept", "change").first(),
        )
    )
    glosses = {concept: short(gloss) for concept, gloss in labels["frame_concept"].items()}
    failed = results["controls"].filter(~pl.col("passed") & (pl.col("control") == "placebo cues"))
    warning = pl.when(pl.col("code").is_in(failed["code"].unique().to_list()))
    label = pl.col("code").replace_strict(labels["frame"]).alias("label")
    return (
        results["placebos"]
        .join(without, on="code", how="left", maintain_order="left")
        .select("code", label, pl.exclude("code"))
        .with_columns(
            warning.then(pl.lit("placebo cues")).otherwise(pl.lit("")).alias("warning"),
            pl.col("concept").replace(glosses).fill_null(""),
        )
    )


def draw(table: pl.DataFrame, *, sources: dict[str, dict[str, str]], width: float) -> Figure:
    """A row per frame: observed difference, middle `level` of the placebos, one concept left out.

    `table` as of `tabulate`.
    """
    figure, axes = plt.subplots(figsize=(width * 0.8, 0.3 * table.height + 1.1))
    y = np.arange(table.height)
    numbers = ("placebo_low", "placebo_median", "placebo_high", "estimate")
    low, median, high, estimate = (100 * table[name].to_numpy() for name in numbers)
    least, greatest = (
        100 * table[name].cast(pl.Float64).to_numpy()
        for name in ("without_least", "without_greatest")
    )
    axes.barh(y, high - low, 0.62, left=low, color=BAND)
    axes.vlines(median, y - 0.31, y + 0.31, color=style.FAINT)
    axes.axvline(0, color=style.INK, linewidth=0.6)
    axes.hlines(y, least, greatest, color=CONCEPT, linewidth=2.2)
    for end in (least, greatest):
        axes.plot(end, y, "|", color=CONCEPT, markersize=6, markeredgewidth=1.4)
    axes.plot(estimate, y, "o", color=style.INK, markersize=4)
    ends = np.concatenate([low, high, estimate])
    axes.set_xlim(ends.min() - MARGIN, ends.max() + MARGIN)
    axes.set_yticks(y, table["label"])
    axes.set_ylim(table.height - 0.5, -0.5)
    first, second = (entry["short"] for entry in sources.values())
    axes.set_xlabel(f"{first} − {second}, share of sentences (percentage points)")
    handles = [
        Line2D([], [], marker="o", linestyle="", color=style.INK, markersize=4, label="observed"),
        Line2D([], [], color=CONCEPT, linewidth=2.2, label="one concept left out"),
        Patch(facecolor=BAND, label=f"random words: middle {100 * table['level'][0]:g} %"),
        Line2D([], [], color=style.FAINT, label="random words: median"),
    ]
    figure.legend(handles=handles, loc="outside lower center", ncols=4)
    failed = table.filter(pl.col("warning") != "")["label"].to_list()
    style.warn(figure, f"negative control failed for {', '.join(failed)}" if failed else "")
    return figure
