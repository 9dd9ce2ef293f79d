"""The agent of a deed: named in or beside its words, or by a construction that governs it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from framing.instrument import clauses, naming
from framing.instrument.constructions import Match
from framing.instrument.scene import Party, Scene
from framing.texts.text import Span

# A party that may be the agent, with the rule that names it and the row of that rule.
Naming = tuple[Party | None, str, str]

# ASSUME civilians suffer a deed and never do it.
PATIENTS = ("civilians",)
BY_REACH, RULE_REACH, SUBJECT_REACH = 6, 8, 3
HIDING = ("hides", "passive", "takes_object")


@dataclass(eq=False)
class Deed:
    """Words that tell of an act or its harm, with the constructions of their sentence by role.

    `hidden` is the passive, or another construction without an agent, that the deed is part of.
    """

    first: int
    last: int
    scene: Scene
    matches: Mapping[str, Sequence[Match]]
    hidden: Match | None = None

    def __post_init__(self) -> None:
        """Find what hides the agent."""
        rows = (m for role in HIDING for m in self.find(role, "own"))
        own = (m for m in rows if m.first < self.last and self.first < m.last)
        auxiliary = (m for m in self.find("hides", "after") if m.last == self.first)
        self.hidden = next(chain(own, auxiliary), None)

    def find(self, role: str, *scopes: str) -> Iterator[Match]:
        """Constructions of a role with any of the scopes (all of them where none is given)."""
        rows = self.matches.get(role, ())
        return (m for m in rows if not scopes or any(s in m.construction.scope for s in scopes))


def find(deed: Deed) -> tuple[Party, str, str] | None:
    """Agent that the deed's own construction names: inside, by, genitive, governing words.

    With the rule that names it and the row of that rule.
    """
    ways = (_find_inside, _find_by, _find_genitive, _find_governing) if deed.scene.parties else ()
    for seek in ways:
        for party, rule, place in seek(deed):
            if party and party.actor not in PATIENTS:
                return party, rule, place
    return None


def find_somebody(deed: Deed) -> tuple[Party, str, str] | None:
    """As `find`, whoever is named there, but is none of the actors: `Scene.unlisted`."""
    for match in chain(_list_by(deed), _list_governing(deed)):
        words = _find_words(match, deed)
        if words and deed.scene.unlisted:
            party = Party(deed.scene.unlisted, *words, oblique=False, opens=False)
            return party, match.construction.rule, match.construction.place
    return None


def _find_inside(deed: Deed) -> Iterator[Naming]:
    if not deed.hidden:
        for party in deed.scene.parties:
            if deed.first < party.first and party.last <= deed.last and not party.oblique:
                yield party, "genitive", ""


def _find_by(deed: Deed) -> Iterator[Naming]:
    for match in _list_by(deed):
        agent = clauses.find_after(deed.scene, match.last, reach=SUBJECT_REACH, oblique=True)
        yield agent, match.construction.rule, match.construction.place


def _list_by(deed: Deed) -> Iterator[Match]:
    """Words behind the deed that an agent may follow, if no other deed is between.

    A few words between commas may be: *were hurt, most of them slightly, by the fire of A*.
    """
    others = {match.first for match in deed.find("deed")}
    for match in deed.find("names", "before"):
        between = range(deed.last, match.first + 1)
        breaks = deed.scene.breaks & set(between)
        inserted = match.first in breaks and len(breaks) > 1
        apart = others & set(between) if inserted else breaks | (others & set(between))
        if 1 <= len(between) <= BY_REACH and not apart:
            yield match


def _find_genitive(deed: Deed) -> Iterator[Naming]:
    """Party right behind the deed; adjectives and the like may be between."""
    if deed.hidden:
        return
    between = {at for match in deed.find("between") for at in range(match.first, match.last)}
    for at in range(deed.last, len(deed.scene)):
        yield clauses.find_after(deed.scene, at, reach=1), "genitive", ""
        if at not in between or at in deed.scene.breaks:
            return


def _find_governing(deed: Deed) -> Iterator[Naming]:
    for match in _list_governing(deed):
        yield _find_party(match, deed.scene), match.construction.rule, match.construction.place


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
    return near[::-1]


def _is_other(match: Match, deed: Deed) -> bool:
    """Whether the same word is a passive, with no actor as its subject ahead, or a noun."""
    nouns = (m for m in deed.find("takes_object", "own") if m.first < match.first < m.last)
    if any(nouns):
        return True
    start = clauses.find_clause_start(deed.scene, match.first)
    ahead = (p for p in deed.scene.parties if p.first == start and p.last <= match.first)
    active = any(not p.oblique and p.actor not in PATIENTS for p in ahead)
    return not active and any(m.first == match.first for m in deed.find("passive", "own"))


def _leads_to(match: Match, deed: Deed) -> bool:
    """Whether the deed is shortly behind the construction, and part of its clause.

    *That* begins another one, but not where who is accused is its subject: *accused A that it …*.
    """
    scene, between = deed.scene, range(match.last, deed.first)
    opened = max((at for at in between if scene.has("that", at)), default=None)
    if opened is not None:
        pronoun = all(scene.has("light", at) for at in range(opened + 1, deed.first))
        if "object" not in match.construction.party or not pronoun:
            return False
    near = match.last <= deed.first <= match.last + RULE_REACH
    return near and not any(scene.has("turn", at) for at in between)


def _find_party(match: Match, scene: Scene) -> Party | None:
    if "earlier" in match.construction.party:
        ahead = [p for p in scene.parties if p.last <= match.first and p.actor not in PATIENTS]
        return ahead[-1] if ahead else None
    if "object" in match.construction.party:
        found = clauses.find_object(scene, match.first, match.last)
        if found and found.actor in PATIENTS:
            active = tuple(party for party in scene.parties if party.actor not in PATIENTS)
            found = clauses.find_object(replace(scene, parties=active), match.first, match.last)
        return found
    if "after" in match.construction.party:
        return clauses.find_after(scene, match.last, reach=SUBJECT_REACH + 1, oblique=True)
    found = clauses.find_subject(scene, match.first, match.last, reach=SUBJECT_REACH)
    found = found or _find_shared_subject(match, scene)
    if not found and "anywhere" in match.construction.party:
        named = (p for p in scene.parties if not p.oblique and p.actor not in PATIENTS)
        return next(named, None)
    return found


def _find_shared_subject(match: Match, scene: Scene) -> Party | None:
    """First party of the clauses before a verb that opens one: *A came, burned houses*."""
    first = match.first
    while first > 0 and first not in scene.breaks and scene.has("light", first - 1):
        first -= 1
    if first not in scene.breaks:
        return None
    for party in scene.parties:
        between = range(party.last, match.first)
        apart = any(scene.has(role, at) for role in ("that", "turn", "but") for at in between)
        if party.last <= match.first and not (party.oblique or party.opens or apart):
            return None if party.actor in PATIENTS else party
    return None


def _find_words(match: Match, deed: Deed) -> Span | None:
    """Words (a range) where the construction seeks its party, if they can be somebody's name.

    What does harm in nobody's name (a bomb, an accident, an attack) cannot.
    """
    scene, places = deed.scene, match.construction.party
    first, last = match.first, match.last
    if "somebody" not in places:
        return None
    if "earlier" in places:
        return first, last
    if "subject" in places:
        own = clauses.has_own_subject(scene, first, last)
        first, last = naming.find_naming(scene, first, last) if own else (last, last)
    else:
        first, last = last, _find_name_end(scene, last)
    causes = chain(deed.find("cause"), deed.find("deed"))
    nobody = any(m.first < last and first < m.last for m in causes)
    return None if nobody or first >= last else (first, last)


def _find_name_end(scene: Scene, at: int) -> int:
    """Where a name that begins at the word `at` ends, behind its first word that is not light."""
    for place in range(at, min(at + SUBJECT_REACH, len(scene))):
        ends = place in scene.breaks or scene.has("that", place) or scene.has("preposition", place)
        if ends:
            return place
        if not scene.has("light", place):
            return place + 1
    return min(at + SUBJECT_REACH, len(scene))
