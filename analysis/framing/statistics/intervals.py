"""Contrasts between short articles whose uncertainty has been tested (see `calibration`).

A series holds a value per sentence in reading order, with weights if it counts words. The
estimand is the (weighted) mean of the first source minus that of the second. Single series and
simulated worlds go through the same functions: what is calibrated is what is offered.
"""

from collections.abc import Callable
from functools import cache

import numpy as np
from numpy.typing import ArrayLike

from framing.statistics import permutation
from framing.statistics.articles import Comparison, Groups, GroupWeights
from framing.statistics.contrast import Contrast, Contrasts, finish
from framing.statistics.effective_n import effective_n
from framing.statistics.pair import Array
from framing.statistics.permutation import BLOCKS, smallest_p

DEFAULT = "effective_n"
LONG = 24  # sentences from which batches are long enough for more of them
HAC_LEAST = 0.7  # part of the independent variance below which no HAC variance falls
_NODES, _NODE_WEIGHTS = np.polynomial.legendre.leggauss(64)
Method = Callable[..., Contrasts]


def contrast(
    groups_a: Groups,
    groups_b: Groups,
    *,
    weights: GroupWeights = None,
    method: str = DEFAULT,
    level: float = 0.95,
) -> Contrast:
    """Contrast two groups of articles (a series each): the first mean minus the second.

    All sentences of a source count alike (or by their weights), in whatever order its articles
    come. `method` is one of METHODS: `effective_n` for any number of articles; `hac`,
    `batch_means` and `block_permutation` take the articles of a source for one text;
    `article_permutation` exchanges articles. `level` is that of the interval. Raises ValueError for
    an unknown method, an empty group or series, values that are no finite numbers, and weights
    that do not fit or are not positive.
    """
    _check(groups_a, groups_b, method)
    return apply(method, Comparison.of(groups_a, groups_b, weights), level=level)


def contrast_worlds(
    groups_a: Groups,
    groups_b: Groups,
    *,
    weights: GroupWeights = None,
    method: str = DEFAULT,
    level: float = 0.95,
) -> Contrasts:
    """Contrast many worlds at once; as `contrast`, but a series is worlds × sentences."""
    _check(groups_a, groups_b, method)
    return METHODS[method](Comparison.of(groups_a, groups_b, weights), level=level)


def apply(method: str, compared: Comparison, *, level: float = 0.95) -> Contrast:
    """Return what one of METHODS says of a comparison of single series."""
    return METHODS[method](compared, level=level).first(smallest_p(*compared.articles))


def _check(groups_a: Groups, groups_b: Groups, method: str) -> None:
    sizes = len(groups_a), len(groups_b)
    if method not in METHODS or not min(sizes):
        raise ValueError(f"{sizes} articles, {method!r}: an empty group or an unknown method")


def batch_means(compared: Comparison, *, level: float = 0.95) -> Contrasts:
    """Contrast two series by the spread of contiguous batches (Ibragimov & Müller 2010, 2016).

    Each series is cut into 3 batches (4 from 24 sentences in the shorter series, 5 from 48); t has
    one degree of freedom less. The variance of a series is never below that of independent
    sentences with one more hit and one more miss (Agresti & Coull 1998), so a frame absent from
    one article is no certainty. Weighted means use linearised residuals. nan: all sentences
    alike, or fewer than batches.
    """
    from scipy import special  # slow to import, and used here only

    pair = compared.sentences
    batches = 3 + sum(min(pair.sizes) >= least for least in (LONG, 2 * LONG))
    df = batches - 1

    def variance(residuals: Array) -> Array:
        sums = permutation.block_sums(residuals, batches)
        return np.asarray(batches / df * (sums**2).sum(axis=-1) / residuals.shape[-1] ** 2)

    se = pair.standard_error(variance)
    p = 2 * special.stdtr(df, -pair.studentise(se))
    width = special.stdtrit(df, (1 + level) / 2) * se
    name = f"sentences: batch means, {batches} a series"
    low, high = pair.estimate - width, pair.estimate + width
    return finish(compared, pair.estimate, p, low=low, high=high, df=df, least=batches, name=name)


def hac(compared: Comparison, *, level: float = 0.95) -> Contrasts:
    """Contrast two series by a fixed-b HAC t: Bartlett kernel, b = 1 (Kiefer & Vogelsang 2005).

    The reference is the limit for one series, the widest for a difference whatever the two
    variances. The variance floor is 0.7 times that of `batch_means`, as calibrated: more is
    detected and articles of similar length are covered. Edge cases as in `batch_means`.
    """

    def variance(residuals: Array) -> Array:
        sums = (residuals.cumsum(axis=-1) ** 2).sum(axis=-1)
        return np.asarray(2 * sums / residuals.shape[-1] ** 3)

    pair = compared.sentences
    se = pair.standard_error(variance, least=HAC_LEAST)
    p = fixed_b_tail(pair.studentise(se))
    width = fixed_b_critical(level) * se
    low, high = pair.estimate - width, pair.estimate + width
    name = "sentences: fixed-b HAC t, b = 1"
    return finish(compared, pair.estimate, p, low=low, high=high, least=3, name=name)


@cache
def fixed_b_critical(level: float) -> float:
    """Return the critical value of a two-sided interval: where `fixed_b_tail` is 1 − level."""
    from scipy import optimize  # slow to import, and used here only

    excess = optimize.brentq(lambda t: float(fixed_b_tail(t)) - (1 - level), 0, 1e3, xtol=1e-14)
    return float(excess)


def fixed_b_tail(t: ArrayLike) -> Array:
    """Return the two-sided tail of the fixed-b limit of t (Bartlett, b = 1), for t ≥ 0.

    The limit is Z / √(2∫B²), B a Brownian bridge independent of Z. The normal tail in Craig's
    (1991) form and E exp(−s∫B²) = √(√2s / sinh √2s) leave one integral over an angle.
    """
    angles = (_NODES + 1) * np.pi / 4
    z = np.sqrt(2) * np.maximum(np.asarray(t, dtype=float), 1e-9)[..., None] / np.sin(angles)
    return np.asarray(np.sqrt(2 * z * np.exp(-z) / -np.expm1(-2 * z)) @ (_NODE_WEIGHTS / 2))


def block_permutation(compared: Comparison, *, level: float = 0.95) -> Contrasts:
    """Contrast two series by exchanging contiguous blocks of sentences between them, exactly.

    The statistic is the difference of the means over BLOCKS blocks per series. All splits are
    counted, the observed one among them: p is never below 2/70 = .029. A test only: no interval
    at any `level` (nan). Edge cases as in `batch_means`.
    """
    pair = compared.sentences
    each = [permutation.block_means(one.values, one.weights, BLOCKS) for one in pair.both]
    exchanged = permutation.differences(
        np.concatenate(each, axis=-1), permutation.splits(*(one.shape[-1] for one in each))
    )
    p, least = permutation.share_as_far(exchanged), smallest_p(BLOCKS, BLOCKS)
    name = f"sentences: permutation of {BLOCKS} blocks a series (p ≥ {least:.3f})"
    return finish(compared, pair.estimate, p, least=BLOCKS, name=name)


def article_permutation(compared: Comparison, *, level: float = 0.95) -> Contrasts:
    """Contrast the means of articles by exchanging whole articles: exact up to 4,000 splits.

    With more, 3,999 seeded random splits and the observed one are counted. Every article weighs
    the same. A test only: no interval at any `level` (nan).
    """
    means = np.concatenate([compared.first.means, compared.second.means], axis=-1)
    exchanged = permutation.differences(means, permutation.splits(*compared.articles))
    p, name = permutation.share_as_far(exchanged), "articles: permutation"
    return finish(compared, exchanged[0], p, sizes=compared.articles, name=name)


METHODS: dict[str, Method] = {
    method.__name__: method
    for method in (effective_n, hac, batch_means, block_permutation, article_permutation)
}
