"""The hits of many codes in the articles of a source, and their exchange between sources."""

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.statistics import corrections, intervals
from framing.statistics.pair import TIE, differences_of, splits

Array = NDArray[np.float64]
BLOCKS = 4  # blocks a series that are exchanged, as calibrated


@dataclass(frozen=True)
class Side:
    """One source: for each article the hits (codes × sentences) and the words of its sentences."""

    hits: list[Array]
    words: list[Array]

    def weights(self, measure: str) -> list[Array]:
        """Return what each sentence weighs: its words, or one."""
        return self.words if measure == "words" else [np.ones_like(one) for one in self.words]

    def totals(self, measure: str) -> tuple[Array, float]:
        """Return the weight of the sentences with each code, and of all."""
        weights = np.concatenate(self.weights(measure))
        return np.concatenate(self.hits, axis=1) @ weights, float(weights.sum())

    def keep(self, codes: NDArray[np.bool_]) -> "Side":
        """Return the side with some of the codes only."""
        return Side([one[codes] for one in self.hits], self.words)

    def means(self, measure: str) -> Array:
        """Return the shares of each article: codes × articles."""
        both = zip(self.hits, self.weights(measure), strict=True)
        return np.stack([hits @ weights / weights.sum() for hits, weights in both], axis=1)


Sides = tuple[Side, Side]


def side(units: pl.DataFrame, coded: pl.DataFrame, codes: list[str], source: str) -> Side:
    """Return the side of a source from `units.select` and `units.carried`, articles by name."""
    row = {code: number for number, code in enumerate(codes)}
    coded = coded.filter(pl.col("code").is_in(codes) & (pl.col("source") == source))
    mine, hits, words = units.filter(pl.col("source") == source), [], []
    for name in sorted(mine["article"].unique()):
        article = mine.filter(pl.col("article") == name)
        place = {sentence: at for at, sentence in enumerate(article["sentence"])}
        found = np.zeros((len(codes), article.height))
        for code, sentence in coded.filter(article=name).select("code", "sentence").iter_rows():
            found[row[code], place[sentence]] = 1
        hits.append(found)
        words.append(article["words"].to_numpy().astype(float))
    return Side(hits, words)


def permuted(
    sides: Sides, valid: NDArray[np.bool_], measure: str, *, articles: bool
) -> dict[str, Array]:
    """Return p of every valid code, alone and family-wise, under the same exchanges.

    Blocks of sentences are exchanged, or whole `articles`. Columns: p_permutation, p_max_t and
    floor_permutation, the smallest p that so few exchanges can give; nan where not `valid`.
    """
    single, family, floor = (np.full(valid.size, np.nan) for _ in range(3))
    if valid.any():
        statistics = differences([one.keep(valid) for one in sides], measure, articles=articles)
        far = np.abs(statistics) >= np.abs(statistics[0]) - TIE
        varies = np.ptp(statistics, axis=0) > TIE
        single[valid] = np.where(varies, far.mean(axis=0), np.nan)
        family[valid] = corrections.max_t(statistics)
        sizes = [len(one.hits) for one in sides] if articles else (BLOCKS, BLOCKS)
        floor[valid] = intervals.smallest_p(*sizes)
    return {"p_permutation": single, "p_max_t": family, "floor_permutation": floor}


def differences(sides: Sides, measure: str, *, articles: bool) -> Array:
    """Return the differences under all exchanges (rows, the first as observed) of all codes."""
    if articles:
        means = np.concatenate([one.means(measure) for one in sides], axis=1)
        return differences_of(means, splits(*(len(one.hits) for one in sides))).T
    a, b = (np.concatenate(one.hits, axis=1) for one in sides)
    weights = (np.concatenate(one.weights(measure)) for one in sides)
    spread = tuple(np.broadcast_to(w, hits.shape) for w, hits in zip(weights, (a, b), strict=True))
    return intervals.block_statistics(a, b, weights=spread, blocks=BLOCKS)
