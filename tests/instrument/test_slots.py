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


@pytest.mark.parametrize(
    ("sizes", "stretches"),
    [
        ([], [(0, 0)]),
        ([1, 1], [(0, 2)]),
        ([2, 2, 2, 2], [(0, 2), (2, 4)]),
        ([9, 0, 1, 3], [(0, 1), (1, 4)]),
        ([1, 1, 1, 1, 5], [(0, 4), (4, 5)]),
    ],
)
def test_cut(monkeypatch, sizes, stretches):
    """Stretches whose sum reaches what is made together; one size alone may be larger."""
    monkeypatch.setattr(slots, "TOGETHER", 4)
    assert [(some.start, some.stop) for some in slots.cut(places(*sizes))] == stretches


def test_spread():
    """So many numbers from each first one on; none where there are none."""
    assert pairs(slots.spread(places(5, 9, 2), places(2, 0, 1))) == [(0, 5), (0, 6), (2, 2)]
    assert pairs(slots.spread(places(), places())) == []


def test_ragged():
    """Rows as often and in the order as they are asked for, also those that were added later."""
    rows = slots.Ragged([[7, 8], []])
    rows.append([[9]])
    assert pairs(rows.expand(places(2, 0, 1, 0))) == [(0, 9), (1, 7), (1, 8), (3, 7), (3, 8)]
    assert pairs(slots.Ragged().expand(places())) == []


def test_shortest():
    """Of the matches of one row that begin at one place the shortest."""
    kept = slots.shortest(places(1, 1, 1, 0, 1), places(4, 1, 4, 4, 4), places(9, 3, 6, 8, 7))
    assert kept.tolist() == [3, 1, 2]
    assert slots.shortest(places(), places(), places()).tolist() == []


def test_among():
    """Which of the numbers from 0 on are found."""
    assert slots.among(3, places(2, 0, 2)).tolist() == [True, False, True]
    assert slots.among(0, places()).tolist() == []
