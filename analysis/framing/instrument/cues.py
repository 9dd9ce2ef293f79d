"""Cues, one a row of a sheet, and the language that they are sought in."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cached_property

from framing.instrument.constructions import Grammar
from framing.instrument.patterns import Condition, Sequence, first_words
from framing.texts.languages import Language


@dataclass(frozen=True, eq=False)
class Cue:
    """A pattern that carries a code, with the conditions of its rule and its place in the sheets.

    `place` is sheet and row, as `violation.tsv:24`; `asks_responsible` is true of cues whose frame
    asks who is responsible (a column of `frames.tsv`).
    """

    kind: str
    code: str
    concept: str
    tier: str
    place: str
    text: str
    sequence: Sequence
    needs: tuple[Condition, ...] = ()
    unless: tuple[Condition, ...] = ()
    asks_responsible: bool = False

    @cached_property
    def thing(self) -> tuple[str, str, str]:
        """What the cue says; of overlapping cues of one thing the longest counts.

        The concepts of a frame are several things; those of an actor or event are one.
        """
        one = self.kind in ("actor", "event")
        return self.kind, self.code, "" if one else self.concept


@dataclass(eq=False)
class CuedLanguage(Language):
    """A language with its cues, and the constructions of reported speech and of agency."""

    cues: list[Cue]
    speech: Grammar
    agency: Grammar

    @cached_property
    def anchors(self) -> dict[int, list[Cue]]:
        """The cues by each word that they can begin with."""
        found = defaultdict(list)
        for cue in self.cues:
            for word in first_words(cue.sequence):
                found[word].append(cue)
        return dict(found)


def keep_kinds(language: CuedLanguage, kinds: Collection[str]) -> CuedLanguage:
    """The language with the cues of these kinds alone (frame, event, actor, concept)."""
    return replace(language, cues=[cue for cue in language.cues if cue.kind in kinds])
