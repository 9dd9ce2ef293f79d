"""Contiguous blocks of sentences: what a permutation exchanges, and what halves an article."""

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.columns import UNIT
from framing.statistics.intervals import ARTICLES_AS_UNIT

Array = NDArray[np.float64]


def number(
    articles: pl.DataFrame, sentences: pl.DataFrame, sources: list[str], blocks: int
) -> pl.DataFrame:
    """Block of every sentence: article, source, sentence, start, block (0, 1, … in each source).

    The sentences of a source, its articles in the order of their names, are cut into `blocks`
    blocks of nearly as many sentences, into fewer if there are fewer sentences. With
    ARTICLES_AS_UNIT articles a side or more every article is a block. The result is in the order
    of the articles' names.
    """
    table = (
        sentences.join(articles.select("article", "source"), on="article")
        .select("article", "source", "sentence", "start", "duplicate_of")
        .sort(UNIT)
    )
    sides = [table.filter(pl.col("source") == source) for source in sources]
    whole = min(side["article"].n_unique() for side in sides) >= ARTICLES_AS_UNIT
    fresh = [side.filter(pl.col("duplicate_of").is_null()) for side in sides]
    numbered = pl.concat([_articles(side) if whole else _cut(side, blocks) for side in fresh])
    # ASSUME a sentence that repeats an earlier one goes wherever that one goes.
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


def _articles(side: pl.DataFrame) -> pl.DataFrame:
    rank = pl.col("article").rank("dense").cast(pl.Int64) - 1
    return side.select(*UNIT, rank.alias("block"))


def _cut(side: pl.DataFrame, blocks: int) -> pl.DataFrame:
    n = side.height
    starts = np.arange(min(blocks, n)) * n // min(blocks, n)
    block = np.searchsorted(starts, np.arange(n), side="right") - 1
    return side.select(*UNIT, pl.Series("block", block, dtype=pl.Int64))


def means(values: Array, weights: Array, block: NDArray[np.int64], blocks: int) -> Array:
    """Weighted mean of the values in each block; nan in a block without any."""
    totals = np.bincount(block, weights, blocks)
    with np.errstate(invalid="ignore"):
        return np.bincount(block, weights * values, blocks) / totals


def exchange(table: Array, splits: Array) -> tuple[Array, Array]:
    """Mean over the blocks of either side under each split: two arrays, splits × series.

    `table` is series × blocks (means of the blocks, nan where one is empty), `splits` is splits ×
    blocks (1 for the first side). nan where no block of a side has a value. Means over blocks,
    not over sentences: blocks of two articles of unequal length would not be exchangeable.
    """
    known = ~np.isnan(table)
    filled = np.where(known, table, 0.0)
    with np.errstate(invalid="ignore"):
        return tuple((side @ filled.T) / (side @ known.T) for side in (splits, 1 - splits))


def count(numbered: pl.DataFrame, source: str) -> int:
    """Number of blocks of a source in the table of `number`."""
    return int(numbered.filter(pl.col("source") == source)["block"].max()) + 1
