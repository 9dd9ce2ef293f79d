"""Who is the subject of a verb, and who is none: whoever speaks, or is behind a bomb."""

from dataclasses import replace

from framing.instrument import clauses
from framing.instrument.constructions import Match
from framing.instrument.deed import PATIENTS, Deed
from framing.instrument.scene import Party, Scene
from framing.texts.text import Span

SUBJECT_REACH = 3
TITLE_REACH = 3  # words between an act of speech and whoever speaks


def find_party(match: Match, deed: Deed) -> Party | None:
    """The party that a construction of `names` leads to, where its row says."""
    scene, first, last = deed.scene, match.first, match.last
    if "earlier" in match.construction.party:
        named = [p for p in scene.parties if p.last <= last and p.actor not in PATIENTS]
        ahead = [p for p in named if p.last <= first] or named
        if "subject" in match.construction.party:
            ahead = [p for p in ahead if not (p.oblique or tells(p, scene))]
        return ahead[-1] if ahead else None
    if "owner" in match.construction.party:
        return _find_owner(match, deed)
    if "object" in match.construction.party:
        found = clauses.find_object(scene, first, last)
        if found and found.actor in PATIENTS:
            found = clauses.find_object(_leave_patients(scene), first, last)
        return None if found and _is_titled(found, match, scene) else found
    if "after" in match.construction.party:
        return clauses.find_after(scene, last, reach=SUBJECT_REACH + 1, oblique=True)
    return _find_subject(match, deed)


def _leave_patients(scene: Scene) -> Scene:
    """The scene without parties who suffer, behind whom another one is sought."""
    active = tuple(party for party in scene.parties if party.actor not in PATIENTS)
    return replace(scene, parties=active)


def _is_titled(party: Party, match: Match, scene: Scene) -> bool:
    """Whether a title is between a verb that begins its clause and the party: it is the subject."""
    if clauses.find_clause_start(scene, match.first) != match.first:
        return False
    return any(scene.has("person", at) for at in range(match.last, party.first))


def _find_owner(match: Match, deed: Deed) -> Party | None:
    """Party before a noun, which is its owner: *the latest attack of A* in another order."""
    scene, at = deed.scene, match.first
    between = {place for m in deed.find("between") for place in range(m.first, m.last)}
    while at > 0 and at not in scene.breaks:
        for party in scene.parties:
            if party.last == at:
                return party
        if not (scene.has("light", at - 1) or at - 1 in between):
            return None
        at -= 1
    return None


def _find_subject(match: Match, deed: Deed) -> Party | None:
    """Subject of a verb, but not whoever speaks, nor whoever is behind what does harm."""
    scene = deed.scene
    if is_caused(match.first, deed):
        return None
    helped = find_helped(match, deed)
    first, last = helped or (match.first, match.last)
    found, reach = find_antecedent(first, scene), SUBJECT_REACH
    if helped or "before" in match.construction.party:
        last, reach = first + 1, 0
        found = found or _find_opening(first, deed)
    if not found or found.actor in PATIENTS:
        found = clauses.find_subject(scene, first, last, reach=reach)
        if found and found.actor in PATIENTS and found.first >= last:
            found = clauses.find_subject(_leave_patients(scene), first, last, reach=reach)
    found = found or _find_shared_subject(first, scene)
    if not found or speaks(found, match.first, scene):
        act = find_telling(first, deed)
        found = clauses.find_subject(scene, act.first, act.last) if act else None
    if "anywhere" not in match.construction.party:
        return found
    near = "before" not in match.construction.party
    if found and near and not _is_behind(found, match, scene):
        return found
    return _find_first(match, scene)


def _find_first(match: Match, scene: Scene) -> Party | None:
    """First party of the sentence that may break a rule that is named.

    Not whoever speaks, nor a party behind with no pause between, whose rule it is.
    """
    named = (p for p in scene.parties if not p.oblique and p.actor not in PATIENTS)
    fit = (p for p in named if not (tells(p, scene) or _is_behind(p, match, scene)))
    return next(fit, None)


def find_helped(match: Match, deed: Deed) -> Span | None:
    """Words of *try*, *begin* and the like right before the verb, whose subject is its own."""
    helps = (m for m in deed.find("helps") if m.last == match.first)
    return next(((m.first, m.last) for m in helps), None)


def _find_opening(at: int, deed: Deed) -> Party | None:
    """Party between a conjunction and the verb: *after the army of A hit* in another order."""
    scene, openings = deed.scene, {m.first for m in deed.find("conjunction")}
    doers = {place for m in deed.find("doer") for place in range(m.first, m.last)}
    while at > 0 and at not in scene.breaks and (scene.has("light", at - 1) or at - 1 in doers):
        at -= 1
    for party in scene.parties:
        if party.last >= at and party.first <= at and party.actor not in PATIENTS:
            edge = party.first - (1 if scene.has("light", party.first - 1) else 0)
            if edge - 1 in openings and party.first not in scene.breaks:
                return party
    return None


def _is_behind(party: Party, match: Match, scene: Scene) -> bool:
    """Whether the party is behind the match with no pause between: whose rule it is."""
    between = range(match.last, party.first + 1)
    return party.first >= match.first and not any(at in scene.breaks for at in between)


def find_telling(first: int, deed: Deed) -> Match | None:
    """The act of speech whose subject is the one of the verb too: *A said that it hit …*."""
    scene, at = deed.scene, first
    pronouns, own = {m.first for m in deed.find("pronoun")}, False
    while at > 0 and at not in scene.breaks and not (own and at in pronouns):
        own = own or at - 1 in pronouns
        if not (at - 1 in pronouns or scene.has("light", at - 1)):
            break
        at -= 1
    for act in reversed(scene.acts if own else ()):
        complete = at == act.last or scene.has("that", at - 1) or scene.has("that", at)
        if act.last <= at and complete and "subject" in act.construction.party:
            return act
    return None


def _find_shared_subject(first: int, scene: Scene) -> Party | None:
    """First party of the clauses before a verb that opens one: *A came, burned houses*."""
    at = first
    while at > 0 and at not in scene.breaks and scene.has("light", at - 1):
        at -= 1
    if at not in scene.breaks:
        return None
    for party in scene.parties:
        between = range(party.last, first)
        apart = any(scene.has(role, at) for role in ("that", "turn", "but") for at in between)
        apart = apart or any(at in scene.semicolons for at in range(party.last, first + 1))
        apart = apart or speaks(party, first, scene)
        if party.last <= first and not (party.oblique or party.opens or apart):
            return None if party.actor in PATIENTS else party
    return None


def is_caused(at: int, deed: Deed) -> bool:
    """Whether what does harm in nobody's name is right before the verb `at`: *the quake that hit*.

    Light words may be between; a party beside it tells whose it is: *a shell of A that hit*.
    """
    scene, attacks = deed.scene, {attack.first for attack in deed.find("deed")}
    verbs = {match.first for match in deed.find("names", "own")}
    for cause in (one for one in deed.find("cause") if one.first not in attacks):
        if cause.last > at or any(i in scene.breaks for i in range(cause.last, at + 1)):
            continue
        end, described = cause.last, False
        while end < at and any(scene.has(role, end) for role in ("light", "that", "relative")):
            described = described or scene.has("that", end) or scene.has("relative", end)
            end += 1
        parties = (p for p in scene.parties if p.last == cause.first or cause.last <= p.first < end)
        if (end == at or (described and end in verbs)) and not any(parties):
            return True
    return False


def find_antecedent(at: int, scene: Scene) -> Party | None:
    """Party that a relative clause describes whose verb is at the word `at`: *men of A who hit*."""
    relative = scene.takes_that(at)
    while at > 0:
        for party in scene.parties:
            if relative and party.last == at:
                return party
        opens = any(scene.has(role, at - 1) for role in ("relative", "that"))
        if not opens and (relative or at in scene.breaks or not scene.has("light", at - 1)):
            return None
        relative = relative or opens
        at -= 1
    return None


def speaks(party: Party, at: int, scene: Scene) -> bool:
    """Whether the party says something, and what it says of others leads up to the word `at`.

    *A said two bombs …*, but not *A said it …* or *A threatened to …*, of which A is the subject.
    """
    for act in scene.acts:
        if party.last <= act.first and act.last < at and "subject" in act.construction.party:
            said = (i for i in range(act.last, at) if not scene.has("light", i))
            first = next(said, at)
            bound = scene.has("preposition", first) or first in scene.prefixed["prefix"]
            if first < at and not bound:
                return True
    return False


def tells(party: Party, scene: Scene) -> bool:
    """Whether an act of speech is beside the party, which is its subject then."""
    for act in scene.acts:
        between = range(act.last, party.first + 1)
        said = any(scene.has("that", at) or scene.takes_that(at) for at in between)
        after = act.last <= party.first < act.last + TITLE_REACH and not said
        if after or party.last <= act.first < party.last + TITLE_REACH:
            return True
    return False
