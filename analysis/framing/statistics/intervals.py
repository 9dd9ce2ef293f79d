"""Contrasts between short articles whose uncertainty has been tested (see `calibration`).

A series holds a value per sentence in reading order, with weights if it counts words. The
estimand is the (weighted) mean of the first series minus that of the second. Methods take
single series or worlds × sentences alike: what is calibrated is the function that is offered.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import optimize, special

from framing.statistics.contrast import Contrast, finish, smallest_p
from framing.statistics.pair import (
    TIE,
    Groups,
    GroupWeights,
    Pair,
    Weights,
    articles,
    block_sums,
    differences_of,
    exchange,
    join,
    splits,
)

Array = NDArray[np.float64]
LONG = 24  # sentences from which batches are long enough for more of them
ARTICLES_AS_UNIT = 4  # articles a side from which the article is the unit
HAC_LEAST = 0.7  # part of the independent variance below which no HAC variance falls
__all__ = ["TIE", "Contrast", "smallest_p"]
_NODES, _NODE_WEIGHTS = np.polynomial.legendre.leggauss(64)


def contrast(
    groups_a: Groups,
    groups_b: Groups,
    *,
    weights: GroupWeights = None,
    method: str | None = None,
    level: float = 0.95,
) -> Contrast:
    """Contrast two groups of articles (a series each); the result's `method` names the unit.

    With four articles a side or more the article is the unit: `article_t`, unless `method` is
    "article_permutation". With fewer, the series of a side are joined (sorted by content: the
    order given does not matter) and `method`, one of SENTENCE_METHODS, is applied: a statement
    on these texts, not on their outlets. None: `hac`, but `batch_means`, which then detects
    more, for one article a side of 24 sentences or more. `level` is that of the interval. Raises
    ValueError for an unknown method or an empty group.
    """
    sizes = len(groups_a), len(groups_b)
    known = method is None or method in SENTENCE_METHODS or method in ARTICLE_METHODS
    if not known or not min(sizes):
        raise ValueError(f"{sizes} articles, {method!r}: an empty group or an unknown method")
    if min(sizes) >= ARTICLES_AS_UNIT or method in ARTICLE_METHODS:
        over_articles = ARTICLE_METHODS.get(method, article_t)
        return over_articles(groups_a, groups_b, weights=weights, level=level)
    sides = zip((groups_a, groups_b), weights or (None, None), strict=True)
    (a, weights_a), (b, weights_b) = (join(*side) for side in sides)
    long = max(sizes) == 1 and min(a.size, b.size) >= LONG
    apply = SENTENCE_METHODS[method or ("batch_means" if long else "hac")]
    joined = None if weights is None else (weights_a, weights_b)
    return replace(apply(a, b, weights=joined, level=level), floor=smallest_p(*sizes))


def batch_means(
    a: ArrayLike,
    b: ArrayLike,
    *,
    weights: Weights = None,
    level: float = 0.95,
    batches: int | None = None,
) -> Contrast:
    """Contrast two series by the spread of contiguous batches (Ibragimov & Müller 2010, 2016).

    Each series is cut into `batches` (3; 4 from 24 sentences in the shorter series, 5 from 48);
    t has batches − 1 degrees of freedom, the fewest there could be. The variance of a series is
    never below that of independent sentences with one more hit and one more miss (Agresti &
    Coull 1998), so a frame absent from one article is no certainty. Weighted means use
    linearised residuals. nan: all sentences alike, or fewer than batches. Raises ValueError for
    less than two batches, an empty series, values that are no finite numbers, or weights that do
    not fit or are not positive.
    """
    pair = Pair.of(a, b, weights)
    batches = batches or 3 + sum(min(pair.sizes) >= least for least in (LONG, 2 * LONG))
    if batches < 2:
        raise ValueError("batch means need two batches or more")
    df = batches - 1

    def variance(residuals: Array) -> Array:
        sums = block_sums(residuals, batches)
        return batches / df * (sums**2).sum(axis=-1) / residuals.shape[-1] ** 2

    se = pair.standard_error(variance)
    p = 2 * special.stdtr(df, -pair.studentise(se))
    width = special.stdtrit(df, (1 + level) / 2) * se
    name = f"sentences: batch means, {batches} a series"
    return finish(pair, width, p, df=df, least=batches, name=name)


def hac(a: ArrayLike, b: ArrayLike, *, weights: Weights = None, level: float = 0.95) -> Contrast:
    """Contrast two series by a fixed-b HAC t: Bartlett kernel, b = 1 (Kiefer & Vogelsang 2005).

    The reference is the limit for one series, the widest for a difference whatever the two
    variances. The variance floor is 0.7 times that of `batch_means`, as calibrated: more is seen
    and articles of similar length are covered. Edge cases and errors as in `batch_means`.
    """

    def variance(residuals: Array) -> Array:
        return 2 * (residuals.cumsum(axis=-1) ** 2).sum(axis=-1) / residuals.shape[-1] ** 3

    pair = Pair.of(a, b, weights)
    se = pair.standard_error(variance, least=HAC_LEAST)
    p = fixed_b_tail(pair.studentise(se))
    return finish(
        pair, fixed_b_critical(level) * se, p, least=3, name="sentences: fixed-b HAC t, b = 1"
    )


@cache
def fixed_b_critical(level: float) -> float:
    """Return the critical value of a two-sided interval: where `fixed_b_tail` is 1 − level."""
    return optimize.brentq(lambda t: float(fixed_b_tail(t)) - (1 - level), 0, 1e3, xtol=1e-14)


def fixed_b_tail(t: ArrayLike) -> Array:
    """Return the two-sided tail of the fixed-b limit of t (Bartlett, b = 1), for t ≥ 0.

    The limit is Z / √(2∫B²), B a Brownian bridge independent of Z. The normal tail in Craig's
    (1991) form and E exp(−s∫B²) = √(√2s / sinh √2s) leave one integral over an angle.
    """
    angles = (_NODES + 1) * np.pi / 4
    z = np.sqrt(2) * np.maximum(np.asarray(t, dtype=float), 1e-9)[..., None] / np.sin(angles)
    return np.sqrt(2 * z * np.exp(-z) / -np.expm1(-2 * z)) @ (_NODE_WEIGHTS / 2)


def block_permutation(
    a: ArrayLike, b: ArrayLike, *, weights: Weights = None, level: float = 0.95, blocks: int = 4
) -> Contrast:
    """Contrast two series by exchanging contiguous blocks of sentences between them, exactly.

    The statistic is the difference of the means over blocks. All splits are counted, the one
    observed among them: with 4 blocks a series p is never below 2/70 = .029. A test only: no
    interval at any `level` (nan). Edge cases and errors as in `batch_means`.
    """
    pair = Pair.of(a, b, weights)
    p = exchange(pair.block_means(blocks), splits(blocks, blocks))
    name = (
        f"sentences: permutation of {blocks} blocks a series (p ≥ {smallest_p(blocks, blocks):.3f})"
    )
    return finish(pair, None, p, least=blocks, name=name)


def block_statistics(
    a: ArrayLike, b: ArrayLike, *, weights: Weights = None, blocks: int = 4
) -> Array:
    """Return the differences of many comparisons under the same block exchanges, for `max_t`.

    `a` and `b` are comparisons × sentences; the result is splits × comparisons, its first row
    as observed. Raises ValueError as `batch_means` and for series shorter than `blocks`.
    """
    pair = Pair.of(a, b, weights)
    if min(pair.sizes) < blocks:
        raise ValueError(f"fewer sentences than the {blocks} blocks")
    return differences_of(pair.block_means(blocks), splits(blocks, blocks)).T


def article_t(
    groups_a: Groups, groups_b: Groups, *, weights: GroupWeights = None, level: float = 0.95
) -> Contrast:
    """Contrast article means by Welch's t (Welch 1947): the article is the unit.

    A group is a sequence of series, one per article (worlds: each is worlds × sentences); every
    article weighs the same. The variance floor of `batch_means` is taken over all sentences of
    a side. nan: all sentences alike, or one article on a side.
    """
    sentences, means = articles(groups_a, groups_b, weights)
    n_a, n_b = means.sizes
    with np.errstate(all="ignore"):
        spread = (x.var(axis=-1) / (x.shape[-1] - 1) for x in means.values)
        var_a, var_b = map(np.fmax, spread, sentences.least_variances())
        df = (var_a + var_b) ** 2 / (var_a**2 / (n_a - 1) + var_b**2 / (n_b - 1))
        se = np.sqrt(var_a + var_b)
        p = 2 * special.stdtr(df, -means.studentise(se))
        width = special.stdtrit(df, (1 + level) / 2) * se
    result = finish(means, width, p, df=df, least=2, name="articles: Welch t", sentences=sentences)
    return replace(result, floor=smallest_p(n_a, n_b))


def article_permutation(
    groups_a: Groups, groups_b: Groups, *, weights: GroupWeights = None, level: float = 0.95
) -> Contrast:
    """Contrast article means by exchanging whole articles: exact up to 4,000 splits.

    With more, 3,999 seeded random splits and the observed one are counted. A test only: no
    interval at any `level` (nan). Input and edge cases as in `article_t`.
    """
    sentences, means = articles(groups_a, groups_b, weights)
    p = exchange(np.concatenate(means.values, axis=-1), splits(*means.sizes))
    result = finish(means, None, p, name="articles: permutation", sentences=sentences)
    return replace(result, floor=smallest_p(*means.sizes))


SENTENCE_METHODS: dict[str, Callable[..., Contrast]] = {
    method.__name__: method for method in (hac, batch_means, block_permutation)
}


ARTICLE_METHODS: dict[str, Callable[..., Contrast]] = {
    method.__name__: method for method in (article_t, article_permutation)
}
