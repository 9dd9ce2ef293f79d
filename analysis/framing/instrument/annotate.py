"""Mentions: every place where a cue of the codebook stands in a sentence, with its offsets."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from framing.instrument.codebook import Cue, Language
from framing.instrument.patterns import Words, find_ends
from framing.texts.text import Span, split_compound, split_sentences, tokenise


@dataclass(frozen=True)
class Sentence:
    """One sentence made ready for the search: its parts of words, with spans in the raw text."""

    start: int
    end: int
    spans: tuple[Span, ...]
    words: tuple[frozenset[int], ...]


@dataclass(frozen=True)
class Mention:
    """A cue found at `start:end` of the raw text; `first` and `last` number the parts of words."""

    cue: Cue
    sentence: int
    start: int
    end: int
    first: int
    last: int


def prepare(
    bounds: Span, tokens: Iterable[tuple[int, int, str]], language: Language, classify=None
) -> Sentence:
    """Sentence at `bounds` of the words `tokens` (start, end, form as repaired), split in parts.

    A part of a repaired word has the span of the whole word, since it stands nowhere itself.
    """
    classify = classify or classifier(language)
    spans, words = [], []
    for start, end, form in tokens:
        for a, b in split_compound(form):
            same = end - start == len(form)
            spans.append((start + a, start + b) if same else (start, end))
            words.append(classify(form[a:b]))
    return Sentence(*bounds, tuple(spans), tuple(words))


def classifier(language: Language):
    """Function from a written form to the numbered words of the codebook; remembers each form."""

    @cache
    def classify(form: str) -> frozenset[int]:
        return language.lexicon.classify(language.normalise(form))

    return classify


def prepare_text(text: str, language: Language, classify=None) -> list[Sentence]:
    """Sentences of a text without repairs, ready for `find_mentions`."""
    classify = classify or classifier(language)
    tokens = tokenise(text)
    sentences, at = [], 0
    for start, end in split_sentences(text):
        inside = []
        while at < len(tokens) and tokens[at][0] < end:
            if tokens[at][0] >= start:
                inside.append((*tokens[at], text[slice(*tokens[at])]))
            at += 1
        sentences.append(prepare((start, end), inside, language, classify))
    return sentences


def find_mentions(sentences: list[Sentence], language: Language) -> list[Mention]:
    """All mentions, in order of place; of one concept that overlaps itself the longest remains."""
    found = []
    text = [sentence.words for sentence in sentences]
    for number, sentence in enumerate(sentences):
        places = range(len(sentence.words))
        hits = [hit for at in places for hit in _find_at(text, number, at, language)]
        found += [
            Mention(cue, number, sentence.spans[a][0], sentence.spans[b - 1][1], a, b)
            for cue, a, b in _keep_longest(hits)
        ]
    return found


def _find_at(
    text: list[Words], number: int, at: int, language: Language
) -> Iterable[tuple[Cue, int, int]]:
    for word in text[number][at]:
        for cue, sequence in language.anchors.get(word, ()):
            ends = find_ends(sequence, text[number], at)
            if ends and _admits(cue, text, number, at, min(ends)):
                yield cue, at, min(ends)


def _admits(cue: Cue, text: list[Words], number: int, start: int, end: int) -> bool:
    place = text, number, start, end
    if cue.needs and not any(need.holds(*place) for need in cue.needs):
        return False
    return not any(bar.holds(*place) for bar in cue.unless)


def _keep_longest(hits: list[tuple[Cue, int, int]]) -> list[tuple[Cue, int, int]]:
    """Of overlapping hits of one code and concept the longest, and then the first."""
    kept: list[tuple[Cue, int, int]] = []
    order = sorted(hits, key=lambda h: (h[1] - h[2], h[1], h[0].kind, h[0].code, h[0].text))
    for cue, a, b in order:
        same = (k for k in kept if (k[0].kind, k[0].code, k[0].concept) == _key(cue))
        if not any(a < d and c < b for _, c, d in same):
            kept.append((cue, a, b))
    return sorted(kept, key=lambda h: (h[1], h[2], h[0].kind, h[0].code, h[0].concept))


def _key(cue: Cue) -> tuple[str, str, str]:
    return cue.kind, cue.code, cue.concept
