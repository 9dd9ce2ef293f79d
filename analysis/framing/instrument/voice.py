"""Whose voice a mention is in: the narrator's, or somebody's to whom the text attributes it."""

from dataclasses import dataclass

from framing.instrument import annotate, quotes, speech
from framing.instrument.scenes import Scene
from framing.instrument.speech import Act
from framing.texts.text import Span

NARRATOR, ATTRIBUTED = "narrator", "attributed"
QUOTATION = "quotation"
SETTING_REACH = 2


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
    inside = quotes.number_words(spans, [(m.start, m.end) for m in mentions])
    owned = [None if number is None else owners[number] for number in inside]
    return [_decide(m, scenes[m.sentence], acts, o) for m, o in zip(mentions, owned, strict=True)]


def _find_owner(span: Span, acts: list[Act], text: str) -> Act | None:
    """Act that follows a quotation with no word between, and opens no statement of its own."""
    for act in acts:
        if act.start >= span[1] and not any(c.isalpha() for c in text[span[1] : act.start]):
            return None if act.complete else act
    return None


def _decide(mention: annotate.Mention, scene: Scene, acts: list[Act], owner: Act | None) -> Voice:
    if owner:
        return _attribute(owner)
    act = _find_governing(mention, scene, [a for a in acts if a.sentence == mention.sentence])
    if act:
        return _attribute(act)
    if scene.quoted[mention.first] is not None:
        return _quote(mention, scene, acts)
    return Voice(NARRATOR)


def _attribute(act: Act) -> Voice:
    rule, place = act.match.construction.rule, act.match.construction.place
    return Voice(ATTRIBUTED, act.speaker, rule, act.start, act.end, place, act.named)


def _find_governing(mention: annotate.Mention, scene: Scene, acts: list[Act]) -> Act | None:
    """Act of the sentence that governs the mention: its own, one before, after, around it."""
    own = [a for a in acts if a.governs("own") and _overlap(a, mention)]
    before = [a for a in acts if a.governs("after") and _reaches(a, mention, scene)]
    after = [a for a in acts if a.governs("before") and a.match.first >= mention.last]
    around = [a for a in acts if a.governs("sentence")]
    return next((act for row in (own, before[::-1], after, around) for act in row), None)


def _reaches(act: Act, mention: annotate.Mention, scene: Scene) -> bool:
    """Whether what the act says can extend to a mention behind it.

    It ends where the narrator turns to something else (*while*). Words that only set the scene of
    the act (*after a meeting with A*) are the narrator's: no *that* and no preposition is between.
    """
    first = act.match.last
    if first > mention.first or any(_turns(scene, at) for at in range(first, mention.first)):
        return False
    for at in range(first, mention.first + 1):
        if scene.has("setting", at) and mention.first - at <= SETTING_REACH:
            return False
        opens = at in scene.colons or at in scene.prefixed["that_prefix"]
        if opens or scene.has("that", at) or scene.has("preposition", at):
            return True
    return True


def _turns(scene: Scene, at: int) -> bool:
    """Whether the narrator turns to something else here, and not whoever is quoted."""
    quoted = scene.quoted[at] is not None
    return scene.has("turn", at) and not quoted and not scene.has("that", at - 1)


def _overlap(act: Act, mention: annotate.Mention) -> bool:
    return act.match.first < mention.last and mention.first < act.match.last


def _quote(mention: annotate.Mention, scene: Scene, acts: list[Act]) -> Voice:
    """A quotation that no act governs: of the last subject before it, else of the last act."""
    named = [
        party.actor
        for party in scene.parties
        if party.last <= mention.first and not party.oblique and scene.quoted[party.first] is None
    ]
    recent = speech.find_recent([a for a in acts if a.end <= mention.start], mention.sentence)
    speaker = named[-1] if named else recent.speaker if recent else ""
    return Voice(ATTRIBUTED, speaker, QUOTATION, mention.start, mention.end)
