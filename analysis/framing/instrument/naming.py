"""The words that name whoever speaks or acts in a clause."""

from framing.instrument import clauses
from framing.instrument.scene import Scene

# ASSUME a name follows at most this many words of its title: minister of defence A.
TITLE_REACH = 2


def find_name(scene: Scene, first: int, last: int, actor: str) -> tuple[int, int]:
    """Words (a range) that name the actor nearest to the verb at `first:last` in its clause.

    A title, and whoever speaks for the actor, are a part: *a source in A*; it is empty if none do.
    """
    start = clauses.find_clause_start(scene, first)
    breaks = (at for at in range(last + 1, len(scene)) if at in scene.breaks)
    end = min(next(breaks, len(scene)), last + clauses.CLAUSE_REACH)
    near = [p for p in scene.parties if p.actor == actor and start <= p.first and p.last <= end]
    if not near:
        return last, last
    name = min(near, key=lambda p: max(first - p.last, p.first - last))
    edge = max(name.first - clauses.AFFILIATION_REACH, last if name.first >= last else start)
    persons = [at for at in range(edge, name.first) if scene.has("person", at)]
    ahead = name.first
    while ahead > max(edge, name.first - TITLE_REACH) and not _is_apart(scene, ahead - 1):
        ahead -= 1
    follows = {p.first: p.last for p in near}
    behind = name.last
    while behind in follows:
        behind = follows[behind]
    return min([ahead, *persons]), behind


def find_naming(scene: Scene, first: int, last: int) -> tuple[int, int]:
    """Words (a range) that can name the subject of the verb at `first:last`, or its source.

    They are those between the beginning of the clause and the verb, without light ones at the edge,
    or those behind it up to what is said, a pause, or what describes the last one of those named.
    """
    start = clauses.find_clause_start(scene, first)
    while start < first and (clauses.is_nobody(scene, start) or scene.has("preposition", start)):
        start += 1
    if start < first and not scene.is_prefixed(start):
        return start, first
    end = last
    for at in range(last, min(last + clauses.CLAUSE_REACH, len(scene))):
        if (at in scene.breaks and at > last) or scene.has("that", at):
            return last, at
        if scene.has("outsider", at):
            return last, at + 1
        ends = (party.last for party in scene.parties if party.first == at)
        end = max([end, *ends, *([at + 1] if _is_person(scene, at) else [])])
    while last < end < min(last + clauses.CLAUSE_REACH, len(scene)) and not _is_apart(scene, end):
        end += 1
    return last, end


def _is_person(scene: Scene, at: int) -> bool:
    """Whether the word is somebody's office, and no preposition governs it."""
    return scene.has("person", at) and not scene.has("preposition", at - 1)


def _is_apart(scene: Scene, at: int) -> bool:
    """Whether a word does not describe the name before it, but is a part of the clause itself."""
    roles = ("preposition", "light", "setting", "turn", "that")
    return at in scene.breaks or any(scene.has(role, at) for role in roles)
