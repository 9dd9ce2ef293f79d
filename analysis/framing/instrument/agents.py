"""The agent of a deed: named in or beside its words, or by a construction that governs it."""

from collections.abc import Iterator
from itertools import chain

from framing.instrument import clauses, naming, subjects
from framing.instrument.constructions import Match
from framing.instrument.deed import KEEPERS, PATIENTS, Deed
from framing.instrument.scene import Party, Scene
from framing.texts.text import Span

# A party that may be the agent, with the rule that names it and the row of that rule.
Naming = tuple[Party | None, str, str]

BY_REACH, BY_NAME_REACH, RULE_REACH = 8, 3, 8


def find(deed: Deed) -> tuple[Party, str, str] | None:
    """Agent that the deed's own construction names: inside, by, genitive, governing words.

    With the rule that names it and the row of that rule.
    """
    ways = (_find_inside, _find_by, _find_genitive, _find_governing) if deed.scene.parties else ()
    for seek in ways:
        for party, rule, place in seek(deed):
            if party and party.actor not in PATIENTS and not _keeps_rule(party, deed):
                return party, rule, place
    return None


def _keeps_rule(party: Party, deed: Deed) -> bool:
    """Whether the party is named for its rule, and nobody is accused in the sentence."""
    return party.actor in KEEPERS and not any(map(_is_charge, deed.find("names")))


def find_somebody(deed: Deed) -> tuple[Party, str, str] | None:
    """As `find`, whoever is named there, but is none of the actors: `Scene.unlisted`."""
    named = deed.scene.unlisted and "names" in deed.matches
    for match in chain(_list_by(deed), _list_governing(deed)) if named else ():
        words = _find_words(match, deed)
        if words:
            party = Party(deed.scene.unlisted, *words, oblique=False, opens=False)
            return party, match.construction.rule, match.construction.place
    return None


def _find_inside(deed: Deed) -> Iterator[Naming]:
    """Parties among the words of the deed; one that begins them must be an actor by name."""
    if deed.hidden or _tells_rule(deed):
        return
    for party in deed.scene.parties:
        first = deed.first + (party.actor == deed.scene.unlisted)
        if first <= party.first and party.last <= deed.last and not party.oblique:
            yield party, "genitive", ""


def _tells_rule(deed: Deed) -> bool:
    """Whether the words say against which rule it is, so that a name behind is whose rule it is."""
    rules = (m for m in deed.find("names", "own") if "anywhere" in m.construction.party)
    return any(m.first < deed.last and deed.first < m.last for m in rules)


def _find_by(deed: Deed) -> Iterator[Naming]:
    for match in _list_by(deed):
        if "earlier" in match.construction.party:
            agent = subjects.find_party(match, deed)
        else:
            agent = clauses.find_after(deed.scene, match.last, reach=BY_NAME_REACH, oblique=True)
        yield agent, match.construction.rule, match.construction.place


def _list_by(deed: Deed) -> Iterator[Match]:
    """Words behind the deed that an agent may follow, if no other deed is between.

    A few words between commas may be: *were hurt, most of them slightly, by the fire of A*.
    """
    for match in deed.find("names", "before"):
        between = range(deed.last, match.first + 1)
        if not 1 <= len(between) <= BY_REACH:
            continue
        others = {match.first for match in deed.find("deed")}
        breaks = deed.scene.breaks & set(between)
        inserted = match.first in breaks and len(breaks) > 1
        apart = others & set(between) if inserted else breaks | (others & set(between))
        if not (apart or any(act.first in between for act in deed.scene.acts)):
            yield match


def _find_genitive(deed: Deed) -> Iterator[Naming]:
    """Party right behind the deed; adjectives and the like may be between."""
    helped = any(match.last == deed.first for match in deed.find("helps"))
    if deed.hidden or helped or _tells_rule(deed):
        return
    between = {at for match in deed.find("between") for at in range(match.first, match.last)}
    for at in range(deed.last, len(deed.scene)):
        yield clauses.find_after(deed.scene, at, reach=1), "genitive", ""
        if at not in between or at in deed.scene.breaks:
            return


def _find_governing(deed: Deed) -> Iterator[Naming]:
    for match in _list_governing(deed):
        yield subjects.find_party(match, deed), match.construction.rule, match.construction.place


def _list_governing(deed: Deed) -> list[Match]:
    """Constructions that the deed is part of or follows, the nearest first.

    A verb that is read as a passive or as a noun here is none of them.
    """
    near = []
    for match in deed.find("names", "own", "after"):
        scope = match.construction.scope
        own = "own" in scope and match.first < deed.last and deed.first < match.last
        after = "after" in scope and _leads_to(match, deed)
        if (own or after) and not _is_other(match, deed):
            near.append(match)
    return sorted(near[::-1], key=_is_charge, reverse=True)


def _is_charge(match: Match) -> bool:
    """Whether the match accuses somebody, who did then what its clause goes on with."""
    party = {*match.construction.party}
    return {"object", "somebody"} <= party or {"earlier", "subject", "somebody"} <= party


def _is_other(match: Match, deed: Deed) -> bool:
    """Whether the same word is a passive, with no actor as its subject ahead, or a noun."""
    nouns = (m for m in deed.find("takes_object", "own") if m.first < match.first < m.last)
    if any(nouns):
        return True
    start = clauses.find_clause_start(deed.scene, match.first)
    ahead = [p for p in deed.scene.parties if p.first == start and p.last <= match.first]
    ahead = [p for p in ahead if not p.oblique]
    described = subjects.find_antecedent(match.first, deed.scene)
    if described and (deed.scene.has("relative", match.first - 1)):
        ahead.append(described)
    active = any(p.actor not in PATIENTS for p in ahead)
    return not active and any(m.first == match.first for m in deed.find("passive", "own"))


def _leads_to(match: Match, deed: Deed) -> bool:
    """Whether the deed is shortly behind the construction, and part of its clause.

    *That* begins another one, but not where who is accused is its subject: *accused A that it …*.
    """
    scene, between = deed.scene, range(match.last, deed.first)
    nouns = {m.last for m in chain(deed.find("cause"), deed.find("deed"))}
    that = (at for at in between if scene.has("that", at) and at not in nouns)
    opened = max(that, default=None)
    if opened is not None:
        pronoun = all(scene.has("light", at) for at in range(opened + 1, deed.first))
        pronoun = pronoun or any(m.first in (opened, opened + 1) for m in deed.find("pronoun"))
        if not {"object", "earlier"} & {*match.construction.party} or not pronoun:
            return False
    near = match.last <= deed.first <= match.last + RULE_REACH
    return near and not any(scene.has("turn", at) for at in between)


def _find_words(match: Match, deed: Deed) -> Span | None:
    """Words (a range) where the construction seeks its party, if they can be somebody's name.

    What does harm in nobody's name (a bomb, an accident, an attack) cannot.
    """
    scene, places = deed.scene, match.construction.party
    first, last = match.first, match.last
    helped = subjects.find_helped(match, deed)
    if "somebody" not in places and not (helped and "subject" in places):
        return None
    if "earlier" in places:
        return first, last
    if "subject" in places:
        if subjects.is_caused(first, deed):
            return None
        act = subjects.find_telling(first, deed)
        first, last = (act.first, act.last) if act else helped or (first, last)
        own = clauses.has_own_subject(scene, first, last)
        first, last = naming.find_naming(scene, first, last) if own else (last, last)
    else:
        first, last = last, _find_name_end(scene, last)
    causes, end = chain(deed.find("cause"), deed.find("deed")), last
    if "subject" not in places:
        end = _find_phrase_end(scene, last)
    nobody = any(m.first < end and first < m.last for m in causes)
    keepers = (p for p in scene.parties if p.actor in KEEPERS)
    nobody = nobody or any(p.first < last and first < p.last for p in keepers)
    return None if nobody or first >= last else (first, last)


def _find_name_end(scene: Scene, at: int) -> int:
    """Where a name that begins at the word `at` ends, behind its first word that is not light."""
    for place in range(at, min(at + BY_NAME_REACH, len(scene))):
        ends = place in scene.breaks or scene.has("that", place) or scene.has("preposition", place)
        if ends:
            return place
        if not scene.has("light", place):
            return place + 1
    return min(at + BY_NAME_REACH, len(scene))


def _find_phrase_end(scene: Scene, at: int) -> int:
    """Where the phrase ends that goes on at the word `at`: *by an improvised bomb*."""
    for place in range(at, min(at + BY_NAME_REACH, len(scene))):
        ends = ("that", "relative", "preposition", "joins")
        apart = place in scene.breaks or place in scene.prefixed["prefix"]
        if apart or any(scene.has(role, place) for role in ends):
            return place
    return min(at + BY_NAME_REACH, len(scene))
