"""The answer of every method: a difference with its interval, its p-value, or a reason for none."""

from dataclasses import dataclass

import numpy as np

from framing.statistics.articles import Comparison
from framing.statistics.pair import TIE, Array

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
    compared: Comparison,
    estimate: Array,
    p: Array,
    *,
    name: str,
    low: Array | None = None,
    high: Array | None = None,
    df: float | Array = np.nan,
    sizes: tuple[int, int] | None = None,
    least: int = 1,
) -> Contrasts:
    """Return the contrasts with nan, and the reason, wherever nothing can be said.

    `low` and `high` are the interval (None: there is none); `sizes` are the units compared,
    sentences unless given, and `least` the fewest of a source.
    """
    sizes = sizes or compared.counts
    few, alike = min(sizes) < least, compared.alike
    p = np.where(few | alike, np.nan, p)
    nowhere, test_only = np.full(p.shape, np.nan), low is None or high is None
    low, high = (nowhere if low is None else low), (nowhere if high is None else high)
    with np.errstate(invalid="ignore"):
        reached = np.isfinite(low) & np.isfinite(high) & (high - low > TIE) & ~np.isnan(p)
    unreached = not test_only and not reached.all()
    reasons: Reasons = (
        (few, f"fewer than {least} {name.partition(':')[0]} in a source"),
        (bool(alike.all()), "the same value in every sentence of both sources"),
        (unreached, "no interval: the resamples do not differ"),
    )
    bound = 1.0 if compared.are_shares else np.inf  # a difference of shares ends at −1 and 1
    low = np.where(reached, np.maximum(low, -bound), np.nan)
    high = np.where(reached, np.minimum(high, bound), np.nan)
    freedom = np.broadcast_to(np.asarray(df, dtype=float), p.shape)
    return Contrasts(estimate, low, high, p, freedom, name, *sizes, reasons)
