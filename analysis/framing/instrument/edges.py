"""Matches of members of several words: what takes one step of a pattern over several slots."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.instrument.slots import Flags, Pairs, Slots, among, spread


class _Sorted(NamedTuple):
    """Pairs of places by the class and the first of them, which the keys join.

    `first` says of each slot whether it is the first of a pair.
    """

    keys: NDArray[np.int64]
    places: Slots
    first: Flags


class Edges:
    """Where the members of classes match, by where they begin and by where they end."""

    def __init__(self, classes: Slots, begins: Slots, ends: Slots, size: int) -> None:
        """`size` is the number of slots."""
        self._size = np.int64(size)
        self._forward = self._sort(classes, begins, ends)
        self._backward = self._sort(classes, ends, begins)

    def _sort(self, classes: Slots, first: Slots, second: Slots) -> _Sorted:
        keys = classes * self._size + first
        order = np.argsort(keys, kind="stable")
        return _Sorted(keys[order], second[order], among(int(self._size), first))

    def follow(self, keys: Slots, at: Slots, classes: Slots, *, back: bool = False) -> Pairs:
        """Each key with the end of every match of its class that begins at its place.

        Class 0 has none. With `back` with the beginning of every match that ends there.
        """
        table = self._backward if back else self._forward
        some = np.flatnonzero(table.first.take(at) & (classes > 0))
        keys, at, classes = keys[some], at[some], classes[some]
        wanted = classes * self._size + at
        low, high = (table.keys.searchsorted(wanted, side) for side in ("left", "right"))
        owner, rows = spread(low.astype(np.int32), (high - low).astype(np.int32))
        return keys[owner], table.places[rows]

    def list(self, classes: Slots) -> tuple[Slots, Slots, Slots]:
        """All matches of the classes: the places in `classes`, where they begin and end."""
        keys, ends, _ = self._forward
        low, high = (keys.searchsorted((classes + more) * self._size) for more in (0, 1))
        owner, rows = spread(low.astype(np.int32), (high - low).astype(np.int32))
        return owner, (keys[rows] % self._size).astype(np.int32), ends[rows]
