"""Which words of the codebook a written form can be: clitics taken off, paradigms written out.

Neither script shows short vowels, and both write small words together with their neighbour. So a
form is looked up under every reading that remains when the clitics of `clitics.tsv` are taken off.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from framing.errors import InputError

SHORTEST_STEM = 3
HEAD = 4
NONE: frozenset[int] = frozenset()
Index = dict[str, tuple[int, ...]]  # the words that a form can be: a tuple takes a fifth of a set
_DIGITS = "1234"


class Forms(NamedTuple):
    """One part (past, plural, …) of a paradigm, for the roots that match `root` entirely.

    `whole` says whether the paradigm as a whole includes it, or only its part by name. In
    `templates` a digit is that letter of the root, and `~` is all of it.
    """

    part: str
    whole: bool
    root: re.Pattern[str]
    templates: str


class Ending(NamedTuple):
    """An ending that is also written in another way, always or only `before_enclitic`."""

    ending: str
    variant: str
    before_enclitic: bool


@dataclass
class Lexicon:
    """Words sought in one language; `add` numbers them, `classify` finds them in a form.

    `fold` folds spelling variants. Clitics come with the number of letters that must remain
    without them, `finals` are the letters that look different at the end of a word, and `doubled`
    those that a word begins with twice behind a proclitic (ועידה, לוועידה).
    """

    fold: Callable[[str], str]
    proclitics: dict[str, int]
    enclitics: dict[str, int]
    paradigms: dict[str, list[Forms]]
    endings: list[Ending] = field(default_factory=list)
    doubled: dict[str, int] = field(default_factory=dict)
    finals: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    longest: int = 0  # letters of the longest of `prefixes`
    beginnings: set[str] = field(default_factory=set)  # the first HEAD letters of all but `exact`
    exact: Index = field(default_factory=dict)
    unsuffixed: Index = field(default_factory=dict)
    prefixes: Index = field(default_factory=dict)
    plain: Index = field(default_factory=dict)
    construct: Index = field(default_factory=dict)

    def add(self, word: str) -> int:
        """Number of one word of the pattern language, with its mark or paradigm."""
        if word in self.numbers:
            return self.numbers[word]
        number = self.numbers[word] = len(self.names)
        self.names.append(word)
        if word[0] == "=":
            _enter(self.exact, self.fold(word[1:]), number)
        elif word[-1] == "!":
            self._index(self.unsuffixed, self.fold(word[:-1]), number)
        elif word[-1] == "*":
            prefix = self.fold(word[:-1])
            self._index(self.prefixes, prefix, number)
            self.longest = max(self.longest, len(prefix))
        else:
            for form in self.expand(word):
                self._add_plain(form, number)
        return number

    def expand(self, word: str) -> list[str]:
        """Every form, folded, of `paradigm:root` or `paradigm.part:root`; of a word the word.

        Raises InputError for an unknown paradigm or part, or a root that has no forms in it.
        """
        name, colon, root = word.partition(":")
        if not colon:
            return [self.fold(word)]
        name, dot, part = name.partition(".")
        if name not in self.paradigms:
            known = ", ".join(self.paradigms)
            raise InputError(word, f"no paradigm {name!r}", f"use one of {known}")
        rows = self.paradigms[name]
        kind = next((row.root.pattern for row in rows if row.root.fullmatch(root)), None)
        if kind is None:
            roots = " ".join(dict.fromkeys(row.root.pattern for row in rows))
            raise InputError(word, f"{name} has no forms of the root {root!r}", f"it has {roots}")
        mine = [row for row in rows if row.root.pattern == kind]
        if dot and part not in [row.part for row in mine]:
            known = ", ".join(row.part for row in mine)
            raise InputError(word, f"{name} has no part {part!r} for this root", f"use {known}")
        folded = self.fold(root)
        letters = str.maketrans({"~": folded, **dict(zip(_DIGITS, folded, strict=False))})
        chosen = " ".join(
            row.templates for row in mine if row.part == part or (row.whole and not part)
        )
        return [self._respell(form) for form in chosen.translate(letters).split()]

    def classify(self, form: str) -> frozenset[int]:
        """Numbers of all words that the folded form can be."""
        found = set(self.exact.get(form, ()))
        for rest in self.strip(form):
            if self._may_begin_a_word(rest):
                self._look_up(rest, found)
        return frozenset(found) if found else NONE

    def _look_up(self, rest: str, found: set[int]) -> None:
        """Add the words that a form without proclitics can be."""
        for whole in (self.plain, self.unsuffixed):
            found.update(whole.get(rest, NONE))
        for length in range(SHORTEST_STEM, min(len(rest), self.longest) + 1):
            found.update(self.prefixes.get(rest[:length], NONE))
        for length in self._lengths[1]:
            shortest = self.enclitics.get(rest[-length:])
            if shortest is not None and len(rest) - length >= shortest:
                for index in (self.plain, self.construct):
                    found.update(index.get(rest[:-length], NONE))

    def _may_begin_a_word(self, rest: str) -> bool:
        """Whether some word begins with the same letters: most forms of a text need no more."""
        known = self.beginnings
        return rest[:HEAD] in known or rest[:3] in known or rest[:2] in known or rest[:1] in known

    def strip(self, form: str) -> Iterator[str]:
        """The form, and what remains of it without each proclitic that it may begin with."""
        yield form
        for length in self._lengths[0]:
            shortest = self.proclitics.get(form[:length])
            if shortest is not None and len(form) - length >= shortest:
                rest = form[length:]
                yield rest
                if rest[:1] == rest[1:2] and len(rest) > self.doubled.get(rest[:1], len(rest)):
                    yield rest[1:]

    @cached_property
    def _lengths(self) -> tuple[list[int], list[int]]:
        """Lengths of proclitics, and of enclitics."""
        before, after = ({len(c) for c in clitics} for clitics in (self.proclitics, self.enclitics))
        return sorted(before), sorted(after)

    def _index(self, index: Index, form: str, number: int) -> None:
        _enter(index, form, number)
        self.beginnings.add(form[:HEAD])

    def _add_plain(self, form: str, number: int) -> None:
        self._index(self.plain, form, number)
        for ending, variant, before_enclitic in self.endings:
            if form.endswith(ending):
                index = self.construct if before_enclitic else self.plain
                self._index(index, form.removesuffix(ending) + variant, number)

    def _respell(self, form: str) -> str:
        """The form with final letters at its end and nowhere else."""
        if not self.finals:
            return form
        inner = {final: letter for letter, final in self.finals.items()}
        start = "".join(inner.get(letter, letter) for letter in form[:-1])
        return start + self.finals.get(form[-1], form[-1])


def _enter(index: Index, form: str, number: int) -> None:
    known = index.get(form, ())
    if number not in known:
        index[form] = (*known, number)
