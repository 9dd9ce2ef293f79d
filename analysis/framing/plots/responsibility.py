"""Who says it, what it is, who is blamed: violations and civilian harm as a flow."""

import textwrap
from dataclasses import dataclass

import matplotlib.pyplot as plt
import polars as pl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

from framing.paper.captions import opening
from framing.paper.facts.responsibility import facts
from framing.plots import style

__all__ = ["draw", "facts", "tabulate"]

NARRATOR, OTHERS = "narrator", "others"
COLUMNS = {
    "speaker_label": "who says it",
    "frame_label": "what",
    "responsible_label": "who is blamed",
}
GROUND = "#f1f1f1"
LETTERS, MOST = 22, 9  # of a line of a name; nodes of a column, the rest is drawn as one
# Inches on the page.
NAMES, BOX, HEADS, GAP, LINE, FOOT = 1.45, 0.95, 0.34, 0.16, 0.13, 0.32
THICKEST, TALLEST = 0.2, 4.0  # of a ribbon of one sentence; of all ribbons together


def tabulate(results: dict[str, pl.DataFrame], labels: dict[str, dict[str, str]]) -> pl.DataFrame:
    """The rows of `results["responsibility"]` with labels, the text's own voice first.

    A sentence counts in every row that fits it, so that the rows must not be added up.
    """
    names = {NARRATOR: "the text itself"} | labels["actor"]
    names |= {"unnamed": "a speaker not named", "none": "nobody named"}
    order = {key: place for place, key in enumerate(names)}
    frames = {key: place for place, key in enumerate(labels["frame"])}
    return (
        results["responsibility"]
        .with_columns(
            pl.col("frame").replace_strict(labels["frame"]).alias("frame_label"),
            pl.col("speaker").replace_strict(names).alias("speaker_label"),
            pl.col("responsible").replace_strict(names).alias("responsible_label"),
        )
        .sort(
            pl.col("speaker").replace_strict(order, return_dtype=pl.Int64),
            pl.col("frame").replace_strict(frames, return_dtype=pl.Int64),
            pl.col("responsible").replace_strict(order, return_dtype=pl.Int64),
            "source",
        )
    )


@dataclass
class Node:
    """A name in a column: its upper edge and height, and how much of it is used at each side."""

    top: float
    height: float
    left: float = 0.0
    right: float = 0.0

    def take(self, side: str, thick: float) -> float:
        """The upper edge of the next ribbon on a side."""
        at = self.top + getattr(self, side)
        setattr(self, side, getattr(self, side) + thick)
        return at


def draw(table: pl.DataFrame, *, sources: dict[str, dict], width: float) -> Figure:
    """Ribbons from speaker over frame to the actor held responsible, as thick as their sentences.

    `table` as of `tabulate`. Solid: own voice; hatched: attributed.
    """
    if table.is_empty():
        figure = plt.figure(figsize=(width, 0.6))
        figure.text(0.5, 0.5, "no sentence carries these frames", ha="center", fontsize=7.5)
        return figure
    flows = _fold(_name_texts(table, sources))
    thick = min(THICKEST, TALLEST / flows["units"].sum())
    heights = {column: _heights(flows, column, thick) for column in COLUMNS}
    body = max(sum(column.values()) + GAP * (len(column) - 1) for column in heights.values())
    figure = plt.figure(figsize=(width, HEADS + body + FOOT))
    figure.set_layout_engine("none")
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, width), ylim=(HEADS + body + FOOT, 0))
    axes.set_axis_off()
    nodes = {column: _stack(heights[column], body) for column in COLUMNS}
    middle = (width - BOX) / 2, (width + BOX) / 2
    edges = dict(zip(COLUMNS, [(0, NAMES), middle, (width - NAMES, width)], strict=True))
    _write(axes, nodes, edges)
    for left, right, far in (COLUMNS, tuple(COLUMNS)[1:] + tuple(COLUMNS)[:1]):
        for ribbon in _route(flows, nodes, left, right, far, thick):
            across = edges[left][1], edges[right][0]
            _ribbon(axes, across, ribbon, sources[ribbon["source"]]["colour"])
    handles = [h for h in style.voice_legend(sources) if h.get_label() in _looks(flows, sources)]
    figure.legend(handles=handles, loc="lower center", ncols=4, borderaxespad=0.2)
    return figure


def _name_texts(table: pl.DataFrame, sources: dict[str, dict]) -> pl.DataFrame:
    """The text's own voice under the name of its source, so that two texts are two speakers."""
    names = {name: f"{entry['label']} itself" for name, entry in sources.items()}
    own = pl.col("speaker") == NARRATOR
    speaker = pl.when(own).then(pl.col("source").replace(names)).otherwise("speaker_label")
    return table.with_columns(speaker.alias("speaker_label"), own.alias("own"))


def _fold(table: pl.DataFrame) -> pl.DataFrame:
    """Sentences by ribbon, source and voice; rarer speakers and actors taken together."""
    for column in ("speaker_label", "responsible_label"):
        counts = table.group_by(column, maintain_order=True).agg(pl.col("units").sum())
        if counts.height > MOST:
            commonest = counts.sort("units", descending=True, maintain_order=True)[column]
            known = pl.col(column).is_in(commonest.head(MOST - 1).to_list())
            named = pl.when(known).then(column).otherwise(pl.lit(OTHERS)).alias(column)
            table = table.with_columns(named)
    key = [*COLUMNS, "source", "own"]
    return table.group_by(key, maintain_order=True).agg(pl.col("units").sum())


def _heights(flows: pl.DataFrame, column: str, thick: float) -> dict[str, float]:
    """Nodes of a column, the greatest first, as high as their ribbons, and at least their name."""
    counts = flows.group_by(column, maintain_order=True).agg(pl.col("units").sum())
    counts = counts.sort("units", descending=True, maintain_order=True)
    return {
        name: max(units * thick, LINE * len(_lines(name)) + 0.02)
        for name, units in counts.iter_rows()
    }


def _lines(name: str) -> list[str]:
    return textwrap.wrap(name, LETTERS)


def _stack(heights: dict[str, float], body: float) -> dict[str, Node]:
    """The nodes of a column one under the other, amid the height of the figure."""
    top = HEADS + (body - sum(heights.values()) - GAP * (len(heights) - 1)) / 2
    nodes = {}
    for name, height in heights.items():
        nodes[name] = Node(top, height)
        top += height + GAP
    return nodes


def _write(
    axes: Axes, nodes: dict[str, dict[str, Node]], edges: dict[str, tuple[float, float]]
) -> None:
    """The heads of the columns and the names of the nodes; those amid the ribbons on a ground."""
    for side, (column, head) in zip(("right", "center", "left"), COLUMNS.items(), strict=True):
        left, right = edges[column]
        across = {"right": right - 0.06, "center": (left + right) / 2, "left": left + 0.06}[side]
        look = {"ha": side, "va": "center", "color": style.INK}
        axes.text(across, 0.14, opening(head), fontsize=8, fontweight="bold", **look)
        for name, node in nodes[column].items():
            if side == "center":
                ground = Rectangle((left, node.top), BOX, node.height, color=GROUND, linewidth=0)
                axes.add_patch(ground)
            words = "\n".join(_lines(name))
            axes.text(across, node.top + node.height / 2, words, fontsize=7.5, **look)


def _route(
    flows: pl.DataFrame,
    nodes: dict[str, dict[str, Node]],
    left: str,
    right: str,
    far: str,
    thick: float,
) -> list[dict]:
    """The ribbons between two columns, each with start and end (upper edges) and high.

    At both ends they are in the order of the nodes at their other ends, so that few cross.
    """
    place = {
        column: pl.col(column).replace_strict(
            list(nodes[column]), range(len(nodes[column])), return_dtype=pl.Int64
        )
        for column in COLUMNS
    }
    ribbons = flows.with_columns(high=pl.col("units") * thick)
    for end, name, order in (("start", left, (right, far)), ("end", right, (left, far))):
        side = "right" if end == "start" else "left"
        ribbons = ribbons.sort(*(place[c] for c in (name, *order)), maintain_order=True)
        tops = [
            nodes[name][node].take(side, high) for node, high in ribbons.select(name, "high").rows()
        ]
        ribbons = ribbons.with_columns(pl.Series(end, tops))
    return ribbons.to_dicts()


def _ribbon(axes: Axes, across: tuple[float, float], ribbon: dict, colour: str) -> None:
    """One ribbon, with its count where it is thick enough."""
    (left, right), start, end, high = across, ribbon["start"], ribbon["end"], ribbon["high"]
    middle = (left + right) / 2
    upper = [(left, start), (middle, start), (middle, end), (right, end)]
    lower = [(x, y + high) for x, y in reversed(upper)]
    codes = [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY]
    look = {"facecolor": colour, "edgecolor": "white", "linewidth": 0.6}
    if not ribbon["own"]:
        look |= {"facecolor": style.tint(colour, 0.12), "edgecolor": style.line(colour)}
        look["hatch"] = "//////"
    axes.add_patch(PathPatch(Path([*upper, *lower, upper[0]], codes), **look))
    if high >= LINE * 0.8:
        ground = {"facecolor": "white", "edgecolor": "none", "pad": 0.8}
        look = {"ha": "center", "va": "center_baseline", "fontsize": 7.5, "color": style.INK}
        axes.text(left + 0.16, start + high / 2, ribbon["units"], bbox=ground, **look)


def _looks(flows: pl.DataFrame, sources: dict[str, dict]) -> set[str]:
    """The entries of the legend that occur."""
    return {
        f"{sources[source]['short']}, {'own voice' if own else 'attributed'}"
        for source, own in flows.select("source", "own").unique().iter_rows()
    }
