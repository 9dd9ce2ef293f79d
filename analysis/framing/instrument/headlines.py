"""Speakers beside a colon or a dash, as in headlines: *Putin: …*, *… - a source in Moscow*."""

from framing.instrument import clauses
from framing.instrument.constructions import Construction, Match
from framing.instrument.scene import Scene

DATELINE = 6  # words: city: name: text
HEADLINE = 5  # words: a source that is none of the actors: text


def find_opening(scene: Scene) -> list[Match]:
    """Parties, or other sources, before the first colon, as in a headline: *Putin: no truce*.

    Behind another colon they belong to what is said; with another shortly behind, to a dateline.
    """
    if not scene.colons:
        return []
    ends = {party.last: party for party in scene.parties if not party.oblique}
    found = []
    for at in sorted(scene.colons):
        start = clauses.find_clause_start(scene, at - 1)
        alone = not any(other <= start or 0 < other - at <= DATELINE for other in scene.colons)
        if not alone or any(start <= act.first < at for act in scene.acts):
            continue
        if at in ends:
            found.append(_open(ends[at].actor, ends[at].first, at))
        elif start == 0 and at <= HEADLINE and (_is_source(scene, 0) or _is_source(scene, at - 1)):
            found.append(_open(scene.unlisted, 0, at))
    return found


def find_closing(scene: Scene) -> list[Match]:
    """Who is named behind the last colon or dash, as in a headline: *No truce - Putin*."""
    if not (scene.colons or scene.dashes):
        return []
    at = max(scene.colons | scene.dashes)
    rest = range(at, len(scene))
    if len(rest) > HEADLINE or any(act.last > at for act in scene.acts):
        return []
    named = [p for p in scene.parties if p.first == at and not p.oblique and p.last == len(scene)]
    if named:
        return [_open(named[0].actor, at, len(scene), "before")]
    found = any(_is_source(scene, i) for i in rest) and not scene.has("preposition", at)
    return [_open(scene.unlisted, at, len(scene), "before")] if found else []


def _open(speaker: str, first: int, last: int, scope: str = "after") -> Match:
    """A speaker beside a colon, as an act that governs what is on its other side."""
    return Match(Construction("colon", "act", (speaker,), (scope,), "", ()), first, last)


def _is_source(scene: Scene, at: int) -> bool:
    return scene.has("person", at) or scene.has("outsider", at)
