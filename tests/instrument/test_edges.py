"""Matches of members of several words, by hand."""

import numpy as np
from framing.instrument.edges import Edges


def places(*values):
    """An array of places."""
    return np.array(values, np.int32)


def rows(found):
    """Rows of the columns."""
    return list(zip(*(column.tolist() for column in found), strict=True))


# Class 1 matches from 2 to 4 and from 2 to 5, class 2 from 2 to 4.
EDGES = Edges(places(1, 2, 1), places(2, 2, 2), places(4, 4, 5), size=9)


def test_follow():
    """Every match of the class that begins at the place of a key, or ends there; else none."""
    asked = places(7, 8, 9), places(2, 4, 2), places(1, 1, 2)
    assert rows(EDGES.follow(*asked)) == [(7, 4), (7, 5), (9, 4)]
    assert rows(EDGES.follow(*asked, back=True)) == [(8, 2)]


def test_list():
    """All matches of the classes that are asked for; one without any has none."""
    assert rows(EDGES.list(places(2, 3, 1))) == [(0, 2, 4), (2, 2, 4), (2, 2, 5)]
