"""The cue language: words, alternatives, classes and gaps, sought in one sentence.

A pattern is a row of elements parted by blanks: `word`, `=word`, `word!`, `word*`, `paradigm:root`,
`a|b`, `@class`, `..` (a gap of up to three words), `..6` (up to six). In a condition `_` stands for
the cue, `&` joins parts that must all hold, and one after `<>` may hold in a neighbouring sentence.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from framing.errors import InputError
from framing.texts.morphology import Lexicon

DEFAULT_GAP = 3
_GAP = re.compile(r"\.\.(\d*)")

Words = list[frozenset[int]]


@dataclass(frozen=True)
class Choice:
    """One word of a set, or one of several sequences (class members of several words)."""

    words: frozenset[int]
    sequences: tuple["Sequence", ...] = ()

    @cached_property
    def heads(self) -> frozenset[int]:
        """Words with which one of the sequences can begin."""
        return frozenset().union(*(first_words(longer) for longer in self.sequences))


Sequence = tuple["Choice | int | str", ...]
CUE = "_"
AROUND = "<>"


@dataclass(frozen=True)
class Condition:
    """Parts that must all hold; a part with `around` may hold in a neighbouring sentence."""

    parts: tuple[tuple[bool, Sequence], ...]

    def holds(self, text: list[Words], at: int, start: int, end: int) -> bool:
        """Whether it holds for the cue `text[at][start:end]` of the sentences `text`."""
        return all(
            any(_stands(sequence, words) for words in text[max(0, at - 1) : at + 2])
            if around
            else holds(sequence, text[at], start, end)
            for around, sequence in self.parts
        )


@dataclass
class Compiler:
    """Turns pattern text into sequences over the numbered words of a lexicon."""

    lexicon: Lexicon
    normalise: Callable[[str], str]
    classes: dict[str, list[str]]

    def __post_init__(self) -> None:
        """Start with no class compiled."""
        self._done: dict[str, Choice] = {}

    def compile(self, cell: str) -> list[Sequence]:
        """Sequences of a cell: patterns parted by ` / `."""
        return [self._sequence(pattern) for pattern in split_cell(cell)]

    def compile_conditions(self, cell: str) -> list[Condition]:
        """Conditions of a cell, parted by ` / `; the parts of each are joined by ` & `."""
        conditions = []
        for pattern in split_cell(cell):
            parts = []
            for part in re.split(r"\s&\s", pattern):
                around = part.startswith(AROUND)
                parts.append((around, self._sequence(part.removeprefix(AROUND))))
            conditions.append(Condition(tuple(parts)))
        return conditions

    def _sequence(self, pattern: str) -> Sequence:
        elements: list[Choice | int | str] = []
        for element in pattern.split():
            gap = _GAP.fullmatch(element)
            if gap:
                elements.append(int(gap.group(1) or DEFAULT_GAP))
            elif element == CUE:
                elements.append(CUE)
            else:
                elements.append(self._choice(element))
        return tuple(elements)

    def _choice(self, element: str) -> Choice:
        words, sequences = set(), []
        for option in element.split("|"):
            if option.startswith("@"):
                member = self._class(option[1:])
                words |= member.words
                sequences += member.sequences
            elif option:
                words.add(self.lexicon.add(option, self.normalise))
            else:
                raise InputError(element, "an alternative is empty")
        return Choice(frozenset(words), tuple(sequences))

    def _class(self, name: str) -> Choice:
        if name not in self.classes:
            raise InputError(
                f"@{name}", "no such class or actor", "add it to a sheet of data/codebook/classes"
            )
        if name not in self._done:
            self._done[name] = Choice(frozenset())  # A class that names itself adds nothing.
            members = [self._sequence(p) for cell in self.classes[name] for p in split_cell(cell)]
            single = [m[0] for m in members if len(m) == 1 and isinstance(m[0], Choice)]
            words = frozenset().union(*(choice.words for choice in single))
            longer = tuple(m for m in members if len(m) > 1)
            longer += tuple(s for choice in single for s in choice.sequences)
            self._done[name] = Choice(words, longer)
        return self._done[name]


def split_cell(cell: str) -> list[str]:
    """Patterns of a cell, parted by a slash between blanks."""
    return [pattern.strip() for pattern in re.split(r"\s/\s", cell) if pattern.strip()]


def first_words(sequence: Sequence) -> frozenset[int]:
    """Words one of which must stand where the sequence begins."""
    head = sequence[0]
    if not isinstance(head, Choice):
        raise InputError("cue", "begins with a gap or with _", "begin with a word")
    return head.words | head.heads


def find_ends(sequence: Sequence, words: Words, start: int) -> set[int]:
    """Ends (exclusive) of all matches of the sequence that begin at word `start`."""
    ends, length = {start}, len(words)
    for element in sequence:
        if isinstance(element, int):
            ends = {at for end in ends for at in range(end, min(end + element, length) + 1)}
            continue
        reached = set()
        for end in ends:
            if end < length and isinstance(element, Choice):
                here = words[end]
                if not element.words.isdisjoint(here):
                    reached.add(end + 1)
                if not element.heads.isdisjoint(here):
                    for longer in element.sequences:
                        reached |= find_ends(longer, words, end)
        if not reached:
            return reached
        ends = reached
    return ends


def holds(sequence: Sequence, words: Words, start: int, end: int) -> bool:
    """Whether a condition holds for the cue that fills `words[start:end]`.

    Without `_` the condition may match anywhere in the sentence; with it, the elements before `_`
    must lead up to the cue, and those after it must follow.
    """
    if CUE not in sequence:
        return _stands(sequence, words)
    place = sequence.index(CUE)
    before, after = sequence[:place], sequence[place + 1 :]
    if after and not find_ends(after, words, end):
        return False
    return not before or any(start in find_ends(before, words, at) for at in range(start + 1))


def _stands(sequence: Sequence, words: Words) -> bool:
    return any(find_ends(sequence, words, at) for at in range(len(words)))
