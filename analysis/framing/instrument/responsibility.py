"""Who is held responsible for a violation or for harm to civilians, as the sentence is built."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from framing.instrument import agents, annotate, constructions
from framing.instrument import scenes as surveys
from framing.instrument.agents import Deed
from framing.instrument.constructions import Match
from framing.instrument.cues import CuedLanguage
from framing.instrument.scene import Party, Scene

Place = tuple[int, int]
NOBODY = "none"
OWNER_REACH = 2


class Responsibility(NamedTuple):
    """The actor held responsible; the rule that decided, its row, and its words (offsets)."""

    actor: str
    rule: str = ""
    start: int = 0
    end: int = 0
    place: str = ""


Named = tuple[Deed, Responsibility | None]
Find = Callable[[Deed], tuple[Party, str, str] | None]


def assign(
    mentions: list[annotate.Mention], scenes: list[Scene], language: CuedLanguage
) -> list[Responsibility]:
    """Responsibility for each mention whose frame asks for it; actor '' for all others.

    `scenes` are the sentences of the text (`scenes.survey`). The agent is sought within the
    sentence: named in or after the words (genitive, "by"), as subject or object of a construction
    of `agency.tsv`, or as agent of another deed of the same sentence; otherwise it is `none`, with
    the rule of the construction that hides it.
    """
    places: list[set[Place]] = [set() for _ in scenes]
    for mention in mentions:
        if mention.cue.asks_responsible:
            places[mention.sentence].add((mention.first, mention.last))
    held = [
        _find_in(scene, places[number], language) if places[number] else {}
        for number, scene in enumerate(scenes)
    ]
    return [
        held[mention.sentence][mention.first, mention.last]
        if mention.cue.asks_responsible
        else Responsibility("")
        for mention in mentions
    ]


def _find_in(
    scene: Scene, places: set[Place], language: CuedLanguage
) -> dict[Place, Responsibility]:
    """Responsibility for the deeds at these places of a sentence."""
    matches = _match(scene, language)
    return _hold(_add_doers(scene, matches, language), places, matches)


def _add_doers(scene: Scene, matches: tuple[Match, ...], language: CuedLanguage) -> Scene:
    """The scene with those who act, but are none of the actors, as parties of `Scene.unlisted`.

    A party right behind shows whose they are: *planes of A* are A's.
    """
    if not scene.unlisted:
        return scene
    doers = [
        Party(scene.unlisted, match.first, match.last, oblique, opens=False)
        for match in matches
        if match.construction.role == "doer" and not _belongs(match, scene)
        for oblique in (surveys.is_governed(scene, match, language),)
    ]
    if not doers:
        return scene
    parties = sorted((*scene.parties, *doers), key=lambda party: party.first)
    return replace(scene, parties=tuple(parties))


def _belongs(match: Match, scene: Scene) -> bool:
    """Whether a party is among the words of a doer, or right behind them."""
    after = range(match.first, match.last + OWNER_REACH)
    return any(
        party.first in after and not any(at in scene.breaks for at in range(match.last, party.last))
        for party in scene.parties
    )


def _match(scene: Scene, language: CuedLanguage) -> tuple[Match, ...]:
    """Constructions of agency in a sentence, without verbs that are verbal nouns here (by _ing)."""
    return tuple(
        match
        for match in constructions.find(scene.sentence.words, language.agency)
        if match.construction.role != "names"
        or "own" not in match.construction.scope
        or surveys.is_verb(match, scene.forms[match.first], language)
    )


def _hold(
    scene: Scene, places: set[Place], matches: tuple[Match, ...]
) -> dict[Place, Responsibility]:
    """Responsibility for the deeds, each named by itself or by another deed of the sentence.

    Only where no actor is named for any of them, whoever else is named counts.
    """
    attacks = {(m.first, m.last) for m in matches if _is_deed(m)}
    roles: dict[str, list[Match]] = {}
    for match in matches:
        roles.setdefault(match.construction.role, []).append(match)
    deeds = [Deed(first, last, scene, roles) for first, last in sorted(places | attacks)]
    listed = [(deed, _name(deed, agents.find)) for deed in deeds]
    held = {_place(deed): own or _carry(deed, listed) for deed, own in listed}
    if all(held[place] for place in places):
        return {place: found for place, found in held.items() if found}
    others = [(deed, _name(deed, agents.find_somebody)) for deed in deeds]
    return {
        _place(deed): held[_place(deed)]
        or other
        or _carry(deed, others)
        or _find_culprit(deed)
        or _hide(deed)
        for deed, other in others
    }


def _place(deed: Deed) -> Place:
    return deed.first, deed.last


def _is_deed(match: Match) -> bool:
    """Whether a construction is a deed of its own: an attack, or a verb of attacking."""
    role, scope = match.construction.role, match.construction.scope
    return role == "deed" or (role == "names" and "own" in scope)


def _carry(deed: Deed, named: list[Named]) -> Responsibility | None:
    """Agent of the nearest deed of the sentence that has one, those before first.

    A deed that the narrator sets against another one (*while*) has an agent of its own.
    """
    near = [(other, held) for other, held in named if held and not _is_apart(deed, other)]
    earlier = [held for other, held in near if other.first < deed.first]
    later = [held for other, held in near if other.first >= deed.first]
    for held in (*earlier[-1:], *later[:1]):
        return held._replace(rule=f"carried_{held.rule}")
    return None


def _find_culprit(deed: Deed) -> Responsibility | None:
    """Who did harm by their name, somewhere in the sentence: *kidnappers*, *a suicide bomber*."""
    scene = deed.scene
    nobody = (scene.unlisted, *agents.PATIENTS)
    listed = tuple(party for party in scene.parties if party.actor not in nobody)
    for match in deed.find("culprit"):
        owned = _belongs(match, replace(scene, parties=listed))
        if scene.unlisted and not (owned or _is_apart(deed, match)):
            rule, place = match.construction.rule, match.construction.place
            return _show(scene.unlisted, rule, place, match, scene)
    return None


def _hide(deed: Deed) -> Responsibility:
    """Nobody, with the construction that hides the agent, if one does."""
    hidden = deed.hidden
    if hidden:
        construction = hidden.construction
        return _show(NOBODY, construction.rule, construction.place, hidden, deed.scene)
    return _show(NOBODY, "unnamed", "", deed, deed.scene)


def _is_apart(deed: Deed, other: Deed | Match) -> bool:
    between = range(min(deed.first, other.first), max(deed.first, other.first))
    return any(deed.scene.has("turn", at) for at in between)


def _show(
    actor: str, rule: str, place: str, words: Match | Party | Deed, scene: Scene
) -> Responsibility:
    spans = scene.sentence.spans
    start, end = spans[words.first][0], spans[words.last - 1][1]
    return Responsibility(actor, rule, start, end, place)


def _name(deed: Deed, find: Find) -> Responsibility | None:
    """The agent that the deed's own construction names."""
    found = find(deed)
    if not found:
        return None
    party, rule, place = found
    return _show(party.actor, rule, place, party, deed.scene)
