"""Correlation of neighbouring sentences, and intervals under assumed ones."""

import math

import numpy as np
import pytest
from framing.calibration import worlds
from framing.statistics import dependence
from framing.statistics.articles import Comparison
from framing.statistics.effective_n import effective_n


def test_lag_one_by_hand():
    """Mean .3, squares 2.1, products of neighbours −.21+.09+.09−.21+.49−.21+.09+.09+.09 = .31."""
    values = np.array([1.0, 0, 0, 0, 1, 1, 0, 0, 0, 0])
    r = 0.31 / 2.1
    assert dependence.lag_one([values]) == pytest.approx((10 * r + 1) / 7)


def test_articles_are_weighed_by_their_length():
    """Ten and five sentences; an article that never varies, or is too short, does not count."""
    long, short = np.array([1.0, 0, 0, 0, 1, 1, 0, 0, 0, 0]), np.array([0.0, 1, 0, 1, 0])
    both = [dependence.lag_one([one]) for one in (long, short)]
    expected = (10 * both[0] + 5 * both[1]) / 15
    rest = [np.zeros(9), np.array([0.0, 1, 1])]
    assert dependence.lag_one([long, short, *rest]) == pytest.approx(expected)
    assert math.isnan(dependence.lag_one(rest))


def test_never_above_one():
    """Two runs of five."""
    assert dependence.lag_one([np.array([1.0] * 5 + [0] * 5)]) == 1


@pytest.mark.parametrize("structure", ["independent", "neighbours", "strong"])
def test_the_correction_is_right_on_average(structure):
    """In short articles of 17 sentences."""
    hits = worlds.hits(3000, 17, 0.4, structure, rng=np.random.default_rng(3))
    found = [dependence.lag_one([one]) for one in hits if np.ptp(one)]
    assert np.mean(found) == pytest.approx(worlds.AUTOCORRELATION[structure], abs=0.03)


def test_curve_widens_with_the_assumed_correlation():
    """The interval under .5 is that of the method."""
    compared = Comparison.of([[1] * 7 + [0] * 10], [[1] * 8 + [0] * 4])
    curve = dependence.curve(compared)
    assert [rho for rho, _, _ in curve] == [0, 0.3, 0.5, 0.7]
    widths = [high - low for _, low, high in curve]
    assert widths == sorted(widths)
    found = effective_n(compared)
    assert curve[2][1:] == pytest.approx((found.low[0], found.high[0]))
