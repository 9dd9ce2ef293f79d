"""What an act of speech governs: its own words, those behind it, those around it."""

from framing.instrument import annotate
from framing.instrument.acts import Act
from framing.instrument.scene import Scene

SETTING_REACH, NAME_REACH = 2, 4  # words


def reaches(act: Act, mention: annotate.Mention, scene: Scene) -> bool:
    """Whether what the act says can extend to a mention behind it.

    It ends where the narrator turns to something else (*while*), and at a semicolon; in a relative
    clause, or said by a noun, at a pause; but not where *that* opens what is behind. Words that
    only set the scene of the act (*after a meeting with A*) are the narrator's: they come before
    *that*, or no preposition is between.
    """
    first = act.match.last
    if first > mention.first or _ends(act, mention, scene):
        return False
    if _describes_speaker(act, mention, scene):
        return False
    if act.said is not None and mention.last <= act.said:
        before = range(first, mention.last)
        return not any(scene.has(role, at) for role in ("relative", "setting") for at in before)
    if act.said is not None:
        return True
    if scene.has("setting", first) and _opens_later(scene, mention.last):
        return False
    for at in range(first, mention.last):
        if scene.has("setting", at) and mention.first - at <= SETTING_REACH:
            return False
        opens = at in scene.colons or scene.has("that", at) or scene.has("preposition", at)
        if opens or scene.takes_that(at):
            return True
    return True


def _opens_later(scene: Scene, at: int) -> bool:
    """Whether *that* follows in the clause, from the word `at` on."""
    end = next((place for place in range(at, len(scene)) if place in scene.breaks), len(scene))
    return any(scene.has("that", place) or scene.takes_that(place) for place in range(at, end))


def names(act: Act, mention: annotate.Mention, scene: Scene) -> bool:
    """Whether the mention is a part of the speaker's name, and what is said follows.

    A sentence has one voice: *the relief agency said that food …*. Before a verb written together
    with *and* is another clause.
    """
    start, end = act.named
    joined = act.match.first in scene.prefixed.get("and_prefix", ())
    if not act.complete or not start <= mention.start < end:
        return False
    if joined and mention.first < act.match.first:
        return False
    name = [at for at, (a, b) in enumerate(scene.sentence.spans) if start <= a and b <= end]
    inside = [at for at in name if at < mention.last]
    apart = any(
        scene.has(role, at)
        for role in ("setting", "relative", "preposition", "that", "joins")
        for at in inside
    )
    return len(inside) <= NAME_REACH and not apart


def _describes_speaker(act: Act, mention: annotate.Mention, scene: Scene) -> bool:
    """Whether the mention is in a relative clause on who speaks: *said A, who had met B, …*."""
    start = max((at for at in range(mention.first + 1) if at in scene.breaks), default=0)
    name = range(act.match.last, start)
    if not 0 < len(name) <= NAME_REACH or (act.said is not None and act.said <= start):
        return False
    plain = not any(scene.has("preposition", at) or at in scene.breaks for at in name)
    return plain and (scene.has("relative", start) or scene.takes_that(start))


def leads_to(act: Act, mention: annotate.Mention, scene: Scene) -> bool:
    """Whether the mention is before the act, and in what is quoted or in the same statement."""
    between = range(mention.last, act.match.first)
    stops = any(at in scene.semicolons for at in between) and scene.quoted[mention.first] is None
    return mention.last <= act.match.first and not stops


def surrounds(act: Act, mention: annotate.Mention, scene: Scene) -> bool:
    """Whether an act that governs its whole sentence governs the mention too.

    A verb does not govern what sets its scene, right behind it or where the sentence begins: *after
    a meeting with A, B said …*.
    """
    if _ends(act, mention, scene):
        return False
    if act.match.first in scene.timed and mention.last <= act.match.first:
        return False
    behind = mention.first < act.match.first
    if behind and _is_before(act, mention, scene):
        return False
    said = act.said is not None and act.said <= mention.first
    if said or "subject" not in act.match.construction.party:
        return True
    if behind:
        apart = any(at in scene.breaks for at in range(1, mention.first + 1))
        return apart or not scene.has("setting", 0)
    near = 0 if act.complete else mention.first - SETTING_REACH
    between = range(max(near, act.match.last), mention.first + 1)
    return not any(scene.has("setting", at) for at in between)


def _is_before(act: Act, mention: annotate.Mention, scene: Scene) -> bool:
    """Whether the mention is in a clause before the one of the act, which the narrator says.

    A semicolon is between them, or *that* follows the verb, or the verb goes on with *and*:
    *A came, and B said …*, *A came and said …*.
    """
    first = act.match.first
    if any(at in scene.semicolons for at in range(mention.last, first + 1)):
        return True
    if "subject" not in act.match.construction.party:
        return False
    breaks = [at for at in range(mention.first + 1, first + 1) if at in scene.breaks]
    if breaks and act.said is not None and scene.quoted[act.said] is None:
        return True
    openings = (breaks[-1],) if breaks else range(mention.last, first)
    return any(scene.has("joins", at) for at in openings)


def _ends(act: Act, mention: annotate.Mention, scene: Scene) -> bool:
    """Whether what the act says ends between its words and the mention behind them."""
    between = range(act.match.last, mention.first)
    noun = act.match.construction.role == "noun_act" and not act.complete
    within = noun or act.match.first in scene.relative or act.match.first in scene.timed
    if within and _is_over(act, mention, scene):
        return True
    stops = (at + 1 for at in between if at + 1 in scene.semicolons)
    if any(not (scene.has("that", at) or scene.takes_that(at)) for at in stops):
        return True
    turning = scene.roles.keys() & {"turn", "but"}
    return bool(turning) and any(_turns(act, scene, at) for at in (*between, mention.first))


def _is_over(act: Act, mention: annotate.Mention, scene: Scene) -> bool:
    """Whether a pause is between what the act says and the mention, and no *that* follows it."""
    said = act.match.last - 1 if act.said is None else act.said
    pauses = (at for at in range(said + 1, mention.first + 1) if at in scene.breaks)
    return any(not (scene.has("that", at) or scene.takes_that(at)) for at in pauses)


def _turns(act: Act, scene: Scene, at: int) -> bool:
    """Whether the narrator turns to something else here, and not whoever is quoted.

    *But* is the narrator's where the act has no *that*, which whoever speaks could go on with.
    """
    if scene.quoted[at] is not None or scene.has("that", at - 1):
        return False
    return scene.has("turn", at) or (scene.has("but", at) and not act.complete)


def overlaps(act: Act, mention: annotate.Mention, scene: Scene) -> bool:
    """Whether they share words, and the mention is not what sets the scene of the act.

    It does in a gap between the act's words, or where its own words go on after those of the act:
    *A said after a meeting*.
    """
    first, last = act.match.first, act.match.last
    if first >= mention.last or mention.first >= last:
        return False
    if mention.first > first and mention.last >= last:
        return True
    end = mention.last if mention.first <= first else mention.first + 1
    return not any(scene.has("setting", at) for at in range(first + 1, end))
