"""Exchanges of blocks of sentences, or of articles, between two sources.

Blocks are contiguous, so that sentences that depend on their neighbours move together. Every
exchange in the package (test of a contrast, family-wise test, joint test of a multiverse,
shuffled labels) is made with these functions.
"""

from functools import cache
from itertools import combinations
from math import comb

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.columns import UNIT
from framing.statistics.pair import ARTICLES_AS_UNIT, TIE, Array

BLOCKS = 4  # blocks of a series, as calibrated
MOST_SPLITS = 4000  # with more splits than this, a random sample of them is used


@cache
def smallest_p(n_a: int, n_b: int) -> float:
    """Return the smallest p of an exact two-sided permutation test: 1.00 for 1 v 1."""
    return (2 if n_a == n_b else 1) / comb(n_a + n_b, n_a)


@cache
def splits(n_a: int, n_b: int) -> Array:
    """Return all splits of n_a + n_b blocks as rows of 1 (first source) and 0; the observed first.

    Beyond MOST_SPLITS splits: the observed one and a random sample with a fixed seed.
    """
    if comb(n_a + n_b, n_a) > MOST_SPLITS:
        return random_splits(n_a, n_b, MOST_SPLITS - 1, 0)
    chosen = np.array(list(combinations(range(n_a + n_b), n_a)))
    rows = np.zeros((len(chosen), n_a + n_b))
    np.put_along_axis(rows, chosen, 1.0, axis=1)
    return rows


def random_splits(n_a: int, n_b: int, draws: int, seed: int) -> Array:
    """Return the observed split and `draws` random ones, rows as in `splits`."""
    observed = np.repeat([1.0, 0.0], [n_a, n_b])
    shuffled = np.random.default_rng(seed).permuted(np.tile(observed, (draws, 1)), axis=1)
    return np.vstack([observed, shuffled])


def exchange(means: Array, splits: Array, weights: Array | None = None) -> tuple[Array, Array]:
    """Return the mean of either source under each split: two arrays, splits × series.

    `means` is series × blocks, those of the first source first; nan marks an empty block, which
    is left out. Blocks weigh the same unless `weights` (series × blocks) are given: blocks of
    articles of unequal length could not be exchanged otherwise. nan where a source has no value.
    """
    known = ~np.isnan(means)
    weighed = known.astype(float) if weights is None else np.where(known, weights, 0.0)
    filled = np.where(known, means, 0.0) * weighed
    sums, totals = splits @ filled.T, splits @ weighed.T
    with np.errstate(invalid="ignore"):
        return sums / totals, (filled.sum(axis=1) - sums) / (weighed.sum(axis=1) - totals)


def differences(means: Array, splits: Array, weights: Array | None = None) -> Array:
    """Return the difference of both sources under each split, splits × series; see `exchange`."""
    first, second = exchange(means, splits, weights)
    return first - second


def share_as_far(statistics: Array) -> Array:
    """Return p for each column: the share of rows as far from 0 as the first, the observed one."""
    far = np.abs(statistics)
    return np.asarray((far >= far[0] - TIE).mean(axis=0))


def cut(n: int, blocks: int) -> NDArray[np.int64]:
    """Return where contiguous blocks of nearly equal length start; fewer if n is smaller."""
    return np.arange(min(blocks, n)) * n // min(blocks, n)


def block_sums(series: Array, blocks: int) -> Array:
    """Return the sums of the contiguous blocks along the last axis."""
    return np.add.reduceat(series, cut(series.shape[-1], blocks), axis=-1)


def block_means(values: Array, weights: Array, blocks: int) -> Array:
    """Return the weighted means of the contiguous blocks along the last axis."""
    return np.asarray(block_sums(values * weights, blocks) / block_sums(weights, blocks))


def number(
    articles: pl.DataFrame, sentences: pl.DataFrame, sources: list[str], blocks: int
) -> pl.DataFrame:
    """Return the block of every sentence: article, source, sentence, start, block (0, 1, …).

    The sentences of a source, its articles in the order of their names, are cut into `blocks`
    blocks of nearly as many sentences, into fewer if there are fewer sentences. With
    ARTICLES_AS_UNIT articles per source or more every article is a block. The result is in the
    order of the articles' names.
    """
    table = (
        sentences.join(articles.select("article", "source"), on="article")
        .select("article", "source", "sentence", "start", "duplicate_of")
        .sort(UNIT)
    )
    parts = [table.filter(pl.col("source") == source) for source in sources]
    whole = min(part["article"].n_unique() for part in parts) >= ARTICLES_AS_UNIT
    fresh = [part.filter(pl.col("duplicate_of").is_null()) for part in parts]
    numbered = pl.concat(_articles(part) if whole else _blocks(part, blocks) for part in fresh)
    # ASSUME a sentence that repeats an earlier one moves with it when blocks are exchanged.
    home = pl.coalesce("duplicate_of", "sentence").alias("home")
    return (
        table.with_columns(home)
        .join(
            numbered.rename({"sentence": "home"}),
            on=["article", "home"],
            maintain_order="left",
        )
        .select("article", "source", "sentence", "start", "block")
    )


def count(numbered: pl.DataFrame, source: str) -> int:
    """Return the number of blocks of a source in the table of `number`."""
    return int(numbered.filter(pl.col("source") == source)["block"].to_numpy().max()) + 1


def means(values: Array, weights: Array, block: NDArray[np.int64], blocks: int) -> Array:
    """Return the weighted mean of the units of each block; nan where there are none.

    Unlike in `block_means`, `block` numbers the units: those of a block need not be neighbours.
    """
    totals = np.bincount(block, weights, blocks)
    with np.errstate(invalid="ignore"):
        return np.asarray(np.bincount(block, weights * values, blocks) / totals)


def _articles(part: pl.DataFrame) -> pl.DataFrame:
    rank = pl.col("article").rank("dense").cast(pl.Int64) - 1
    return part.select(*UNIT, rank.alias("block"))


def _blocks(part: pl.DataFrame, blocks: int) -> pl.DataFrame:
    at = np.arange(part.height)
    block = np.searchsorted(cut(part.height, blocks), at, side="right") - 1
    return part.select(*UNIT, pl.Series("block", block, dtype=pl.Int64))
