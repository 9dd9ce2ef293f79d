"""Speech acts of a text and their speakers, found by the constructions of `speech.tsv`."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from framing.instrument import clauses
from framing.instrument.constructions import Construction, Match
from framing.instrument.scenes import Scene

# ASSUME a speech act without a speaker of its own continues one at most this many sentences back.
CARRY = 3
SOURCE_REACH = 5


@dataclass(frozen=True)
class Act:
    """A speech act: its words, their offsets in the raw text, and its speaker.

    The speaker is '' where the text names none, or none of the actors. `complete` says that what is
    said follows: a word like *that*, or a quotation.
    """

    match: Match
    sentence: int
    start: int
    end: int
    speaker: str
    complete: bool

    def governs(self, scope: str) -> bool:
        """Whether the act has this scope."""
        return scope in self.match.construction.scope


def find_acts(scenes: list[Scene]) -> list[Act]:
    """Speech acts of one text, in order; verbs of another sense too count only when complete."""
    acts: list[Act] = []
    for number, scene in enumerate(scenes):
        for match in sorted((*scene.acts, *_find_colons(scene)), key=lambda m: m.first):
            complete = _has_complement(scene, match)
            if complete or match.construction.role != "that_act":
                start = scene.sentence.spans[match.first][0]
                end = scene.sentence.spans[match.last - 1][1]
                speaker = _find_speaker(match, number, scene, acts)
                acts.append(Act(match, number, start, end, speaker, complete))
    return acts


def find_recent(acts: Sequence[Act], sentence: int) -> Act | None:
    """The last of the acts, unless it is too far back to be continued."""
    near = acts and sentence - acts[-1].sentence <= CARRY
    return acts[-1] if near else None


def _find_colons(scene: Scene) -> list[Match]:
    """Parties right before a colon, as in a headline: *Putin: the truce will hold*."""
    ends = {party.last: party for party in scene.parties if not party.oblique}
    said = [(act.first, act.last) for act in scene.acts]
    found = []
    for at in sorted(scene.colons & ends.keys()):
        start = clauses.find_clause_start(scene, at - 1)
        if not any(start <= first < at for first, _ in said):
            row = Construction("colon", "act", (ends[at].actor,), ("after",), "", ())
            found.append(Match(row, ends[at].first, at))
    return found


def _has_complement(scene: Scene, match: Match) -> bool:
    for at in range(match.last, min(match.last + clauses.REACH + 2, len(scene))):
        quoted = scene.quoted[at] is not None and scene.quoted[at] != scene.quoted[match.first]
        if scene.has("that", at) or at in scene.colons or quoted:
            return True
    near = range(match.last, match.last + 3)
    return any(at in scene.prefixed["that_prefix"] for at in near)


def _find_speaker(match: Match, number: int, scene: Scene, acts: list[Act]) -> str:
    visible = _hide_quoted(scene, match)
    for place in match.construction.party:
        speaker = _look(place, match, number, visible, acts)
        if speaker is not None:
            return speaker
    return ""


def _hide_quoted(scene: Scene, match: Match) -> Scene:
    """The scene with the parties on the same side of the quotation marks as the act."""
    level = scene.quoted[match.first]
    parties = tuple(p for p in scene.parties if scene.quoted[p.first] == level)
    return replace(scene, parties=parties)


def _look(place: str, match: Match, number: int, scene: Scene, acts: list[Act]) -> str | None:
    """Speaker at one of the places that the sheet names; '' ends the search, None continues it."""
    if place == "subject":
        return _find_subject(match, scene)
    if place == "after":
        party = clauses.find_after(scene, match.last, reach=SOURCE_REACH, oblique=True)
        return party.actor if party else None
    if place == "earlier":
        return _find_earlier(match, number, scene, acts)
    if place == "previous":
        recent = find_recent(acts, number)
        return recent.speaker if recent else None
    return place


def _find_subject(match: Match, scene: Scene) -> str | None:
    party = clauses.find_subject(scene, match.first, match.last)
    if party:
        return party.actor
    return "" if clauses.has_own_subject(scene, match.first, match.last) else None


def _find_earlier(match: Match, number: int, scene: Scene, acts: list[Act]) -> str | None:
    """Speaker of the act before it in the sentence, else the sentence's first possible subject."""
    if acts and acts[-1].sentence == number and acts[-1].speaker:
        return acts[-1].speaker
    named = (p.actor for p in scene.parties if p.last <= match.first and not p.oblique)
    return next(named, None)
