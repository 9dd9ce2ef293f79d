"""The level of chance and its error."""

import numpy as np
import pytest
from framing.measures import chance


def test_level_is_the_quantile():
    """Of 0, 1, …, 100 the quantile at .95 is 95."""
    level, error = chance.level(range(101), 0.95, seed=1)
    assert level == pytest.approx(95)
    assert 0 < error < 10


def test_error_shrinks_with_the_shuffles():
    """Sixteen times as many values: about a quarter of the error. Equal values have none."""
    rng = np.random.default_rng(0)
    few, many = (chance.level(rng.normal(size=n), 0.9, seed=1)[1] for n in (100, 1600))
    assert 0.1 < many / few < 0.6
    assert chance.level([0.5] * 20, 0.95, seed=1) == (0.5, 0.0)


def test_error_is_that_of_other_shuffles():
    """The standard deviation of the median of 50 normal values is near 1.25 / √50 = .177."""
    rng = np.random.default_rng(3)
    errors = [chance.level(rng.normal(size=50), 0.5, seed=s)[1] for s in range(60)]
    assert np.mean(errors) == pytest.approx(0.177, abs=0.03)
