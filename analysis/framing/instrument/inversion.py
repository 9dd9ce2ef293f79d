"""Verbs of saying behind what was said: *…, said A*, and whether it goes on behind them."""

from framing.instrument.constructions import Match
from framing.instrument.scene import Scene

# ASSUME who speaks behind what was said is named in at most this many words.
NAME_REACH = 12


def is_inverted(scene: Scene, match: Match) -> bool:
    """Whether a verb of saying opens a clause behind what was said: *…, said A*.

    One that may have an object (`final`: warn, accuse) has nobody but its subject in its clause.
    """
    if _closes(scene, match):
        return True
    opens = match.first > 0 and match.first in scene.breaks
    joined = match.first in scene.prefixed.get("and_prefix", ()) or match.first in scene.relative
    follows = match.last < len(scene) and match.last not in scene.breaks
    scope = match.construction.scope
    if not opens or not follows or joined or not {"inverted", "final"} & {*scope}:
        return False
    if _sets_scene(scene, match.first) or scene.quoted[match.first] is not None:
        return False
    end = next((at for at in range(match.last, len(scene)) if at in scene.breaks), len(scene))
    if _is_behind_relative(scene, match.first) or end - match.last > NAME_REACH:
        return False
    return "inverted" in scope or not any(
        scene.has("preposition", at) for at in range(match.last, end)
    )


def _closes(scene: Scene, match: Match) -> bool:
    """Whether a transitive verb without object closes the sentence behind a pause: *…, A urged*."""
    if "transitive" not in match.construction.scope or match.last < len(scene):
        return False
    start = max((at for at in scene.breaks if at < match.first), default=0)
    other = ("relative", "joins", "preposition", "that", "when", "setting")
    return start > 0 and not any(scene.has(role, start) for role in other)


def _sets_scene(scene: Scene, at: int) -> bool:
    """Whether one clause alone is before the word, and sets the scene: *after talks, A said*."""
    return scene.has("setting", 0) and not any(place in scene.breaks for place in range(1, at))


def _is_behind_relative(scene: Scene, at: int) -> bool:
    """Whether the clause before the word describes its subject: *A, who came late, said …*."""
    start = max((place for place in scene.breaks if place < at), default=0)
    return start > 0 and (scene.has("relative", start) or scene.takes_that(start))


def is_between(scene: Scene, match: Match, said: int | None) -> bool:
    """Whether pauses are before the verb and behind its clause, and a quotation goes on later."""
    if said is None or match.first == 0 or scene.quoted[said] is None or said in scene.colons:
        return False
    pauses = (at for at in range(match.last + 1, said) if at in scene.breaks)
    return match.first in scene.breaks and any(pauses)


def is_inserted(scene: Scene, match: Match) -> bool:
    """Whether the clause goes on behind a pause after the act, without *and*."""
    end = next((at for at in range(match.last, len(scene)) if at in scene.breaks), None)
    return end is not None and not scene.forms[end].startswith(scene.joining)


def resumes(scene: Scene, match: Match, said: int) -> bool:
    """Whether a quotation before the act goes on behind it, without *that* or a colon."""
    opened = scene.quoted[said] is not None and said not in scene.colons
    return opened and any(number is not None for number in scene.quoted[: match.first])
