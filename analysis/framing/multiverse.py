"""The multiverse: the main contrasts under every combination of defensible choices.

A specification takes one option of each choice of the config (`multiverse.choices`); the study's
own is among them. Steegen et al. 2016; Simonsohn, Simmons & Nelson 2020.
"""

from dataclasses import dataclass, field

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing import blocks, choices, effects, inference, segments
from framing.choices import OWN_VOICE, Spec
from framing.permits import Permit
from framing.readings import Reading
from framing.segments import Segments
from framing.series import TIE

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
    def units(self) -> int:
        """Return the number of units."""
        return sum(map(len, self.values))

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
    texts: Texts,
    options: dict[str, list[str]],
    contrasts: dict[str, dict],
    *,
    method: str,
    permit: Permit,
) -> tuple[pl.DataFrame, Array]:
    """Every specification of every contrast, and the means of its blocks.

    `options` as of `choices.arrange`. A contrast has `frames` and `of`: "share", of the units that
    carry one of these frames, or "own_voice", of these the share in which the text says it itself.
    An interval is given where `permit` allows it (see `permits.remember`).

    The table has a row per contrast, measure and specification: contrast, measure (difference of
    the shares of the two sources; log_ratio of them, which has no interval), the NUMBERS (first,
    second: both shares; n_first, n_second: the units), own (the study's own specification), and a
    column per choice; null where a side has no unit. The array has its rows, and a column per
    block, those of the first source first.
    """
    blocked = _Blocks.of(texts)
    rows, tables = [], []
    for name, contrast in contrasts.items():
        for spec in choices.specify(options, of=contrast["of"]):
            sides = _compare(texts.cut(spec), spec, contrast, blocked)
            difference = _difference(sides, spec["weight"], method, permit)
            smoothing = options["smoothing"] if contrast["of"] != OWN_VOICE else []
            for found in (difference, *(_log_ratio(sides, added) for added in smoothing)):
                row = {"contrast": name, "smoothing": options["smoothing"][0]} | spec | found
                own = all(row[choice] == options[choice][0] for choice in options)
                rows.append(row | {"own": own})
                tables.append(np.concatenate([side.blocks for side in sides]))
    order = ["contrast", "measure", *NUMBERS, "own", *options]
    table = pl.DataFrame(rows, schema_overrides=NUMBERS, infer_schema_length=None)
    floats = pl.col(pl.Float64).fill_nan(None)
    exact = pl.when(floats.abs() < TIE).then(0.0).otherwise(floats).name.keep()
    return table.select(order).with_columns(exact), np.array(tables)


@dataclass(frozen=True)
class _Blocks:
    """Where the blocks of each article begin (start, number), and how many a source has."""

    places: dict[str, NDArray[np.int64]]
    sizes: dict[str, int]

    @classmethod
    def of(cls, texts: Texts) -> "_Blocks":
        parts = texts.numbered.sort("start").partition_by("article", as_dict=True)
        places = {key[0]: part.select("start", "block").to_numpy().T for key, part in parts.items()}
        return cls(
            places, {source: blocks.count(texts.numbered, source) for source in texts.sources}
        )

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


def _difference(sides: list[Side], weight: str, method: str, permit: Permit) -> dict:
    first, second = sides
    row = _shares(DIFFERENCE, first, second) | {"estimate": first.share - second.share}
    articles = min(len(first.values), len(second.values))
    if not articles:
        return row
    lengths = tuple(min(map(len, side.values)) for side in sides)
    pooled = float(np.concatenate([*first.values, *second.values]).mean())
    groups, weights = (first.values, second.values), (first.weights, second.weights)
    found = inference.contrast(*groups, weights=weights, method=method)
    row["estimate"] = found.estimate
    if permit(lengths, pooled, articles, weight):
        row |= {"low": found.low, "high": found.high}
    return row


def _log_ratio(sides: list[Side], added: str) -> dict:
    (a, n_a), (b, n_b) = ((side.share * side.total, side.total) for side in sides)
    ratio = float(effects.log_ratio(a, n_a, b, n_b, smoothing=float(added)))
    return _shares(LOG_RATIO, *sides) | {"estimate": ratio, "smoothing": added}


def _shares(measure: str, first: Side, second: Side) -> dict:
    row = {"measure": measure, "first": first.share, "second": second.share}
    ends = {"low": np.nan, "high": np.nan}
    return row | ends | {"n_first": first.units, "n_second": second.units}
