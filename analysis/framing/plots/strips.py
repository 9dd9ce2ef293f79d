"""Texts as columns of parts with a cell for each frame: the body of figure 1, in inches."""

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from framing.plots import style

EDGE, SPINE, GUTTER, RIGHT = 0.05, 0.3, 1.3, 0.6
GROUND, GREYS = "#f4f4f4", {False: "#cfcfcf", True: "#e9e9e9"}  # repeated or not
PALE = 0.4  # strength of the colour of a repeated sentence

Down = Callable[[float], float]  # from words (per cent) to inches below the top


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


def place(names: list[str], width: float, columns: int) -> dict[str, Block]:
    """The blocks of two sources, mirrored, with a gutter between them."""
    step = (width - EDGE - RIGHT - 2 * SPINE - GUTTER) / (2 * columns)
    spine = EDGE + step * columns
    return {
        names[0]: Block(spine, -step, columns),
        names[1]: Block(spine + SPINE + GUTTER, step, columns),
    }


def heads(axes: Axes, labels: list[str], block: Block, at: float) -> None:
    """The names of the frames, tilted, over their columns."""
    for number, label in enumerate(labels):
        place = sum(block.column(number)) / 2, at - 0.06
        tilt = {"rotation": 45, "rotation_mode": "anchor", "ha": "left", "va": "baseline"}
        axes.text(*place, label, fontsize=7.5, color=style.INK, **tilt)


def spine(axes: Axes, mine: pl.DataFrame, block: Block, down: Down) -> None:
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
    """Numbers that are printed: all that fit, or each fifth, tenth … where most do not."""
    room = (parts["end"] - parts["start"]) * inch * 72 / 5.4  # heights of a figure of 7 points
    if (room >= 1).mean() > 0.7:
        return set(parts["part"].filter(room >= 1))
    step = next(step for step in (5, 10, 50, 100, 500, 10**9) if step * room.median() > 2)
    return {number for number in parts["part"] if number % step == 0}


def cells(
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
            _box(axes, (own, all_), rise, **style.hatched(colour, strength))


def _box(
    axes: Axes, across: tuple[float, float], rise: tuple[float, float], **look: object
) -> None:
    gap = min(0.025, 0.15 * (rise[1] - rise[0]))
    corner = min(across), rise[0] + gap / 2
    size = abs(across[1] - across[0]), rise[1] - rise[0] - gap
    axes.add_patch(Rectangle(corner, *size, **({"linewidth": 0} | look)))
