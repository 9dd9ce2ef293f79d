"""Concept mentions as bags: counted by sentence and by windows of words, as found or shuffled."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.columns import UNIT
from framing.measures import items

Array = NDArray[np.float64]
Places = NDArray[np.int64]


@dataclass(frozen=True)
class Bags:
    """Every concept mention with its article, and its unit in each way to cut the texts.

    The first of `units` are the sentences (also those without any mention), the others windows of
    words; `sizes` are the numbers of units. `names` are the concepts, sorted.
    """

    names: list[str]
    concepts: Places
    articles: Places
    units: list[Places]
    sizes: list[int]

    def count(self) -> list[Array]:
        """Counts of concepts in each unit: units × concepts, a matrix per way to cut the texts."""
        return self._count(self.concepts)

    def usable(self, size: int) -> "Bags":
        """Without the windows that are too long: fewer than `size` of them hold a mention."""
        kept = [0, *(i for i, unit in enumerate(self.units) if i and len(np.unique(unit)) >= size)]
        units, sizes = [self.units[i] for i in kept], [self.sizes[i] for i in kept]
        return replace(self, units=units, sizes=sizes)

    def shuffle(self, times: int, *, seed: int) -> Iterator[list[Array]]:
        """As `count`, with the mentions of each article dealt out again over its places.

        Every unit keeps its number of mentions and every article its concepts. Only which concepts
        occur together is left to chance, in the same way in sentences and windows.
        """
        rng = np.random.default_rng(seed)
        order = np.argsort(self.articles, kind="stable")
        for _ in range(times):
            key = rng.random(len(order))
            dealt = np.empty_like(self.concepts)
            dealt[order] = self.concepts[np.lexsort((key, self.articles))]
            yield self._count(dealt)

    def _count(self, concepts: Places) -> list[Array]:
        wide = len(self.names)
        return [
            np.bincount(unit * wide + concepts, minlength=size * wide)
            .reshape(size, wide)
            .astype(float)
            for unit, size in zip(self.units, self.sizes, strict=True)
        ]


def collect(
    units: pl.DataFrame, tokens: pl.DataFrame, concepts: pl.DataFrame, windows: list[int]
) -> Bags:
    """The concept mentions of `units` (item table of `items.concepts`), by sentence and window.

    `windows` are lengths in words. A mention belongs to the window in which it begins.
    """
    table = concepts.with_row_index("mention")
    cuts = [(units, table), *(items.cut(units, tokens, table, size) for size in windows)]
    numbered = [
        moved.join(
            places.select(UNIT).with_row_index("unit"), on=UNIT, how="left", maintain_order="left"
        ).sort("mention")
        for places, moved in cuts
    ]
    names = sorted(concepts["item"].unique())
    return Bags(
        names=names,
        concepts=_numbers(table["item"], names),
        articles=_numbers(table["article"], sorted(table["article"].unique())),
        units=[part["unit"].to_numpy().astype(np.int64) for part in numbered],
        sizes=[places.height for places, _ in cuts],
    )


def _numbers(values: pl.Series, order: list[str]) -> Places:
    places = values.replace_strict(order, range(len(order)), return_dtype=pl.Int64).to_numpy()
    return places.astype(np.int64)  # of no mention: objects
