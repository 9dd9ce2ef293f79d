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
from framing.robustness.readings import Reader, Reading
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

    @property
    def carrying(self) -> int:
        """Return the number of units with the value 1."""
        return int(sum(values.sum() for values in self.values))


@dataclass(frozen=True)
class Article:
    """An article cut in units under some options: what they carry, and their blocks."""

    source: str
    cut: Segments
    carried: Carried
    blocks: Places


def value(
    article: Article, of: str, *, voices: list[str], base: str, weight: str
) -> tuple[Array, Array, NDArray[np.bool_]]:
    """Values of the units (0 or 1), their weights, and which of them count.

    Of "share": does a unit carry the frame, in one of these `voices`; of "own_voice": does the text
    say it itself, where a unit carries it. Raises InputError for an unknown option.
    """
    carried, weights = article.carried, article.cut.weights
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
    _articles: dict[tuple[Key, Key], list[Article]] = field(default_factory=dict)
    _places: dict[str, tuple[Places, Places]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Check the choices, and find the blocks of each article (start, number)."""
        check(self.choices)
        for (article,), part in self.numbered.sort("start").group_by("article"):
            self._places[str(article)] = part["start"].to_numpy(), part["block"].to_numpy()

    def compare(self, spec: Spec, contrast: dict[str, Any]) -> tuple[Side, Side]:
        """Return both sources under a specification of a contrast (see `multiverse.run`)."""
        options = choices.values(self.choices, spec, "valuing")
        parts: dict[str, list[list[Any]]] = {source: [] for source in self.sources}
        for article in self._cut(spec, tuple(contrast["frames"])):
            values, weights, counts = value(article, contrast["of"], **options)
            if counts.any():
                columns = values, weights, article.blocks
                parts[article.source].append([column[counts] for column in columns])
        first, second = (_join(parts[source], self._sizes[source]) for source in self.sources)
        return first, second

    @cached_property
    def _sizes(self) -> dict[str, int]:
        """Return the number of blocks of each source."""
        return {source: permutation.count(self.numbered, source) for source in self.sources}

    def _cut(self, spec: Spec, frames: tuple[str, ...]) -> list[Article]:
        """Return the articles in units, remembered under all choices that these depend on."""
        made_by = choices.key(self.choices, spec, "reading", "segmenting", "carrying")
        if (made_by, frames) not in self._articles:
            found = [self._carry(reading, spec, frames) for reading in self._read(spec)]
            self._articles[made_by, frames] = found
        return self._articles[made_by, frames]

    def _read(self, spec: Spec) -> list[Reading]:
        made_by = choices.key(self.choices, spec, "reading")
        if made_by not in self._readings:
            options = choices.values(self.choices, spec, "reading")
            self._readings[made_by] = self.reader.read(**options)
        return self._readings[made_by]

    def _carry(self, reading: Reading, spec: Spec, frames: tuple[str, ...]) -> Article:
        segmenting, carrying = (
            choices.values(self.choices, spec, stage) for stage in ("segmenting", "carrying")
        )
        cut = segments.cut(reading, self.window, **segmenting)
        carried = segments.carry(reading, cut, frames, **carrying)
        starts, numbers = self._places[reading.article]
        place = np.maximum(np.searchsorted(starts, cut.starts, side="right") - 1, 0)
        return Article(reading.source, cut, carried, numbers[place])


def _join(parts: list[list[Any]], size: int) -> Side:
    values, weights, place = ([part[i] for part in parts] for i in range(3))
    if not parts:
        return Side([], [], np.full(size, np.nan))
    value, weight, block = (np.concatenate(column) for column in (values, weights, place))
    return Side(values, weights, permutation.means(value, weight, block, size))
