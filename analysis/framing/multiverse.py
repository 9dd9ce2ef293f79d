"""The multiverse: the main contrasts under every combination of defensible choices.

A specification is one option of each choice of the config (`multiverse.choices`); the study's own
is among them. Steegen et al. 2016; Simonsohn, Simmons & Nelson 2020.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing import blocks, effects, inference, segments
from framing.readings import Reading
from framing.segments import Segments

Array = NDArray[np.float64]
Spec = dict[str, str]
READ = ("coding", "repairs", "spelling", "matching")  # choices that ask for another reading
CUT = ("unit", "repeated_lead")
COUNT = ("tiers", "voices", "weight", "base")
CODERS = "coders"
DIFFERENCE, LOG_RATIO = "difference", "log_ratio"
RESULTS = ("estimate", "low", "high", "first", "second", "n_first", "n_second")


@dataclass(frozen=True)
class Side:
    """The units of one source under a specification: values and weights by article, and blocks."""

    values: list[Array]
    weights: list[Array]
    blocks: Array

    @property
    def share(self) -> float:
        """Return the weighted share of units; nan without any."""
        if not self.values:
            return np.nan
        return float(np.average(np.concatenate(self.values), weights=np.concatenate(self.weights)))

    @property
    def total(self) -> float:
        """Return the sum of the weights."""
        return float(sum(weights.sum() for weights in self.weights))

    @property
    def units(self) -> int:
        """Return the number of units."""
        return sum(map(len, self.values))


def own_choices(measure: dict, text: dict, smoothing: float) -> Spec:
    """The options that the study itself takes, from the sections of the config of these names."""
    return {
        "coding": "instrument",
        "repairs": "restored" if text["repairs"] else "damaged",
        "spelling": "folded",
        "matching": "readings",
        "unit": "sentence",
        "repeated_lead": "counted" if measure["repeated_lead"] else "left_out",
        "tiers": "+".join(measure["tiers"]),
        "voices": "+".join(measure["voices"]),
        "weight": "units",
        "base": "all_units",
        "smoothing": str(smoothing),
    }


def arrange(choices: dict[str, list], own: Spec) -> dict[str, list[str]]:
    """Options of each choice as strings, the study's own first (added where the grid lacks it)."""
    options = {name: [str(option) for option in choices.get(name, [])] for name in own}
    return {name: [own[name], *(o for o in options[name] if o != own[name])] for name in own}


def run(
    readings: dict[tuple[str, ...], list[Reading]],
    numbered: pl.DataFrame,
    options: dict[str, list[str]],
    contrasts: dict[str, dict],
    sources: list[str],
    *,
    window: int,
    method: str,
) -> tuple[pl.DataFrame, Array]:
    """Every specification of every contrast, and the means of its blocks.

    `readings`: the articles by their options of READ; `numbered` as of `blocks.number`; `options`
    as of `arrange`; a contrast has `frames` and `of`: "share" of the units that carry one of the
    frames, or "own_voice", the share of these in which the text says it itself.

    The table has a row per specification, measure (difference of the shares; log_ratio of the
    shares, without interval) and contrast: contrast, measure, RESULTS (first, second: the shares
    of the sources; n_first, n_second: their units), own (the study's specification), and a column
    per choice. Where a choice does not apply (the coders know no tiers) its first option stands.
    The array has a row per row of the table, and a column per block, those of the first source first.
    """
    rows, tables = [], []
    for spec, contrast, sides in _measure(readings, numbered, options, contrasts, sources, window):
        means = np.concatenate([side.blocks for side in sides])
        for extra in _estimates(sides, options["smoothing"], contrasts[contrast]["of"], method):
            chosen = spec | {"smoothing": options["smoothing"][0]} | extra
            own = all(chosen[name] == options[name][0] for name in options)
            rows.append({"contrast": contrast, **extra, "own": own, **chosen})
            tables.append(means)
    names = ["contrast", "measure", *RESULTS, "own", *options]
    floats = dict.fromkeys(RESULTS[:5], pl.Float64)
    table = pl.DataFrame(rows, schema_overrides=floats, infer_schema_length=None).select(names)
    return table, np.array(tables)


def _measure(
    readings: dict, numbered: pl.DataFrame, options: dict, contrasts: dict, sources: list, window: int
) -> Iterator[tuple[Spec, str, list[Side]]]:
    """Every specification but for the smoothing, with its contrast and both sides."""
    place = {
        article[0]: part.select("start", "block").to_numpy().T
        for article, part in numbered.group_by("article", maintain_order=True)
    }
    sizes = dict(numbered.group_by("source").agg(pl.col("block").max() + 1).iter_rows())
    for key, articles in readings.items():
        by_coders = key[READ.index("coding")] == CODERS
        for unit, lead in product(*(options[name] for name in CUT)):
            if by_coders and unit != "sentence":
                continue
            cuts = [
                segments.cut(a, unit, repeated=lead == "counted", window=window) for a in articles
            ]
            for counted in product(*(options[name] for name in COUNT)):
                spec = dict(zip((*READ, *CUT, *COUNT), (*key, unit, lead, *counted), strict=True))
                for name, contrast in contrasts.items():
                    if _applies(spec, contrast, options, by_coders):
                        units = [
                            _count(a, c, spec, contrast) for a, c in zip(articles, cuts, strict=True)
                        ]
                        sides = [
                            _side(articles, cuts, units, place, source, sizes[source])
                            for source in sources
                        ]
                        yield spec, name, sides


def _applies(spec: Spec, contrast: dict, options: dict, by_coders: bool) -> bool:
    """Whether the options make a difference: others than the first are left out where they do not."""
    idle = ["tiers"] if by_coders else []
    idle += ["voices", "base"] if contrast["of"] == "own_voice" else []
    return all(spec[name] == options[name][0] for name in idle)


def _count(
    reading: Reading, cut: Segments, spec: Spec, contrast: dict
) -> tuple[Array, Array, NDArray[np.bool_]]:
    """Values and weights of an article's units, and which of them count."""
    tiers = spec["tiers"].split("+")
    chosen = (reading.core & ("core" in tiers)) | (~reading.core & ("extended" in tiers))
    sought = chosen & np.isin(reading.frames, contrast["frames"])
    carried, own = segments.carry(reading, cut, sought)
    weights, every = cut.weights[spec["weight"]], np.ones(len(cut.starts), dtype=bool)
    if contrast["of"] == "own_voice":
        return own, weights, carried > 0
    voices = spec["voices"].split("+")
    values = carried * ("attributed" in voices) * (1 - own) + own * ("narrator" in voices)
    framed = segments.carry(reading, cut, chosen)[0] > 0
    return values, weights, framed if spec["base"] == "framed_units" else every
