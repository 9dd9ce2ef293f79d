"""Arrays of slots: pairs of places at which matches begin and end."""

import numpy as np
from numpy.typing import NDArray

from framing.instrument.vocabulary import Flags

Slots = NDArray[np.int32]
Pairs = tuple[Slots, Slots]  # places where matches begin, and where they end (exclusive)
NONE = np.empty(0, np.int32)


def unique(keys: Slots, at: Slots) -> Pairs:
    """The pairs, each once."""
    both = np.sort((keys.astype(np.int64) << 32) | at)
    both = both[np.append(True, both[1:] != both[:-1])[: both.size]]
    return (both >> 32).astype(np.int32), (both & 0xFFFFFFFF).astype(np.int32)


def join(keys: Slots, at: Slots, begins: Slots, ends: Slots) -> Pairs:
    """Pairs of a key with every edge that begins at its place; `begins` is sorted."""
    low = begins.searchsorted(at)
    size = begins.searchsorted(at, side="right") - low
    rows = (low - size.cumsum() + size).repeat(size)
    rows += np.arange(rows.size)
    return keys.repeat(size), ends.take(rows)


def nearest(starts: Slots, ends: Slots) -> Pairs:
    """Of the matches that begin at one place the shortest."""
    order = np.lexsort((ends, starts))
    starts, ends = starts[order], ends[order]
    first = np.ones(starts.size, bool)
    first[1:] = starts[1:] != starts[:-1]
    return starts[first], ends[first]


def among(numbers: Slots, found: Slots) -> Flags:
    """Which of the numbers 0, 1, … are found."""
    result = np.zeros(numbers.size, bool)
    result[found] = True
    return result
