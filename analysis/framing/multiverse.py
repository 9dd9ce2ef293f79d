"""The multiverse: the main contrasts under every combination of defensible choices.

A specification takes one option of each choice of the config (`multiverse.choices`); the study's
own is among them. Steegen et al. 2016; Simonsohn, Simmons & Nelson 2020.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing import blocks, choices, effects, inference, segments
from framing.choices import OWN_VOICE, Spec
from framing.readings import Reading
from framing.segments import Segments

Array = NDArray[np.float64]
DIFFERENCE, LOG_RATIO = "difference", "log_ratio"
NUMBERS = {
    **dict.fromkeys(("estimate", "low", "high", "first", "second"), pl.Float64),
    **dict.fromkeys(("n_first", "n_second"), pl.Int64),
}


@dataclass(frozen=True)
class Side:
    """The units of one source under a specification: values and weights by article, block means."""

    values: list[Array]
    weights: list[Array]
    blocks: Array

    @property
    def total(self) -> float:
        """Return the sum of the weights."""
        return float(sum(weights.sum() for weights in self.weights))

    @property
    def share(self) -> float:
        """Return the weighted share of units; nan without any."""
        pairs = zip(self.values, self.weights, strict=True)
        hits = sum(float(values @ weights) for values, weights in pairs)
        return hits / self.total if self.values else np.nan


@dataclass(frozen=True)
class Texts:
    """The articles under each reading (by their options of `choices.READ`), and their blocks.

    `numbered` as of `blocks.number`; `window` is the number of words of that unit.
    """

    readings: dict[tuple[str, ...], list[Reading]]
    numbered: pl.DataFrame
    sources: list[str]
    window: int
    _cuts: dict[tuple, list[Segments]] = field(default_factory=dict)

    def cut(self, spec: Spec) -> list[tuple[Reading, Segments]]:
        """Return every article with its units."""
        key = (*choices.reading(spec), spec["unit"], spec["repeated_lead"])
        articles = self.readings[choices.reading(spec)]
        if key not in self._cuts:
            repeated = spec["repeated_lead"] == "counted"
            options = {"repeated": repeated, "window": self.window}
            self._cuts[key] = [segments.cut(a, spec["unit"], **options) for a in articles]
        return list(zip(articles, self._cuts[key], strict=True))


def run(
    texts: Texts, options: dict[str, list[str]], contrasts: dict[str, dict], *, method: str
) -> tuple[pl.DataFrame, Array]:
    """Every specification of every contrast, and the means of its blocks.

    `options` as of `choices.arrange`. A contrast has `frames` and `of`: "share", of the units that
    carry one of these frames, or "own_voice", of these the share in which the text says it itself.

    The table has a row per contrast, measure and specification: contrast, measure (difference of
    the shares of the two sources; log_ratio of them, which has no interval), the NUMBERS (first,
    second: both shares; n_first, n_second: the units), own (the study's own specification), and a
    column per choice. The array has its rows, and a column per block, the first source's first.
    """
    blocked = _Blocks.of(texts)
    rows, tables = [], []
    for name, contrast in contrasts.items():
        for spec in choices.specify(options, of=contrast["of"]):
            sides = _compare(texts.cut(spec), spec, contrast, blocked)
            for found in _estimate(sides, contrast["of"], options["smoothing"], method):
                row = {"contrast": name} | spec | found
                own = all(row[choice] == options[choice][0] for choice in options)
                rows.append(row | {"own": own})
                tables.append(np.concatenate([side.blocks for side in sides]))
    order = ["contrast", "measure", *NUMBERS, "own", *options]
    table = pl.DataFrame(rows, schema_overrides=NUMBERS, infer_schema_length=None)
    return table.select(order), np.array(tables)


@dataclass(frozen=True)
class _Blocks:
    """Where the blocks of each article begin (start, number), and how many a source has."""

    places: dict[str, NDArray[np.int64]]
    sizes: dict[str, int]

    @classmethod
    def of(cls, texts: Texts) -> "_Blocks":
        parts = texts.numbered.sort("start").partition_by("article", as_dict=True)
        places = {key[0]: part.select("start", "block").to_numpy().T for key, part in parts.items()}
        return cls(places, {source: blocks.count(texts.numbered, source) for source in texts.sources})

    def find(self, article: str, starts: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the block of each unit."""
        begins, numbers = self.places[article]
        return numbers[np.maximum(np.searchsorted(begins, starts, side="right") - 1, 0)]


def _compare(
    articles: list[tuple[Reading, Segments]], spec: Spec, contrast: dict, blocked: _Blocks
) -> list[Side]:
    sides = []
    for source, size in blocked.sizes.items():
        parts = []
        for reading, cut in articles:
            if reading.source == source:
                values, counts = _measure(reading, cut, spec, contrast)
                place = blocked.find(reading.article, cut.starts)
                parts.append([x[counts] for x in (values, cut.weights[spec["weight"]], place)])
        parts = [part for part in parts if len(part[0])]
        joined = map(np.concatenate, zip(*parts, strict=True)) if parts else np.zeros((3, 0))
        values, weights, place = joined
        means = blocks.means(values, weights, place.astype(int), size)
        sides.append(Side([p[0] for p in parts], [p[1] for p in parts], means))
    return sides


def _measure(
    reading: Reading, cut: Segments, spec: Spec, contrast: dict
) -> tuple[Array, NDArray[np.bool_]]:
    """Values of an article's units (0 or 1), and which of the units count."""
    tiers, voices = spec["tiers"].split("+"), spec["voices"].split("+")
    chosen = np.where(reading.core, "core" in tiers, "extended" in tiers)
    sought = chosen & np.isin(reading.frames, contrast["frames"])
    carried, own = segments.carry(reading, cut, sought)
    if contrast["of"] == OWN_VOICE:
        return own, carried > 0
    values = carried * np.where(own > 0, "narrator" in voices, "attributed" in voices)
    framed = segments.carry(reading, cut, chosen)[0] > 0
    return values, framed | (spec["base"] == "all_units")


def _estimate(sides: list[Side], of: str, smoothing: list[str], method: str) -> Iterator[dict]:
    first, second = sides
    common = {"first": first.share, "second": second.share, "smoothing": smoothing[0]}
    common |= {"n_first": sum(map(len, first.values)), "n_second": sum(map(len, second.values))}
    ends = {"low": np.nan, "high": np.nan}
    estimate = first.share - second.share
    if first.values and second.values:
        weights = first.weights, second.weights
        result = inference.contrast(first.values, second.values, weights=weights, method=method)
        estimate, ends = result.estimate, {"low": result.low, "high": result.high}
    yield common | {"measure": DIFFERENCE, "estimate": estimate} | ends
    if of == OWN_VOICE:
        return
    (a, n_a), (b, n_b) = ((side.share * side.total, side.total) for side in sides)
    for added in smoothing:
        ratio = float(effects.log_ratio(a, n_a, b, n_b, smoothing=float(added)))
        yield common | {"measure": LOG_RATIO, "estimate": ratio, "smoothing": added}
