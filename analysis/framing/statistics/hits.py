"""Which sentences carry which codes, by source and article."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from framing.columns import UNIT
from framing.statistics.articles import Articles, Comparison
from framing.statistics.designs import Design
from framing.statistics.pair import Array


@dataclass(frozen=True)
class Hits:
    """One source: for each article the hits (codes × sentences) and the words of its sentences."""

    hits: list[Array]
    words: list[Array]

    def series(self, code: int) -> list[Array]:
        """Return the hits of one code, a series per article."""
        return [one[code] for one in self.hits]

    def weights(self, measure: str) -> list[Array]:
        """Return what each sentence weighs: its words, or one."""
        return self.words if measure == "words" else [np.ones_like(one) for one in self.words]

    def totals(self, measure: str) -> tuple[Array, float]:
        """Return the weight of the sentences with each code, and of all."""
        weights = np.concatenate(self.weights(measure))
        return np.concatenate(self.hits, axis=1) @ weights, float(weights.sum())

    def compare(self, other: "Hits", code: int, measure: str) -> Comparison:
        """Return the comparison of one code with another source."""
        both = (Articles.of(one.series(code), one.weights(measure)) for one in (self, other))
        return Comparison(*both)

    def design(self, other: "Hits") -> Design:
        """Return the numbers and lengths of the articles of both sources."""
        return Design.of(*([words.size for words in one.words] for one in (self, other)))

    def pooled(self, other: "Hits", code: int) -> float:
        """Return the share of the sentences of both sources that carry a code."""
        return float(np.concatenate([*self.series(code), *other.series(code)]).mean())


Both = tuple[Hits, Hits]  # the first source and the second


def find(units: pl.DataFrame, coded: pl.DataFrame, codes: list[str], source: str) -> Hits:
    """Return the hits in a source from `units.select` and `units.carried`, articles by name."""
    rows = {"code": codes, "row": range(len(codes))}
    column = pl.DataFrame(rows, schema={"code": pl.String, "row": pl.Int64})
    mine = units.filter(source=source).sort("article", maintain_order=True).with_row_index("at")
    carried = (
        coded.filter(source=source)
        .join(column, on="code")
        .join(mine.select(*UNIT, "at"), on=UNIT)
        .select("row", "at")
    )
    found = np.zeros((len(codes), mine.height))
    found[carried["row"].to_numpy(), carried["at"].to_numpy()] = 1
    sizes = mine.group_by("article", maintain_order=True).len()["len"].to_numpy()
    ends = np.cumsum(sizes)[:-1]
    words = mine["words"].to_numpy().astype(float)
    return Hits(np.split(found, ends, axis=1), np.split(words, ends))
