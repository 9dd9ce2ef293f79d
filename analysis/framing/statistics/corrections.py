"""Corrections for many comparisons: one family of frames, concepts or events at a time."""

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray

TIERS = {"holm_10": 10, "holm_60": 60}  # largest families for which Holm's correction was tried


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
