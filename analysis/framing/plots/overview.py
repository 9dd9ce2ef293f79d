"""Figure 1, the study in one look: both texts from their first sentence to their last."""

import textwrap
from collections.abc import Callable
from dataclasses import dataclass

import matplotlib.pyplot as plt
import numpy as np
import polars as pl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, PathPatch, Rectangle
from matplotlib.path import Path

from framing.measures import course
from framing.paper.captions import opening, period, times
from framing.paper.facts.overview import facts
from framing.plots import style

__all__ = ["draw", "facts", "tabulate"]

# Inches on the page.
EDGE, SPINE, GUTTER, RIGHT, TITLES, HEADS, FOOT = 0.05, 0.3, 1.3, 0.6, 0.46, 0.72, 0.34
PER_WORD, LEAST, MOST = 0.0138, 2.6, 6.2  # of a word or per cent; of all parts together
GROUND, GREYS = "#f4f4f4", {False: "#cfcfcf", True: "#e9e9e9"}
PALE = 0.4  # strength of the colour of a repeated sentence
LABELLED = 12  # so many links still get a label each

Down = Callable[[float], float]  # from words (per cent) to inches below the top


def tabulate(results: dict[str, pl.DataFrame], labels: dict[str, dict[str, str]]) -> pl.DataFrame:
    """The parts of the texts with every frame of the codebook (`course.parts`) and their matches.

    `matches` are the numbers of the other source's sentences with the same content, `matched_on`
    the events that both report; both with `|` between matches, and empty for pooled articles.
    """
    articles, sentences, frames = (
        results[name] for name in ("articles", "sentences", "frame_positions")
    )
    table = course.parts(articles, sentences, frames, list(labels["frame"]))
    label = pl.col("frame").replace_strict(labels["frame"]).alias("label")
    table = table.with_columns(label)
    if table["articles"].max() > 1:
        return table.with_columns(matches=pl.lit(""), matched_on=pl.lit(""))
    links = course.links(results["sentence_pairs"], results["event_units"])
    matches = _matches(links, articles, labels["event"])
    return table.join(
        matches, on=["source", "part"], how="left", maintain_order="left"
    ).with_columns(pl.col("matches", "matched_on").fill_null(""))


def _matches(links: pl.DataFrame, articles: pl.DataFrame, events: dict[str, str]) -> pl.DataFrame:
    """Source, part, matches and matched_on of every sentence that has a match."""
    names = pl.col("events").list.eval(pl.element().replace(events)).list.join(", ")
    ends = [("first", "second"), ("second", "first")]
    both = pl.concat(
        links.select(
            pl.col(f"article_{one}").alias("article"),
            (pl.col(one) + 1).alias("part"),
            (pl.col(other) + 1).cast(pl.String).alias("matches"),
            names.alias("matched_on"),
        )
        for one, other in ends
    ).join(articles.select("article", "source"), on="article", maintain_order="left")
    joined = pl.col("matches", "matched_on").str.join("|")
    return both.group_by("source", "part", maintain_order=True).agg(joined)


@dataclass(frozen=True)
class Block:
    """Where one source is drawn, in inches: its spine, and columns outwards from it."""

    spine: float
    step: float  # from column to column; negative where they run to the left
    columns: int

    def column(self, number: int) -> tuple[float, float]:
        """Inner and outer edge of a column."""
        start = self.spine + (SPINE if self.step > 0 else 0) + self.step * number
        return start + 0.06 * self.step, start + 0.98 * self.step

    @property
    def outer(self) -> float:
        """The edge farthest from the other source."""
        return self.column(self.columns - 1)[1]

    @property
    def inner(self) -> float:
        """The edge of the spine that faces the other source."""
        return self.spine + (0 if self.step > 0 else SPINE)


def draw(table: pl.DataFrame, *, sources: dict[str, dict], width: float) -> Figure:
    """Two mirrored columns of sentences with their frames, and links between the same content.

    `table` as of `tabulate`. Solid: own voice; hatched: attributed; pale: a repeated sentence. The
    filled part of a cell is the share of its sentences that carry the frame.
    """
    labels = table["label"].unique(maintain_order=True).to_list()
    longest, top = table["end"].max(), TITLES + HEADS
    body = min(MOST, max(LEAST, PER_WORD * longest))
    figure = plt.figure(figsize=(width, top + body + FOOT))
    figure.set_layout_engine("none")
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, width), ylim=(top + body + FOOT, 0))
    axes.set_axis_off()
    blocks = _place(list(sources), width, len(labels))

    def down(at: float) -> float:
        return top + at * body / longest

    for name, block in blocks.items():
        mine = table.filter(pl.col("source") == name)
        _title(axes, mine, sources[name], block)
        _heads(axes, labels, block)
        _spine(axes, mine, block, down)
        _cells(axes, mine, labels, block, style.source(sources, name)["colour"], down)
    if table["articles"].max() > 1:
        _explain(axes, sum(block.inner for block in blocks.values()) / 2, top)
    else:
        _links(axes, table, blocks, down)
    figure.legend(handles=_key(table), loc="lower center", ncols=4, borderaxespad=0.3)
    return figure


def _place(names: list[str], width: float, columns: int) -> dict[str, Block]:
    step = (width - EDGE - RIGHT - 2 * SPINE - GUTTER) / (2 * columns)
    spine = EDGE + step * columns
    return {
        names[0]: Block(spine, -step, columns),
        names[1]: Block(spine + SPINE + GUTTER, step, columns),
    }


def _title(axes: Axes, mine: pl.DataFrame, entry: dict, block: Block) -> None:
    """Name, dates and length of the text."""
    parts = mine.unique("part", maintain_order=True)
    counted = parts.filter(~pl.col("repeated"))
    articles, dates = mine.row(0, named=True)["articles"], mine["dates"][0]
    name = opening(entry["label"]) if articles == 1 else f"{articles} {entry['short']} articles"
    length = times(counted["sentences"].sum(), "sentence")
    if parts.height > counted.height:
        length += f" + {parts.height - counted.height} repeated"
    left = min(block.outer, block.spine)
    colour = style.ink(entry["colour"])
    axes.text(left, 0.13, name, color=colour, fontsize=9, fontweight="bold", va="center")
    axes.text(left, 0.31, f"{period(dates)} · {length}", color=style.INK, fontsize=7.5, va="center")


def _heads(axes: Axes, labels: list[str], block: Block) -> None:
    for number, label in enumerate(labels):
        place = sum(block.column(number)) / 2, TITLES + HEADS - 0.06
        tilt = {"rotation": 45, "rotation_mode": "anchor", "ha": "left", "va": "baseline"}
        axes.text(*place, label, fontsize=7.5, color=style.INK, **tilt)


def _spine(axes: Axes, mine: pl.DataFrame, block: Block, down: Down) -> None:
    """The parts with their numbers, and the ground of their cells."""
    parts = mine.unique("part", maintain_order=True)
    numbered = _numbered(parts, down(1) - down(0))
    for row in parts.iter_rows(named=True):
        rise = down(row["start"]), down(row["end"])
        for number in range(block.columns if row["sentences"] else 0):
            _box(axes, block.column(number), rise, facecolor=GROUND)
        _box(axes, (block.spine, block.spine + SPINE), rise, facecolor=GREYS[row["repeated"]])
        if row["part"] in numbered:
            place = block.spine + SPINE / 2, sum(rise) / 2
            colour = style.QUIET if row["repeated"] else style.INK
            look = {"ha": "center", "va": "center_baseline", "fontsize": 7, "color": colour}
            axes.text(*place, row["part"], **look)


def _numbered(parts: pl.DataFrame, inch: float) -> set[int]:
    """Numbers that find room: all that fit, or each fifth, tenth … where most do not."""
    room = (parts["end"] - parts["start"]) * inch * 72 / 5.4  # heights of a figure of 7 points
    if (room >= 1).mean() > 0.7:
        return set(parts["part"].filter(room >= 1))
    step = next(step for step in (5, 10, 50, 100, 500, 10**9) if step * room.median() > 2)
    return {number for number in parts["part"] if number % step == 0}


def _cells(
    axes: Axes, mine: pl.DataFrame, labels: list[str], block: Block, colour: str, down: Down
) -> None:
    """The sentences with each frame, as a share of the part: own voice within, attributed after."""
    for row in mine.filter(pl.col("narrator") + pl.col("attributed") > 0).iter_rows(named=True):
        inner, outer = block.column(labels.index(row["label"]))
        rise = down(row["start"]), down(row["end"])
        own, all_ = (
            inner + (outer - inner) * n / row["sentences"]
            for n in (row["narrator"], row["narrator"] + row["attributed"])
        )
        strength = PALE if row["repeated"] else 1
        full = style.tint(colour, strength)
        if row["narrator"]:
            _box(axes, (inner, own), rise, facecolor=full)
        if row["attributed"]:
            line = style.tint(style.line(colour), strength)
            look = {"facecolor": style.tint(colour, 0.12 * strength), "edgecolor": line}
            _box(axes, (own, all_), rise, hatch="//////", linewidth=0.6, **look)


def _box(
    axes: Axes, across: tuple[float, float], rise: tuple[float, float], **look: object
) -> None:
    gap = min(0.025, 0.15 * (rise[1] - rise[0]))
    corner = min(across), rise[0] + gap / 2
    size = abs(across[1] - across[0]), rise[1] - rise[0] - gap
    axes.add_patch(Rectangle(corner, *size, **({"linewidth": 0} | look)))


def _explain(axes: Axes, across: float, top: float) -> None:
    """What rows and cells of pooled articles are, in the room that links would take."""
    words = ["tenths of", "the articles,", "from first to last", ""]
    words += ["a full cell:", "all sentences", "of that tenth"]
    look = {"ha": "center", "va": "top", "fontsize": 7, "color": style.INK, "linespacing": 1.3}
    axes.text(across, top + 0.1, "\n".join(words), **look)


def _links(axes: Axes, table: pl.DataFrame, blocks: dict[str, Block], down: Down) -> None:
    """A curve from sentence to sentence, named by the events that both report."""
    (first, left), (second, right) = blocks.items()
    parts = table.unique(["source", "part"], maintain_order=True)
    middle = {
        (row["source"], row["part"]): down((row["start"] + row["end"]) / 2)
        for row in parts.iter_rows(named=True)
    }
    ends = [
        (middle[first, row["part"]], middle[second, int(match)], name)
        for row in parts.filter((pl.col("source") == first) & (pl.col("matches") != "")).iter_rows(
            named=True
        )
        for match, name in zip(row["matches"].split("|"), row["matched_on"].split("|"), strict=True)
    ]
    for start, end, _ in ends:
        third = (right.inner - left.inner) / 3
        across = [left.inner, left.inner + third, right.inner - third, right.inner]
        curve = Path(list(zip(across, [start, start, end, end], strict=True)), [1, 4, 4, 4])
        axes.add_patch(PathPatch(curve, fill=False, edgecolor=style.INK, linewidth=0.9))
    names = {name: [] for *_, name in ends if name}
    for start, end, name in ends:
        names.get(name, []).append((start + end) / 2)
    if len(names) <= LABELLED:
        _name_links(axes, (left.inner + right.inner) / 2, names)


def _name_links(axes: Axes, across: float, names: dict[str, list[float]]) -> None:
    """The name of links amid the heights at which they cross the gutter; none over another."""
    last = 0.0
    for name, heights in sorted(names.items(), key=lambda item: np.mean(item[1])):
        lines = textwrap.wrap(name, 15)
        high = 0.13 * len(lines)
        place = max(np.mean(heights), last + high / 2)
        last = place + high / 2 + 0.03
        white = {"facecolor": "white", "edgecolor": "none", "pad": 0.8}
        look = {"ha": "center", "va": "center", "fontsize": 7, "color": style.INK}
        axes.text(across, place, "\n".join(lines), bbox=white, **look)


def _key(table: pl.DataFrame) -> list[Patch | Line2D]:
    """What the marks mean; only those that occur."""
    handles = [
        Patch(facecolor=style.QUIET, label="in the text’s own voice"),
        Patch(
            facecolor="#eeeeee", edgecolor=style.QUIET, hatch="//////", label="attributed to others"
        ),
    ]
    if table["repeated"].any():
        handles.append(Patch(facecolor=GREYS[True], label="repeats an earlier sentence"))
    if (table["matches"] != "").any():
        handles.append(Line2D([], [], color=style.INK, linewidth=0.9, label="same content"))
    return handles
