"""How good the instrument is: against the coders, between languages; and how good they are."""

import matplotlib.pyplot as plt
import numpy as np
import polars as pl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from framing.paper.tables.accuracy import MICRO, name_variable
from framing.plots import style

PANELS = {
    "precision": "Precision",
    "recall": "Recall",
    "f1": "F1 (◇ accuracy)",
    "ratio": "Equivalence",
    "alpha": "Coders",
}
AXES = {
    "precision": "right / found",
    "recall": "found / coded",
    "f1": "",
    "ratio": "ratio of rates",
    "alpha": "Krippendorff's α",
}
COLUMNS = [
    "panel", "variable", "language", "source", "estimate", "low", "high", "n", "coders", "seen",
]  # fmt: skip
CUSTOMARY = 0.8  # alpha below which conclusions are only tentative (Krippendorff 2004)
ALIKE = (0.8, 1.25)  # least range of the ratios shown,
BOUNDS = (0.05, 20)  # and the greatest


def tabulate(results: dict[str, pl.DataFrame], labels: dict[str, dict[str, str]]) -> pl.DataFrame:
    """Scores, ratios and alphas in one table, a row per panel, variable and language (COLUMNS)."""
    single = (pl.col("kind") == "event") & (pl.col("code") != "micro")
    scores = results["scores"].filter(~single).select(
        "kind", "code", "language", "estimate", "low", "high", "n",
        pl.col("measure").alias("panel"),
    )  # fmt: skip
    alphas = results["reliability"].filter(
        (pl.col("coefficient") == "alpha") & (pl.col("kind") != "fragility")
    )
    alphas = alphas.select(
        "kind",
        pl.when(pl.col("kind") == "event").then(pl.lit("micro")).otherwise("code").alias("code"),
        "language", "estimate", "low", "high",
        pl.col("units").alias("n"), pl.lit("alpha").alias("panel"),
    )  # fmt: skip
    coded = pl.concat([scores, alphas], how="diagonal").join(
        results["coders"], on="language", how="left", maintain_order="left"
    )
    ratios = results["equivalence"].select(
        pl.lit("frame").alias("kind"),
        pl.col("frame").replace("all", "micro").alias("code"),
        pl.format("{} / {}", *(pl.col(c).replace(labels["language"]) for c in ("first", "second")))
        .alias("language"),
        pl.col("ratio").alias("estimate"), "low", "high",
        pl.col("sentences").alias("n"), "seen", pl.lit("ratio").alias("panel"),
    )  # fmt: skip
    sources = (
        results["articles"].group_by("language", maintain_order=True).agg(pl.col("source").first())
    )
    table = pl.concat([coded, ratios], how="diagonal").join(
        sources, on="language", how="left", maintain_order="left"
    )
    return table.with_columns(
        name_variable(labels),
        pl.col("language").replace(labels["language"]),
        pl.col("source", "coders").fill_null(""),
    ).select(COLUMNS)


def draw(table: pl.DataFrame, *, sources: dict[str, dict], width: float) -> Figure:
    """A row per variable; panels of precision, recall, F1, ratio between languages, alpha.

    `table`: columns COLUMNS; panel `accuracy` is drawn into that of F1.
    """
    variables = table["variable"].unique(maintain_order=True).to_list()
    figure, panels = plt.subplots(
        1, len(PANELS), figsize=(width, 0.23 * len(variables) + 1.1), sharey=True
    )
    for axes, name in zip(panels, PANELS, strict=True):
        part = table.filter(pl.col("panel").is_in([name, "accuracy"] if name == "f1" else [name]))
        languages = part["language"].unique(maintain_order=True).to_list()
        for number, language in enumerate(languages):
            shift = (number - (len(languages) - 1) / 2) * 0.3
            _marks(axes, part.filter(pl.col("language") == language), variables, sources, shift)
        _dress(axes, name)
    whole = [y for y, name in enumerate(variables) if name in MICRO.values()]
    for axes in panels:
        axes.axhspan(min(whole) - 0.5, min(whole) + 0.5, color="#f0f0f0", zorder=0)
    panels[0].set_yticks(range(len(variables)), variables)
    panels[0].set_ylim(len(variables) - 0.4, -0.6)
    _add_legend(figure, table, sources)
    return figure


def _add_legend(figure: Figure, table: pl.DataFrame, sources: dict[str, dict]) -> None:
    coded = table.filter(pl.col("source") != "").select("language", "source")
    handles = [
        Line2D([], [], color=_colour(sources, source), marker="o", markersize=4, label=language)
        for language, source in coded.unique(maintain_order=True).rows()
    ]
    if handles:
        figure.legend(handles=handles, loc="outside lower center", ncols=len(handles))


def _colour(sources: dict[str, dict], source: str) -> str:
    return style.source(sources, source)["colour"] if source else style.INK


def _marks(
    axes: Axes, part: pl.DataFrame, variables: list[str], sources: dict[str, dict], shift: float
) -> None:
    """A mark and its interval per row; a dash at the left where the measure does not exist."""
    for row in part.iter_rows(named=True):
        y, colour = variables.index(row["variable"]) + shift, _colour(sources, row["source"])
        values = [np.nan if row[c] is None else row[c] for c in ("low", "estimate", "high")]
        if np.isnan(values[1]):
            side = axes.get_yaxis_transform()
            axes.text(0.03, y, "–", transform=side, color=colour, va="center", fontsize=7)
            continue
        low, estimate, high = np.clip(values, *BOUNDS) if row["panel"] == "ratio" else values
        axes.hlines(y, low, high, color=colour)
        hollow = row["panel"] == "accuracy"
        marker, fill = ("D", "white") if hollow else ("o", colour)
        axes.plot(estimate, y, marker, mfc=fill, mec=colour, markersize=3.6, clip_on=False)


def _dress(axes: Axes, name: str) -> None:
    axes.set_title(PANELS[name])
    axes.set_xlabel(AXES[name])
    axes.tick_params(left=False)
    if name == "ratio":
        low, high = axes.get_xlim()
        axes.set_xscale("log")
        axes.set_xlim(min(low, ALIKE[0] * 0.97), max(high, ALIKE[1] * 1.03))
        axes.set_xticks([ALIKE[0], 1, ALIKE[1]], ["0.8", "1", "1.25"])
        axes.set_xticks([], minor=True)
        axes.axvline(1, color=style.FAINT, linewidth=0.6, zorder=0)
        return
    axes.set_xlim(min(0, axes.get_xlim()[0]) if name == "alpha" else 0, 1.04)
    axes.set_xticks([0, 0.5, 1], ["0", "0.5", "1"])
    if name == "alpha":
        axes.axvline(CUSTOMARY, color=style.FAINT, linewidth=0.6, linestyle=":", zorder=0)
