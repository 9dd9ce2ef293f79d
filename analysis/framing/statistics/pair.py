"""Two sources to be compared: their articles, the sentences in them, values and weights."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]
Groups = Sequence[ArrayLike]  # the articles of a source, a series each
GroupWeights = tuple[Groups, Groups] | None
ARTICLES_AS_UNIT = 4  # articles per source from which the article is the unit
TIE = 1e-12  # differences closer than this are equal but for rounding


@dataclass(frozen=True)
class Series:
    """Values of units in reading order, worlds × units, and weights, the same or 1 × units."""

    values: Array
    weights: Array

    @property
    def size(self) -> int:
        """Return the number of units."""
        return int(self.values.shape[-1])

    @property
    def mean(self) -> Array:
        """Return the weighted mean, one per world."""
        return np.asarray((self.weights * self.values).sum(-1) / self.weights.sum(-1))

    @property
    def residuals(self) -> Array:
        """Return the linearised deviations of the units from the weighted mean."""
        relative = self.weights / self.weights.mean(-1, keepdims=True)
        return np.asarray(relative * (self.values - self.mean[:, None]))

    def least_variance(self, miss: Array, hit: Array) -> Array:
        """Return the variance of the mean of independent units after adding a miss and a hit."""
        n, unit = self.size, self.weights.mean(axis=-1, keepdims=True)
        values = np.concatenate([self.values, miss[:, None], hit[:, None]], axis=-1)
        padded = np.concatenate([self.weights, unit, unit], axis=-1)
        mean = (padded * values).sum(axis=-1, keepdims=True) / padded.sum(axis=-1, keepdims=True)
        spread = (padded * (values - mean) ** 2).sum(axis=-1) / padded.sum(axis=-1)
        unequal = (self.weights**2).sum(axis=-1) / self.weights.sum(axis=-1) ** 2
        return np.asarray(spread * unequal * n / (n + 2))


@dataclass(frozen=True)
class Pair:
    """Two series, of sentences or of the means of articles."""

    first: Series
    second: Series

    @property
    def both(self) -> tuple[Series, Series]:
        """Return both series."""
        return self.first, self.second

    @property
    def sizes(self) -> tuple[int, int]:
        """Return the number of units of both series."""
        return self.first.size, self.second.size

    @property
    def estimate(self) -> Array:
        """Return the first mean minus the second, one per world."""
        return self.first.mean - self.second.mean

    @property
    def pooled(self) -> Array:
        """Return the values of both series, one after the other."""
        return np.concatenate([self.first.values, self.second.values], axis=-1)

    @property
    def ends(self) -> tuple[Array, Array]:
        """Return the least value of both series and the mean of those above it: a miss, a hit."""
        pooled = self.pooled
        least = pooled.min(axis=-1)
        above = pooled > least[:, None]
        return least, np.where(above, pooled, 0).sum(axis=-1) / np.maximum(above.sum(axis=-1), 1)

    def least_variances(self) -> tuple[Array, Array]:
        """Return the variances of both means if sentences were independent, plus hit and miss."""
        miss, hit = self.ends
        return self.first.least_variance(miss, hit), self.second.least_variance(miss, hit)

    def standard_error(self, variance: Callable[[Array], Array], *, least: float = 1.0) -> Array:
        """Return the error of the difference; no variance falls below `least` of independence."""
        both = zip(self.both, self.least_variances(), strict=True)
        each = [np.maximum(variance(one.residuals), least * floor) for one, floor in both]
        return np.asarray(np.sqrt(each[0] + each[1]))

    def studentise(self, se: Array) -> Array:
        """Return the absolute difference over its error, 0 where both are 0."""
        with np.errstate(all="ignore"):
            return np.nan_to_num(np.abs(self.estimate) / se, nan=0.0, posinf=0.0)


@dataclass(frozen=True)
class Articles:
    """The articles of one source: values of each, worlds × sentences, and weights.

    Weights that are alike in all worlds have one row.
    """

    values: list[Array]
    weights: list[Array]

    @classmethod
    def of(cls, groups: Groups, weights: Groups | None = None) -> "Articles":
        """Return the articles; ValueError if one is empty, not finite or ill weighted."""
        values = [np.atleast_2d(np.asarray(one, dtype=float)) for one in groups]
        given = (
            [np.ones((1, one.shape[-1])) for one in values]
            if weights is None
            else [np.atleast_2d(np.asarray(one, dtype=float)) for one in weights]
        )
        for y, w in zip(values, given, strict=True):
            if y.shape[-1] != w.shape[-1] or not y.size:
                raise ValueError("a series is empty, or its weights have another length")
            if not (np.isfinite(y).all() and np.isfinite(w).all()):
                raise ValueError("values and weights must be finite numbers")
            if not (w > 0).all():
                raise ValueError("weights must be positive")
        return cls(values, given)

    @property
    def lengths(self) -> list[int]:
        """Return the number of sentences of each article."""
        return [values.shape[-1] for values in self.values]

    @cached_property
    def joined(self) -> Series:
        """Return one series of all sentences, single articles sorted by their content."""
        pairs = list(zip(self.values, self.weights, strict=True))
        if len(pairs) > 1 and len(pairs[0][0]) == 1:
            pairs.sort(key=lambda pair: (pair[0].tolist(), pair[1].tolist()))
        values, weights = zip(*pairs, strict=True)
        return Series(np.concatenate(values, axis=-1), np.concatenate(weights, axis=-1))

    @cached_property
    def totals(self) -> Array:
        """Return the weight of each article, (worlds or 1) × articles."""
        return np.stack([weights.sum(axis=-1) for weights in self.weights], axis=-1)

    @cached_property
    def means(self) -> Array:
        """Return the mean of each article, worlds × articles."""
        pairs = zip(self.values, self.weights, strict=True)
        return np.stack([_weighted(*pair) for pair in pairs], axis=-1) / self.totals

    @cached_property
    def mean(self) -> Array:
        """Return the mean of all sentences, one per world."""
        return np.asarray((self.means * self.totals).sum(axis=-1) / self.totals.sum(axis=-1))

    @cached_property
    def ends(self) -> tuple[Array, Array]:
        """Return the smallest and the largest value, one per world."""
        least = np.min([values.min(axis=-1) for values in self.values], axis=0)
        return least, np.max([values.max(axis=-1) for values in self.values], axis=0)


@dataclass(frozen=True)
class Comparison:
    """Two sources with their articles: what every method compares."""

    first: Articles
    second: Articles

    @classmethod
    def of(cls, groups_a: Groups, groups_b: Groups, weights: GroupWeights = None) -> "Comparison":
        """Return the comparison of two groups of series; errors as in `Articles.of`."""
        weights_a, weights_b = weights or (None, None)
        return cls(Articles.of(groups_a, weights_a), Articles.of(groups_b, weights_b))

    @cached_property
    def sentences(self) -> Pair:
        """Return all sentences of both sources."""
        return Pair(self.first.joined, self.second.joined)

    @property
    def counts(self) -> tuple[int, int]:
        """Return the number of sentences of both sources."""
        return sum(self.first.lengths), sum(self.second.lengths)

    @property
    def articles(self) -> tuple[int, int]:
        """Return the number of articles of both sources."""
        return len(self.first.values), len(self.second.values)

    @cached_property
    def ends(self) -> tuple[Array, Array]:
        """Return the smallest and the largest value of both sources, one per world."""
        (low_a, high_a), (low_b, high_b) = self.first.ends, self.second.ends
        return np.minimum(low_a, low_b), np.maximum(high_a, high_b)

    @property
    def alike(self) -> NDArray[np.bool_]:
        """Return whether all sentences of both sources have the same value, one per world."""
        return np.asarray(self.ends[0] == self.ends[1])

    @property
    def are_shares(self) -> bool:
        """Return whether all values lie between 0 and 1."""
        return bool((self.ends[0] >= 0).all() and (self.ends[1] <= 1).all())


def _weighted(values: Array, weights: Array) -> Array:
    """Return the weighted sums of the values, one per world."""
    if len(weights) == 1:
        return np.asarray(values @ weights[0])
    return np.asarray(np.einsum("ij,ij->i", values, weights))
