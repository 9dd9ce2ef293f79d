"""Arrays of slots: pairs of places at which matches begin and end, and rows of numbers."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Slots = NDArray[np.int32]
Flags = NDArray[np.bool_]
Pairs = tuple[Slots, Slots]  # places where matches begin, and where they end (exclusive)
NONE = np.empty(0, np.int32)
TOGETHER = 200_000  # numbers that are made at once


class Ragged:
    """Rows of numbers, each of its own length."""

    def __init__(self, rows: Iterable[Sequence[int]] = ()) -> None:
        """Start with these rows."""
        self._sizes, self._firsts, self._values = NONE, NONE, NONE
        self.append(rows)

    def append(self, rows: Iterable[Sequence[int]]) -> None:
        """Add rows behind the last."""
        lists = list(rows)
        sizes = np.fromiter(map(len, lists), np.int32, len(lists))
        values = np.fromiter((value for row in lists for value in row), np.int32, int(sizes.sum()))
        self._sizes = np.concatenate([self._sizes, sizes])
        self._values = np.concatenate([self._values, values])
        self._firsts = np.cumsum(self._sizes, dtype=np.int32) - self._sizes

    def sizes(self, rows: Slots) -> Slots:
        """How many numbers are in each of these rows."""
        return self._sizes.take(rows)

    def expand(self, rows: Slots) -> Pairs:
        """The numbers in these rows, each after the place of its row among those asked for."""
        owner, at = spread(self._firsts.take(rows), self._sizes.take(rows))
        return owner, self._values.take(at)


def cut(sizes: Slots) -> Iterator[slice]:
    """Stretches of the sizes, each with a sum of about TOGETHER: what is made of more needs memory.

    There is one at least.
    """
    upto = np.cumsum(sizes, dtype=np.int64)
    whole = int(upto[-1]) // TOGETHER if sizes.size else 0
    inner = np.searchsorted(upto, TOGETHER * np.arange(1, whole + 1)) + 1
    bounds = [0, *np.unique(inner[inner < sizes.size]).tolist(), sizes.size]
    return (slice(first, last) for first, last in pairwise(bounds))


def spread(firsts: Slots, sizes: Slots) -> Pairs:
    """So many numbers from each of the first ones on, each after the place of its stretch."""
    upto = sizes.cumsum(dtype=np.int32)
    at = (firsts - upto + sizes).repeat(sizes)
    at += np.arange(at.size, dtype=np.int32)
    return np.arange(sizes.size, dtype=np.int32).repeat(sizes), at


def unique(keys: Slots, at: Slots) -> Pairs:
    """The pairs, each once."""
    both = np.sort((keys.astype(np.int64) << 32) | at)
    both = both[np.append(True, both[1:] != both[:-1])[: both.size]]
    return (both >> 32).astype(np.int32), (both & 0xFFFFFFFF).astype(np.int32)


def shortest(rows: Slots, starts: Slots, ends: Slots) -> NDArray[np.intp]:
    """The places of the shortest match of each row at each start."""
    order = np.lexsort((ends, starts, rows))
    first = np.ones(rows.size, bool)
    for_row, at = rows[order], starts[order]
    first[1:] = (for_row[1:] != for_row[:-1]) | (at[1:] != at[:-1])
    return order[first]


def among(size: int, found: NDArray[np.integer]) -> Flags:
    """Which of the numbers 0, 1, … up to `size` are found."""
    result = np.zeros(size, bool)
    result[found] = True
    return result
