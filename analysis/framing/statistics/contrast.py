"""The answer of every method: a difference with its interval, its p-value, or a reason for none."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from framing.statistics.pair import TIE, Array, Pair

Reasons = tuple[tuple[bool, str], ...]


@dataclass(frozen=True, slots=True)
class Contrast:
    """A difference with its uncertainty.

    `floor` is the smallest two-sided p of any exact test over *articles*; `n_a` and `n_b` count
    the units that `method` names; nan is not estimable, and `reason` says why.
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


@dataclass(frozen=True, slots=True)
class Contrasts:
    """The same for many worlds at once: an array with a value per world for each number."""

    estimate: Array
    low: Array
    high: Array
    p: Array
    df: Array
    method: str
    n_a: int
    n_b: int
    reasons: Reasons

    def first(self, floor: float) -> Contrast:
        """Return the contrast of the first world."""
        numbers = (self.estimate, self.low, self.high, self.p, self.df)
        reason = next((text for holds, text in self.reasons if holds), "")
        estimate, low, high, p, df = (float(one[0]) for one in numbers)
        return Contrast(estimate, low, high, p, df, self.method, floor, self.n_a, self.n_b, reason)


def finish(
    pair: Pair,
    p: Array,
    *,
    name: str,
    below: Array | None = None,
    above: Array | None = None,
    df: float | Array = np.nan,
    least: int = 1,
    sentences: Pair | None = None,
) -> Contrasts:
    """Return the contrasts with nan, and the reason, wherever nothing can be said.

    The interval reaches from `below` under the estimate to `above` over it (None: there is none).
    `least` is the fewest units per source; `sentences` are those of both sources if `pair` holds
    articles.
    """
    estimate = pair.estimate
    few, alike = min(pair.sizes) < least, (sentences or pair).alike
    p = np.where(few | alike, np.nan, p)
    low, high = np.full((2, *p.shape), np.nan)
    if below is not None:
        low, high = estimate - below, estimate + (below if above is None else above)
    reached = np.isfinite(low) & np.isfinite(high) & (high - low > TIE) & ~np.isnan(p)
    reasons: Reasons = (
        (few, f"fewer than {least} {name.partition(':')[0]} on a side"),
        (bool(alike.all()), "the same value in every sentence of both sides"),
        (
            below is not None and not reached.all(),
            "no interval: the resamples do not differ",
        ),
    )
    low, high = _bounded(low, high, reached, 1.0 if pair.are_shares else np.inf)
    freedom = np.broadcast_to(np.asarray(df, dtype=float), p.shape)
    return Contrasts(estimate, low, high, p, freedom, name, *pair.sizes, reasons)


def _bounded(
    low: Array, high: Array, reached: NDArray[np.bool_], bound: float
) -> tuple[Array, Array]:
    """Return the interval cut at −`bound` and `bound`: a difference of shares ends at −1 and 1."""
    return (
        np.where(reached, np.maximum(low, -bound), np.nan),
        np.where(reached, np.minimum(high, bound), np.nan),
    )
