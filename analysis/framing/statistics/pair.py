"""Two series of sentence values and their weights: means, residuals, least variances."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
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
    """The sentences of two sources, a series each."""

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
