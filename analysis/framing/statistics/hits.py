"""Which sentences carry which codes, by source and article, and their exchange between sources."""

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.statistics import corrections, permutation
from framing.statistics.pair import TIE, Array


@dataclass(frozen=True)
class Hits:
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

    def keep(self, codes: NDArray[np.bool_]) -> "Hits":
        """Return the hits of some of the codes only."""
        return Hits([one[codes] for one in self.hits], self.words)

    def article_means(self, measure: str) -> Array:
        """Return the shares of each article: codes × articles."""
        both = zip(self.hits, self.weights(measure), strict=True)
        return np.stack([hits @ weights / weights.sum() for hits, weights in both], axis=1)

    def block_means(self, measure: str) -> Array:
        """Return the shares of contiguous blocks of all sentences: codes × blocks."""
        joined = np.concatenate(self.hits, axis=1)
        weights = np.broadcast_to(np.concatenate(self.weights(measure)), joined.shape)
        return permutation.block_means(joined, weights, permutation.BLOCKS)


Both = tuple[Hits, Hits]  # the first source and the second


def find(units: pl.DataFrame, coded: pl.DataFrame, codes: list[str], source: str) -> Hits:
    """Return the hits in a source from `units.select` and `units.carried`, articles by name."""
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
    return Hits(hits, words)


def permuted(
    both: Both, valid: NDArray[np.bool_], measure: str, *, articles: bool
) -> dict[str, Array]:
    """Return p of every valid code, alone and family-wise, under the same exchanges.

    Blocks of sentences are exchanged, or whole `articles`. Columns: p_permutation, p_max_t and
    floor_permutation, the smallest p that so few exchanges can give; nan where not `valid`.
    """
    single, family, floor = (np.full(valid.size, np.nan) for _ in range(3))
    if valid.any():
        kept = [one.keep(valid) for one in both]
        cut = Hits.article_means if articles else Hits.block_means
        means = [cut(one, measure) for one in kept]
        sizes = means[0].shape[1], means[1].shape[1]
        splits = permutation.splits(*sizes)
        statistics = permutation.differences(np.concatenate(means, axis=1), splits)
        varies = np.ptp(statistics, axis=0) > TIE
        single[valid] = np.where(varies, permutation.share_as_far(statistics), np.nan)
        family[valid] = corrections.max_t(statistics)
        floor[valid] = permutation.smallest_p(*sizes)
    return {"p_permutation": single, "p_max_t": family, "floor_permutation": floor}
