"""Whose voice a mention is in: the narrator's, or somebody's to whom the text attributes it."""

from collections import Counter
from collections.abc import Sequence as Row
from dataclasses import dataclass

from framing import annotate, clauses, quotes
from framing.clauses import Scene
from framing.constructions import Match
from framing.languages import Language
from framing.text import Span

# ASSUME a speech act without a speaker of its own continues one at most this many sentences back.
CARRY = 3
SOURCE_REACH = 5
NARRATOR, ATTRIBUTED = "narrator", "attributed"


@dataclass(frozen=True)
class Voice:
    """Who says it, and the rule and the words (offsets in the raw text) that decided."""

    voice: str
    speaker: str = ""
    rule: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True)
class Act:
    """A speech act of the text with its speaker, '' where it is none of the actors."""

    match: Match
    sentence: int
    start: int
    end: int
    speaker: str

    def governs(self, scope: str) -> bool:
        """Whether the act has this scope."""
        return scope in self.match.construction.scope

    def say(self) -> Voice:
        """The voice of what the act governs."""
        rule = self.match.construction.rule
        return Voice(ATTRIBUTED, self.speaker, rule, self.start, self.end)


def assign(
    mentions: list[annotate.Mention],
    sentences: list[annotate.Sentence],
    text: str,
    language: Language,
) -> list[Voice]:
    """Voice of each mention, in the order of `mentions`; these and `sentences` are of one text.

    A mention is attributed when a speech act (`speech.tsv`) governs it, or when it stands in a
    quotation. The speaker is '' where the text names none, or none of the actors.
    """
    scenes = clauses.survey(mentions, sentences, text, language)
    acts = _find_acts(scenes)
    spans = quotes.find_speech(text)
    owners = {number: _find_owner(span, acts, text) for number, span in enumerate(spans)}
    return [_decide(mention, scenes, acts, spans, owners) for mention in mentions]


def dominant(voices: Row[Voice]) -> Voice:
    """The one voice of a frame in a unit: the most frequent, at a tie the earlier one.

    Of an attributed frame the speaker is the one named most often, if any. ValueError for none.
    """
    if not voices:
        raise ValueError("a frame without mentions has no voice")
    kinds = Counter(voice.voice for voice in voices)
    chosen = [voice for voice in voices if voice.voice == kinds.most_common(1)[0][0]]
    speakers = Counter(voice.speaker for voice in chosen if voice.speaker)
    speaker = speakers.most_common(1)[0][0] if speakers else ""
    return next(voice for voice in chosen if voice.speaker == speaker)


def _find_acts(scenes: list[Scene]) -> list[Act]:
    acts: list[Act] = []
    for number, scene in enumerate(scenes):
        for match in scene.acts:
            if match.construction.role == "that_act" and not _has_complement(scene, match):
                continue
            start = scene.sentence.spans[match.first][0]
            end = scene.sentence.spans[match.last - 1][1]
            speaker = _find_speaker(match, number, scene, acts)
            acts.append(Act(match, number, start, end, speaker))
    return acts


def _has_complement(scene: Scene, match: Match) -> bool:
    """Whether what is said follows: a word like that, a colon's pause, or a quotation."""
    for at in range(match.last, min(match.last + clauses.REACH + 2, len(scene))):
        if scene.has("that", at):
            return True
        if scene.quoted[at] is not None and scene.quoted[at] != scene.quoted[match.first]:
            return True
    return False


def _find_speaker(match: Match, number: int, scene: Scene, acts: list[Act]) -> str:
    visible = _hide_quoted(scene, match)
    for place in match.construction.party:
        speaker = _look(place, match, number, visible, acts)
        if speaker is not None:
            return speaker
    return ""


def _hide_quoted(scene: Scene, match: Match) -> Scene:
    """The scene with the parties on the same side of the quotation marks as the act."""
    level = scene.quoted[match.first]
    parties = tuple(p for p in scene.parties if scene.quoted[p.first] == level)
    return clauses.replace(scene, parties=parties)


def _look(place: str, match: Match, number: int, scene: Scene, acts: list[Act]) -> str | None:
    """Speaker at one of the places that the sheet names; '' ends the search, None continues it."""
    if place == "subject":
        return _find_subject(match, scene)
    if place == "after":
        party = clauses.find_after(scene, match.last, reach=SOURCE_REACH, oblique=True)
        return party.actor if party else None
    if place == "earlier":
        return _find_earlier(match, number, scene, acts)
    if place == "previous":
        recent = [act for act in acts if number - act.sentence <= CARRY]
        return recent[-1].speaker if recent else None
    return place


def _find_subject(match: Match, scene: Scene) -> str | None:
    inside = [p for p in scene.parties if match.first <= p.first and p.last <= match.last]
    party = (
        clauses.find_adjacent_before(scene, match.first)
        or next((p for p in inside if not p.oblique), None)
        or clauses.find_after(scene, match.last)
        or clauses.find_in_clause(scene, match.first)
    )
    if party:
        return party.actor
    return "" if clauses.has_own_subject(scene, match.first, match.last) else None


def _find_earlier(match: Match, number: int, scene: Scene, acts: list[Act]) -> str | None:
    """Speaker of the act before it in the sentence, else the sentence's first possible subject."""
    if acts and acts[-1].sentence == number and acts[-1].speaker:
        return acts[-1].speaker
    for party in scene.parties:
        if party.last <= match.first and not party.oblique:
            return party.actor
    return None


def _find_owner(span: Span, acts: list[Act], text: str) -> Act | None:
    """Act that a quotation belongs to: the one right after it, or the last one that leads up to it."""
    for act in acts:
        if act.start >= span[1] and not any(c.isalpha() for c in text[span[1] : act.start]):
            return act
    return None


def _decide(mention, scenes: list[Scene], acts: list[Act], spans, owners) -> Voice:
    scene = scenes[mention.sentence]
    quote = scene.quoted[mention.first]
    if quote is not None and owners[quote] and not _says_more(owners[quote], scenes):
        return owners[quote].say()
    here = [act for act in acts if act.sentence == mention.sentence]
    for act in here:
        overlaps = act.match.first < mention.last and mention.first < act.match.last
        if overlaps and act.governs("own"):
            return act.say()
    before = [a for a in here if a.governs("after") and a.match.last <= mention.first]
    after = [a for a in here if a.governs("before") and a.match.first >= mention.last]
    around = [a for a in here if a.governs("sentence")]
    for governing in (before[-1:], after[:1], around[:1]):
        if governing:
            return governing[0].say()
    if quote is not None:
        return _quoted(mention, spans[quote], scene, acts)
    return Voice(NARRATOR)


def _says_more(act: Act, scenes: list[Scene]) -> bool:
    """Whether an act that follows a quotation opens a statement of its own (… added that …)."""
    scene = scenes[act.sentence]
    return _has_complement(scene, act.match)


def _quoted(mention, span: Span, scene: Scene, acts: list[Act]) -> Voice:
    """A quotation without an act in the sentence: of the act before it, else of the last subject."""
    earlier = [a for a in acts if a.start < span[0] and mention.sentence - a.sentence <= CARRY]
    for party in reversed(scene.parties):
        if party.last <= mention.first and not party.oblique:
            outside = scene.quoted[party.first] is None
            if outside:
                return Voice(ATTRIBUTED, party.actor, "quotation", *span)
    speaker = earlier[-1].speaker if earlier else ""
    return Voice(ATTRIBUTED, speaker, "quotation", *span)
