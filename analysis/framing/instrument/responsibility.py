"""Who is held responsible for a violation or for harm to civilians, as the sentence is built."""

from collections import Counter
from collections.abc import Iterator
from collections.abc import Sequence as Row
from dataclasses import dataclass
from itertools import chain

from framing.instrument import annotate, clauses, constructions, scenes
from framing.instrument.constructions import Match
from framing.instrument.cues import CuedLanguage
from framing.instrument.scenes import Party, Scene

Place = tuple[int, int]

FRAMES = ("violation", "civilian_harm")
NOBODY = "none"
# ASSUME civilians are who suffers a deed, never who does it.
PATIENTS = ("civilians",)
BY_REACH, RULE_REACH, SUBJECT_REACH = 6, 8, 3


@dataclass(frozen=True)
class Responsibility:
    """The actor held responsible, and the rule and words (offsets in the raw text) that decided."""

    actor: str
    rule: str = ""
    start: int = 0
    end: int = 0


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
        """The passive or the like that this deed stands in, which has no agent of its own."""
        own = (m for m in self.find("hides", "own") if m.first < self.last and self.first < m.last)
        auxiliary = (m for m in self.find("hides", "after") if m.last == self.first)
        return next(chain(own, auxiliary), None)


def assign(
    mentions: list[annotate.Mention],
    sentences: list[annotate.Sentence],
    text: str,
    language: CuedLanguage,
) -> list[Responsibility]:
    """Responsibility for each mention of the two FRAMES; actor '' for mentions of other codes.

    The agent is sought within the sentence: named in or after the words (genitive, "by"), as
    subject or object of a construction of `agency.tsv`, or as agent of another deed of the same
    sentence; otherwise it is `none`, with the rule of the construction that hides it.
    """
    surveyed = scenes.survey(mentions, sentences, text, language)
    places: list[set[Place]] = [set() for _ in sentences]
    for mention in mentions:
        if mention.cue.code in FRAMES:
            places[mention.sentence].add((mention.first, mention.last))
    held = [
        _hold(scene, places[number], _match(scene, language)) if places[number] else {}
        for number, scene in enumerate(surveyed)
    ]
    return [
        held[mention.sentence][mention.first, mention.last]
        if mention.cue.code in FRAMES
        else Responsibility("")
        for mention in mentions
    ]


def dominant(held: Row[Responsibility]) -> Responsibility:
    """The one actor held responsible in a unit: named most often, at a tie first; none without.

    The same naming words count once, however many mentions they decide. ValueError for no row.
    """
    if not held:
        raise ValueError("a frame without mentions holds nobody responsible")
    places = {(one.start, one.end): one.actor for one in held if one.actor not in ("", NOBODY)}
    named = Counter(places.values())
    actor = named.most_common(1)[0][0] if named else held[0].actor
    return next(one for one in held if one.actor == actor)


def _match(scene: Scene, language: CuedLanguage) -> tuple[Match, ...]:
    """Constructions of agency in a sentence, without verbs that are verbal nouns here (by _ing)."""
    return tuple(
        match
        for match in constructions.find(scene.sentence.words, language.agency)
        if match.construction.role != "names"
        or "own" not in match.construction.scope
        or scenes.is_verb(match, scene.forms[match.first], language)
    )


def _hold(
    scene: Scene, places: set[Place], matches: tuple[Match, ...]
) -> dict[Place, Responsibility]:
    """Responsibility for the deeds at these places of a sentence."""
    others = {(m.first, m.last) for m in matches if m.construction.role == "deed"}
    deeds = [Deed(first, last, scene, matches) for first, last in sorted(places | others)]
    named = [(deed, _name(deed)) for deed in deeds]
    return {(deed.first, deed.last): own or _carry(deed, named) for deed, own in named}


def _carry(deed: Deed, named: list[tuple[Deed, Responsibility | None]]) -> Responsibility:
    """Agent of the nearest deed of the sentence that has one, those before first; or nobody."""
    earlier = [held for other, held in named if held and other.first < deed.first]
    later = [held for other, held in named if held and other.first >= deed.first]
    for held in (*earlier[-1:], *later[:1]):
        return Responsibility(held.actor, f"carried_{held.rule}", held.start, held.end)
    hidden = deed.hidden()
    return _show(
        NOBODY, hidden.construction.rule if hidden else "unnamed", hidden or deed, deed.scene
    )


def _show(actor: str, rule: str, place: Match | Party | Deed, scene: Scene) -> Responsibility:
    spans = scene.sentence.spans
    return Responsibility(actor, rule, spans[place.first][0], spans[place.last - 1][1])


def _name(deed: Deed) -> Responsibility | None:
    """Agent that the deed's own construction names: inside, by, genitive, governing words."""
    for seek in (_find_inside, _find_by, _find_genitive, _find_governing):
        for rule, party in seek(deed):
            if party and party.actor not in PATIENTS:
                return _show(party.actor, rule, party, deed.scene)
    return None


def _find_inside(deed: Deed) -> Iterator[tuple[str, Party | None]]:
    if not deed.hidden():
        for party in deed.scene.parties:
            if deed.first < party.first and party.last <= deed.last and not party.oblique:
                yield "genitive", party


def _find_by(deed: Deed) -> Iterator[tuple[str, Party | None]]:
    others = {match.first for match in deed.find("deed")}
    for match in deed.find("names", "before"):
        between = range(deed.last, match.first + 1)
        parted = (deed.scene.breaks | others) & set(between)
        if 1 <= len(between) <= BY_REACH and not parted:
            agent = clauses.find_after(deed.scene, match.last, reach=SUBJECT_REACH, oblique=True)
            yield match.construction.rule, agent


def _find_genitive(deed: Deed) -> Iterator[tuple[str, Party | None]]:
    """Party right behind the deed, adjectives and the like let pass."""
    if deed.hidden():
        return
    between = {at for match in deed.find("between") for at in range(match.first, match.last)}
    for at in range(deed.last, len(deed.scene)):
        yield "genitive", clauses.find_after(deed.scene, at, reach=1)
        if at not in between or at in deed.scene.breaks:
            return


def _find_governing(deed: Deed) -> Iterator[tuple[str, Party | None]]:
    """Party of the nearest construction that the deed is part of or follows."""
    near = []
    for match in deed.find("names", "own", "after"):
        scope = match.construction.scope
        own = "own" in scope and match.first < deed.last and deed.first < match.last
        if own or ("after" in scope and _leads_to(match, deed)):
            near.append(match)
    for match in reversed(near):
        yield match.construction.rule, _find_party(match, deed.scene)


def _leads_to(match: Match, deed: Deed) -> bool:
    between = range(match.last, deed.first)
    that = any(deed.scene.has("that", at) for at in between)
    return match.last <= deed.first <= match.last + RULE_REACH and not that


def _find_party(match: Match, scene: Scene) -> Party | None:
    if "object" in match.construction.party:
        return clauses.find_object(scene, match.first, match.last)
    if "after" in match.construction.party:
        return clauses.find_after(scene, match.last, reach=SUBJECT_REACH + 1, oblique=True)
    return clauses.find_subject(scene, match.first, match.last, reach=SUBJECT_REACH)
