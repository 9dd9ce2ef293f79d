"""Mentions: every place where a sentence has a cue of the codebook, with its offsets."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from framing.instrument.cues import Cue, CuedLanguage
from framing.instrument.patterns import Words, find_bar, find_ends
from framing.texts.text import Span, split_compound, split_sentences, tokenise

REMEMBERED = 2**17  # forms
Classify = Callable[[str], frozenset[int]]


class Sentence(NamedTuple):
    """One sentence ready for the search: the parts of its words, with spans in the raw text."""

    start: int
    end: int
    spans: tuple[Span, ...]
    words: Words


NO_WORDS = Sentence(0, 0, (), Words())


class Hit(NamedTuple):
    """A cue that matches the words `first` to `last` (exclusive) of a sentence."""

    cue: Cue
    first: int
    last: int

    def overlaps(self, other: "Hit") -> bool:
        """Whether both say the same thing and share a word."""
        same = self.cue.thing == other.cue.thing
        return same and self.first < other.last and other.first < self.last


class Mention(NamedTuple):
    """A cue found at `start:end` of the raw text; `first` and `last` number the parts of words."""

    cue: Cue
    sentence: int
    start: int
    end: int
    first: int
    last: int


def prepare(
    bounds: Span,
    tokens: Iterable[tuple[int, int, str]],
    language: CuedLanguage,
    classify: Classify | None = None,
) -> Sentence:
    """The sentence at `bounds`, its `tokens` (start, end, form as repaired) split into parts.

    A part of a repaired word has the span of the whole word, since the raw text does not have it.
    """
    classify = classify or classifier(language)
    spans: list[Span] = []
    words: list[frozenset[int]] = []
    for start, end, form in tokens:
        for a, b in split_compound(form):
            same = end - start == len(form)
            spans.append((start + a, start + b) if same else (start, end))
            words.append(classify(form[a:b]))
    return Sentence(*bounds, tuple(spans), Words(words))


def classifier(language: CuedLanguage) -> Classify:
    """Function from a written form to the numbered words of the codebook; remembers each form."""

    @lru_cache(REMEMBERED)
    def classify(form: str) -> frozenset[int]:
        return language.lexicon.classify(language.normalise(form))

    return classify


def prepare_text(
    text: str, language: CuedLanguage, classify: Classify | None = None
) -> list[Sentence]:
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


def find_mentions(sentences: list[Sentence], language: CuedLanguage) -> list[Mention]:
    """All mentions, in order of place; of overlapping ones of one thing the longest remains."""
    found = []
    text = [sentence.words for sentence in sentences]
    for number, sentence in enumerate(sentences):
        hits = [
            hit
            for hit in find_hits(sentence.words, language)
            if not find_bar(hit.cue.needs, hit.cue.unless, text, number, hit.first, hit.last)
        ]
        found += [locate(hit, number, sentence) for hit in keep_longest(hits)]
    return found


def find_hits(words: Words, language: CuedLanguage) -> Iterator[Hit]:
    """Every match of a cue in a sentence (the shortest at each place), conditions aside."""
    anchors = language.anchors
    for at, here in enumerate(words):
        for word in here:
            for cue in anchors.get(word, ()):
                ends = find_ends(cue.sequence, words, at)
                if ends:
                    yield Hit(cue, at, min(ends))


def keep_longest(hits: list[Hit]) -> list[Hit]:
    """Of overlapping hits of one thing the longest, then the first; in order of place."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.first - h.last, h.first, h.cue.place)):
        if not any(hit.overlaps(other) for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda h: (h.first, h.last, h.cue.kind, h.cue.code, h.cue.concept))


def locate(hit: Hit, number: int, sentence: Sentence) -> Mention:
    """The hit of the sentence with this number, with its offsets in the raw text."""
    start, end = sentence.spans[hit.first][0], sentence.spans[hit.last - 1][1]
    return Mention(hit.cue, number, start, end, hit.first, hit.last)
