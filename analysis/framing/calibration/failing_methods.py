"""Methods that fail on short, dependent texts: kept to show it, never offered."""

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from framing.statistics import effects, permutation
from framing.statistics.articles import Comparison
from framing.statistics.contrast import Contrasts, finish
from framing.statistics.intervals import Method
from framing.statistics.pair import TIE, Array, Series

DRAWS = 399  # of a random method


def g2_test(compared: Comparison, *, level: float = 0.95) -> Contrasts:
    """Take G² for a test: every unit as if independent.

    Units are words if there are weights, else sentences. No interval at any `level` (nan). Edge
    cases as in `intervals.batch_means`.
    """
    pair = compared.sentences
    hits_a, hits_b = ((one.weights * one.values).sum(axis=-1) for one in pair.both)
    n_a, n_b = (one.weights.sum(axis=-1) for one in pair.both)
    p = special.chdtrc(1, np.maximum(np.abs(effects.g2(hits_a, n_a, hits_b, n_b)), 0))
    weighted = any((one.weights != 1).any() for one in pair.both)
    return finish(
        compared, pair.estimate, p, df=1.0, name=f"{'words' if weighted else 'sentences'}: G²"
    )


def plain_permutation(compared: Comparison, *, level: float = 0.95, seed: int = 0) -> Contrasts:
    """Exchange single sentences at random: their order is ignored.

    p counts the observed split among DRAWS + 1. No interval at any `level` (nan). Edge cases as in
    `intervals.batch_means`.
    """
    pair = compared.sentences
    weights = np.concatenate([one.weights for one in pair.both], axis=-1)
    splits = permutation.random_splits(*pair.sizes, DRAWS, seed)
    p = permutation.share_as_far(permutation.differences(pair.pooled, splits, weights))
    return finish(compared, pair.estimate, p, name="sentences: plain permutation")


def percentile_bootstrap(compared: Comparison, *, level: float = 0.95, seed: int = 0) -> Contrasts:
    """Resample single sentences: their order is ignored.

    The interval lies between the percentiles of DRAWS resamples; p is twice the smaller tail
    beyond 0. Edge cases as in `intervals.batch_means`.
    """
    pair, rng = compared.sentences, np.random.default_rng(seed)
    first, second = (_resample(one, rng) for one in pair.both)
    drawn = first - second
    low, high = np.quantile(drawn, [(1 - level) / 2, (1 + level) / 2], axis=-1)
    beyond = np.minimum((drawn <= TIE).sum(axis=-1), (drawn >= -TIE).sum(axis=-1))
    p = np.minimum(2 * (beyond + 1) / (DRAWS + 1), 1)
    name = "sentences: percentile bootstrap"
    return finish(compared, pair.estimate, p, low=low, high=high, name=name)


def welch_t(compared: Comparison, *, level: float = 0.95) -> Contrasts:
    """Compare the means of articles by Welch's (1947) t, every article weighed the same.

    A rare frame in few articles has a spread that is too small as often as its mean is. nan: all
    sentences alike, or one article in a source; no spread at all counts as certainty.
    """
    n_a, n_b = sizes = compared.articles
    first, second = compared.first.means, compared.second.means
    with np.errstate(all="ignore"):
        centre = first.mean(axis=-1) - second.mean(axis=-1)
        v_a, v_b = first.var(axis=-1) / (n_a - 1), second.var(axis=-1) / (n_b - 1)
        df = (v_a + v_b) ** 2 / (v_a**2 / (n_a - 1) + v_b**2 / (n_b - 1))
        error = np.sqrt(v_a + v_b)
        p = np.where(error > 0, 2 * special.stdtr(df, -np.abs(centre) / error), centre == 0)
        width = np.where(error > 0, special.stdtrit(df, (1 + level) / 2) * error, 2 * TIE)
    low, high, name = centre - width, centre + width, "articles: Welch t"
    return finish(compared, centre, p, low=low, high=high, df=df, sizes=sizes, least=2, name=name)


def max_t(statistics: ArrayLike) -> Array:
    """Return family-wise adjusted p-values from the largest statistic of each exchange.

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


def _resample(series: Series, rng: np.random.Generator) -> Array:
    """Return the means of resampled series, worlds × DRAWS."""
    n = series.size
    counts = rng.multinomial(n, np.full(n, 1 / n), size=DRAWS).T.astype(float)
    return np.asarray((series.weights * series.values @ counts) / (series.weights @ counts))


FAILING: dict[str, Method] = {
    method.__name__: method
    for method in (g2_test, plain_permutation, percentile_bootstrap, welch_t)
}
