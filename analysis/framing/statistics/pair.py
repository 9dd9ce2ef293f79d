"""Two series of sentence values and their weights: means, residuals, least variances."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]
Groups = Sequence[ArrayLike]  # the articles of a source, a series each
GroupWeights = tuple[Groups, Groups] | None
ARTICLES_AS_UNIT = 4  # articles per source from which the article is the unit
TIE = 1e-12  # differences closer than this are equal but for rounding


@dataclass(frozen=True)
class Series:
    """Values of units in reading order, and their weights: worlds × units both."""

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

    @property
    def alike(self) -> NDArray[np.bool_]:
        """Return whether all units of both series have the same value, one per world."""
        return np.asarray(np.ptp(self.pooled, axis=-1) == 0)

    @property
    def are_shares(self) -> bool:
        """Return whether all values lie between 0 and 1."""
        return bool(((self.pooled >= 0) & (self.pooled <= 1)).all())

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
    """The articles of one source: values and weights of each, worlds × sentences."""

    values: list[Array]
    weights: list[Array]

    @classmethod
    def of(cls, groups: Groups, weights: Groups | None = None) -> "Articles":
        """Return the articles; ValueError if one is empty, not finite or ill weighted."""
        values = [np.atleast_2d(np.asarray(one, dtype=float)) for one in groups]
        given = (
            [np.ones_like(one) for one in values]
            if weights is None
            else [np.atleast_2d(np.asarray(one, dtype=float)) for one in weights]
        )
        for y, w in zip(values, given, strict=True):
            if y.shape != w.shape or not y.size:
                raise ValueError("a series is empty, or its weights have another length")
            if not (np.isfinite(y).all() and np.isfinite(w).all()):
                raise ValueError("values and weights must be finite numbers")
            if not (w > 0).all():
                raise ValueError("weights must be positive")
        return cls(values, given)

    @property
    def joined(self) -> Series:
        """Return one series of all sentences, single articles sorted by their content."""
        pairs = list(zip(self.values, self.weights, strict=True))
        if len(pairs) > 1 and len(pairs[0][0]) == 1:
            pairs.sort(key=lambda pair: (pair[0].tolist(), pair[1].tolist()))
        values, weights = zip(*pairs, strict=True)
        return Series(np.concatenate(values, axis=-1), np.concatenate(weights, axis=-1))

    @property
    def means(self) -> Series:
        """Return the means of the articles in rising order; every article weighs the same."""
        pairs = zip(self.values, self.weights, strict=True)
        each = [np.average(values, weights=weights, axis=-1) for values, weights in pairs]
        means = np.sort(np.stack(each, axis=-1), axis=-1)
        return Series(means, np.ones_like(means))


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

    @property
    def sizes(self) -> tuple[int, int]:
        """Return the number of articles of both sources."""
        return len(self.first.values), len(self.second.values)

    @property
    def sentences(self) -> Pair:
        """Return all sentences of both sources."""
        return Pair(self.first.joined, self.second.joined)

    @property
    def means(self) -> Pair:
        """Return the means of the articles of both sources."""
        return Pair(self.first.means, self.second.means)
