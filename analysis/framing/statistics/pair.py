"""Two series of sentence values: means, variances, blocks and the splits that exchange them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from math import comb

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]
Sides = tuple[Array, Array]
Weights = tuple[ArrayLike, ArrayLike] | None
Groups = Sequence[ArrayLike]
GroupWeights = tuple[Groups, Groups] | None
MOST_SPLITS = 4000  # beyond that, splits of the articles are drawn at random
TIE = 1e-12  # differences closer than this are equal but for rounding


@dataclass(frozen=True)
class Pair:
    """Two series (worlds × units) with their weights; `single` if they came without worlds."""

    values: Sides
    weights: Sides
    single: bool

    @classmethod
    def of(cls, a: ArrayLike, b: ArrayLike, weights: Weights = None) -> "Pair":
        """Return the pair of two series; ValueError if empty, not finite or ill weighted."""
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
        """Return the number of units of both sides."""
        return self.values[0].shape[-1], self.values[1].shape[-1]

    @property
    def means(self) -> Sides:
        """Return the (weighted) means of both sides, one per world."""
        both = zip(self.values, self.weights, strict=True)
        return tuple((w * y).sum(axis=-1) / w.sum(axis=-1) for y, w in both)

    @property
    def estimate(self) -> Array:
        """Return the first mean minus the second."""
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
        """Return whether all units of both sides have the same value."""
        pooled = np.concatenate(self.values, axis=-1)
        return np.ptp(pooled, axis=-1) == 0

    def totals(self) -> tuple[Sides, Sides]:
        """Return weighted values and weights of both sides: their ratio is the mean."""
        return tuple(w * y for y, w in zip(self.values, self.weights, strict=True)), self.weights

    def block_means(self, blocks: int) -> Array:
        """Return the means of the contiguous blocks of both sides, side by side."""
        both = zip(*self.totals(), strict=True)
        means = [block_sums(hits, blocks) / block_sums(units, blocks) for hits, units in both]
        return np.concatenate(means, axis=-1)

    def least_variances(self) -> list[Array]:
        """Return the variances of both means if sentences were independent, plus hit and miss."""
        miss, hit = (end[:, None] for end in self.ends)
        both = zip(self.values, self.weights, strict=True)
        return [least_variance(y, w, miss, hit) for y, w in both]

    def standard_error(self, variance: Callable[[Array], Array], *, least: float = 1.0) -> Array:
        """Return the error of the difference, each variance not below `least` of independence."""
        both = zip(self.values, self.weights, self.means, strict=True)
        residuals = (w * (y - m[:, None]) / w.mean(-1, keepdims=True) for y, w, m in both)
        floors = (least * smallest for smallest in self.least_variances())
        return np.sqrt(sum(map(np.maximum, map(variance, residuals), floors)))

    def studentise(self, se: Array) -> Array:
        """Return the absolute difference over its error, 0 where both are 0."""
        with np.errstate(all="ignore"):
            return np.nan_to_num(np.abs(self.estimate) / se, nan=0.0, posinf=0.0)


def least_variance(values: Array, weights: Array, miss: Array, hit: Array) -> Array:
    """Return the variance of a mean of independent units after adding a miss and a hit."""
    n, unit = values.shape[-1], weights.mean(axis=-1, keepdims=True)
    values = np.concatenate([values, miss, hit], axis=-1)
    padded = np.concatenate([weights, unit, unit], axis=-1)
    mean = (padded * values).sum(axis=-1, keepdims=True) / padded.sum(axis=-1, keepdims=True)
    spread = (padded * (values - mean) ** 2).sum(axis=-1) / padded.sum(axis=-1)
    return spread * (weights**2).sum(axis=-1) / weights.sum(axis=-1) ** 2 * n / (n + 2)


def block_sums(series: Array, blocks: int) -> Array:
    """Return the sums of contiguous blocks; with fewer units the caller answers nan."""
    n = series.shape[-1]
    starts = np.arange(blocks) * n // blocks
    return np.add.reduceat(series, starts, axis=-1)


@cache
def splits(n_a: int, n_b: int) -> Array:
    """Return all splits as rows of 0 and 1, the observed first; random ones beyond MOST_SPLITS."""
    if comb(n_a + n_b, n_a) > MOST_SPLITS:
        return random_splits(n_a, n_b, MOST_SPLITS - 1, 0)
    chosen = np.array(list(combinations(range(n_a + n_b), n_a)))
    splits = np.zeros((len(chosen), n_a + n_b))
    np.put_along_axis(splits, chosen, 1.0, axis=1)
    return splits


def random_splits(n_a: int, n_b: int, draws: int, seed: int) -> Array:
    """Return the observed split and `draws` random ones."""
    observed = np.repeat([1.0, 0.0], [n_a, n_b])
    shuffled = np.random.default_rng(seed).permuted(np.tile(observed, (draws, 1)), axis=1)
    return np.vstack([observed, shuffled])


def differences_of(hits: Array, splits: Array, units: Array | None = None) -> Array:
    """Return the difference of means of every split, worlds × splits."""
    units = np.ones_like(hits) if units is None else units
    left, right = splits.T, 1 - splits.T
    return (hits @ left) / (units @ left) - (hits @ right) / (units @ right)


def exchange(hits: Array, splits: Array, units: Array | None = None) -> Array:
    """Return the share of splits (the first as observed) with as large a difference."""
    differences = np.abs(differences_of(hits, splits, units))
    return (differences >= differences[:, :1] - TIE).mean(axis=-1)


def join(groups: Groups, weights: Groups | None) -> Sides:
    """Return one series and its weights, the articles sorted by their content."""
    series = [np.asarray(one, dtype=float) for one in groups]
    given = [np.ones_like(one) for one in series] if weights is None else weights
    pairs = list(zip(series, (np.asarray(w, dtype=float) for w in given), strict=True))
    if len(pairs) > 1 and series[0].ndim == 1:
        pairs.sort(key=lambda pair: (pair[0].tolist(), pair[1].tolist()))
    return tuple(np.concatenate(side, axis=-1) for side in zip(*pairs, strict=True))


def articles(groups_a: Groups, groups_b: Groups, weights: GroupWeights) -> tuple[Pair, Pair]:
    """Return all sentences of both sides, and the article means of both sides in rising order."""
    sides = zip((groups_a, groups_b), weights or (None, None), strict=True)
    (a, weights_a), (b, weights_b) = (join(*side) for side in sides)
    means = []
    for group, given in zip((groups_a, groups_b), weights or (None, None), strict=True):
        series = zip(group, given or [None] * len(group), strict=True)
        each = [np.average(np.asarray(y, dtype=float), weights=w, axis=-1) for y, w in series]
        means.append(np.sort(np.stack(each, axis=-1), axis=-1))
    return Pair.of(a, b, (weights_a, weights_b)), Pair.of(*means)
