"""The units of a source under a specification: values, weights, and which of them count.

`value` is the stage "valuing" of the multiverse.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from framing.errors import InputError
from framing.robustness.places import SPAN, Flags, Places
from framing.robustness.segments import Carried, Segments
from framing.statistics import permutation

Array = NDArray[np.float64]
OWN_VOICE = "own_voice"
VOICES = ("narrator", "attributed")
BASES = ("all_units", "framed_units")


@dataclass(frozen=True)
class Side:
    """The units of one source under a specification: values, weights, block means.

    `lengths`: the number of units of each article that has one.
    """

    values: Array
    weights: Array
    lengths: Places
    blocks: Array

    @property
    def hits(self) -> float:
        """Return the sum of the weights of the units with the value 1."""
        return float(self.values @ self.weights)

    @property
    def total(self) -> float:
        """Return the sum of the weights."""
        return float(self.weights.sum())

    @property
    def units(self) -> int:
        """Return the number of units."""
        return len(self.values)

    @property
    def carrying(self) -> int:
        """Return the number of units with the value 1."""
        return int(self.values.sum())

    def split(self) -> tuple[list[Array], list[Array]]:
        """Return values and weights by article."""
        at = np.cumsum(self.lengths)[:-1]
        return np.split(self.values, at), np.split(self.weights, at)


@dataclass(frozen=True)
class Source:
    """All articles of a source cut in units under some options: what these carry, their blocks."""

    cut: Segments
    carried: Carried
    blocks: Places


def value(
    source: Source, of: str, *, voices: list[str], base: str, weight: str
) -> tuple[Array, Array, Flags]:
    """Values of the units (0 or 1), their weights, and which of them count.

    Of "share": does a unit carry the frame, in one of these `voices`; of "own_voice": does the text
    say it itself, where a unit carries it. Raises InputError for an unknown option.
    """
    carried, weights = source.carried, source.cut.weights
    for option, known in ((voices, VOICES), ([base], BASES), ([weight], tuple(weights))):
        for unknown in set(option) - set(known):
            raise InputError("choices", f"no option {unknown!r}", f"use one of {', '.join(known)}")
    if of == OWN_VOICE:
        return carried.own.astype(float), weights[weight], carried.sought
    said = np.where(carried.own, "narrator" in voices, "attributed" in voices)
    values = (carried.sought & said).astype(float)
    return values, weights[weight], carried.framed | (base == "all_units")


def select(source: Source, values: Array, weights: Array, counts: Flags, size: int) -> Side:
    """The units that count."""
    if not counts.any():
        nothing = np.array([])
        return Side(nothing, nothing, np.array([], dtype=np.int64), np.full(size, np.nan))
    kept = values[counts], weights[counts]
    lengths = np.bincount(source.cut.starts[counts] // SPAN)
    blocks = permutation.means(*kept, source.blocks[counts], size)
    return Side(*kept, lengths[lengths > 0], blocks)
