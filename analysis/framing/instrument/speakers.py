"""Who speaks: the speaker of a speech act, sought at the places that `speech.tsv` names."""

from dataclasses import replace

from framing.instrument import clauses, naming
from framing.instrument.acts import NOWHERE, Act, find_recent
from framing.instrument.constructions import Match
from framing.instrument.deed import PATIENTS
from framing.instrument.scene import Party, Scene
from framing.texts.text import Span

SOURCE_REACH = 5  # words


def find_speaker(match: Match, number: int, scene: Scene, acts: list[Act]) -> str:
    """Speaker of an act of the sentence `number`, behind the `acts` found before it; '' if none."""
    visible = _hide_quoted(scene, match)
    for place in _order_places(match, scene):
        speaker = _look(place, match, number, visible, acts)
        if speaker is not None:
            return speaker
    if "subject" not in match.construction.party or _is_quoted_noun(match, scene):
        return ""
    some = clauses.has_words_beside(visible, match.first, match.last)
    return scene.unlisted if some else ""


def _order_places(match: Match, scene: Scene) -> tuple[str, ...]:
    """Where the speaker is sought: a verb that has no subject of its own goes on with another."""
    places = match.construction.party
    if "earlier" in places and scene.has("dependent", match.first):
        return ("earlier", *places)
    return places


def find_words(match: Match, speaker: str, scene: Scene) -> Span:
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
        return _find_subject(match, scene, [act for act in acts if act.sentence == number])
    if place == "after":
        return _find_source(match, scene)
    if place == "somebody":
        return scene.unlisted if clauses.names_somebody(scene, match.last) else None
    if place == "earlier":
        return _find_earlier(match, number, scene, acts)
    if place == "opening":
        return _find_opening(match, scene)
    if place == "previous":
        recent = find_recent(acts, number)
        return recent.speaker if recent else None
    return place


def _find_subject(match: Match, scene: Scene, acts: list[Act]) -> str | None:
    """Subject of the verb; behind a transitive one is its object: *A came and accused B*.

    So is what follows a verb with a subject before it: *the group told A*. `acts` are those before
    it in the sentence.
    """
    if _goes_on(match, scene, acts):
        scene = replace(scene, breaks=scene.breaks | {match.first})
    behind = "transitive" not in match.construction.scope
    party = _find_party(match, scene, behind=behind)
    if party:
        return party.actor
    own = clauses.has_own_subject(scene, match.first, match.last, behind=behind)
    return scene.unlisted if own and not _is_quoted_noun(match, scene) else None


def _find_party(match: Match, scene: Scene, *, behind: bool) -> Party | None:
    """Party that is the subject, or one that the subject belongs to."""
    if not scene.parties:
        return None
    first, last = match.first, match.last
    party = clauses.find_subject(scene, first, last, reach=clauses.REACH if behind else 0)
    if party and party.first >= last and clauses.begins_with_words(scene, first):
        party = clauses.find_subject(scene, first, last, reach=0)
    return party or clauses.find_affiliation(scene, first, last)


def _goes_on(match: Match, scene: Scene, acts: list[Act]) -> bool:
    """Whether *and* joins it to the act before, with no pause between: *A accused B and said*."""
    first = match.first
    verbs = [act for act in acts if act.match.construction.role != "noun_act"]
    if not verbs or any(at in scene.breaks for at in range(verbs[-1].match.last, first + 1)):
        return False
    return scene.has("joins", first - 1) or first in scene.prefixed.get("and_prefix", ())


def _is_quoted_noun(match: Match, scene: Scene) -> bool:
    """Whether it is a noun in a quotation, which whoever is quoted uses: *A saw "a threat"*."""
    return match.construction.role == "noun_act" and scene.quoted[match.first] is not None


def _find_source(match: Match, scene: Scene) -> str | None:
    """Source named behind the act; behind a person who speaks for nobody else no actor counts."""
    inside = (p for p in scene.parties if match.first < p.first and p.last < match.last)
    if party := next(inside, None):
        return party.actor
    party = clauses.find_after(scene, match.last, reach=SOURCE_REACH, oblique=True)
    if party and not any(scene.has("towards", at) for at in range(match.last, party.first)):
        return party.actor
    for at in range(match.last, min(match.last + SOURCE_REACH, len(scene))):
        if (at in scene.breaks and at > match.last) or scene.has("that", at):
            return None
        if scene.has("person", at) or scene.has("outsider", at):
            return scene.unlisted
    return None


def _find_earlier(match: Match, number: int, scene: Scene, acts: list[Act]) -> str | None:
    """Speaker of the act before it in the sentence, else the sentence's first possible subject.

    Of acts in what another one says, that other one counts: *A said B denied it, and warned …*. An
    act before a semicolon does not where a subject is behind it.
    """
    own = [act for act in acts if act.sentence == number]
    start = max((at for at in scene.semicolons if at <= match.first), default=0)
    named = [p for p in scene.parties if p.last <= match.first and not p.oblique]
    named = [p for p in named if p.actor not in PATIENTS]
    if any(p.first >= start for p in named):
        own = [act for act in own if act.match.first >= start]
        named = [p for p in named if p.first >= start]
    while len(own) > 1 and _is_within(own[-1], own[-2], scene):
        own.pop()
    if own and own[-1].speaker:
        return own[-1].speaker
    if named:
        return named[0].actor
    verb = "subject" in match.construction.party and not own
    return scene.unlisted if verb and clauses.is_begun(scene, match.first) else None


def _find_opening(match: Match, scene: Scene) -> str | None:
    """Who did what the clause tells, though no actor: *the guards stayed, on the pretext that*."""
    at = match.first
    somebody = clauses.begins_with_words(scene, at) or clauses.is_begun(scene, at)
    return scene.unlisted if somebody else None


def _is_within(act: Act, other: Act, scene: Scene) -> bool:
    """Whether an act is in what the other one says, with no pause between."""
    said = other.match.last if other.said is None else other.said
    if said > act.match.first:
        return False
    return not any(at in scene.breaks for at in range(said + 1, act.match.first + 1))
