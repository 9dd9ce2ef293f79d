"""Of overlapping hits of one thing the longest remains, and of equally long ones the first."""

import numpy as np
from numpy.typing import NDArray

Slots = NDArray[np.int32]


def keep_longest(starts: Slots, ends: Slots, things: Slots, ranks: Slots) -> NDArray[np.int64]:
    """The numbers of the hits that remain.

    Only hits of the same thing compete: the longest wins, then the first, then the lower rank.
    The same answers as `annotate.keep_longest`.
    """
    order = np.lexsort((ranks, ends, starts, things))
    same = np.zeros(order.size, bool)
    columns = (things[order], starts[order], ends[order])
    same[1:] = np.logical_and.reduce([column[1:] == column[:-1] for column in columns])
    order = order[~same]
    kept = np.ones(order.size, bool)
    for first, last in _find_clusters(starts[order], ends[order], things[order]):
        kept[first:last] = _choose(starts[order[first:last]], ends[order[first:last]])
    return order[kept]


def _find_clusters(starts: Slots, ends: Slots, things: Slots) -> list[tuple[int, int]]:
    """The stretches (first, last) of two hits or more that overlap one another in a chain."""
    if not starts.size:
        return []
    base = things.astype(np.int64) * (int(ends.max()) + 1)
    reach = np.maximum.accumulate(base + ends)
    fresh = np.ones(starts.size, bool)
    fresh[1:] = (base + starts)[1:] >= reach[:-1]
    begins = np.flatnonzero(fresh)
    lasts = np.append(begins[1:], starts.size)
    several = lasts - begins > 1
    return list(zip(begins[several].tolist(), lasts[several].tolist(), strict=True))


def _choose(starts: Slots, ends: Slots) -> list[bool]:
    """Which hits of a cluster remain; no two of them have the same place."""
    places = list(zip(starts.tolist(), ends.tolist(), strict=True))
    taken: set[tuple[int, int]] = set()
    for a, b in sorted(places, key=lambda place: (place[0] - place[1], place[0])):
        if not any(a < d and c < b for c, d in taken):
            taken.add((a, b))
    return [place in taken for place in places]
