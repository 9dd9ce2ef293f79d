"""Why a text has the codes that it has: cues that count, and cues that almost do."""

from collections.abc import Iterator
from dataclasses import dataclass

from framing.instrument import annotate, responsibility, scenes, voice
from framing.instrument.annotate import Hit, Mention
from framing.instrument.codebook import Codebook
from framing.instrument.cues import CuedLanguage
from framing.instrument.patterns import Condition, find_bar
from framing.instrument.responsibility import Responsibility
from framing.instrument.voice import Voice

SHOWN = 3  # so many conditions are listed, the rest are counted
INDENT = " " * 4


@dataclass(frozen=True)
class Finding:
    """A cue that matches, and why it counts or not.

    A cue that counts has a voice and a responsibility. Of one that does not, `bars` are the
    conditions that barred it, or `lost_to` is the longer mention of the same thing.
    """

    mention: Mention
    voice: Voice | None = None
    responsible: Responsibility | None = None
    bars: tuple[Condition, ...] = ()
    lost_to: Mention | None = None

    @property
    def counts(self) -> bool:
        """Whether the cue is a mention."""
        return self.voice is not None


def explain(text: str, language: CuedLanguage) -> list[Finding]:
    """Every cue that matches in the text, sentence by sentence: first those that count."""
    sentences = annotate.prepare_text(text, language)
    found = annotate.find_mentions(sentences, language)
    surveyed = scenes.survey(found, sentences, text, language)
    voices = voice.assign(found, surveyed, text)
    blamed = responsibility.assign(found, surveyed, language)
    findings = []
    for number in range(len(sentences)):
        counted = [
            Finding(mention, said, held)
            for mention, said, held in zip(found, voices, blamed, strict=True)
            if mention.sentence == number
        ]
        missed = _find_missed(number, sentences, [f.mention for f in counted], language)
        findings += [*counted, *missed]
    return findings


def _find_missed(
    number: int, sentences: list[annotate.Sentence], counted: list[Mention], language: CuedLanguage
) -> Iterator[Finding]:
    """The cues that match in the sentence with this number but do not count."""
    sentence, text = sentences[number], [sentence.words for sentence in sentences]
    for hit in dict.fromkeys(annotate.find_hits(sentence.words, language)):
        mention, cue = annotate.locate(hit, number, sentence), hit.cue
        if mention in counted:
            continue
        bars = find_bar(cue.needs, cue.unless, text, number, hit.first, hit.last)
        others = (m for m in counted if Hit(m.cue, m.first, m.last).overlaps(hit))
        yield Finding(mention, bars=bars, lost_to=None if bars else next(others, None))


def describe(findings: list[Finding], text: str, book: Codebook) -> Iterator[str]:
    """The lines that explain the findings of a text to a reader, sentence by sentence."""
    if not findings:
        yield "no cue of the codebook matches"
    glosses = {(c.kind, c.code, c.name): c.gloss for c in book.concepts.values()}
    sentence = None
    for finding in findings:
        mention, cue = finding.mention, finding.mention.cue
        if mention.sentence != sentence:
            sentence = mention.sentence
            yield f"sentence {sentence + 1}"
        own = cue.concept.partition(".")[0] == cue.code
        name = cue.concept if own else f"{cue.code}, {cue.concept}"
        gloss = glosses[cue.kind, cue.code, cue.concept]
        yield f"  {'+' if finding.counts else '-'} {cue.kind} {name} ({cue.tier}): {gloss}"
        yield f"{INDENT}words: {text[mention.start : mention.end]}"
        yield f"{INDENT}cue: {cue.place}: {cue.text}"
        yield from _describe_counted(finding, text) if finding.counts else _describe_missed(finding)


def _describe_counted(finding: Finding, text: str) -> Iterator[str]:
    said, held = finding.voice, finding.responsible
    if said and finding.mention.cue.kind == "frame":
        who = " of ".join(filter(None, (said.voice, said.speaker)))
        yield f"{INDENT}voice: {who}{_by(said, text)}"
    if held and held.actor:
        yield f"{INDENT}responsible: {held.actor}{_by(held, text)}"


def _by(decided: Voice | Responsibility, text: str) -> str:
    """The rule that decided, where it is written, and the words that it took."""
    if not decided.rule:
        return ""
    place = f" ({decided.place})" if decided.place else ""
    return f", by the rule {decided.rule}{place}, from: {text[decided.start : decided.end]}"


def _describe_missed(finding: Finding) -> Iterator[str]:
    if finding.lost_to:
        winner = finding.lost_to.cue
        yield f"{INDENT}does not count: {winner.place} has a longer match, or an earlier row"
        return
    needs = finding.bars == finding.mention.cue.needs
    yield f"{INDENT}does not count: " + ("it needs one of" if needs else "barred by")
    for bar in finding.bars[:SHOWN]:
        yield f"{INDENT * 2}{bar.place}: {bar.text}"
    if len(finding.bars) > SHOWN:
        yield f"{INDENT * 2}and {len(finding.bars) - SHOWN} more rows"
