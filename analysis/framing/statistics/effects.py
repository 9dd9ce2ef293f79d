"""Effect sizes for counts in two sources: how large a contrast is, not whether it is chance.

G² takes every word for an independent draw. In null worlds with two short articles it rejects far
too often (see `calibration`), so here it describes and ranks; it is never a test.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

Counts = NDArray[np.float64]

OFFSET = 1e-9  # quanteda.textstats adds it inside every logarithm of G²


class LogOdds(NamedTuple):
    """Log-odds ratio with a prior: `delta` (natural log) and its z score, one per word."""

    delta: Counts
    z: Counts


def log_ratio(
    a: ArrayLike, n_a: ArrayLike, b: ArrayLike, n_b: ArrayLike, *, smoothing: float = 0.5
) -> Counts:
    """Return the binary log of the ratio of two relative frequencies (Hardie 2014).

    One unit is a doubling. `smoothing` is added to both counts (and twice to both totals), so
    that a count of zero stays finite; 0 gives Hardie's raw ratio, infinite where one count is
    zero. Absent from both sources, or a source without text: nan. Raises ValueError if
    `smoothing` is negative.
    """
    if smoothing < 0:
        raise ValueError("smoothing must not be negative")
    a, n_a, b, n_b = _floats(a, n_a, b, n_b)
    with np.errstate(all="ignore"):
        left = (a + smoothing) / (n_a + 2 * smoothing)
        right = (b + smoothing) / (n_b + 2 * smoothing)
        undefined = (a + b == 0) | (n_a == 0) | (n_b == 0)
        return np.where(undefined, np.nan, np.log2(left / right))


def g2(a: ArrayLike, n_a: ArrayLike, b: ArrayLike, n_b: ArrayLike) -> Counts:
    """Return the signed log-likelihood ratio G² of 2 × 2 tables: descriptive here, not a test.

    Equal to `quanteda.textstats::textstat_keyness(measure = "lr", correction = "none")`, also in
    its 1e-9 inside the logarithms: positive if the first source has more than expected, else
    negative. A count absent from both sources, or a source without text: nan. Dunning 1993.
    """
    a, b, c, d = _table(a, n_a, b, n_b)
    cells = [(a, a + b, a + c), (b, a + b, b + d), (c, c + d, a + c), (d, c + d, b + d)]
    total = a + b + c + d
    with np.errstate(all="ignore"):
        terms = [o * np.log(o * total / (row * column) + OFFSET) for o, row, column in cells]
        return np.asarray(2 * sum(terms) * _sign(a, b, c, d))


def log_odds_prior(counts_a: ArrayLike, counts_b: ArrayLike, prior: ArrayLike) -> LogOdds:
    """Return log-odds ratios with an informative Dirichlet prior (Monroe et al. 2008).

    `counts_a` and `counts_b` hold the counts of the whole vocabulary, `prior` the pseudo-counts
    (a vector in proportion to general frequencies, or one number for a flat prior). Positive:
    the first source. The z score divides by the approximate standard deviation of independent
    words, so it ranks and does not test. Raises ValueError if a pseudo-count is not positive.
    """
    counts_a, counts_b, prior = _floats(counts_a, counts_b, prior)
    prior = np.broadcast_to(prior, counts_a.shape)
    if np.any(prior <= 0):
        raise ValueError("every pseudo-count of the prior must be positive")
    left, right = counts_a + prior, counts_b + prior
    delta = np.log(left / (left.sum() - left)) - np.log(right / (right.sum() - right))
    return LogOdds(delta, delta / np.sqrt(1 / left + 1 / right))


def _floats(*values: ArrayLike) -> list[Counts]:
    return [np.asarray(value, dtype=float) for value in values]


def _table(a: ArrayLike, n_a: ArrayLike, b: ArrayLike, n_b: ArrayLike) -> list[Counts]:
    a, n_a, b, n_b = _floats(a, n_a, b, n_b)
    return list(np.broadcast_arrays(a, b, n_a - a, n_b - b))


def _sign(a: Counts, b: Counts, c: Counts, d: Counts) -> Counts:
    return np.where(a > (a + b) * (a + c) / (a + b + c + d), 1.0, -1.0)
