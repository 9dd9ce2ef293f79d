"""What a specification compares: the units of both sources, their values, weights and blocks.

`value` is the stage "valuing" of the multiverse. STAGES names the function of every stage: it
takes each choice of its stage, and nothing else, as an option of that name. So a choice that no
function handles is an error, and what is kept for reuse is kept under all choices that made it.
"""

import inspect
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.errors import InputError
from framing.robustness import choices, segments
from framing.robustness.choices import Choices, Spec
from framing.robustness.places import SPAN, Reading, join
from framing.robustness.readings import Reader
from framing.robustness.segments import Carried, Segments
from framing.statistics import effects, permutation

Array = NDArray[np.float64]
Places = NDArray[np.int64]
Key = tuple[str, ...]
OWN_VOICE = "own_voice"
VOICES = ("narrator", "attributed")
BASES = ("all_units", "framed_units")


@dataclass(frozen=True)
class Side:
    """The units of one source under a specification: values, weights, block means.

    `lengths`: the number of units of each article that has one.
    """

    values: Array
    weights: Array
    lengths: Places
    blocks: Array

    @property
    def hits(self) -> float:
        """Return the sum of the weights of the units with the value 1."""
        return float(self.values @ self.weights)

    @property
    def total(self) -> float:
        """Return the sum of the weights."""
        return float(self.weights.sum())

    @property
    def units(self) -> int:
        """Return the number of units."""
        return len(self.values)

    @property
    def carrying(self) -> int:
        """Return the number of units with the value 1."""
        return int(self.values.sum())

    def split(self) -> tuple[list[Array], list[Array]]:
        """Return values and weights by article."""
        at = np.cumsum(self.lengths)[:-1]
        return np.split(self.values, at), np.split(self.weights, at)


@dataclass(frozen=True)
class Source:
    """All articles of a source cut in units under some options: what these carry, their blocks."""

    cut: Segments
    carried: Carried
    blocks: Places


def value(
    source: Source, of: str, *, voices: list[str], base: str, weight: str
) -> tuple[Array, Array, NDArray[np.bool_]]:
    """Values of the units (0 or 1), their weights, and which of them count.

    Of "share": does a unit carry the frame, in one of these `voices`; of "own_voice": does the text
    say it itself, where a unit carries it. Raises InputError for an unknown option.
    """
    carried, weights = source.carried, source.cut.weights
    for option, known in ((voices, VOICES), ([base], BASES), ([weight], tuple(weights))):
        for unknown in set(option) - set(known):
            raise InputError("choices", f"no option {unknown!r}", f"known are {', '.join(known)}")
    if of == OWN_VOICE:
        return carried.own.astype(float), weights[weight], carried.sought
    said = np.where(carried.own, "narrator" in voices, "attributed" in voices)
    values = (carried.sought & said).astype(float)
    return values, weights[weight], carried.framed | (base == "all_units")


STAGES: dict[str, Callable[..., Any]] = {
    "reading": Reader.read,
    "segmenting": segments.cut,
    "carrying": segments.carry,
    "valuing": value,
    "comparing": effects.log_ratio,
}


def check(known: Choices) -> None:
    """Raise InputError unless the function of each stage takes exactly the choices of the stage."""
    for stage, function in STAGES.items():
        options = inspect.signature(function).parameters.values()
        handled = {option.name for option in options if option.kind is option.KEYWORD_ONLY}
        given = {name for name, choice in known.items() if choice.stage == stage}
        for name in sorted(handled ^ given):
            problem = "is missing" if name in handled else "is handled nowhere"
            remedy = f"the stage {stage} takes {', '.join(sorted(handled))}"
            raise InputError(f"choices: {name}", problem, remedy)


@dataclass(frozen=True)
class Texts:
    """The articles under every combination of options that is asked for, each made once.

    `numbered` as of `permutation.number`; `window` is the number of words of that unit. Raises
    InputError for a choice that no stage handles.
    """

    reader: Reader
    choices: Choices
    numbered: pl.DataFrame
    sources: list[str]
    window: int
    _readings: dict[Key, list[Reading]] = field(default_factory=dict)
    _cuts: dict[Key, list[Segments]] = field(default_factory=dict)
    _sources: dict[tuple[Key, Key], list[Source]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Check the choices."""
        check(self.choices)

    def compare(self, spec: Spec, contrast: dict[str, Any]) -> tuple[Side, Side]:
        """Return both sources under a specification of a contrast (see `multiverse.run`)."""
        options = choices.values(self.choices, spec, "valuing")
        pairs = zip(self._carry(spec, tuple(contrast["frames"])), self._sizes, strict=True)
        first, second = (
            _select(source, *value(source, contrast["of"], **options), size)
            for source, size in pairs
        )
        return first, second

    @cached_property
    def _sizes(self) -> list[int]:
        """Return the number of blocks of each source."""
        return [permutation.count(self.numbered, source) for source in self.sources]

    @cached_property
    def _places(self) -> list[tuple[Places, Places]]:
        """Return where the sentences of each source begin, as `places.join` counts, and blocks.

        The articles of a source are in the order in which the reader has them.
        """
        found = []
        for source in self.sources:
            names = self.reader.names(source)
            order = pl.DataFrame({"article": names, "number": np.arange(len(names))})
            table = self.numbered.join(order, on="article").sort("number", "start")
            starts = table["start"].to_numpy() + SPAN * table["number"].to_numpy()
            found.append((starts, table["block"].to_numpy()))
        return found

    def _carry(self, spec: Spec, frames: tuple[str, ...]) -> list[Source]:
        """Return the sources in units, remembered under all choices that these depend on."""
        made_by = choices.key(self.choices, spec, "reading", "segmenting", "carrying")
        if (made_by, frames) not in self._sources:
            options = choices.values(self.choices, spec, "carrying")
            self._sources[made_by, frames] = [
                Source(cut, segments.carry(reading, cut, frames, **options), _block(cut, places))
                for reading, cut, places in zip(
                    self._read(spec), self._cut(spec), self._places, strict=True
                )
            ]
        return self._sources[made_by, frames]

    def _cut(self, spec: Spec) -> list[Segments]:
        made_by = choices.key(self.choices, spec, "reading", "segmenting")
        if made_by not in self._cuts:
            options = choices.values(self.choices, spec, "segmenting")
            self._cuts[made_by] = [
                segments.cut(reading, self.window, **options) for reading in self._read(spec)
            ]
        return self._cuts[made_by]

    def _read(self, spec: Spec) -> list[Reading]:
        """Return the articles of each source as one reading."""
        options = choices.values(self.choices, spec, "reading")
        options["repairs"] = options["repairs"] and self.reader.lemmatised
        made_by = tuple(map(str, options.values()))
        if made_by not in self._readings:
            articles = self.reader.read(**options)
            self._readings[made_by] = [
                join([one for one in articles if one.source == source]) for source in self.sources
            ]
        return self._readings[made_by]


def _block(cut: Segments, places: tuple[Places, Places]) -> Places:
    """The block of each unit: that of the sentence in which it begins."""
    starts, numbers = places
    found = numbers[np.maximum(np.searchsorted(starts, cut.starts, side="right") - 1, 0)]
    return np.asarray(found)


def _select(
    source: Source, values: Array, weights: Array, counts: NDArray[np.bool_], size: int
) -> Side:
    """The units that count."""
    if not counts.any():
        nothing = np.array([])
        return Side(nothing, nothing, np.array([], dtype=np.int64), np.full(size, np.nan))
    kept = values[counts], weights[counts]
    lengths = np.bincount(source.cut.starts[counts] // SPAN)
    blocks = permutation.means(*kept, source.blocks[counts], size)
    return Side(*kept, lengths[lengths > 0], blocks)
