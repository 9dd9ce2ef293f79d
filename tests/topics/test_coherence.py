"""Coherence of topics by hand."""

import math

import numpy as np
import pytest
from framing.topics import coherence

# a and b in the same two of four sentences, c in the other two, d in all.
COUNTS = np.array([[3, 1, 0, 1], [1, 2, 0, 1], [0, 0, 1, 2], [0, 0, 1, 1]])


@pytest.mark.parametrize(
    ("concepts", "value"),
    [
        ([0, 1], 1.0),  # always together
        ([0, 2], -0.95),  # never: about −1, as EPSILON allows
        ([0, 3], 0.0),  # independent
        ([3, 3], 0.0),  # in every sentence: says nothing
    ],
)
def test_pairs(concepts, value):
    """From −1 through 0 to 1."""
    (found,) = coherence.npmi(COUNTS, [concepts])
    assert found == pytest.approx(value, abs=1e-9 if value >= 0 else 0.06)


def test_mean_over_pairs():
    """Of a, b and d: 1, 0 and 0."""
    assert coherence.npmi(COUNTS, [[0, 1, 3]]) == pytest.approx([1 / 3])
    assert coherence.npmi(COUNTS, [[0, 1], [0, 3]]) == pytest.approx([1, 0], abs=1e-9)


def test_one_concept_makes_no_pair():
    """And a concept that never occurs is an error."""
    assert math.isnan(coherence.npmi(COUNTS, [[0]])[0])
    with pytest.raises(ValueError, match="occurs in no sentence"):
        coherence.npmi(COUNTS * [1, 1, 0, 1], [[0, 2]])


def test_top_columns():
    """The largest weights first, ties by column; never more than there are."""
    weights = [[0.1, 0.5, 0.5, 0.2], [9, 0, 0, 1]]
    assert coherence.top_columns(weights, 3).tolist() == [[1, 2, 3], [0, 3, 1]]
    assert coherence.top_columns(weights, 9).shape == (2, 4)
