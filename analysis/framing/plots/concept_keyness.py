"""Concepts that mark each article: how often each is mentioned there, and in which words."""

import matplotlib.pyplot as plt
import polars as pl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from framing.paper.captions import short
from framing.paper.facts.concept_keyness import facts
from framing.plots import style

__all__ = ["draw", "facts", "tabulate"]

EACH = 8  # concepts shown of each source
ROW, REST = 0.225, 0.75  # inches: a concept, and what is above and below all of them
NUMBER, WORD = 4, 16  # points from the end of a bar to its count and its word
SIZE = 7.5  # points of the text
DIGIT = 2.5  # points, half of one more digit
BASE = -0.36 * SIZE  # points from the middle of a row to the baseline of its text
SENSES = 2  # of a gloss


def tabulate(results: dict[str, pl.DataFrame], labels: dict[str, dict[str, str]]) -> pl.DataFrame:
    """Of `results["concepts"]` those with the greatest |z| of each source, in order."""
    gloss = pl.col("item").replace_strict(labels["concept"], default=None).alias("gloss")
    table = results["concepts"].select(pl.col("item").alias("concept"), gloss, pl.exclude("item"))
    first, second = table.filter(pl.col("z") > 0), table.filter(pl.col("z") < 0)
    return pl.concat([first.head(EACH), second.tail(EACH)])


def draw(table: pl.DataFrame, *, sources: dict[str, dict], width: float) -> Figure:
    """Bars of mentions back to back, with the commonest word of each article at their ends.

    `table`: a row per concept, in order, with gloss, count_first, count_second, and the commonest
    form in each source (form_first, form_second; empty where the concept is absent).
    """
    figure, (left, middle, right) = plt.subplots(
        1, 3, figsize=(width, ROW * table.height + REST), sharey=True, width_ratios=[1, 0.5, 1]
    )
    most = max(1, table.select(pl.max_horizontal("count_first", "count_second").max()).item() or 1)
    ends = zip((left, right), ("first", "second"), sources.values(), (-1, 1), strict=True)
    for axes, end, entry, side in ends:
        _bars(axes, table[f"count_{end}"].to_list(), entry["colour"], side)
        _words(axes, table, end, side)
        axes.set_xlim(0, 1.75 * most)  # room for the words
        axes.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=5))
        axes.set_xticks([at for at in axes.get_xticks() if 0 <= at <= most])
        axes.spines["bottom"].set_bounds(0, most)
        axes.set_xlabel("mentions", loc="right" if side < 0 else "left")
        noun = "articles" if entry.get("articles", 1) > 1 else "article"
        of = entry.get("adjective", entry["short"])
        axes.set_title(f"{of} {noun}", loc="right" if side < 0 else "left")
    left.invert_xaxis()
    left.spines["left"].set_visible(False)
    left.spines["right"].set_visible(True)
    left.set_yticks([])
    left.set_ylim(table.height - 0.4, -0.6)
    middle.set_axis_off()
    for row, gloss in enumerate(table["gloss"]):
        _beside(middle, (0.5, row), short(gloss, SENSES), 0, "center")
    return figure


def _bars(axes: Axes, counts: list[int], colour: str, side: int) -> None:
    """The bars of one source; each count is at the end of its bar."""
    axes.barh(range(len(counts)), counts, 0.62, color=colour)
    for row, count in enumerate(counts):
        further = DIGIT * (len(str(count)) - 1)
        _beside(axes, (count, row), str(count), side * (NUMBER + further), "center")


def _words(axes: Axes, table: pl.DataFrame, end: str, side: int) -> None:
    """The commonest word of each concept, beyond the count."""
    for row, (count, form) in enumerate(table.select(f"count_{end}", f"form_{end}").iter_rows()):
        further = DIGIT * 2 * max(len(str(count)) - 2, 0)
        align = "right" if side < 0 else "left"
        _beside(axes, (count, row), form or "", side * (WORD + further), align)


def _beside(axes: Axes, at: tuple[float, float], text: str, points: float, align: str) -> None:
    place = {"xytext": (points, BASE), "textcoords": "offset points"}
    axes.annotate(text, at, ha=align, va="baseline", fontsize=SIZE, color=style.INK, **place)
