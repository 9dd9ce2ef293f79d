"""The answer of every method: a difference with its interval, p-value and reasons for silence."""

from dataclasses import dataclass
from math import comb

import numpy as np
from numpy.typing import NDArray

from framing.statistics.pair import TIE, Pair

Array = NDArray[np.float64]
Sides = tuple[Array, Array]


@dataclass(frozen=True, slots=True)
class Contrast:
    """A difference with its uncertainty; fields are arrays if the series were worlds.

    `floor` is the smallest two-sided p of any exact test over *articles*; `n_a` and `n_b` count
    the units that `method` names; nan is not estimable, and `reason` says why (single series).
    """

    estimate: float
    low: float
    high: float
    p: float
    df: float
    method: str
    floor: float
    n_a: int
    n_b: int
    reason: str = ""


def smallest_p(n_a: int, n_b: int) -> float:
    """Return the floor of the exact two-sided permutation test over articles: 1.00 for 1 v 1."""
    return (2 if n_a == n_b else 1) / comb(n_a + n_b, n_a)


def finish(
    pair: Pair,
    width: Array | Sides | None,
    p: Array,
    *,
    name: str,
    df: float | Array = np.nan,
    least: int = 1,
    sentences: Pair | None = None,
) -> Contrast:
    """Return the contrast with nan, and the reason, wherever nothing can be said."""
    estimate = pair.estimate
    few, alike = min(pair.sizes) < least, (sentences or pair).alike
    p = np.where(few | alike, np.nan, p)
    below, above = width if isinstance(width, tuple) else (width, width)
    low, high = (
        np.full((2, *p.shape), np.nan) if width is None else (estimate - below, estimate + above)
    )
    unit = all(((side >= 0) & (side <= 1)).all() for side in pair.values)
    reached = np.isfinite(low) & np.isfinite(high) & (high - low > TIE) & ~np.isnan(p)
    bound = 1.0 if unit else np.inf  # a difference of shares cannot leave −1 to 1
    low = np.where(reached, np.maximum(low, -bound), np.nan)
    high = np.where(reached, np.minimum(high, bound), np.nan)
    reasons = (
        (few, f"fewer than {least} {name.partition(':')[0]} on a side"),
        (alike.all(), "the same value in every sentence of both sides"),
        (width is not None and not reached.all(), "no interval: the resamples do not differ"),
    )
    reason = next((text for holds, text in reasons if holds), "") if pair.single else ""
    fields = (estimate, low, high, p, df)
    if pair.single:
        fields = tuple(float(np.ravel(field)[0]) for field in fields)
    return Contrast(*fields, name, smallest_p(1, 1), *pair.sizes, reason)
