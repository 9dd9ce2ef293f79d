"""Two sources to be compared: their articles, and the values and weights of the sentences."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from framing.statistics.pair import Array, Pair, Series

MANY = 100  # single articles from which on all are measured at once
Groups = Sequence[ArrayLike]  # the articles of a source, a series each
Places = NDArray[np.int64]
GroupWeights = tuple[Groups, Groups] | None


class Cut(Sequence[Array]):
    """Articles one after the other in a row, each cut out (1 × sentences) when it is asked for."""

    def __init__(self, row: Array, starts: Places) -> None:
        """Begin an article at each of the `starts`; ValueError where one is empty."""
        self.row, self.starts = row, starts
        self._ends = np.append(starts[1:], row.size)
        if (starts >= self._ends).any():
            raise ValueError("a series is empty")

    def __len__(self) -> int:
        """Return the number of articles."""
        return int(self.starts.size)

    def __getitem__(self, place: Any) -> Any:
        """Return an article."""
        return self.row[None, self.starts[place] : self._ends[place]]

    @cached_property
    def lengths(self) -> list[int]:
        """Return the number of sentences of each article."""
        found: list[int] = (self._ends - self.starts).tolist()
        return found


@dataclass(frozen=True)
class Articles:
    """The articles of one source: values of each, worlds × sentences, and weights.

    Weights that are alike in all worlds have one row.
    """

    values: Sequence[Array]
    weights: Sequence[Array]

    @classmethod
    def of(cls, groups: Groups, weights: Groups | None = None) -> "Articles":
        """Return the articles; ValueError if one is empty, not finite or ill weighted."""
        values = [np.atleast_2d(np.asarray(one, dtype=float)) for one in groups]
        given = (
            [np.ones((1, one.shape[-1])) for one in values]
            if weights is None
            else [np.atleast_2d(np.asarray(one, dtype=float)) for one in weights]
        )
        pairs = zip(values, given, strict=True)
        if any(y.shape[-1] != w.shape[-1] or not y.size for y, w in pairs):
            raise ValueError("a series is empty, or its weights have another length")
        all_values, all_weights = (np.concatenate(one, axis=None) for one in (values, given))
        if not (np.isfinite(all_values).all() and np.isfinite(all_weights).all()):
            raise ValueError("values and weights must be finite numbers")
        if not (all_weights > 0).all():
            raise ValueError("weights must be positive")
        return cls(values, given)

    @cached_property
    def row(self) -> tuple[Array, Array, Places] | None:
        """Return values and weights of many articles in a row, and where each begins.

        None where there are few articles, or more than one world.
        """
        if len(self.values) <= MANY:
            return None
        if isinstance(self.values, Cut) and isinstance(self.weights, Cut):
            return self.values.row, self.weights.row, self.values.starts
        if any(len(one) > 1 for one in (*self.values, *self.weights)):
            return None
        starts = np.cumsum([0, *self.lengths[:-1]])
        return (
            np.concatenate(self.values, axis=1)[0],
            np.concatenate(self.weights, axis=1)[0],
            starts,
        )

    @property
    def lengths(self) -> list[int]:
        """Return the number of sentences of each article."""
        if isinstance(self.values, Cut):
            return self.values.lengths
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
        if self.row is not None:
            _, weights, starts = self.row
            return np.add.reduceat(weights, starts)[None]
        return np.stack([weights.sum(axis=-1) for weights in self.weights], axis=-1)

    @cached_property
    def means(self) -> Array:
        """Return the mean of each article, worlds × articles."""
        if self.row is not None:
            values, weights, starts = self.row
            return np.asarray(np.add.reduceat(values * weights, starts) / self.totals)
        pairs = zip(self.values, self.weights, strict=True)
        return np.stack([_weighted(*pair) for pair in pairs], axis=-1) / self.totals

    @cached_property
    def mean(self) -> Array:
        """Return the mean of all sentences, one per world."""
        return np.asarray((self.means * self.totals).sum(axis=-1) / self.totals.sum(axis=-1))

    @cached_property
    def ends(self) -> tuple[Array, Array]:
        """Return the smallest and the largest value, one per world."""
        if self.row is not None:
            values = self.row[0]
            return values.min(keepdims=True), values.max(keepdims=True)
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
