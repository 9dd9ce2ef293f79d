"""Whose voice a mention is in: the narrator's, or somebody's to whom the text attributes it."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from framing.instrument import annotate, quotes, reach, speech
from framing.instrument.acts import NOWHERE, Act, find_recent
from framing.instrument.scene import Scene
from framing.texts.text import Span

NARRATOR, ATTRIBUTED = "narrator", "attributed"
QUOTATION, CONTINUED, FIRST_PERSON = "quotation", "continued", "first_person"


class Voice(NamedTuple):
    """Who says it; the rule that decided, its row, and its words (offsets in the raw text).

    `named` are the offsets of the words that name the speaker, (0, 0) where they are not beside.
    """

    voice: str
    speaker: str = ""
    rule: str = ""
    start: int = 0
    end: int = 0
    place: str = ""
    named: Span = NOWHERE


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
    own = [a for a in acts if a.sentence == mention.sentence]
    act = _find_governing(mention, scene, own)
    if act:
        return _attribute(act)
    if scene.quoted[mention.first] is not None or _is_loose(mention, acts, text):
        return _quote(mention, scene, acts)
    if _continues(scene, mention):
        return _continue(mention, scene, acts)
    at = _find_first_person(scene, own)
    if at is not None:
        return Voice(ATTRIBUTED, "", FIRST_PERSON, *scene.sentence.spans[at])
    return Voice(NARRATOR)


def _attribute(act: Act) -> Voice:
    rule, place = act.match.construction.rule, act.match.construction.place
    return Voice(ATTRIBUTED, act.speaker, rule, act.start, act.end, place, act.named)


def _find_governing(mention: annotate.Mention, scene: Scene, acts: list[Act]) -> Act | None:
    """Act of the sentence that governs the mention: its own, one before, after, around it."""
    own = (a for a in acts if a.governs("own") and reach.overlaps(a, mention, scene))
    before = _find_before(mention, scene, acts)
    after = (a for a in acts if a.governs("before") and reach.leads_to(a, mention, scene))
    around = (a for a in acts if a.governs("sentence") and reach.surrounds(a, mention, scene))
    naming = (a for a in acts if reach.names(a, mention, scene))
    governing = chain(own, before, after, around, naming)
    nearest = next(governing, None) if acts else None
    if nearest and not nearest.speaker:
        return next((act for act in governing if act.speaker), nearest)
    return nearest


def _find_before(mention: annotate.Mention, scene: Scene, acts: list[Act]) -> Iterable[Act]:
    """Acts before the mention that reach it, the nearest first.

    One in a relative clause comes after whoever says all of it: *A said that B, which C had
    condemned, …*.
    """
    found = (a for a in acts[::-1] if a.governs("after") and reach.reaches(a, mention, scene))
    if not scene.relative:
        return found
    before = list(found)
    if not any(act.complete for act in before):
        return before
    return sorted(before, key=lambda a: a.match.first in scene.relative and not a.complete)


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
    said = sorted(scene.roles.get("first_person", ()))
    first = acts[0].match.first if acts else len(scene)
    return next((at for at in said if at < first and scene.quoted[at] is None), None)


def _find_recent(mention: annotate.Mention, acts: list[Act]) -> Act | None:
    return find_recent([a for a in acts if a.end <= mention.start], mention.sentence)
