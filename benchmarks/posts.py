"""Made-up posts to measure speed with: `python benchmarks/posts.py POSTS OUT.tsv`.

Words are drawn by their frequency in the general language (wordfreq), a tenth of them with a clitic
and some made up, so that the vocabulary keeps growing: the first 37,000 words of a language have
about 17,600 different forms, marks included; in news it is 14,000 to 17,000. Among them are phrases
that cues and speech verbs of the codebook match, with what the cues need. The posts mean nothing;
the seed decides them.
"""

import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from framing.instrument import codebook
from framing.instrument.cues import CuedLanguage
from framing.instrument.patterns import CUE, Choice, Sequence
from wordfreq import get_frequency_dict

SEED = 12
LANGUAGES = ("he", "ar")
BLOCK = 500  # posts of a language drawn at once
LENGTH, SPREAD = 30, 0.5  # words of a post but for phrases: median, and sd of the logarithm
PHRASES = 2  # a post, on average
WITH_CLITIC, MADE_UP = 0.1, 0.005  # shares of the words
MARKS = [".", ".", ".", ",", ",", ":", "!", "?", "\n"]
MARKED = 0.1  # share of the words that a mark follows
EXTRAS = ["https://example.org/a1", "#news", "@reader", "12:30", "2016", "🙂", '"', "“", "”"]


@dataclass(frozen=True)
class Source:
    """Where the words of a language come from."""

    language: CuedLanguage
    words: list[str]
    shares: np.ndarray
    clitics: list[str]
    phrases: list[str]
    letters: list[str]


def read_sources(rng: np.random.Generator, *, phrases: int = 20_000) -> dict[str, Source]:
    """A source for each of the LANGUAGES."""
    return {
        name: _read_source(language, rng, phrases)
        for name, language in codebook.read(languages=LANGUAGES).languages.items()
    }


def _read_source(language: CuedLanguage, rng: np.random.Generator, phrases: int) -> Source:
    known = get_frequency_dict(language.wordfreq, "large")
    words = [word for word in known if " " not in word]
    shares = np.array([known[word] for word in words])
    letters = sorted({letter for word in words[:2000] for letter in word if letter.isalpha()})
    verbs = [row for row in language.speech.rows if row.role in ("act", "that_act")]
    made = [_phrase(language, language.cues, rng) for _ in range(phrases)]
    made += [_write(verbs[rng.integers(len(verbs))].sequence, language, rng) for _ in made[::4]]
    clitics = list(language.lexicon.proclitics)
    return Source(language, words, np.cumsum(shares / shares.sum()), clitics, made, letters)


def _phrase(language: CuedLanguage, cues: list, rng: np.random.Generator) -> str:
    """Words that a cue matches, and behind them what one of its conditions asks for."""
    cue = cues[rng.integers(len(cues))]
    words = [_write(cue.sequence, language, rng)]
    if cue.needs:
        parts = cue.needs[rng.integers(len(cue.needs))].parts
        words += [_write(part.sequence, language, rng) for part in parts]
    return " ".join(filter(None, words))


def _write(sequence: Sequence, language: CuedLanguage, rng: np.random.Generator) -> str:
    lexicon, words = language.lexicon, []
    for element in sequence:
        if not isinstance(element, Choice):
            words += ["x"] * int(rng.integers(2)) if element != CUE else []
        elif element.sequences and (not element.words or rng.random() < 0.3):
            longer = element.sequences[rng.integers(len(element.sequences))]
            words.append(_write(longer, language, rng))
        else:
            numbers = sorted(element.words)
            name = lexicon.names[numbers[rng.integers(len(numbers))]]
            forms = lexicon.expand(name.strip("=!*"))
            words.append(forms[rng.integers(len(forms))])
    return " ".join(words)


def make(posts: int, *, seed: int = SEED) -> Iterator[tuple[str, str]]:
    """Language and text of each post; the first posts are the same for any number of them."""
    rng = np.random.default_rng(seed)
    sources = read_sources(rng)
    names = list(sources)
    for start in range(0, posts, BLOCK * len(names)):
        drawn = [[(name, text) for text in _draw(sources[name], rng)] for name in names]
        block = [post for some in zip(*drawn, strict=True) for post in some]
        yield from block[: posts - start]


def _draw(source: Source, rng: np.random.Generator) -> Iterator[str]:
    """A block of posts of one language."""
    sizes = np.exp(rng.normal(np.log(LENGTH), SPREAD, BLOCK)).astype(int) + 1
    total = int(sizes.sum())
    drawn = np.searchsorted(source.shares, rng.random(total)).clip(max=len(source.words) - 1)
    words = [source.words[at] for at in drawn]
    for at in np.flatnonzero(rng.random(total) < MADE_UP):
        words[at] = "".join(rng.choice(source.letters, int(rng.integers(3, 8))))
    for at in np.flatnonzero(rng.random(total) < WITH_CLITIC):
        first = int(rng.geometric(0.3)) - 1
        words[at] = source.clitics[first % len(source.clitics)] + words[at]
    for at in np.flatnonzero(rng.random(total) < MARKED):
        words[at] += MARKS[rng.integers(len(MARKS))]
    for at in np.flatnonzero(rng.random(total) < PHRASES / LENGTH):
        words[at] += " " + source.phrases[rng.integers(len(source.phrases))]
    for at in np.flatnonzero(rng.random(total) < 1 / LENGTH):
        words[at] += " " + EXTRAS[rng.integers(len(EXTRAS))]
    begin = 0
    for size in sizes.tolist():
        yield " ".join(words[begin : begin + size])
        begin += size


def write(posts: int, path: str) -> None:
    """Write a table of posts: id, language, text."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, "excel-tab")
        table.writerow(["id", "language", "text"])
        table.writerows((number, *post) for number, post in enumerate(make(posts), start=1))


if __name__ == "__main__":
    write(int(sys.argv[1]), sys.argv[2])
