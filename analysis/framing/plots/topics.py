"""Whether the topics of the sentences come back more often than those of shuffled texts."""

import matplotlib.pyplot as plt
import polars as pl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from framing.paper.facts import topics
from framing.paper.facts.topics import facts
from framing.plots import style

__all__ = ["draw", "facts", "tabulate"]

CRITERIA = {  # columns and what they say
    "stability": "Samples of the sentences",
    "across_units": "Windows of words",
}
COLOUR = style.INK
ROW, REST = 0.2, 1.05  # inches: a topic, and what is above and below all of them
SIZE = 7.5  # points of the names


def tabulate(results: dict[str, pl.DataFrame], labels: dict[str, dict[str, str]]) -> pl.DataFrame:
    """The topics of `results["topics"]` with the glosses of their concepts."""
    gloss = pl.col("concept").replace_strict(labels["concept"], default=None).alias("gloss")
    return results["topics"].with_columns(gloss)


def draw(table: pl.DataFrame, *, sources: dict[str, dict], width: float) -> Figure:
    """A dot for every topic and criterion, and the level of chance of its model as a line.

    `table`: a row per model, topic and concept with rank, gloss and, for each of CRITERIA, the
    value, <criterion>_chance and <criterion>_error. Filled: above the level of chance.
    """
    rows = table.filter(rank=1)
    names = [topics.name(table, *key) for key in rows.select("model", "topic").iter_rows()]
    figure, panels = plt.subplots(
        1, len(CRITERIA), figsize=(width, ROW * len(names) + REST), sharey=True
    )
    for axes, (criterion, words) in zip(panels, CRITERIA.items(), strict=True):
        _dots(axes, rows, criterion)
        axes.set_xlim(0, 1.02)
        axes.set_title(words)
        axes.set_xlabel("mean cosine with the most similar topic")
    panels[0].set_yticks(range(len(names)), names, fontsize=SIZE)
    panels[0].set_ylim(len(names) - 0.5, -0.5)
    figure.legend(handles=_legend(rows), loc="outside lower center", ncols=3)
    return figure


def _dots(axes: Axes, rows: pl.DataFrame, criterion: str) -> None:
    chance, error = f"{criterion}_chance", f"{criterion}_error"
    for row, (value, bar, spread) in enumerate(rows.select(criterion, chance, error).iter_rows()):
        axes.fill_betweenx(
            [row - 0.5, row + 0.5], bar - 2 * spread, bar + 2 * spread, color="#dddddd", linewidth=0
        )
        axes.plot([bar, bar], [row - 0.5, row + 0.5], color=style.INK, linewidth=1, linestyle="--")
        fill = COLOUR if value > bar else "white"
        axes.plot(value, row, "o", mfc=fill, mec=COLOUR, mew=1.1, markersize=5)


def _legend(rows: pl.DataFrame) -> list[Line2D]:
    """The level of chance, and the kinds of dots that there are."""
    dot = {"marker": "o", "linestyle": "", "mec": COLOUR, "mew": 1.1, "markersize": 5}
    over = pl.concat(rows[name] > rows[f"{name}_chance"] for name in CRITERIA)
    kinds = [(~over, "white", "not above chance"), (over, COLOUR, "above chance")]
    dots = [
        Line2D([], [], mfc=fill, label=label, **dot) for any_, fill, label in kinds if any_.any()
    ]
    bar = Line2D([], [], color=style.INK, linewidth=1, linestyle="--", label="level of chance")
    return [*dots, bar]
