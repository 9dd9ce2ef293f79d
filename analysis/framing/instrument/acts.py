"""A speech act: its words, who speaks, and which words it governs."""

from collections.abc import Sequence
from typing import NamedTuple

from framing.instrument.constructions import Match
from framing.texts.text import Span

# ASSUME a speech act without a speaker of its own continues one at most this many sentences back.
CARRY = 3
NOWHERE: Span = (0, 0)


class Act(NamedTuple):
    """A speech act: its words, their offsets in the raw text, and its speaker.

    The speaker is '' where the text names none, and `Scene.unlisted` where it names somebody who is
    none of the actors; `named` are the offsets of the words that name the speaker in this clause,
    if any do. `said` is the word that opens what is said, if it follows: *that*, or a quotation;
    `inverted` says that it is what comes before: *…, said A*; `inserted` that it goes on behind
    the act: *…, said A, …*; `resumes` that a quotation does: *"…", said A, "…"*.
    """

    match: Match
    sentence: int
    start: int
    end: int
    speaker: str
    said: int | None
    inverted: bool = False
    named: Span = NOWHERE
    inserted: bool = False
    resumes: bool = False

    @property
    def complete(self) -> bool:
        """Whether what is said follows."""
        return self.said is not None

    def governs(self, scope: str) -> bool:
        """Whether the act has this scope.

        An inverted one governs what is before it instead of what follows; one that governs what is
        before it, but opens its sentence, governs what follows.
        """
        own = self.match.construction.scope
        if self.inverted and scope in ("before", "after"):
            return scope == "before" or self.inserted
        opens = self.match.first == 0 and "before" in own
        return scope in own or (scope == "after" and opens)


def find_recent(acts: Sequence[Act], sentence: int) -> Act | None:
    """The last of the acts, unless it is too far back to be continued."""
    near = acts and sentence - acts[-1].sentence <= CARRY
    return acts[-1] if near else None
