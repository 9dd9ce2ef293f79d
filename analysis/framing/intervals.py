"""Intervals of a proportion of independent cases, and of the difference of two."""

from statistics import NormalDist

import numpy as np


def wilson(hits: float, n: float, *, level: float = 0.95) -> tuple[float, float]:
    """Wilson's score interval of hits / n; never outside 0 and 1, nan for n = 0. Wilson 1927."""
    if n == 0:
        return np.nan, np.nan
    z = NormalDist().inv_cdf((1 + level) / 2)
    share = hits / n
    centre = (share + z**2 / (2 * n)) / (1 + z**2 / n)
    reach = z / (1 + z**2 / n) * np.sqrt(share * (1 - share) / n + z**2 / (4 * n**2))
    # Rounding must not push an end past a perfect or an empty share.
    return float(min(max(0.0, centre - reach), share)), float(max(min(1.0, centre + reach), share))


def newcombe(
    hits_a: float, n_a: float, hits_b: float, n_b: float, *, level: float = 0.95
) -> tuple[float, float]:
    """Interval of hits_a / n_a - hits_b / n_b from the two Wilson intervals; nan if one n is 0.

    Newcombe 1998, method 10 (square-and-add, without continuity correction).
    """
    if n_a == 0 or n_b == 0:
        return np.nan, np.nan
    a, b = hits_a / n_a, hits_b / n_b
    (low_a, high_a), (low_b, high_b) = (
        wilson(hits_a, n_a, level=level),
        wilson(hits_b, n_b, level=level),
    )
    down = np.hypot(a - low_a, high_b - b)
    up = np.hypot(high_a - a, b - low_b)
    return float(a - b - down), float(a - b + up)
