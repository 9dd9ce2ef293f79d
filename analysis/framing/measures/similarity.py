"""Which sentences of two articles speak of the same things, in concept space."""

from collections.abc import Iterator

import numpy as np
import polars as pl
from numpy.typing import ArrayLike, NDArray

from framing.measures import chance, tfidf
from framing.measures.units import SEPARATOR

Array = NDArray[np.float64]
PLACE = ["article", "source", "sentence"]
TIE = 1e-9  # cosines closer than this are equal but for rounding
TOGETHER = 10_000_000  # numbers in memory at once


def cosines(first: ArrayLike, second: ArrayLike) -> Array:
    """Cosine of the TF-IDF vectors of every pair of sentences: first × second, from 0 to 1.

    Both arguments are sentences × the same concepts. The document frequencies are those of both
    articles together (see `tfidf`). A sentence without concepts gets zeros. Any dimensions before
    the last two are pairs of articles of their own.
    """
    first, second = np.asarray(first, dtype=float), np.asarray(second, dtype=float)
    weighted = tfidf.weights(np.concatenate([first, second], axis=-2))
    a, b = weighted[..., : first.shape[-2], :], weighted[..., first.shape[-2] :, :]
    return np.clip(a @ np.swapaxes(b, -1, -2), 0, 1)


def chance_maxima(first: ArrayLike, second: ArrayLike, *, permutations: int, seed: int) -> Array:
    """The greatest cosine of each of `permutations` pairs of articles with shuffled mentions.

    On either side the concepts of all mentions are dealt out again over the sentences: every
    sentence keeps its number of mentions and every concept its frequency; only which concepts occur
    together is left to chance. Raises ValueError unless the counts are whole numbers.
    """
    rng = np.random.default_rng(seed)
    articles = [np.asarray(counts) for counts in (first, second)]
    most = max(1, TOGETHER // max(1, sum(counts.size for counts in articles)))
    pairs = zip(*(_deal(counts, permutations, most, rng) for counts in articles), strict=True)
    return np.concatenate([cosines(*pair).max(axis=(1, 2), initial=0) for pair in pairs])


def pairs(
    matrix: pl.DataFrame,
    first: str,
    second: str,
    *,
    permutations: int,
    level: float = 0.95,
    seed: int,
) -> pl.DataFrame:
    """Every pair of a sentence of `first` and one of `second`, with the level that chance reaches.

    `matrix` is that of `items.matrix`. Columns: article_first, first, article_second, second
    (sentence numbers), similarity, shared (concepts of both, most mentions first, joined by |),
    reference (`level` quantile of the greatest cosine of all pairs by chance, so it holds for the
    whole matrix at once), reference_error (its Monte Carlo standard error), above_chance (greater
    than the reference, not equal to it). It orders and describes; no p-value is derived from it.
    """
    articles = [matrix.filter(pl.col("source") == name) for name in (first, second)]
    a, b = (article.drop(PLACE).to_numpy() for article in articles)
    similarity = cosines(a, b).ravel()
    maxima = chance_maxima(a, b, permutations=permutations, seed=seed)
    reference, error = chance.level(maxima, level, seed=seed)
    names = np.array(matrix.drop(PLACE).columns)
    shared = [_shared(x, y, names) for x in a for y in b]
    left, right = (
        article.select(pl.col("article").alias(f"article_{end}"), pl.col("sentence").alias(end))
        for article, end in zip(articles, ("first", "second"), strict=True)
    )
    return left.join(right, how="cross", maintain_order="left_right").with_columns(
        pl.Series("similarity", similarity),
        pl.Series("shared", shared, dtype=pl.String),
        pl.lit(reference).alias("reference"),
        pl.lit(error).alias("reference_error"),
        pl.Series("above_chance", similarity > reference + TIE),
    )


def _deal(
    counts: NDArray[np.int64], times: int, most: int, rng: np.random.Generator
) -> Iterator[Array]:
    """The counts with their mentions dealt out again, `times` times, at most `most` together."""
    if np.any(counts != np.floor(counts)) or np.any(counts < 0):
        raise ValueError("counts of mentions must be whole numbers, not negative")
    rows, columns = np.nonzero(counts)
    each = counts[rows, columns].astype(int)
    rows, columns = np.repeat(rows, each), np.repeat(columns, each)
    for done in range(0, times, most):
        here = min(most, times - done)
        dealt = rng.permuted(np.broadcast_to(columns, (here, len(columns))), axis=1)
        cells = (np.arange(here)[:, None] * len(counts) + rows) * counts.shape[1] + dealt
        table = np.bincount(cells.ravel(), minlength=here * counts.size).astype(float)
        yield table.reshape(here, *counts.shape)


def _shared(x: NDArray[np.int64], y: NDArray[np.int64], names: NDArray[np.str_]) -> str:
    both = np.minimum(x, y)
    order = np.argsort(-both, kind="stable")
    return SEPARATOR.join(names[[c for c in order if both[c] > 0]])
