"""Patterns in a sentence: sequences of words and gaps, and the conditions of a cue.

The words of a sentence are sets: at each place the numbers of all the codebook's words that can
be there. `compiler` makes the sequences from the text of a sheet.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any, TypeAlias

Sequence: TypeAlias = "tuple[Choice | int | str, ...]"
CUE = "_"


class Words(tuple[frozenset[int], ...]):
    """The words of a sentence, a set of numbers at each place.

    `found` are constructions that the engine has found in them already, by the `id` of a grammar.
    """

    found: Mapping[int, list[Any]] = MappingProxyType({})

    @cached_property
    def all(self) -> frozenset[int]:
        """The numbers at any place."""
        return frozenset().union(*self)


@dataclass(frozen=True, slots=True)
class Choice:
    """One word of a set, or one of several sequences (members of a class, of several words)."""

    words: frozenset[int]
    sequences: tuple[Sequence, ...] = ()
    _heads: frozenset[int] | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def heads(self) -> frozenset[int]:
        """Words with which one of the sequences can begin."""
        if self._heads is None:
            heads = frozenset().union(*(first_words(longer) for longer in self.sequences))
            object.__setattr__(self, "_heads", heads)
        return self._heads or frozenset()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a condition; with `around` it may also hold in a neighbouring sentence.

    Without `_` the sequence may be anywhere in the sentence. With `_`, the elements before it must
    lead up to the cue, and those after it must follow the cue.
    """

    sequence: Sequence
    around: bool = False
    _heads: frozenset[int] | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def before(self) -> Sequence:
        """The elements before the cue, or all where the cue is not in the sequence."""
        return self.sequence[: self.sequence.index(CUE)] if CUE in self.sequence else self.sequence

    @property
    def after(self) -> Sequence:
        """The elements after the cue."""
        return self.sequence[len(self.before) + 1 :]

    @property
    def heads(self) -> frozenset[int]:
        """Words with which the elements before the cue can begin."""
        if self._heads is None:
            heads = first_words(self.before) if self.before else frozenset()
            object.__setattr__(self, "_heads", heads)
        return self._heads or frozenset()

    def holds(self, words: Words, start: int, end: int) -> bool:
        """Whether it holds in a sentence for the cue at `words[start:end]`."""
        anywhere, before, heads = CUE not in self.sequence, self.before, self.heads
        if before and heads.isdisjoint(words.all):
            return False
        if self.after and not find_ends(self.after, words, end):
            return False
        last = len(words) if anywhere else start
        return not before or any(
            ends if anywhere else start in ends
            for at in range(last)
            if not heads.isdisjoint(words[at]) and (ends := find_ends(before, words, at))
        )


@dataclass(frozen=True, slots=True)
class Condition:
    """Parts that must all hold, and the text and place of the row that states them."""

    parts: tuple[Part, ...]
    text: str = ""
    place: str = ""

    def holds(self, text: list[Words], at: int, start: int, end: int) -> bool:
        """Whether it holds for the cue at the words `start:end` of the sentence `text[at]`."""
        return all(
            any(part.holds(words, start, end) for words in text[max(0, at - 1) : at + 2])
            if part.around
            else part.holds(text[at], start, end)
            for part in self.parts
        )


def first_words(sequence: Sequence) -> frozenset[int]:
    """Words with one of which the sequence begins; it must begin with a word."""
    head = sequence[0]
    assert isinstance(head, Choice)
    return head.words | head.heads if head.sequences else head.words


def find_ends(sequence: Sequence, words: Words, start: int) -> set[int]:
    """Ends (exclusive) of all matches of the sequence that begin at word `start`."""
    ends, length = {start}, len(words)
    for element in sequence:
        if isinstance(element, int):
            ends = {at for end in ends for at in range(end, min(end + element, length) + 1)}
            continue
        reached: set[int] = set()
        for end in ends:
            if end < length and isinstance(element, Choice):
                here = words[end]
                if not element.words.isdisjoint(here):
                    reached.add(end + 1)
                if element.sequences and not element.heads.isdisjoint(here):
                    for longer in element.sequences:
                        reached |= find_ends(longer, words, end)
        if not reached:
            return reached
        ends = reached
    return ends


def find_bar(
    needs: tuple[Condition, ...],
    unless: tuple[Condition, ...],
    text: list[Words],
    at: int,
    start: int,
    end: int,
) -> tuple[Condition, ...]:
    """Conditions that bar the cue at the words `start:end` of `text[at]`: none if it counts.

    These are all of `needs` if none of them holds, else the first of `unless` that holds.
    """
    place = text, at, start, end
    if needs and not any(need.holds(*place) for need in needs):
        return needs
    return next(((bar,) for bar in unless if bar.holds(*place)), ())
