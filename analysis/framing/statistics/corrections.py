"""Corrections for many comparisons: one family of frames, concepts or events at a time."""

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray


def holm(p: ArrayLike) -> NDArray[np.float64]:
    """Return step-down adjusted p-values that control the family-wise error (Holm 1979).

    `p` is one family, in any order; the order is kept. A p-value that is nan belongs to no
    test: it stays nan and does not count in the size of the family. Raises ValueError if a
    p-value lies outside 0 to 1.
    """
    return _stepwise(
        p, lambda ranked: np.maximum.accumulate(ranked * np.arange(ranked.size, 0, -1))
    )


def bh(p: ArrayLike) -> NDArray[np.float64]:
    """Return adjusted p-values that control the false discovery rate (Benjamini & Hochberg 1995).

    Order, nan and errors as in `holm`.
    """

    def adjust(ranked: NDArray[np.float64]) -> NDArray[np.float64]:
        scaled = ranked * ranked.size / np.arange(1, ranked.size + 1)
        return np.minimum.accumulate(scaled[::-1])[::-1]

    return _stepwise(p, adjust)


def max_t(statistics: ArrayLike) -> NDArray[np.float64]:
    """Return family-wise adjusted p-values from the largest statistic of each permutation.

    `statistics` has a row per permutation and a column per comparison; every row permutes all
    comparisons alike, and the first row is the data as observed (`permutation.differences`).
    Columns are divided by their standard deviation over the permutations, so that rare and
    common frames weigh alike. The observed row counts among the permutations, so no p-value is
    0. A column without variation is nan. Single-step max-T of Westfall & Young 1993. Raises
    ValueError if `statistics` is not a matrix with two rows or more.
    """
    statistics = np.asarray(statistics, dtype=float)
    if statistics.ndim != 2 or len(statistics) < 2:
        raise ValueError("statistics must be a matrix: permutations by comparisons")
    spread = np.sqrt((statistics**2).mean(axis=0))
    usable = np.ptp(statistics, axis=0) > 1e-12
    scaled = np.abs(statistics[:, usable]) / spread[usable]
    adjusted = np.full(statistics.shape[1], np.nan)
    if usable.any():
        largest = scaled.max(axis=1)
        adjusted[usable] = (largest[:, None] >= scaled[0] - 1e-9).mean(axis=0)
    return adjusted


def _stepwise(
    p: ArrayLike, adjust: Callable[[NDArray[np.float64]], NDArray[np.float64]]
) -> NDArray[np.float64]:
    p = np.asarray(p, dtype=float)
    known = np.flatnonzero(~np.isnan(p))
    if np.any((p[known] < 0) | (p[known] > 1)):
        raise ValueError("p-values must lie between 0 and 1")
    order = known[np.argsort(p[known], kind="stable")]
    adjusted = np.full(p.shape, np.nan)
    adjusted[order] = np.minimum(adjust(p[order]), 1.0)
    return adjusted
