"""Intervals of shares, and of sums and differences of shares that were measured independently."""

from statistics import NormalDist
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]


class Interval(NamedTuple):
    """An estimate and the ends of its interval: three numbers, or three arrays of one shape."""

    estimate: Array
    low: Array
    high: Array


def wilson(hits: ArrayLike, n: ArrayLike, *, level: float = 0.95) -> Interval:
    """Wilson's score interval of the share hits / n, cell by cell; nan for n = 0.

    `n` need not be whole: for a weighted sample it is the effective number. Wilson 1927.
    """
    hits, n = np.broadcast_arrays(np.asarray(hits, float), np.asarray(n, float))
    z = NormalDist().inv_cdf((1 + level) / 2)
    with np.errstate(divide="ignore", invalid="ignore"):
        share = np.where(n > 0, hits / n, np.nan)
        centre = (share + z**2 / (2 * n)) / (1 + z**2 / n)
        reach = z / (1 + z**2 / n) * np.sqrt(share * (1 - share) / n + z**2 / (4 * n**2))
    # Rounding must not push an end past a perfect or an empty share.
    low, high = np.minimum(np.maximum(centre - reach, 0), share), np.maximum(centre + reach, share)
    return Interval(share, low, np.minimum(high, 1))


def combine(parts: Interval, weights: ArrayLike) -> Interval:
    """The weighted sum of independent estimates, over the last axis; weights may be negative.

    The distances to the ends of their intervals are squared and added, so the level is theirs.
    Newcombe 1998, method 10 (the difference of two shares); in general Zou & Donner 2008.
    """
    weights = np.asarray(weights, float)
    below = np.where(weights > 0, parts.estimate - parts.low, parts.high - parts.estimate)
    above = np.where(weights > 0, parts.high - parts.estimate, parts.estimate - parts.low)
    total = (weights * parts.estimate).sum(axis=-1)
    down, up = (np.sqrt(((weights * side) ** 2).sum(axis=-1)) for side in (below, above))
    return Interval(total, total - down, total + up)


def difference(first: Interval, second: Interval) -> Interval:
    """The first estimate minus the second, which is independent of it (see `combine`)."""
    both = Interval(*(np.stack(pair, axis=-1) for pair in zip(first, second, strict=True)))
    return combine(both, [1.0, -1.0])
