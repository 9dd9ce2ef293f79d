"""Which sentences carry which codes, by source and article."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import polars as pl

from framing.columns import UNIT
from framing.statistics.articles import Articles, Comparison, Cut, Places
from framing.statistics.designs import Design
from framing.statistics.pair import Array

MEASURES = ("sentences", "words")


@dataclass(frozen=True)
class Hits:
    """One source: hits (codes × sentences), words of the sentences, where articles begin."""

    hits: Array
    words: Array
    starts: Places

    def varied(self, code: int) -> list[Array]:
        """Return the hits of one code in each article where some sentences differ from others."""
        ends = np.append(self.starts[1:], self.words.size)
        found = np.add.reduceat(self.hits[code], self.starts)
        mixed = (found > 0) & (found < ends - self.starts)
        places = zip(self.starts[mixed].tolist(), ends[mixed].tolist(), strict=True)
        return [self.hits[code, first:last] for first, last in places]

    @cached_property
    def weights(self) -> dict[str, Cut]:
        """Return by measure what each sentence weighs: one, or its words."""
        if not (self.words > 0).all():
            raise ValueError("weights must be positive")
        both = np.ones_like(self.words), self.words
        return {name: Cut(row, self.starts) for name, row in zip(MEASURES, both, strict=True)}

    @cached_property
    def totals(self) -> dict[str, tuple[Array, float]]:
        """Return by measure the weight of the sentences with each code, and of all."""
        return {
            name: (self.hits @ weights.row, float(weights.row.sum()))
            for name, weights in self.weights.items()
        }

    def compare(self, other: "Hits", code: int, measure: str) -> Comparison:
        """Return the comparison of one code with another source."""
        both = (
            Articles(Cut(one.hits[code], one.starts), one.weights[measure]) for one in (self, other)
        )
        return Comparison(*both)

    def design(self, other: "Hits") -> Design:
        """Return the numbers and lengths of the articles of both sources."""
        return Design.of(*(one.weights["words"].lengths for one in (self, other)))

    def pooled(self, other: "Hits", code: int) -> float:
        """Return the share of the sentences of both sources that carry a code."""
        return float(np.concatenate([self.hits[code], other.hits[code]]).mean())


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
    sizes = mine.group_by("article", maintain_order=True).len()["len"].to_numpy().astype(int)
    return Hits(found, mine["words"].to_numpy().astype(float), np.cumsum(sizes) - sizes)
