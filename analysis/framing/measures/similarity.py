"""Which sentences of two articles speak of the same things, in concept space."""

import numpy as np
import polars as pl
from numpy.typing import ArrayLike, NDArray
from sklearn.feature_extraction.text import TfidfTransformer

Array = NDArray[np.float64]
PLACE = ["article", "source", "sentence"]


def cosines(first: ArrayLike, second: ArrayLike) -> Array:
    """Cosine of the TF-IDF vectors of every pair of sentences: first × second, from 0 to 1.

    Both arguments are sentences × the same concepts. The document frequencies are those of both
    articles together (smoothed, as scikit-learn does). A sentence without concepts gets zeros.
    """
    first, second = np.asarray(first, dtype=float), np.asarray(second, dtype=float)
    weighted = TfidfTransformer().fit_transform(np.vstack([first, second])).toarray()
    return np.clip(weighted[: len(first)] @ weighted[len(first) :].T, 0, 1)


def chance_maxima(
    first: ArrayLike, second: ArrayLike, *, permutations: int = 499, seed: int
) -> Array:
    """The greatest cosine of each of `permutations` pairs of articles with shuffled mentions.

    Within each article the concepts of all mentions are dealt out again over the sentences: every
    sentence keeps its number of mentions and every concept its frequency, only which concepts stand
    together is left to chance. Counts must be whole numbers.
    """
    rng = np.random.default_rng(seed)
    sides = [_slots(np.asarray(counts)) for counts in (first, second)]
    maxima = np.empty(permutations)
    for number in range(permutations):
        maxima[number] = cosines(*(_deal(*side, rng) for side in sides)).max(initial=0)
    return maxima


def pairs(
    matrix: pl.DataFrame,
    first: str,
    second: str,
    *,
    by: str = "source",
    permutations: int = 499,
    level: float = 0.95,
    seed: int,
) -> pl.DataFrame:
    """Every pair of a sentence of `first` and one of `second`, with the level that chance reaches.

    `matrix` is that of `items.matrix`. Columns: article_first, first, article_second, second
    (sentence numbers), similarity, shared (concepts of both, most mentions first, parted by
    |), reference (`level` quantile of the greatest cosine among all pairs by chance, so it holds
    for the whole matrix at once), above_chance. It orders and describes; no p-value is derived
    from it.
    """
    sides = [matrix.filter(pl.col(by) == name) for name in (first, second)]
    a, b = (side.drop(PLACE).to_numpy() for side in sides)
    similarity = cosines(a, b)
    maxima = chance_maxima(a, b, permutations=permutations, seed=seed)
    reference = float(np.quantile(maxima, level))
    names = np.array(matrix.drop(PLACE).columns)
    shared = [_shared(x, y, names) for x in a for y in b]
    left, right = (
        side.select(pl.col("article").alias(f"article_{end}"), pl.col("sentence").alias(end))
        for side, end in zip(sides, ("first", "second"), strict=True)
    )
    return left.join(right, how="cross", maintain_order="left_right").with_columns(
        pl.Series("similarity", similarity.ravel()),
        pl.Series("shared", shared, dtype=pl.String),
        pl.lit(reference).alias("reference"),
        pl.Series("above_chance", similarity.ravel() > reference),
    )


def best_matches(table: pl.DataFrame, *, side: str = "first") -> pl.DataFrame:
    """For each sentence of `side` (first or second) its most similar partner, the first of equals.

    `table` is that of `pairs`; the columns stay. A sentence that shares no concept has none.
    """
    order = [f"article_{side}", side]
    return (
        table.filter(pl.col("similarity") > 0)
        .sort("similarity", descending=True, maintain_order=True)
        .unique(order, keep="first", maintain_order=True)
        .sort(order)
    )


def _slots(counts: NDArray) -> tuple[NDArray, NDArray, tuple[int, int]]:
    """Row and column of every single mention."""
    if np.any(counts != np.floor(counts)) or np.any(counts < 0):
        raise ValueError("counts of mentions must be whole numbers, not negative")
    rows, columns = np.nonzero(counts)
    times = counts[rows, columns].astype(int)
    return np.repeat(rows, times), np.repeat(columns, times), counts.shape


def _deal(
    rows: NDArray, columns: NDArray, shape: tuple[int, int], rng: np.random.Generator
) -> Array:
    dealt = np.zeros(shape)
    np.add.at(dealt, (rows, rng.permutation(columns)), 1)
    return dealt


def _shared(x: NDArray, y: NDArray, names: NDArray) -> str:
    both = np.minimum(x, y)
    order = np.argsort(-both, kind="stable")
    return "|".join(names[[c for c in order if both[c] > 0]])
