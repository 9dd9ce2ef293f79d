"""An article compared with itself: how often is a difference larger than those of placebo cues?"""

from typing import Any

import numpy as np
import polars as pl

from framing.columns import UNIT
from framing.robustness import placebo
from framing.statistics.pair import TIE

BLOCKS, HALVES = 4, ((0, 1), (0, 2), (0, 3))  # of an article that is compared with itself
MOST_ARTICLES = 20


def compare(
    units: pl.DataFrame,
    coded: pl.DataFrame,
    mentions: pl.DataFrame,
    tokens: pl.DataFrame,
    *,
    draws: int,
    seed: int,
    level: float,
) -> pl.DataFrame:
    """The same procedure on an article against itself: how often is a difference "outside" there?

    Each article is cut in four contiguous blocks of sentences, two against two in all three ways,
    for each frame that it carries in two sentences or more (of many articles, a random
    MOST_ARTICLES). Columns: article, code, halves (the blocks of the first), estimate,
    placebo_low, placebo_median, placebo_high, placebo_tail, outside (the estimate lies beyond the
    middle `level` of the draws).
    """
    rows: list[tuple[Any, ...]] = []
    for article in _sample(units["article"].unique().sort().to_list(), seed):
        mine = units.filter(pl.col("article") == article)
        found = coded.filter(pl.col("article") == article)
        for first in HALVES if mine.height >= BLOCKS else ():
            halves = mine.with_columns(source=_halve(mine.height, first))
            sides = found.drop("source").join(halves.select(*UNIT, "source"), on=UNIT)
            for code in _several(found):
                part = (halves, sides, mentions, tokens, code, ["a", "b"])
                drawn = placebo.draw(*part, draws=draws, seed=seed)
                compared = placebo.compare(halves, sides, code, drawn, ["a", "b"], level)
                rows.append((article, code, "+".join(map(str, first)), *compared))
    names = dict.fromkeys(["article", "code", "halves"], pl.String)
    schema = {**names, **dict.fromkeys(placebo.COLUMNS, pl.Float64)}
    table = pl.DataFrame(rows, schema=schema, orient="row")
    estimate, low, high = pl.col("estimate"), pl.col("placebo_low"), pl.col("placebo_high")
    return table.with_columns(outside=(estimate < low - TIE) | (estimate > high + TIE))


def _several(coded: pl.DataFrame) -> list[str]:
    """Codes of two sentences or more: one sentence alone is always in one half."""
    counts = coded["code"].value_counts().filter(pl.col("count") > 1)
    return counts["code"].sort().to_list()


def _sample(articles: list[str], seed: int) -> list[str]:
    if len(articles) <= MOST_ARTICLES:
        return articles
    chosen = np.random.default_rng(seed).choice(len(articles), MOST_ARTICLES, replace=False)
    return [articles[i] for i in sorted(chosen)]


def _halve(sentences: int, first: tuple[int, ...]) -> pl.Series:
    """Half of each sentence: "a" for the blocks of the first half, else "b"."""
    block = np.arange(sentences) * BLOCKS // sentences
    return pl.Series(np.where(np.isin(block, first), "a", "b"))
