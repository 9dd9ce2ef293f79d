"""Speech acts of a text and their speakers, found by the constructions of `speech.tsv`."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from framing.instrument import clauses, headlines, inversion, naming
from framing.instrument.constructions import Match
from framing.instrument.deed import PATIENTS
from framing.instrument.scene import Scene
from framing.texts.text import Span

# ASSUME a speech act without a speaker of its own continues one at most this many sentences back.
CARRY = 3
# ASSUME “that” opens what is said if it is within this many words behind the verb, or further on in
# the clause of the verb.
SAID_REACH = 8
SAID_CLAUSE_REACH = 14
SOURCE_REACH = 5
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


def find_acts(scenes: list[Scene]) -> list[Act]:
    """Speech acts of one text, in order; verbs of another sense too count only when complete."""
    acts: list[Act] = []
    for number, scene in enumerate(scenes):
        if not (scene.acts or scene.colons or scene.dashes):
            continue
        headline = (*headlines.find_opening(scene), *headlines.find_closing(scene))
        matches = sorted((*scene.acts, *headline), key=lambda m: m.first)
        for place, match in enumerate(matches):
            later = (m.first for m in matches[place + 1 :] if m.first >= match.last)
            said = _find_said(scene, match, next(later, len(scene)))
            near = said is not None and said < match.last + SAID_REACH
            near = near and not inversion.is_between(scene, match, said)
            inverted = not near and inversion.is_inverted(scene, match)
            said = None if inverted else said
            if said is not None or inverted or match.construction.role != "that_act":
                start = scene.sentence.spans[match.first][0]
                end = scene.sentence.spans[match.last - 1][1]
                speaker = _find_speaker(match, number, scene, acts)
                named = _find_words(match, speaker, scene) if speaker else NOWHERE
                inserted = inverted and inversion.is_inserted(scene, match)
                resumes = said is not None and inversion.resumes(scene, match, said)
                row = match, number, start, end, speaker, said, inverted, named, inserted, resumes
                acts.append(Act(*row))
    return acts


def find_recent(acts: Sequence[Act], sentence: int) -> Act | None:
    """The last of the acts, unless it is too far back to be continued."""
    near = acts and sentence - acts[-1].sentence <= CARRY
    return acts[-1] if near else None


def _find_said(scene: Scene, match: Match, rest: int) -> int | None:
    """The word that opens what is said, before the next act at the word `rest`."""
    level = scene.quoted[match.first]
    for at in range(match.last, min(match.last + SAID_CLAUSE_REACH, rest)):
        far = at >= match.last + SAID_REACH
        if far and any(place in scene.breaks for place in range(match.last, at + 1)):
            return None
        quoted = scene.quoted[at] not in (None, level)
        if quoted or at in scene.colons or _opens(scene, at):
            return at
        if at < match.last + 3 and scene.takes_that(at) and not scene.has("person", at):
            return at
    return None


def _opens(scene: Scene, at: int) -> bool:
    """Whether *that* opens what is said here; not so in *after that* and *except that*."""
    return scene.has("that", at) and not scene.has("but", at) and not scene.has("setting", at - 1)


def _find_speaker(match: Match, number: int, scene: Scene, acts: list[Act]) -> str:
    visible = _hide_quoted(scene, match)
    for place in match.construction.party:
        speaker = _look(place, match, number, visible, acts)
        if speaker is not None:
            return speaker
    some = clauses.has_words_beside(visible, match.first, match.last)
    return scene.unlisted if some and "subject" in match.construction.party else ""


def _find_words(match: Match, speaker: str, scene: Scene) -> Span:
    """Offsets of the words of this clause that name the speaker of an act; NOWHERE if none do."""
    if speaker == scene.unlisted:
        first, last = naming.find_naming(scene, match.first, match.last)
    else:
        visible = _hide_quoted(scene, match)
        first, last = naming.find_name(visible, match.first, match.last, speaker)
    spans = scene.sentence.spans[first:last]
    return (spans[0][0], spans[-1][1]) if spans else NOWHERE


def _hide_quoted(scene: Scene, match: Match) -> Scene:
    """The scene with the parties on the same side of the quotation marks as the act."""
    if not scene.parties:
        return scene
    level = scene.quoted[match.first]
    parties = tuple(p for p in scene.parties if scene.quoted[p.first] == level)
    return scene if parties == scene.parties else replace(scene, parties=parties)


def _look(place: str, match: Match, number: int, scene: Scene, acts: list[Act]) -> str | None:
    """Speaker at one of the places that the sheet names; '' ends the search, None continues it."""
    if place == "subject":
        return _find_subject(match, scene)
    if place == "after":
        return _find_source(match, scene)
    if place == "somebody":
        return scene.unlisted if clauses.names_somebody(scene, match.last) else None
    if place == "earlier":
        return _find_earlier(match, number, scene, acts)
    if place == "previous":
        recent = find_recent(acts, number)
        return recent.speaker if recent else None
    return place


def _find_subject(match: Match, scene: Scene) -> str | None:
    """Subject of the verb; behind a transitive one is its object: *A came and accused B*."""
    behind = "transitive" not in match.construction.scope
    reach = clauses.REACH if behind else 0
    party = clauses.find_subject(scene, match.first, match.last, reach=reach)
    if party:
        return party.actor
    of = clauses.find_affiliation(scene, match.first, match.last)
    if of:
        return of.actor
    own = clauses.has_own_subject(scene, match.first, match.last, behind=behind)
    return scene.unlisted if own else None


def _find_source(match: Match, scene: Scene) -> str | None:
    """Source named behind the act; behind a person who speaks for nobody else no actor counts."""
    party = clauses.find_after(scene, match.last, reach=SOURCE_REACH, oblique=True)
    if party:
        return party.actor
    near = range(match.last, min(match.last + SOURCE_REACH, len(scene)))
    named = any(scene.has("person", at) or scene.has("outsider", at) for at in near)
    return scene.unlisted if named else None


def _find_earlier(match: Match, number: int, scene: Scene, acts: list[Act]) -> str | None:
    """Speaker of the act before it in the sentence, else the sentence's first possible subject.

    Of acts in what another one says, that other one counts: *A said B denied it, and warned …*.
    """
    own = [act for act in acts if act.sentence == number]
    while len(own) > 1 and _is_within(own[-1], own[-2], scene):
        own.pop()
    if own and own[-1].speaker:
        return own[-1].speaker
    named = (p.actor for p in scene.parties if p.last <= match.first and not p.oblique)
    return next((actor for actor in named if actor not in PATIENTS), None)


def _is_within(act: Act, other: Act, scene: Scene) -> bool:
    """Whether an act is in what the other one says, with no pause between."""
    if other.said is None or other.said > act.match.first:
        return False
    return not any(at in scene.breaks for at in range(other.said + 1, act.match.first + 1))
