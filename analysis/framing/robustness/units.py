"""What a specification compares: the units of either source, their values, weights and blocks."""

from dataclasses import dataclass, field

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.robustness import choices, segments
from framing.robustness.choices import OWN_VOICE, Spec
from framing.robustness.readings import Reading
from framing.robustness.segments import Segments
from framing.statistics import permutation

Array = NDArray[np.float64]
Places = NDArray[np.int64]


@dataclass(frozen=True)
class Side:
    """The units of one source under a specification: values and weights by article, block means."""

    values: list[Array]
    weights: list[Array]
    blocks: Array

    @property
    def hits(self) -> float:
        """Return the sum of the weights of the units with the value 1."""
        return float(sum(v @ w for v, w in zip(self.values, self.weights, strict=True)))

    @property
    def total(self) -> float:
        """Return the sum of the weights."""
        return float(sum(weights.sum() for weights in self.weights))

    @property
    def units(self) -> int:
        """Return the number of units."""
        return sum(map(len, self.values))


@dataclass(frozen=True)
class Held:
    """An article under some choices: its units, which carry a frame sought, and in whose voice."""

    cut: Segments
    blocks: Places
    carried: Array
    own: Array
    framed: NDArray[np.bool_]


@dataclass(frozen=True)
class Texts:
    """The articles under each reading (by their options of `choices.READ`), and their blocks.

    `numbered` as of `permutation.number`; `window` is the number of words of that unit.
    """

    readings: dict[tuple[str, ...], list[Reading]]
    numbered: pl.DataFrame
    sources: list[str]
    window: int
    _held: dict[tuple, list[Held]] = field(default_factory=dict)
    _places: dict[str, tuple[Places, Places]] = field(default_factory=dict)
    _sizes: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find the blocks of each article (start, number), and how many a source has."""
        for (article,), part in self.numbered.sort("start").group_by("article"):
            self._places[article] = part["start"].to_numpy(), part["block"].to_numpy()
        self._sizes.update({name: permutation.count(self.numbered, name) for name in self.sources})

    def compare(self, spec: Spec, contrast: dict) -> tuple[Side, Side]:
        """Return both sources under a specification of a contrast (see `multiverse.run`)."""
        articles = self.readings[choices.reading(spec)]
        found = {source: [] for source in self.sources}
        for article, held in zip(articles, self._hold(spec, contrast), strict=True):
            values, counts = _value(held, spec, contrast["of"])
            if counts.any():
                columns = (values, held.cut.weights[spec["weight"]], held.blocks)
                found[article.source].append([column[counts] for column in columns])
        return tuple(_join(parts, self._sizes[source]) for source, parts in found.items())

    def _hold(self, spec: Spec, contrast: dict) -> list[Held]:
        """Units of every article; remembered, for most choices only combine the same ones anew."""
        frames = tuple(contrast["frames"])
        chosen = (spec[name] for name in ("unit", "repeated_lead", "tiers"))
        key = (*choices.reading(spec), *chosen, frames)
        if key not in self._held:
            articles = self.readings[choices.reading(spec)]
            self._held[key] = [self._search(article, spec, frames) for article in articles]
        return self._held[key]

    def _search(self, article: Reading, spec: Spec, frames: tuple[str, ...]) -> Held:
        repeated = spec["repeated_lead"] == "counted"
        cut = segments.cut(article, spec["unit"], repeated=repeated, window=self.window)
        starts, numbers = self._places[article.article]
        place = np.maximum(np.searchsorted(starts, cut.starts, side="right") - 1, 0)
        tiers = spec["tiers"].split("+")
        chosen = np.where(article.core, "core" in tiers, "extended" in tiers)
        carried, own = segments.carry(article, cut, chosen & np.isin(article.frames, frames))
        framed = segments.carry(article, cut, chosen)[0] > 0
        return Held(cut, numbers[place], carried, own, framed)


def _value(held: Held, spec: Spec, of: str) -> tuple[Array, NDArray[np.bool_]]:
    """Values of the units (0 or 1), and which of the units count."""
    if of == OWN_VOICE:
        return held.own, held.carried > 0
    voices = spec["voices"].split("+")
    values = held.carried * np.where(held.own > 0, "narrator" in voices, "attributed" in voices)
    return values, held.framed | (spec["base"] == "all_units")


def _join(parts: list[list[Array]], size: int) -> Side:
    values, weights, place = ([part[i] for part in parts] for i in range(3))
    if not parts:
        return Side([], [], np.full(size, np.nan))
    joined = (np.concatenate(column) for column in (values, weights, place))
    return Side(values, weights, permutation.means(*joined, size))
