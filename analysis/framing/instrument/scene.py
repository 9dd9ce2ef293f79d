"""One sentence made ready for grammar, with its parties and its words by their role."""

from collections.abc import Container, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from framing.instrument import annotate
from framing.instrument.constructions import Match


class Party(NamedTuple):
    """An actor named at the words `first` to `last`.

    It is `oblique` where a preposition governs it; it `opens` a clause where *that* is part of it.
    """

    actor: str
    first: int
    last: int
    oblique: bool
    opens: bool


@dataclass(eq=False, slots=True)
class Scene:
    """One sentence with its parties, the words that begin a clause, and words by role.

    `relative` are the words that begin an act in a relative clause: *who demanded*; `timed` in a
    clause of time: *after A demanded*; `joining` the letters of a written-together *and*.
    `unlisted` is the actor of whoever is named, but is none of the actors; '' where a codebook has
    no such actor.
    """

    sentence: annotate.Sentence
    forms: Sequence[str]
    parties: tuple[Party, ...]
    breaks: frozenset[int]
    colons: frozenset[int]
    roles: Mapping[str, Set[int]]
    acts: tuple[Match, ...]
    quoted: tuple[int | None, ...]
    prefixed: Mapping[str, Container[int]]
    unlisted: str = ""
    relative: frozenset[int] = frozenset()
    timed: frozenset[int] = frozenset()
    dashes: frozenset[int] = frozenset()
    semicolons: frozenset[int] = frozenset()
    joining: tuple[str, ...] = ()

    def has(self, role: str, at: int) -> bool:
        """Whether the word `at` has this role."""
        return at in self.roles.get(role, ())

    def takes_that(self, at: int) -> bool:
        """Whether *that* is written together with the word `at`, so far as its letters tell."""
        return at in self.prefixed["that_prefix"] and not self.has("whole", at)

    def is_prefixed(self, at: int) -> bool:
        """Whether a preposition is written together with the word `at`, so far as letters tell."""
        return at in self.prefixed["prefix"] and not self.has("whole", at)

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.sentence.spans)


# A scene in which nobody speaks and nothing is said.
NOTHING = Scene(annotate.NO_WORDS, (), (), frozenset(), frozenset(), {}, (), (), {})
