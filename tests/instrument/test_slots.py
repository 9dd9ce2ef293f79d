"""Pairs of places at which matches begin and end, by hand."""

import numpy as np
import pytest
from framing.instrument import slots


def pairs(found):
    """Pairs as a list."""
    assert {column.dtype for column in found} == {np.dtype(np.int32)}
    return list(zip(*(column.tolist() for column in found), strict=True))


def places(*values):
    """An array of places."""
    return np.array(values, np.int32)


@pytest.mark.parametrize(
    ("keys", "at", "expected"),
    [
        ([], [], []),
        ([3], [5], [(3, 5)]),
        ([3, 3, 1, 3], [5, 5, 9, 2], [(1, 9), (3, 2), (3, 5)]),
        ([2**31 - 1] * 2, [2**31 - 1, 0], [(2**31 - 1, 0), (2**31 - 1, 2**31 - 1)]),
    ],
)
def test_unique(keys, at, expected):
    """Each pair once, in order; also at the largest places."""
    assert pairs(slots.unique(places(*keys), places(*at))) == expected


def test_join():
    """Every edge that begins at the place of a key; a place without one has none."""
    begins, ends = places(1, 4, 4, 7), places(2, 5, 6, 9)
    joined = slots.join(places(10, 11, 12, 13), places(4, 1, 3, 4), begins, ends)
    assert pairs(joined) == [(10, 5), (10, 6), (11, 2), (13, 5), (13, 6)]
    assert pairs(slots.join(places(1), places(0), slots.NONE, slots.NONE)) == []


def test_nearest():
    """Of the matches that begin at one place the shortest, in order of place."""
    assert pairs(slots.nearest(places(4, 1, 4, 4), places(9, 3, 6, 7))) == [(1, 3), (4, 6)]
    assert pairs(slots.nearest(places(), places())) == []


def test_among():
    """Which of the numbers from 0 on are found."""
    assert slots.among(places(0, 1, 2), places(2, 0, 2)).tolist() == [True, False, True]
    assert slots.among(places(), places()).tolist() == []
