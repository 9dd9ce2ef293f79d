"""A flow in three columns: ribbons as thick as their counts, between names that keep apart."""

import textwrap
from dataclasses import dataclass

import polars as pl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

from framing.plots import style
from framing.plots.page import page

GROUND, LETTERS = "#f1f1f1", 22  # under the names between the ribbons; letters of a line of a name
# Inches on the page.
NAMES, BOX, HEADS, GAP, LINE, FOOT = 1.45, 0.95, 0.34, 0.16, 0.13, 0.32
THICKEST, TALLEST = 0.2, 4.0  # of a ribbon that counts one; of all ribbons together

Nodes = dict[str, dict[str, "Node"]]  # of each column by their names


@dataclass
class Node:
    """A name in a column: its upper edge and height, and how much of it is used at each side."""

    top: float
    height: float
    left: float = 0.0
    right: float = 0.0

    def take(self, side: str, thick: float) -> float:
        """The upper edge of the next ribbon, left or right."""
        at = self.top + getattr(self, side)
        setattr(self, side, getattr(self, side) + thick)
        return at


def draw(flows: pl.DataFrame, heads: dict[str, str], *, width: float) -> Figure:
    """Ribbons through the three columns that `heads` names, with room for a legend below.

    `flows`: a row per ribbon with the names in the three columns, units, colour and hatched.
    """
    thick = min(THICKEST, TALLEST / flows["units"].sum())
    heights = {column: _heights(flows, column, thick) for column in heads}
    body = max(sum(column.values()) + GAP * (len(column) - 1) for column in heights.values())
    figure, axes = page(width, HEADS + body + FOOT)
    nodes = {column: _stack(heights[column], body) for column in heads}
    middle = (width - BOX) / 2, (width + BOX) / 2
    edges = dict(zip(heads, [(0, NAMES), middle, (width - NAMES, width)], strict=True))
    _write(axes, heads, nodes, edges)
    first, second, third = heads
    for left, right, far in ((first, second, third), (second, third, first)):
        for ribbon in _route(flows, nodes, left, right, far, thick):
            _ribbon(axes, (edges[left][1], edges[right][0]), ribbon)
    return figure


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
    """The nodes of a column one under the other, in the middle of the height."""
    top = HEADS + (body - sum(heights.values()) - GAP * (len(heights) - 1)) / 2
    nodes = {}
    for name, height in heights.items():
        nodes[name] = Node(top, height)
        top += height + GAP
    return nodes


def _write(
    axes: Axes, heads: dict[str, str], nodes: Nodes, edges: dict[str, tuple[float, float]]
) -> None:
    """The heads of the columns and the names of the nodes; between the ribbons on a ground."""
    for side, (column, head) in zip(("right", "center", "left"), heads.items(), strict=True):
        left, right = edges[column]
        across = {"right": right - 0.06, "center": (left + right) / 2, "left": left + 0.06}[side]
        look = {"ha": side, "va": "center", "color": style.INK}
        axes.text(across, 0.14, head, fontsize=8, fontweight="bold", **look)
        for name, node in nodes[column].items():
            if side == "center":
                ground = Rectangle((left, node.top), BOX, node.height, color=GROUND, linewidth=0)
                axes.add_patch(ground)
            words = "\n".join(_lines(name))
            axes.text(across, node.top + node.height / 2, words, fontsize=7.5, **look)


def _route(
    flows: pl.DataFrame, nodes: Nodes, left: str, right: str, far: str, thick: float
) -> list[dict]:
    """The ribbons between two columns, each with start and end (upper edges) and high.

    At both ends they are in the order of the nodes at their other ends, so that few cross.
    """
    place = {
        column: pl.col(column).replace_strict(
            list(nodes[column]), range(len(nodes[column])), return_dtype=pl.Int64
        )
        for column in nodes
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


def _ribbon(axes: Axes, across: tuple[float, float], ribbon: dict) -> None:
    """One ribbon, with its count where it is thick enough."""
    (left, right), start, end, high = across, ribbon["start"], ribbon["end"], ribbon["high"]
    middle = (left + right) / 2
    upper = [(left, start), (middle, start), (middle, end), (right, end)]
    lower = [(x, y + high) for x, y in reversed(upper)]
    codes = [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY]
    colour = ribbon["colour"]
    solid = {"facecolor": colour, "edgecolor": "white", "linewidth": 0.6}
    look = style.hatched(colour) if ribbon["hatched"] else solid
    axes.add_patch(PathPatch(Path([*upper, *lower, upper[0]], codes), **look))
    if high >= LINE * 0.8:
        ground = {"facecolor": "white", "edgecolor": "none", "pad": 0.8}
        look = {"ha": "center", "va": "center_baseline", "fontsize": 7.5, "color": style.INK}
        axes.text(left + 0.16, start + high / 2, ribbon["units"], bbox=ground, **look)
