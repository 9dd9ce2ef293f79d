"""Clauses of a sentence, and where in them the subject, the agent or the source is."""

from framing.instrument.scenes import Party, Scene

# ASSUME a subject is within this many words after its verb, or before it in the clause.
REACH = 6
CLAUSE_REACH = 10


def find_adjacent_before(scene: Scene, at: int) -> Party | None:
    """Party right before the word `at`, or with light words (also, today, he) alone between."""
    while at > 0 and at not in scene.breaks:
        for party in scene.parties:
            if party.last == at:
                return None if party.oblique else _find_first_joined(scene, party)
        if not scene.has("light", at - 1):
            return None
        at -= 1
    return None


def _find_first_joined(scene: Scene, party: Party) -> Party:
    """First of several names in a row: *Russia and Turkey urged …*."""
    for other in scene.parties:
        joined = other.last == party.first and party.first not in scene.breaks
        if joined and not (other.oblique or party.opens):
            return _find_first_joined(scene, other)
    return party


def find_after(scene: Scene, at: int, *, reach: int = REACH, oblique: bool = False) -> Party | None:
    """First party from the word `at` on, before the clause ends; `oblique` admits prepositions."""
    for place in range(at, min(at + reach, len(scene))):
        if place in scene.breaks and place > 0:
            return None
        for party in scene.parties:
            if party.first == place:
                return None if party.opens or (party.oblique and not oblique) else party
        if scene.has("that", place) or (scene.has("preposition", place) and not oblique):
            return None
    return None


def find_in_clause(scene: Scene, at: int, *, reach: int = CLAUSE_REACH) -> Party | None:
    """Nearest party before the word `at` within its clause that no preposition governs."""
    start = find_clause_start(scene, at)
    for place in range(at, max(start, at - reach), -1):
        for party in scene.parties:
            if party.last == place and party.first >= start and not party.oblique:
                return party
    return None


def find_subject(scene: Scene, first: int, last: int, *, reach: int = REACH) -> Party | None:
    """Subject of the verb at `first:last`: right before it, inside, after it, or in its clause."""
    inside = (p for p in scene.parties if first <= p.first and p.last <= last and not p.oblique)
    return (
        find_adjacent_before(scene, first)
        or next(inside, None)
        or find_after(scene, last, reach=reach)
        or find_in_clause(scene, first)
        or _find_metonym(scene, first)
    )


def _find_metonym(scene: Scene, at: int) -> Party | None:
    """Place meant for who speaks there, if it is all of the clause: *in Moscow they said*."""
    start = find_clause_start(scene, at)
    whole = (p for p in scene.parties if p.first == start and p.last == at and p.oblique)
    return next(whole, None) if start in scene.prefixed["prefix"] else None


def find_object(scene: Scene, first: int, last: int) -> Party | None:
    """Object of the verb at `first:last`: behind the subject, if that follows the verb as well."""
    parties = []
    for place in range(last, min(last + CLAUSE_REACH, len(scene))):
        if place in scene.breaks or scene.has("that", place):
            break
        parties += [party for party in scene.parties if party.first == place]
    before = find_adjacent_before(scene, first)
    return parties[1] if len(parties) > 1 and not before else next(iter(parties), None)


def find_clause_start(scene: Scene, at: int) -> int:
    """First word of the clause that leads up to the word `at`."""
    while at > 0 and at not in scene.breaks and not scene.has("that", at - 1):
        at -= 1
    return at


def has_own_subject(scene: Scene, first: int, last: int) -> bool:
    """Whether a verb at `first:last` seems to have a subject, though it is no known actor.

    A clause that begins with a preposition, or has light words alone, leaves the subject open.
    """
    start = find_clause_start(scene, first)
    while start < first and scene.has("light", start):
        start += 1
    person = scene.roles.get("person", frozenset())
    before = range(start, first)
    if any(i in person for i in before):
        return True
    if before and not (scene.has("preposition", start) or start in scene.prefixed["prefix"]):
        return True
    after = _slot(scene, last)
    return any(i in person for i in after) or (not before and bool(after))


def _slot(scene: Scene, at: int) -> list[int]:
    """Words between a verb and what is said, where its subject could be."""
    places: list[int] = []
    for place in range(at, min(at + REACH, len(scene))):
        if scene.has("that", place) or place in scene.colons:
            return places
        oblique = scene.has("preposition", place) or (
            not places and place in scene.prefixed["prefix"]
        )
        if place in scene.breaks or oblique:
            break
        if not scene.has("light", place):
            places.append(place)
    # Without "that" the words may also be an object: whoever stressed the need of a truce.
    return [place for place in places if scene.has("person", place)]
