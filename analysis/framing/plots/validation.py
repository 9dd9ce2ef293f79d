"""How well the instrument finds what coders find: first on texts that it was not developed on."""

import textwrap
from itertools import cycle

import matplotlib.pyplot as plt
import numpy as np
import polars as pl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from framing.accuracy import external
from framing.accuracy.scoring import MICRO
from framing.paper.captions import short
from framing.paper.facts.validation import AGREEMENT, ALL, HELD_OUT, SEEN, facts
from framing.plots import style

__all__ = ["draw", "facts", "tabulate"]
COLUMNS = [
    "panel", "corpus", "variable", "language", "source", "estimate", "low", "high", "n",
    "differing_high", "coders", "people", "instrument",
]  # fmt: skip
ARTICLES = "the coded articles"
TITLES = 80  # letters in a line of the panels' titles together


def tabulate(results: dict[str, pl.DataFrame], labels: dict[str, dict[str, str]]) -> pl.DataFrame:
    """F1 on held-out texts and on the coded articles, and agreement of the coders (COLUMNS).

    A row per panel (HELD_OUT, SEEN, AGREEMENT), corpus, frame and language; ALL is all frames
    together. Of the held-out corpora the one that the study uses comes first; `instrument` is the
    version that was tested on it (empty: this one). Agreement is Krippendorff's alpha;
    `differing_high` bounds the share of units in which the coders differ.
    """
    names = {code: label for code, label in labels["frame"].items()} | {MICRO: ALL}
    aside = results["external"].filter(measure="f1").sort("used", descending=True).with_columns(
        pl.when(pl.col("seen").is_in(external.HELD_OUT)).then(pl.lit(HELD_OUT)).otherwise(pl.lit(SEEN))
        .alias("panel"),
        pl.col("corpus").map_elements(short, return_dtype=pl.String),
    )  # fmt: skip
    articles = pl.lit(ARTICLES).alias("corpus")
    scored = results["scores"].filter(kind="frame", measure="f1").select(
        pl.lit(SEEN).alias("panel"), articles, pl.col("code").alias("frame"),
        "language", "estimate", "low", "high", "n",
    )  # fmt: skip
    agreed = results["agreement"].filter(kind="frame", coefficient="alpha").select(
        pl.lit(AGREEMENT).alias("panel"), articles, pl.col("code").alias("frame"),
        "language", "estimate", "low", "high", pl.col("units").alias("n"), "differing_high",
    )  # fmt: skip
    coders = results["coders"].select("language", "coders", "people")
    coded = pl.concat([scored, agreed], how="diagonal").join(coders, on="language", how="left")
    sources = (
        results["articles"].group_by("language", maintain_order=True).agg(pl.col("source").first())
    )
    table = pl.concat([aside, coded], how="diagonal").join(
        sources, on="language", how="left", maintain_order="left"
    )
    return table.with_columns(
        pl.col("frame").replace_strict(names).alias("variable"),
        pl.col("language").replace(labels["language"]),
        pl.col("source", "coders", "instrument").fill_null(""),
        pl.col("differing_high").cast(pl.Float64),
        pl.col("people").fill_null(False),
    ).select(COLUMNS)


def draw(table: pl.DataFrame, *, sources: dict[str, dict], width: float) -> Figure:
    """A row per frame, all frames first; a panel per corpus with F1, then one with alpha.

    `table`: columns COLUMNS. A hollow dot has no interval since no unit differs.
    """
    if table.is_empty():
        figure = plt.figure(figsize=(width, 0.6))
        figure.text(0.5, 0.5, "these frames were never tested", ha="center", fontsize=7.5)
        return figure
    named = table["variable"].unique(maintain_order=True).to_list()
    rows = [ALL, *(name for name in named if name != ALL)]
    colours = _colours(table, sources)
    shown = table.select("panel", "corpus").unique(maintain_order=True).rows()
    size = (width, 0.24 * len(rows) + 1.3)
    figure, panels = plt.subplots(1, len(shown), figsize=size, sharey=True, squeeze=False)
    for axes, key in zip(panels[0], shown, strict=True):
        part = table.filter(panel=key[0], corpus=key[1])
        _draw_dots(axes, part, rows, colours)
        _dress(axes, *key, letters=TITLES // len(shown), people=bool(part["people"].any()))
    panels[0][0].set_yticks(range(len(rows)), rows)
    panels[0][0].set_ylim(len(rows) - 0.4, -0.6)
    figure.legend(handles=_legend(table, colours), loc="outside lower center", ncols=4)
    return figure


def _draw_dots(axes: Axes, part: pl.DataFrame, rows: list[str], colours: dict[str, str]) -> None:
    """A dot and its interval for each value, languages in order; nothing where there is none."""
    languages = [language for language in colours if language in set(part["language"])]
    for row in part.filter(pl.col("estimate").is_not_nan()).iter_rows(named=True):
        shift = (languages.index(row["language"]) - (len(languages) - 1) / 2) * 0.34
        y, colour = rows.index(row["variable"]) + shift, colours[row["language"]]
        known = row["low"] is not None and not np.isnan(row["low"])
        if known:
            axes.hlines(y, row["low"], row["high"], color=colour)
        fill = colour if known else "white"
        axes.plot(row["estimate"], y, "o", mfc=fill, mec=colour, markersize=3.6, clip_on=False)


def _dress(axes: Axes, panel: str, corpus: str, *, letters: int, people: bool) -> None:
    agreement = f"Agreement of the {'coders' if people else 'passes of one model'}"
    titles = {HELD_OUT: f"Held out: {corpus}", SEEN: f"Developed on these: {corpus}"}
    title = textwrap.fill(titles.get(panel, agreement), letters)
    axes.set_title(title, fontsize=7.5)
    axes.set_xlabel("Krippendorff's α" if panel == AGREEMENT else "F1")
    axes.tick_params(left=False)
    axes.axhspan(-0.5, 0.5, color="#f0f0f0", zorder=0)
    axes.set_xlim(min(0, axes.get_xlim()[0]) if panel == AGREEMENT else 0, 1.04)
    axes.set_xticks([0, 0.5, 1], ["0", "0.5", "1"])
    axes.grid(axis="x")


def _legend(table: pl.DataFrame, colours: dict[str, str]) -> list[Line2D]:
    filled = [
        Line2D([], [], color=colour, marker="o", markersize=4, label=language)
        for language, colour in colours.items()
    ]
    hollow = Line2D(
        [], [], color=style.INK, marker="o", mfc="white", markersize=4, linestyle="none",
        label="no unit differs, no interval",
    )  # fmt: skip
    return [*filled, hollow] if (table["panel"] == AGREEMENT).any() else filled


def _colours(table: pl.DataFrame, sources: dict[str, dict]) -> dict[str, str]:
    """A colour for each language: of its source if no other language shares it, else a grey."""
    rows = table.select("language", "source").unique(maintain_order=True)
    own = {source for source, n in rows["source"].value_counts().iter_rows() if source and n == 1}
    greys = cycle((style.INK, style.line(style.FAINT)))
    return {
        language: style.line(style.source(sources, source)["colour"])
        if source in own
        else next(greys)
        for language, source in rows.iter_rows()
    }
