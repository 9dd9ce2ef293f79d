"""What a specification compares: the units of both sources, each step made once.

STAGES names the function of every stage: it takes each choice of its stage, and nothing else, as an
option of that name. So a choice that no function handles is an error, and what is kept for reuse is
kept under all choices that made it.
"""

import inspect
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import polars as pl

from framing.errors import InputError
from framing.robustness import choices, segments, valuing
from framing.robustness.choices import Choices, Spec
from framing.robustness.places import SPAN, Places, Reading, join
from framing.robustness.readings import Reader
from framing.robustness.segments import Segments
from framing.robustness.valuing import Side, Source
from framing.statistics import effects, permutation

Key = tuple[str, ...]
STAGES: dict[str, Callable[..., Any]] = {
    "reading": Reader.read,
    "segmenting": segments.cut,
    "carrying": segments.carry,
    "valuing": valuing.value,
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
            valuing.select(source, *valuing.value(source, contrast["of"], **options), size)
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
