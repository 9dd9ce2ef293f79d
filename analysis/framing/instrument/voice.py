"""Whose voice a mention is in: the narrator's, or somebody's to whom the text attributes it."""

from dataclasses import dataclass
from functools import lru_cache

from framing.instrument import annotate, quotes, speech
from framing.instrument.scenes import Scene
from framing.instrument.speech import Act
from framing.texts.text import Span

NARRATOR, ATTRIBUTED = "narrator", "attributed"
QUOTATION, CONTINUED, FIRST_PERSON = "quotation", "continued", "first_person"
SETTING_REACH, NAME_REACH = 2, 4  # words


@dataclass(frozen=True)
class Voice:
    """Who says it; the rule that decided, its row, and its words (offsets in the raw text).

    `named` are the offsets of the words that name the speaker, (0, 0) where they are not beside.
    """

    voice: str
    speaker: str = ""
    rule: str = ""
    start: int = 0
    end: int = 0
    place: str = ""
    named: Span = speech.NOWHERE


def assign(mentions: list[annotate.Mention], scenes: list[Scene], text: str) -> list[Voice]:
    """Voice of each mention, in their order; `scenes` are the sentences of the text (`survey`).

    A mention is attributed when a speech act (`speech.tsv`) governs it, or when it is in a
    quotation. The speaker is '' where the text names none, or none of the actors.
    """
    acts = speech.find_acts(scenes)
    spans = quotes.find_spans(text)
    owners = [_find_owner(span, acts, text) for span in spans]
    places = [(m.start, m.end) for m in mentions]
    owned = [None if n is None else owners[n] for n in quotes.number_words(spans, places)]
    return [
        _decide(mention, scenes[mention.sentence], acts, owner, text)
        for mention, owner in zip(mentions, owned, strict=True)
    ]


def _find_owner(span: Span, acts: list[Act], text: str) -> Act | None:
    """Act that follows a quotation with no word between, and opens no statement of its own.

    It opens none where the quotation goes on behind it: *"…", said A, "…"*.
    """
    for act in acts:
        if act.start >= span[1] and not any(c.isalpha() for c in text[span[1] : act.start]):
            return act if not act.complete or act.resumes else None
    return None


def _decide(
    mention: annotate.Mention, scene: Scene, acts: list[Act], owner: Act | None, text: str
) -> Voice:
    if owner:
        return _attribute(owner)
    act = _find_governing(mention, scene, [a for a in acts if a.sentence == mention.sentence])
    if act:
        return _attribute(act)
    if scene.quoted[mention.first] is not None or _is_loose(mention, acts, text):
        return _quote(mention, scene, acts)
    if _continues(scene, mention):
        return _continue(mention, scene, acts)
    at = _find_first_person(scene, [a for a in acts if a.sentence == mention.sentence])
    if at is not None:
        return Voice(ATTRIBUTED, "", FIRST_PERSON, *scene.sentence.spans[at])
    return Voice(NARRATOR)


def _attribute(act: Act) -> Voice:
    rule, place = act.match.construction.rule, act.match.construction.place
    return Voice(ATTRIBUTED, act.speaker, rule, act.start, act.end, place, act.named)


def _find_governing(mention: annotate.Mention, scene: Scene, acts: list[Act]) -> Act | None:
    """Act of the sentence that governs the mention: its own, one before, after, around it."""
    own = [a for a in acts if a.governs("own") and _overlap(a, mention, scene)]
    before = [a for a in acts if a.governs("after") and _reaches(a, mention, scene)]
    after = [a for a in acts if a.governs("before") and a.match.first >= mention.last]
    around = [a for a in acts if a.governs("sentence") and _surrounds(a, mention, scene)]
    return next((act for row in (own, before[::-1], after, around) for act in row), None)


def _reaches(act: Act, mention: annotate.Mention, scene: Scene) -> bool:
    """Whether what the act says can extend to a mention behind it.

    It ends where the narrator turns to something else (*while*); in a relative clause, or said by
    a noun, at a pause, unless *that* opens it. Words that only set the scene of the act (*after a
    meeting with A*) are the narrator's: they come before *that*, or no preposition is between.
    """
    first = act.match.last
    if first > mention.first or _ends(act, mention, scene):
        return False
    if _describes_speaker(act, mention, scene):
        return False
    if act.said is not None and mention.first < act.said:
        near = range(max(first, mention.first - SETTING_REACH), mention.first + 1)
        return not any(scene.has("setting", at) for at in near)
    for at in range(first, mention.first + 1):
        if scene.has("setting", at) and mention.first - at <= SETTING_REACH:
            return False
        opens = at in scene.colons or scene.takes_that(at)
        if opens or scene.has("that", at) or scene.has("preposition", at):
            return True
    return True


def _describes_speaker(act: Act, mention: annotate.Mention, scene: Scene) -> bool:
    """Whether the mention is in a relative clause on who speaks: *said A, who had met B, …*."""
    start = max((at for at in range(mention.first + 1) if at in scene.breaks), default=0)
    name = range(act.match.last, start)
    if not 0 < len(name) <= NAME_REACH or (act.said is not None and act.said <= start):
        return False
    plain = not any(scene.has("preposition", at) or at in scene.breaks for at in name)
    return plain and (scene.has("relative", start) or scene.takes_that(start))


def _surrounds(act: Act, mention: annotate.Mention, scene: Scene) -> bool:
    """Whether an act that governs its whole sentence governs the mention too.

    A verb does not govern what sets its scene, right behind it or where the sentence begins: *after
    a meeting with A, B said …*.
    """
    if _ends(act, mention, scene):
        return False
    if act.match.first in scene.timed and mention.last <= act.match.first:
        return False
    said = act.said is not None and act.said <= mention.first
    if said or "subject" not in act.match.construction.party:
        return True
    if mention.first < act.match.first:
        apart = any(at in scene.breaks for at in range(1, mention.first + 1))
        return apart or not scene.has("setting", 0)
    near = range(max(0, mention.first - SETTING_REACH), mention.first + 1)
    return not any(scene.has("setting", at) for at in near if at >= act.match.last)


def _ends(act: Act, mention: annotate.Mention, scene: Scene) -> bool:
    """Whether what the act says ends between its words and the mention behind them."""
    between = range(act.match.last, mention.first)
    noun = act.match.construction.role == "noun_act" and not act.complete
    within = noun or act.match.first in scene.relative or act.match.first in scene.timed
    if within and _is_over(act, mention, scene):
        return True
    if not act.complete and any(at + 1 in scene.semicolons for at in between):
        return True
    return any(_turns(act, scene, at) for at in between)


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


def _overlap(act: Act, mention: annotate.Mention, scene: Scene) -> bool:
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


def _continues(scene: Scene, mention: annotate.Mention) -> bool:
    """Whether the sentence goes on with what was said in the one before: *And that …*."""
    turns = (scene.has(role, at) for role in ("turn", "but") for at in range(mention.first))
    return scene.has("and_that", 0) and not any(turns)


def _is_loose(mention: annotate.Mention, acts: list[Act], text: str) -> bool:
    """Whether it is in a line that is part of a longer quotation, and no act follows it there."""
    inside = any(start <= mention.start < end for start, end in find_loose(text))
    return inside and not any(
        a.sentence == mention.sentence and a.start >= mention.end for a in acts
    )


# Several mentions of a text ask in a row.
find_loose = lru_cache(maxsize=1)(quotes.find_loose)


def _quote(mention: annotate.Mention, scene: Scene, acts: list[Act]) -> Voice:
    """A quotation that no act governs: of the last subject before it, else of the last act."""
    named = [
        party.actor
        for party in scene.parties
        if party.last <= mention.first and not party.oblique and scene.quoted[party.first] is None
    ]
    recent = _find_recent(mention, acts)
    speaker = named[-1] if named else recent.speaker if recent else ""
    return Voice(ATTRIBUTED, speaker, QUOTATION, mention.start, mention.end)


def _continue(mention: annotate.Mention, scene: Scene, acts: list[Act]) -> Voice:
    recent = _find_recent(mention, acts)
    return Voice(ATTRIBUTED, recent.speaker if recent else "", CONTINUED, *scene.sentence.spans[0])


def _find_first_person(scene: Scene, acts: list[Act]) -> int | None:
    """*I* in the sentence, unquoted and before anybody speaks in it: a word, or None."""
    first = acts[0].match.first if acts else len(scene)
    said = sorted(scene.roles.get("first_person", ()))
    return next((at for at in said if at < first and scene.quoted[at] is None), None)


def _find_recent(mention: annotate.Mention, acts: list[Act]) -> Act | None:
    return speech.find_recent([a for a in acts if a.end <= mention.start], mention.sentence)
