"""Intervals of shares against published and hand-computed values."""

import math

import numpy as np
import pytest
from framing.statistics import proportions
from framing.statistics.proportions import Interval


def test_wilson_published():
    """Newcombe 1998 (single proportion), method 3: 81 of 263: .2553 to .3662; 0 of 20: to .1611."""
    found = proportions.wilson([81, 0, 20], [263, 20, 20])
    assert found.low == pytest.approx([0.2553, 0, 1 - 0.1611], abs=5e-5)
    assert found.high == pytest.approx([0.3662, 0.1611, 1], abs=5e-5)
    assert all(math.isnan(value) for value in proportions.wilson(0, 0))


def test_level():
    """At 90 % z is 1.645: for 5 of 10 the reach is z / (1 + z²/10) × √(1/40 + z²/400)."""
    z = 1.6448536
    reach = z / (1 + z**2 / 10) * math.sqrt(1 / 40 + z**2 / 400)
    found = proportions.wilson(5, 10, level=0.9)
    assert (found.low, found.high) == pytest.approx((0.5 - reach, 0.5 + reach))


def test_difference_published():
    """Newcombe 1998 (two proportions), method 10: 56/70 - 48/80 = .2 has .0524 to .3339."""
    gap = proportions.difference(proportions.wilson(56, 70), proportions.wilson(48, 80))
    assert gap.estimate == pytest.approx(0.2)
    assert (gap.low, gap.high) == pytest.approx((0.0524, 0.3339), abs=5e-5)
    back = proportions.difference(proportions.wilson(48, 80), proportions.wilson(56, 70))
    assert (back.low, back.high) == pytest.approx((-gap.high, -gap.low))


def test_combine_by_hand():
    """.5 × .4 + .25 × .8 = .4; below √((.5 × .1)² + (.25 × .2)²) = .0707, above .5 × .2 = .1."""
    parts = Interval(*map(np.array, ([0.4, 0.8], [0.3, 0.6], [0.6, 0.8])))
    whole = proportions.combine(parts, [0.5, 0.25])
    assert whole == pytest.approx((0.4, 0.4 - 0.05 * math.sqrt(2), 0.5))
