"""Two series of values by hand: means, residuals, least variances, errors."""

import numpy as np
import pytest
from framing.statistics.pair import Pair, Series


def series(values, weights=None):
    """One world."""
    one = np.array([values], dtype=float)
    return Series(one, np.ones_like(one) if weights is None else np.array([weights], dtype=float))


A, B = series([1, 0, 1, 0]), series([1, 0], [3, 1])
PAIR = Pair(A, B)


def test_a_series():
    """Mean 3/4 of weights 3 and 1; residuals are weighted by them, relative to their mean of 2."""
    assert (A.size, B.size) == (4, 2)
    assert B.mean.tolist() == [0.75]
    assert B.residuals.tolist() == [[1.5 * 0.25, 0.5 * -0.75]]
    assert A.residuals.tolist() == [[0.5, -0.5, 0.5, -0.5]]


def test_least_variance():
    """With a miss and a hit: 3 of 6, variance 1/4; a quarter of it for 4 units; times 4/6."""
    (found,) = A.least_variance(np.array([0.0]), np.array([1.0]))
    assert found == pytest.approx(0.25 * (1 / 4) * (4 / 6))
    # Weights 3, 1, 2, 2 of 1, 0, 0, 1: mean 5/8; units weigh unequally: 10/16; times 2/4.
    (found,) = B.least_variance(np.array([0.0]), np.array([1.0]))
    assert found == pytest.approx((5 / 8) * (3 / 8) * (10 / 16) * (2 / 4))


def test_a_pair():
    """The first mean minus the second; all values; a miss and a hit of them."""
    assert PAIR.both == (A, B)
    assert PAIR.sizes == (4, 2)
    assert PAIR.estimate.tolist() == [-0.25]
    assert PAIR.pooled.tolist() == [[1, 0, 1, 0, 1, 0]]
    assert [end.tolist() for end in PAIR.ends] == [[0], [1]]


def test_ends_of_other_values():
    """The least one, and the mean of those above it; without any above, zero."""
    pair = Pair(series([0.5, 2, 3]), series([0.5, 4]))
    assert [end.tolist() for end in pair.ends] == [[0.5], [3]]
    alike = Pair(series([2, 2]), series([2]))
    assert [end.tolist() for end in alike.ends] == [[2], [0]]


def test_standard_error():
    """The root of the sum of variances, neither below `least` of its floor."""
    floors = [float(floor[0]) for floor in PAIR.least_variances()]
    assert floors == pytest.approx([1 / 24, (15 / 64) * (10 / 32)])
    (error,) = PAIR.standard_error(lambda residuals: np.array([1.0]))
    assert error == pytest.approx(np.sqrt(2))
    (error,) = PAIR.standard_error(lambda residuals: np.array([0.0]))
    assert error == pytest.approx(np.sqrt(sum(floors)))
    (error,) = PAIR.standard_error(lambda residuals: np.array([0.0]), least=4)
    assert error == pytest.approx(2 * np.sqrt(sum(floors)))


def test_studentise():
    """The absolute difference over its error; none where both are zero."""
    assert PAIR.studentise(np.array([0.5])).tolist() == [0.5]
    same = Pair(A, A)
    assert same.studentise(np.array([0.0])).tolist() == [0]
    assert PAIR.studentise(np.array([0.0])).tolist() == [0]
