"""Who is held responsible for a violation or for harm to civilians, as the sentence is built."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from framing.instrument import annotate, clauses, constructions
from framing.instrument import scenes as surveys
from framing.instrument.constructions import Match
from framing.instrument.cues import CuedLanguage
from framing.instrument.scenes import Party, Scene

Place = tuple[int, int]
# A party that may be the agent, with the rule that names it and the row of that rule.
Naming = tuple[Party | None, str, str]

NOBODY = "none"
# ASSUME civilians are who suffers a deed, never who does it.
PATIENTS = ("civilians",)
BY_REACH, RULE_REACH, SUBJECT_REACH, OWNER_REACH = 6, 8, 3, 2


@dataclass(frozen=True)
class Responsibility:
    """The actor held responsible; the rule that decided, its row, and its words (offsets)."""

    actor: str
    rule: str = ""
    start: int = 0
    end: int = 0
    place: str = ""


@dataclass(frozen=True)
class Deed:
    """Words that tell of an act or its harm, with the constructions of their sentence."""

    first: int
    last: int
    scene: Scene
    matches: tuple[Match, ...]

    def find(self, role: str, *scopes: str) -> Iterator[Match]:
        """Constructions of a role with any of the scopes (all of them where none is given)."""
        for match in self.matches:
            fits = not scopes or set(scopes) & set(match.construction.scope)
            if match.construction.role == role and fits:
                yield match

    def hidden(self) -> Match | None:
        """The passive, or another construction without an agent, that this deed is part of."""
        own = (m for m in self.find("hides", "own") if m.first < self.last and self.first < m.last)
        auxiliary = (m for m in self.find("hides", "after") if m.last == self.first)
        return next(chain(own, auxiliary), None)


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

    A party right behind tells whose they are: *planes of A* are A's.
    """
    if not scene.unlisted:
        return scene
    doers = [
        Party(scene.unlisted, match.first, match.last, oblique, opens=False)
        for match in matches
        if match.construction.role == "doer" and not _belongs(match, scene)
        for oblique in (surveys.is_governed(scene, match, language),)
    ]
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
    """Responsibility for the deeds, each named by itself or by another deed of the sentence."""
    others = {(m.first, m.last) for m in matches if m.construction.role == "deed"}
    deeds = [Deed(first, last, scene, matches) for first, last in sorted(places | others)]
    named = [(deed, _name(deed)) for deed in deeds]
    return {(deed.first, deed.last): own or _carry(deed, named) for deed, own in named}


def _carry(deed: Deed, named: list[tuple[Deed, Responsibility | None]]) -> Responsibility:
    """Agent of the nearest deed of the sentence that has one, those before first; or nobody.

    A deed that the narrator sets against another one (*while*) has an agent of its own.
    """
    near = [(other, held) for other, held in named if held and not _is_apart(deed, other)]
    earlier = [held for other, held in near if other.first < deed.first]
    later = [held for other, held in near if other.first >= deed.first]
    for held in (*earlier[-1:], *later[:1]):
        return replace(held, rule=f"carried_{held.rule}")
    hidden = deed.hidden()
    if hidden:
        construction = hidden.construction
        return _show(NOBODY, construction.rule, construction.place, hidden, deed.scene)
    return _show(NOBODY, "unnamed", "", deed, deed.scene)


def _is_apart(deed: Deed, other: Deed) -> bool:
    between = range(min(deed.first, other.first), max(deed.first, other.first))
    return any(deed.scene.has("turn", at) for at in between)


def _show(
    actor: str, rule: str, place: str, words: Match | Party | Deed, scene: Scene
) -> Responsibility:
    spans = scene.sentence.spans
    start, end = spans[words.first][0], spans[words.last - 1][1]
    return Responsibility(actor, rule, start, end, place)


def _name(deed: Deed) -> Responsibility | None:
    """Agent that the deed's own construction names: inside, by, genitive, governing words."""
    for seek in (_find_inside, _find_by, _find_genitive, _find_governing):
        for party, rule, place in seek(deed):
            if party and party.actor not in PATIENTS:
                return _show(party.actor, rule, place, party, deed.scene)
    return None


def _find_inside(deed: Deed) -> Iterator[Naming]:
    if not deed.hidden():
        for party in deed.scene.parties:
            if deed.first < party.first and party.last <= deed.last and not party.oblique:
                yield party, "genitive", ""


def _find_by(deed: Deed) -> Iterator[Naming]:
    others = {match.first for match in deed.find("deed")}
    for match in deed.find("names", "before"):
        between = range(deed.last, match.first + 1)
        apart = (deed.scene.breaks | others) & set(between)
        if 1 <= len(between) <= BY_REACH and not apart:
            agent = clauses.find_after(deed.scene, match.last, reach=SUBJECT_REACH, oblique=True)
            yield agent, match.construction.rule, match.construction.place


def _find_genitive(deed: Deed) -> Iterator[Naming]:
    """Party right behind the deed; adjectives and the like may be between."""
    if deed.hidden():
        return
    between = {at for match in deed.find("between") for at in range(match.first, match.last)}
    for at in range(deed.last, len(deed.scene)):
        yield clauses.find_after(deed.scene, at, reach=1), "genitive", ""
        if at not in between or at in deed.scene.breaks:
            return


def _find_governing(deed: Deed) -> Iterator[Naming]:
    """Party of the nearest construction that the deed is part of or follows."""
    near = []
    for match in deed.find("names", "own", "after"):
        scope = match.construction.scope
        own = "own" in scope and match.first < deed.last and deed.first < match.last
        if own or ("after" in scope and _leads_to(match, deed)):
            near.append(match)
    for match in reversed(near):
        yield _find_party(match, deed.scene), match.construction.rule, match.construction.place


def _leads_to(match: Match, deed: Deed) -> bool:
    between = range(match.last, deed.first)
    ends = any(deed.scene.has(role, at) for role in ("that", "turn") for at in between)
    return match.last <= deed.first <= match.last + RULE_REACH and not ends


def _find_party(match: Match, scene: Scene) -> Party | None:
    if "object" in match.construction.party:
        found = clauses.find_object(scene, match.first, match.last)
        if found and found.actor in PATIENTS:
            active = tuple(party for party in scene.parties if party.actor not in PATIENTS)
            found = clauses.find_object(replace(scene, parties=active), match.first, match.last)
        return found
    if "after" in match.construction.party:
        return clauses.find_after(scene, match.last, reach=SUBJECT_REACH + 1, oblique=True)
    return clauses.find_subject(scene, match.first, match.last, reach=SUBJECT_REACH)
