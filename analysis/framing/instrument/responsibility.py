"""Who is held responsible for a violation or for harm to civilians, as the sentence is built."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from framing.instrument import agents, annotate, constructions, doers, prefixes, scenes
from framing.instrument.constructions import Match
from framing.instrument.cues import CuedLanguage
from framing.instrument.deed import PATIENTS, Deed
from framing.instrument.scene import Party, Scene

Place = tuple[int, int]
NOBODY = "none"


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
    return _hold(doers.add(scene, matches, language), places, matches)


def _match(scene: Scene, language: CuedLanguage) -> tuple[Match, ...]:
    """Constructions of agency in a sentence, without verbs that are verbal nouns here (by _ing)."""
    return tuple(
        match
        for match in constructions.find(scene.sentence.words, language.agency)
        if match.construction.role != "names"
        or "own" not in match.construction.scope
        or _is_verb(match, scene, language)
    )


def _is_verb(match: Match, scene: Scene, language: CuedLanguage) -> bool:
    """Whether a match can be a verb, also without *and* written together with it."""
    form, row = scene.forms[match.first], match.construction
    letters = () if "anywhere" in row.party else ("noun_article",)
    for part in (form, *(form[len(p) :] for p in scene.joining if form.startswith(p))):
        if prefixes.takes(letters, part, row, language):
            return False
        if not scenes.is_verb(match, part, language):
            return False
    return True


def _hold(
    scene: Scene, places: set[Place], matches: tuple[Match, ...]
) -> dict[Place, Responsibility]:
    """Responsibility for the deeds, each named by itself or by another deed of the sentence.

    Only where no actor is named for any of them, whoever else is named counts.
    """
    roles: dict[str, list[Match]] = {}
    for match in matches:
        roles.setdefault(match.construction.role, []).append(match)
    if not (scene.parties or "names" in roles):
        alone = (Deed(first, last, scene, roles) for first, last in places)
        return {_place(deed): _find_culprit(deed) or _hide(deed) for deed in alone}
    attacks = {(m.first, m.last) for m in _list_attacks(roles)}
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


def _list_attacks(roles: dict[str, list[Match]]) -> list[Match]:
    """Constructions that are deeds of their own: attacks, verbs of attacking, passives.

    Somebody did what a passive tells only where other words may name him.
    """
    names = roles.get("names", [])
    verbs = [match for match in names if "own" in match.construction.scope]
    return [*roles.get("deed", []), *verbs, *(roles.get("passive", []) if names else [])]


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
    for match in deed.find("culprit"):
        nobody = (scene.unlisted, *PATIENTS)
        listed = tuple(party for party in scene.parties if party.actor not in nobody)
        known, words = replace(scene, parties=listed), (match.first, match.last)
        owned = doers.find_owner(words, known, tuple(deed.find("names")))
        actor = "".join(match.construction.party) or scene.unlisted
        if actor and not (owned or _is_apart(deed, match)):
            rule, place = match.construction.rule, match.construction.place
            return _show(actor, rule, place, match, scene)
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
