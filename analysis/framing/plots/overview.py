"""Figure 1, the study in one look: both texts from their first sentence to their last."""

import textwrap

import numpy as np
import polars as pl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, PathPatch
from matplotlib.path import Path

from framing.measures import course
from framing.paper.captions import opening, period, times
from framing.paper.facts.overview import facts
from framing.plots import strips, style
from framing.plots.page import page
from framing.plots.strips import Block, Down

__all__ = ["draw", "facts", "tabulate"]

TITLES, HEADS, FOOT = 0.46, 0.72, 0.34  # inches
PER_WORD, LEAST, MOST = 0.0138, 2.6, 6.2  # of a word or per cent; of all parts together
LABELLED = 12  # so many links still get a label each


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


def draw(table: pl.DataFrame, *, sources: dict[str, dict], width: float) -> Figure:
    """Two mirrored columns of sentences with their frames, and links between the same content.

    `table` as of `tabulate`. Solid: own voice; hatched: attributed; pale: a repeated sentence. The
    filled part of a cell is the share of its sentences that carry the frame.
    """
    labels = table["label"].unique(maintain_order=True).to_list()
    longest, top = table["end"].max(), TITLES + HEADS
    body = min(MOST, max(LEAST, PER_WORD * longest))
    figure, axes = page(width, top + body + FOOT)
    blocks = strips.place(list(sources), width, len(labels))

    def down(at: float) -> float:
        return top + at * body / longest

    for name, block in blocks.items():
        mine = table.filter(pl.col("source") == name)
        _title(axes, mine, sources[name], block)
        strips.heads(axes, labels, block, top)
        strips.spine(axes, mine, block, down)
        strips.cells(axes, mine, labels, block, style.source(sources, name)["colour"], down)
    if table["articles"].max() > 1:
        _explain(axes, sum(block.inner for block in blocks.values()) / 2, top)
    else:
        _links(axes, table, blocks, down)
    figure.legend(handles=_key(table), loc="lower center", ncols=4, borderaxespad=0.3)
    return figure


def _title(axes: Axes, mine: pl.DataFrame, entry: dict, block: Block) -> None:
    """Name, dates and length of the text."""
    parts = mine.unique("part", maintain_order=True)
    counted = parts.filter(~pl.col("repeated"))
    articles, dates = mine.row(0, named=True)["articles"], mine["dates"][0]
    of = entry.get("adjective", entry["short"])
    name = opening(entry["label"]) if articles == 1 else f"{articles} {of} articles"
    length = times(counted["sentences"].sum(), "sentence")
    if parts.height > counted.height:
        length += f" + {parts.height - counted.height} repeated"
    left = min(block.outer, block.spine)
    colour = style.ink(entry["colour"])
    axes.text(left, 0.13, name, color=colour, fontsize=9, fontweight="bold", va="center")
    axes.text(left, 0.31, f"{period(dates)} · {length}", color=style.INK, fontsize=7.5, va="center")


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
    """The name of links, at the mean height of their middles; no name is over another."""
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
        Patch(**style.hatched(style.QUIET), label="attributed to others"),
    ]
    if table["repeated"].any():
        handles.append(Patch(facecolor=strips.GREYS[True], label="repeats an earlier sentence"))
    if (table["matches"] != "").any():
        handles.append(Line2D([], [], color=style.INK, linewidth=0.9, label="same content"))
    return handles
