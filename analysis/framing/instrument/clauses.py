"""Clauses of a sentence, and where in them the subject, the agent or the source is."""

from framing.instrument.scene import Party, Scene

# ASSUME a subject is within this many words after its verb, or before it in the clause.
REACH = 6
CLAUSE_REACH = 10
# ASSUME a person belongs to an actor named within this many words: an official in the city of A.
AFFILIATION_REACH = 3
OPENERS = ("preposition", "setting", "when", "that", "turn")


def find_adjacent_before(scene: Scene, at: int) -> Party | None:
    """Party right before the word `at`, or with light words (also, today, he) alone between."""
    while scene.parties and at > 0 and at not in scene.breaks:
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
    for place in range(at, min(at + reach, len(scene))) if scene.parties else ():
        if place in scene.breaks and place > 0:
            return None
        for party in scene.parties:
            if party.first == place:
                return None if party.opens or (party.oblique and not oblique) else party
        ends = scene.has("outsider", place) or scene.has("that", place)
        if ends or (scene.has("preposition", place) and not oblique):
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
    if not scene.parties:
        return None
    inside = (p for p in scene.parties if first <= p.first and p.last <= last and not p.oblique)
    return (
        find_adjacent_before(scene, first)
        or next(inside, None)
        or find_after(scene, last, reach=reach)
        or find_in_clause(scene, first)
        or _find_metonym(scene, first)
    )


def _find_metonym(scene: Scene, at: int) -> Party | None:
    """Place that means whoever speaks there, if it is all of the clause: *in Moscow they said*."""
    start = _skip(scene, find_clause_start(scene, at), at)
    found = (p for p in scene.parties if p.first == start and p.oblique)
    whole = (p for p in found if _skip(scene, p.last, at) == at)
    return next(whole, None) if scene.is_prefixed(start) else None


def _skip(scene: Scene, at: int, end: int) -> int:
    """First word from `at` on, before `end`, that is neither light nor goes on with a clause."""
    while at < end and is_nobody(scene, at):
        at += 1
    return at


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
    breaks, that, turn = scene.breaks, scene.roles.get("that", ()), scene.roles.get("turn", ())
    while at > 0 and at not in breaks and at - 1 not in that and at - 1 not in turn:
        at -= 1
    return at


def begins_with_words(scene: Scene, at: int) -> bool:
    """Whether the clause of the verb at `at` begins with words that can be its subject."""
    start = _skip(scene, find_clause_start(scene, at), at)
    return start < at and _is_free(scene, start)


def has_own_subject(scene: Scene, first: int, last: int, *, behind: bool = True) -> bool:
    """Whether a verb at `first:last` seems to have a subject, though it is no known actor.

    A clause that begins with a preposition, or has light words alone, leaves the subject open.
    `behind`: whether the subject may follow the verb.
    """
    start = _skip(scene, find_clause_start(scene, first), first)
    person = scene.roles.get("person", frozenset()) | scene.roles.get("outsider", frozenset())
    before = range(start, first)
    if any(i in person for i in before):
        return True
    if before and not (scene.has("preposition", start) or scene.is_prefixed(start)):
        return True
    after = _slot(scene, last) if behind else []
    return any(i in person for i in after) or (not before and bool(after))


def is_begun(scene: Scene, at: int) -> bool:
    """Whether somebody named before a verb without subject can be it: *A came, and said*.

    A person, or what the sentence begins with, if no preposition governs it.
    """
    if _names(scene, ("person", "outsider"), at, at):
        return True
    start = find_clause_start(scene, at)
    if _skip(scene, start, at) < at or any(scene.has("pronoun", i) for i in range(start, at)):
        return False
    first = _skip(scene, 0, start)
    return first < start and scene.quoted[first] == scene.quoted[at] and _is_free(scene, first)


def _names(scene: Scene, roles: tuple[str, ...], first: int, last: int) -> bool:
    """Whether a word of these roles before `last`, quoted or not as `first` is, is no object."""
    named = (at for role in roles for at in scene.roles.get(role, ()) if at < last)
    return any(_is_free(scene, at) and scene.quoted[at] == scene.quoted[first] for at in named)


def _is_free(scene: Scene, at: int) -> bool:
    """Whether no preposition is in the word or before it, and it opens no clause."""
    governed = scene.has("preposition", at - 1) or scene.is_prefixed(at)
    return not governed and not any(scene.has(role, at) for role in OPENERS)


def find_affiliation(scene: Scene, first: int, last: int) -> Party | None:
    """Party to which somebody named beside the verb at `first:last` belongs: *a source in A*."""
    if not scene.parties:
        return None
    persons = (*range(find_clause_start(scene, first), last), *_slot(scene, last))
    for at in (at for at in persons if scene.has("person", at) or scene.has("office", at)):
        for party in scene.parties:
            if party.oblique and scene.has("envoy", at):
                continue
            near = at < party.first <= at + AFFILIATION_REACH
            apart = any(_divides(scene, place) for place in range(at + 1, party.first + 1))
            if near and not apart and (party.last <= first or at >= last):
                return party
    return None


def _divides(scene: Scene, at: int) -> bool:
    return at in scene.breaks or scene.has("that", at)


def has_words_beside(scene: Scene, first: int, last: int) -> bool:
    """Whether words beside the verb at `first:last` can be its subject, whatever they are.

    A person or an office further before it or between its parts can as well.
    """
    before = range(find_clause_start(scene, first), first)
    beside = any(_is_somebody(scene, at) for at in before) or bool(_words_after(scene, last)[0])
    return beside or _names(scene, ("person", "office"), first, last)


def names_somebody(scene: Scene, at: int) -> bool:
    """Whether words from `at` on can be a name, up to what is said or a pause."""
    for place in range(at, min(at + REACH, len(scene))):
        apart = (place in scene.breaks and place > at) or scene.has("that", place)
        if apart or scene.has("preposition", place):
            return False
        if _is_somebody(scene, place):
            return True
    return False


def _is_somebody(scene: Scene, at: int) -> bool:
    return scene.has("office", at) or not is_nobody(scene, at)


def is_nobody(scene: Scene, at: int) -> bool:
    """Whether the word names nobody: *also*, *the*; *and*, *but*, with which a clause begins."""
    words = scene.roles.get
    return at in words("light", ()) or at in words("but", ()) or at in words("joins", ())


def _slot(scene: Scene, at: int) -> list[int]:
    """Words between a verb and what is said, where its subject could be."""
    places, said = _words_after(scene, at)
    if said:
        return places
    # Without "that" the words may also be an object: whoever stressed the need of a truce.
    return [at for at in places if scene.has("person", at) or scene.has("outsider", at)]


def _words_after(scene: Scene, at: int) -> tuple[list[int], bool]:
    """Words behind a verb, up to a preposition or pause, and whether what is said follows them."""
    places: list[int] = []
    for place in range(at, min(at + REACH, len(scene))):
        if scene.has("that", place) or place in scene.colons:
            return places, True
        oblique = scene.has("preposition", place) or (not places and scene.is_prefixed(place))
        if place in scene.breaks or oblique:
            break
        if _is_somebody(scene, place):
            places.append(place)
    return places, False
