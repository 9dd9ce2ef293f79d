"""Contrasts between short articles whose uncertainty has been tested (see `calibrate`).

A series holds a value per sentence in reading order, with weights if it counts words. The
estimand is the (weighted) mean of the first series minus that of the second. Methods take
single series or worlds × sentences alike: what is calibrated is the function that is offered.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from math import comb

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import special

from framing import effects

Array = NDArray[np.float64]
Sides = tuple[Array, Array]
Weights = tuple[ArrayLike, ArrayLike] | None
Groups = Sequence[ArrayLike]
GroupWeights = tuple[Groups, Groups] | None

LEVEL = 0.05
LONG = 24  # sentences from which batches are long enough for more of them
ARTICLES_AS_UNIT = 4  # articles a side from which the article is the unit
MOST_SPLITS = 4000  # beyond that, splits of the articles are drawn at random
HAC_CRITICAL = 4.771063076110406  # where fixed_b_tail is .05; published as 4.771
HAC_LEAST = 0.7  # part of the independent variance below which no HAC variance falls
TIE = 1e-12  # differences closer than this are equal but for rounding
_NODES, _NODE_WEIGHTS = np.polynomial.legendre.leggauss(64)


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


def contrast(
    groups_a: Groups, groups_b: Groups, *, weights: GroupWeights = None, method: str | None = None
) -> Contrast:
    """Contrast two groups of articles (a series each); the result's `method` names the unit.

    With four articles a side or more the article is the unit: `article_t`, unless `method` is
    "article_permutation". With fewer, the series of a side are joined (sorted by content: the
    order given does not matter) and `method`, one of SENTENCE_METHODS, is applied: a statement
    on these texts, not on their outlets. None: `hac`, but `batch_means`, which then detects
    more, for one article a side of 24 sentences or more. Raises ValueError for an unknown
    method or an empty group.
    """
    sizes = len(groups_a), len(groups_b)
    known = method is None or method in SENTENCE_METHODS or method in ARTICLE_METHODS
    if not known or not min(sizes):
        raise ValueError(f"{sizes} articles, {method!r}: an empty group or an unknown method")
    if min(sizes) >= ARTICLES_AS_UNIT or method in ARTICLE_METHODS:
        return ARTICLE_METHODS.get(method, article_t)(groups_a, groups_b, weights=weights)
    sides = zip((groups_a, groups_b), weights or (None, None), strict=True)
    (a, weights_a), (b, weights_b) = (_join(*side) for side in sides)
    long = max(sizes) == 1 and min(a.size, b.size) >= LONG
    apply = SENTENCE_METHODS[method or ("batch_means" if long else "hac")]
    joined = None if weights is None else (weights_a, weights_b)
    return replace(apply(a, b, weights=joined), floor=smallest_p(*sizes))


def batch_means(
    a: ArrayLike, b: ArrayLike, *, weights: Weights = None, batches: int | None = None
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
    pair = _Pair.of(a, b, weights)
    batches = batches or 3 + sum(min(pair.sizes) >= least for least in (LONG, 2 * LONG))
    if batches < 2:
        raise ValueError("batch means need two batches or more")
    df = batches - 1

    def variance(residuals: Array) -> Array:
        sums = _block_sums(residuals, batches)
        return batches / df * (sums**2).sum(axis=-1) / residuals.shape[-1] ** 2

    se = pair.standard_error(variance)
    p = 2 * special.stdtr(df, -pair.studentise(se))
    width = special.stdtrit(df, 1 - LEVEL / 2) * se
    name = f"sentences: batch means, {batches} a series"
    return _finish(pair, width, p, df=df, least=batches, name=name)


def hac(a: ArrayLike, b: ArrayLike, *, weights: Weights = None) -> Contrast:
    """Contrast two series by a fixed-b HAC t: Bartlett kernel, b = 1 (Kiefer & Vogelsang 2005).

    The reference is the limit for one series, the widest for a difference whatever the two
    variances. The variance floor is 0.7 times that of `batch_means`, as calibrated: more is seen
    and articles of similar length are covered. Edge cases and errors as in `batch_means`.
    """

    def variance(residuals: Array) -> Array:
        return 2 * (residuals.cumsum(axis=-1) ** 2).sum(axis=-1) / residuals.shape[-1] ** 3

    pair = _Pair.of(a, b, weights)
    se = pair.standard_error(variance, least=HAC_LEAST)
    p = fixed_b_tail(pair.studentise(se))
    return _finish(pair, HAC_CRITICAL * se, p, least=3, name="sentences: fixed-b HAC t, b = 1")


def fixed_b_tail(t: ArrayLike) -> Array:
    """Return the two-sided tail of the fixed-b limit of t (Bartlett, b = 1), for t ≥ 0.

    The limit is Z / √(2∫B²), B a Brownian bridge independent of Z. The normal tail in Craig's
    (1991) form and E exp(−s∫B²) = √(√2s / sinh √2s) leave one integral over an angle.
    """
    angles = (_NODES + 1) * np.pi / 4
    z = np.sqrt(2) * np.maximum(np.asarray(t, dtype=float), 1e-9)[..., None] / np.sin(angles)
    return np.sqrt(2 * z * np.exp(-z) / -np.expm1(-2 * z)) @ (_NODE_WEIGHTS / 2)


def block_permutation(
    a: ArrayLike, b: ArrayLike, *, weights: Weights = None, blocks: int = 4
) -> Contrast:
    """Contrast two series by exchanging contiguous blocks of sentences between them, exactly.

    The statistic is the difference of the means over blocks. All splits are counted, the one
    observed among them: with 4 blocks a series p is never below 2/70 = .029. A test only: no
    interval (nan). Edge cases and errors as in `batch_means`.
    """
    pair = _Pair.of(a, b, weights)
    p = _exchange(pair.block_means(blocks), _splits(blocks, blocks))
    name = (
        f"sentences: permutation of {blocks} blocks a series (p ≥ {smallest_p(blocks, blocks):.3f})"
    )
    return _finish(pair, None, p, least=blocks, name=name)


def block_statistics(
    a: ArrayLike, b: ArrayLike, *, weights: Weights = None, blocks: int = 4
) -> Array:
    """Return the differences of many comparisons under the same block exchanges, for `max_t`.

    `a` and `b` are comparisons × sentences; the result is splits × comparisons, its first row
    as observed. Raises ValueError as `batch_means` and for series shorter than `blocks`.
    """
    pair = _Pair.of(a, b, weights)
    if min(pair.sizes) < blocks:
        raise ValueError(f"fewer sentences than the {blocks} blocks")
    return _differences(pair.block_means(blocks), _splits(blocks, blocks)).T


def article_t(groups_a: Groups, groups_b: Groups, *, weights: GroupWeights = None) -> Contrast:
    """Contrast article means by Welch's t (Welch 1947): the article is the unit.

    A group is a sequence of series, one per article (worlds: each is worlds × sentences); every
    article weighs the same. The variance floor of `batch_means` is taken over all sentences of
    a side. nan: all sentences alike, or one article on a side.
    """
    sentences, means = _articles(groups_a, groups_b, weights)
    n_a, n_b = means.sizes
    with np.errstate(all="ignore"):
        spread = (x.var(axis=-1) / (x.shape[-1] - 1) for x in means.values)
        var_a, var_b = map(np.fmax, spread, sentences.least_variances())
        df = (var_a + var_b) ** 2 / (var_a**2 / (n_a - 1) + var_b**2 / (n_b - 1))
        se = np.sqrt(var_a + var_b)
        p = 2 * special.stdtr(df, -means.studentise(se))
        width = special.stdtrit(df, 1 - LEVEL / 2) * se
    result = _finish(means, width, p, df=df, least=2, name="articles: Welch t", sentences=sentences)
    return replace(result, floor=smallest_p(n_a, n_b))


def article_permutation(
    groups_a: Groups, groups_b: Groups, *, weights: GroupWeights = None
) -> Contrast:
    """Contrast article means by exchanging whole articles: exact up to 4,000 splits.

    With more, 3,999 seeded random splits and the observed one are counted. A test only: no
    interval (nan). Input and edge cases as in `article_t`.
    """
    sentences, means = _articles(groups_a, groups_b, weights)
    p = _exchange(np.concatenate(means.values, axis=-1), _splits(*means.sizes))
    result = _finish(means, None, p, name="articles: permutation", sentences=sentences)
    return replace(result, floor=smallest_p(*means.sizes))


def g2_test(a: ArrayLike, b: ArrayLike, *, weights: Weights = None) -> Contrast:
    """Take G² for a test, for the demonstration only: every unit as if independent.

    Units are words if there are weights, else sentences. No interval (nan). Edge cases and
    errors as in `batch_means`.
    """
    pair = _Pair.of(a, b, weights)
    (hits_a, hits_b), (n_a, n_b) = ([x.sum(axis=-1) for x in side] for side in pair.totals())
    p = special.chdtrc(1, np.maximum(np.abs(effects.g2(hits_a, n_a, hits_b, n_b)), 0))
    return _finish(pair, None, p, df=1.0, name=f"{'words' if weights else 'sentences'}: G²")


def plain_permutation(
    a: ArrayLike, b: ArrayLike, *, weights: Weights = None, draws: int = 399, seed: int = 0
) -> Contrast:
    """Exchange single sentences at random, for the demonstration only: order is ignored.

    p counts the observed split among `draws` + 1. No interval (nan). Edge cases and errors as
    in `batch_means`.
    """
    pair = _Pair.of(a, b, weights)
    hits, units = (np.concatenate(side, axis=-1) for side in pair.totals())
    p = _exchange(hits, _random_splits(*pair.sizes, draws, seed), units)
    return _finish(pair, None, p, name="sentences: plain permutation")


def percentile_bootstrap(
    a: ArrayLike, b: ArrayLike, *, weights: Weights = None, draws: int = 399, seed: int = 0
) -> Contrast:
    """Resample single sentences, for the demonstration only: order is ignored.

    The interval lies between the percentiles of `draws` resamples; p is twice the smaller tail
    beyond 0. Edge cases and errors as in `batch_means`.
    """
    pair, rng = _Pair.of(a, b, weights), np.random.default_rng(seed)
    means = []
    for hits, units in zip(*pair.totals(), strict=True):
        n = units.shape[-1]
        counts = rng.multinomial(n, np.full(n, 1 / n), size=draws).T.astype(float)
        means.append((hits @ counts) / (units @ counts))
    drawn = means[0] - means[1]
    low, high = np.quantile(drawn, [LEVEL / 2, 1 - LEVEL / 2], axis=-1)
    beyond = np.minimum((drawn <= TIE).sum(axis=-1), (drawn >= -TIE).sum(axis=-1))
    p = np.minimum(2 * (beyond + 1) / (draws + 1), 1)
    width = (pair.estimate - low, high - pair.estimate)
    return _finish(pair, width, p, name="sentences: percentile bootstrap")


FAILING = (g2_test, plain_permutation, percentile_bootstrap)
SENTENCE_METHODS: dict[str, Callable[..., Contrast]] = {
    method.__name__: method for method in (hac, batch_means, block_permutation, *FAILING)
}
ARTICLE_METHODS: dict[str, Callable[..., Contrast]] = {
    method.__name__: method for method in (article_t, article_permutation)
}


@dataclass(frozen=True)
class _Pair:
    """Two series (worlds × units) with their weights; `single` if they came without worlds."""

    values: Sides
    weights: Sides
    single: bool

    @classmethod
    def of(cls, a: ArrayLike, b: ArrayLike, weights: Weights = None) -> "_Pair":
        values = tuple(np.asarray(side, dtype=float) for side in (a, b))
        given = weights or tuple(np.ones_like(side) for side in values)
        given = tuple(np.asarray(side, dtype=float) for side in given)
        if any(y.shape != w.shape or not y.size for y, w in zip(values, given, strict=True)):
            raise ValueError("a series is empty, or its weights have another length")
        if not all(np.isfinite(side).all() for side in (*values, *given)):
            raise ValueError("values and weights must be finite numbers")
        if not all((w > 0).all() for w in given):
            raise ValueError("weights must be positive")
        atleast = (tuple(map(np.atleast_2d, sides)) for sides in (values, given))
        return cls(*atleast, single=values[0].ndim == 1)

    @property
    def sizes(self) -> tuple[int, int]:
        return self.values[0].shape[-1], self.values[1].shape[-1]

    @property
    def means(self) -> Sides:
        both = zip(self.values, self.weights, strict=True)
        return tuple((w * y).sum(axis=-1) / w.sum(axis=-1) for y, w in both)

    @property
    def estimate(self) -> Array:
        return self.means[0] - self.means[1]

    @property
    def ends(self) -> Sides:
        """Return the least value of both sides and the mean of those above it: a miss, a hit."""
        pooled = np.concatenate(self.values, axis=-1)
        least = pooled.min(axis=-1)
        above = pooled > least[:, None]
        return least, np.where(above, pooled, 0).sum(axis=-1) / np.maximum(above.sum(axis=-1), 1)

    @property
    def alike(self) -> NDArray[np.bool_]:
        pooled = np.concatenate(self.values, axis=-1)
        return np.ptp(pooled, axis=-1) == 0

    def totals(self) -> tuple[Sides, Sides]:
        """Return weighted values and weights of both sides: their ratio is the mean."""
        return tuple(w * y for y, w in zip(self.values, self.weights, strict=True)), self.weights

    def block_means(self, blocks: int) -> Array:
        """Return the means of the contiguous blocks of both sides, side by side."""
        both = zip(*self.totals(), strict=True)
        means = [_block_sums(hits, blocks) / _block_sums(units, blocks) for hits, units in both]
        return np.concatenate(means, axis=-1)

    def least_variances(self) -> list[Array]:
        """Return the variances of both means if sentences were independent, plus hit and miss."""
        miss, hit = (end[:, None] for end in self.ends)
        both = zip(self.values, self.weights, strict=True)
        return [_least_variance(y, w, miss, hit) for y, w in both]

    def standard_error(self, variance: Callable[[Array], Array], *, least: float = 1.0) -> Array:
        both = zip(self.values, self.weights, self.means, strict=True)
        residuals = (w * (y - m[:, None]) / w.mean(-1, keepdims=True) for y, w, m in both)
        floors = (least * smallest for smallest in self.least_variances())
        return np.sqrt(sum(map(np.maximum, map(variance, residuals), floors)))

    def studentise(self, se: Array) -> Array:
        with np.errstate(all="ignore"):
            return np.nan_to_num(np.abs(self.estimate) / se, nan=0.0, posinf=0.0)


def _least_variance(values: Array, weights: Array, miss: Array, hit: Array) -> Array:
    n, unit = values.shape[-1], weights.mean(axis=-1, keepdims=True)
    values = np.concatenate([values, miss, hit], axis=-1)
    padded = np.concatenate([weights, unit, unit], axis=-1)
    mean = (padded * values).sum(axis=-1, keepdims=True) / padded.sum(axis=-1, keepdims=True)
    spread = (padded * (values - mean) ** 2).sum(axis=-1) / padded.sum(axis=-1)
    return spread * (weights**2).sum(axis=-1) / weights.sum(axis=-1) ** 2 * n / (n + 2)


def _join(groups: Groups, weights: Groups | None) -> Sides:
    """Return one series and its weights, the articles sorted by their content."""
    series = [np.asarray(one, dtype=float) for one in groups]
    given = [np.ones_like(one) for one in series] if weights is None else weights
    pairs = list(zip(series, (np.asarray(w, dtype=float) for w in given), strict=True))
    if len(pairs) > 1 and series[0].ndim == 1:
        pairs.sort(key=lambda pair: (pair[0].tolist(), pair[1].tolist()))
    return tuple(np.concatenate(side, axis=-1) for side in zip(*pairs, strict=True))


def _articles(groups_a: Groups, groups_b: Groups, weights: GroupWeights) -> tuple[_Pair, _Pair]:
    """Return all sentences of both sides, and the article means of both sides in rising order."""
    sides = zip((groups_a, groups_b), weights or (None, None), strict=True)
    (a, weights_a), (b, weights_b) = (_join(*side) for side in sides)
    means = []
    for group, given in zip((groups_a, groups_b), weights or (None, None), strict=True):
        series = zip(group, given or [None] * len(group), strict=True)
        each = [np.average(np.asarray(y, dtype=float), weights=w, axis=-1) for y, w in series]
        means.append(np.sort(np.stack(each, axis=-1), axis=-1))
    return _Pair.of(a, b, (weights_a, weights_b)), _Pair.of(*means)


def _block_sums(series: Array, blocks: int) -> Array:
    n = series.shape[-1]
    starts = np.arange(blocks) * n // blocks  # fewer units than blocks: the caller answers nan
    return np.add.reduceat(series, starts, axis=-1)


@cache
def _splits(n_a: int, n_b: int) -> Array:
    if comb(n_a + n_b, n_a) > MOST_SPLITS:
        return _random_splits(n_a, n_b, MOST_SPLITS - 1, 0)
    chosen = np.array(list(combinations(range(n_a + n_b), n_a)))
    splits = np.zeros((len(chosen), n_a + n_b))
    np.put_along_axis(splits, chosen, 1.0, axis=1)
    return splits


def _random_splits(n_a: int, n_b: int, draws: int, seed: int) -> Array:
    observed = np.repeat([1.0, 0.0], [n_a, n_b])
    shuffled = np.random.default_rng(seed).permuted(np.tile(observed, (draws, 1)), axis=1)
    return np.vstack([observed, shuffled])


def _differences(hits: Array, splits: Array, units: Array | None = None) -> Array:
    units = np.ones_like(hits) if units is None else units
    left, right = splits.T, 1 - splits.T
    return (hits @ left) / (units @ left) - (hits @ right) / (units @ right)


def _exchange(hits: Array, splits: Array, units: Array | None = None) -> Array:
    """Return the share of splits (the first as observed) with as large a difference."""
    differences = np.abs(_differences(hits, splits, units))
    return (differences >= differences[:, :1] - TIE).mean(axis=-1)


def _finish(
    pair: _Pair,
    width: Array | Sides | None,
    p: Array,
    *,
    name: str,
    df: float | Array = np.nan,
    least: int = 1,
    sentences: _Pair | None = None,
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
