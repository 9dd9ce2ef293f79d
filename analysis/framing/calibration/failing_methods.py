"""Methods that fail on short, dependent texts: kept to show it, never offered."""

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from framing.statistics import effects
from framing.statistics.contrast import Contrast, finish
from framing.statistics.pair import TIE, Pair, Weights, exchange, random_splits


def g2_test(
    a: ArrayLike, b: ArrayLike, *, weights: Weights = None, level: float = 0.95
) -> Contrast:
    """Take G² for a test, for the demonstration only: every unit as if independent.

    Units are words if there are weights, else sentences. No interval at any `level` (nan). Edge
    cases and errors as in `batch_means`.
    """
    pair = Pair.of(a, b, weights)
    (hits_a, hits_b), (n_a, n_b) = ([x.sum(axis=-1) for x in side] for side in pair.totals())
    p = special.chdtrc(1, np.maximum(np.abs(effects.g2(hits_a, n_a, hits_b, n_b)), 0))
    return finish(pair, None, p, df=1.0, name=f"{'words' if weights else 'sentences'}: G²")


def plain_permutation(
    a: ArrayLike,
    b: ArrayLike,
    *,
    weights: Weights = None,
    level: float = 0.95,
    draws: int = 399,
    seed: int = 0,
) -> Contrast:
    """Exchange single sentences at random, for the demonstration only: order is ignored.

    p counts the observed split among `draws` + 1. No interval at any `level` (nan). Edge cases and
    errors as in `batch_means`.
    """
    pair = Pair.of(a, b, weights)
    hits, units = (np.concatenate(side, axis=-1) for side in pair.totals())
    p = exchange(hits, random_splits(*pair.sizes, draws, seed), units)
    return finish(pair, None, p, name="sentences: plain permutation")


def percentile_bootstrap(
    a: ArrayLike,
    b: ArrayLike,
    *,
    weights: Weights = None,
    level: float = 0.95,
    draws: int = 399,
    seed: int = 0,
) -> Contrast:
    """Resample single sentences, for the demonstration only: order is ignored.

    The interval lies between the percentiles of `draws` resamples; p is twice the smaller tail
    beyond 0. Edge cases and errors as in `batch_means`.
    """
    pair, rng = Pair.of(a, b, weights), np.random.default_rng(seed)
    means = []
    for hits, units in zip(*pair.totals(), strict=True):
        n = units.shape[-1]
        counts = rng.multinomial(n, np.full(n, 1 / n), size=draws).T.astype(float)
        means.append((hits @ counts) / (units @ counts))
    drawn = means[0] - means[1]
    low, high = np.quantile(drawn, [(1 - level) / 2, (1 + level) / 2], axis=-1)
    beyond = np.minimum((drawn <= TIE).sum(axis=-1), (drawn >= -TIE).sum(axis=-1))
    p = np.minimum(2 * (beyond + 1) / (draws + 1), 1)
    width = (pair.estimate - low, high - pair.estimate)
    return finish(pair, width, p, name="sentences: percentile bootstrap")


FAILING: dict[str, Callable[..., Contrast]] = {
    method.__name__: method for method in (g2_test, plain_permutation, percentile_bootstrap)
}
