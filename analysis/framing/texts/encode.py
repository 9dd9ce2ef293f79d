"""Texts of one language as arrays: for every word the number of its reading, and its offsets.

No word and no end of a sentence spans a blank. So what lies between two blanks (a chunk) is
analysed once, however often it occurs, and a text is a row of numbers of chunks.
"""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.texts.text import (
    LONGEST,
    find_sentence_ends,
    split_compound,
    split_sentences,
    tokenise,
)

Slots = NDArray[np.int32]
Numbers = NDArray[np.integer]
TATWEEL = "ـ"
MOST = 60_000  # chunks that are remembered, or memory would grow; of forms a quarter


@dataclass
class Readings:
    """Numbers for the readings of written forms: sets of the codebook's words.

    Reading 0 is that of a form that is no word of the codebook.
    """

    classify: Callable[[str], frozenset[int]]
    sets: list[frozenset[int]] = field(default_factory=lambda: [frozenset()])
    _numbers: dict[frozenset[int], int] = field(default_factory=lambda: {frozenset(): 0})
    _forms: dict[str, int] = field(default_factory=dict)

    def number(self, form: str) -> int:
        """The number of the reading of a written form."""
        if form not in self._forms:
            if len(self._forms) >= MOST // 4:
                self._forms.clear()
            self._forms[form] = self.take(self.classify(form))
        return self._forms[form]

    def read(self, form: str) -> frozenset[int]:
        """The reading of a written form."""
        return self.sets[self.number(form)]

    def take(self, words: frozenset[int]) -> int:
        """The number of a reading."""
        if not words:
            return 0
        number = self._numbers.setdefault(words, len(self.sets))
        if number == len(self.sets):
            self.sets.append(words)
        return number


@dataclass(frozen=True)
class Shard:
    """Many texts of one language. A slot is a part of a word; an empty slot ends each sentence.

    By slot: `readings` (0 where empty), `sentence` (counted through the shard), `starts` and
    `ends` (characters of its text). By sentence: `firsts` and `lasts` (slots; the last is the
    empty one), `texts` (number of its text), `numbers` (its number within the text). The shard
    begins with an empty slot.
    """

    readings: Slots
    sentence: Slots
    starts: Slots
    ends: Slots
    firsts: Slots
    lasts: Slots
    texts: Slots
    numbers: Slots


class Parts(NamedTuple):
    """Parts of words in order: reading, characters of its text, text, ends of sentences before."""

    readings: Numbers
    starts: Numbers
    ends: Numbers
    texts: Numbers
    cuts: Numbers


class Encoder:
    """Turns texts of one language into shards; remembers the chunks that it has met."""

    def __init__(self, readings: Readings) -> None:
        """Start with no chunk known."""
        self._chunks = _Chunks(readings)

    def encode(self, texts: Sequence[str]) -> Shard:
        """The texts as a shard."""
        if len(self._chunks) > MOST:
            self._chunks.forget(MOST // 2)
        pieces = " ".join(texts).split(" ") if texts else []
        chunks = np.fromiter(map(self._chunks.__getitem__, pieces), np.int32, len(pieces))
        counts = np.fromiter((text.count(" ") + 1 for text in texts), np.int64, len(texts))
        self._chunks.count(chunks)
        owners = np.repeat(np.arange(len(texts), dtype=np.int32), counts)
        parts = _lay_out(chunks, owners, self._chunks)
        _cut_long(parts, texts)
        return arrange(parts)


class _Chunks(dict[str, int]):
    """Number of each chunk, and what it holds; a new chunk is analysed when it is asked for.

    `sizes` are a row per chunk: its length, its ends of sentences, its parts of words. `parts` are
    a row per part: its reading, start and end in the chunk, and the ends of sentences before it.
    """

    def __init__(self, readings: Readings) -> None:
        super().__init__()
        self.readings = readings
        self._sizes, self._parts = array("i"), array("i")
        self._seen = np.zeros(0, np.int64)

    def __missing__(self, chunk: str) -> int:
        number = self[chunk] = len(self)
        if chunk.isalpha() and TATWEEL not in chunk:  # one word: what most chunks are
            self._parts.extend((self.readings.number(chunk), 0, len(chunk), 0))
            self._sizes.extend((len(chunk), 0, 1))
            return number
        cuts, before = find_sentence_ends(chunk), len(self._parts)
        for start, end in tokenise(chunk):
            passed = sum(cut <= start for cut in cuts)
            for a, b in split_compound(chunk[start:end]):
                place = (start + a, start + b)
                reading = self.readings.number(chunk[slice(*place)])
                self._parts.extend((reading, *place, passed))
        self._sizes.extend((len(chunk), len(cuts), (len(self._parts) - before) // 4))
        return number

    def sizes(self) -> Slots:
        return np.array(self._sizes, np.int32).reshape(-1, 3)

    def parts(self) -> Slots:
        return np.array(self._parts, np.int32).reshape(-1, 4)

    def count(self, chunks: Slots) -> None:
        """Remember how often each chunk was met."""
        seen = np.bincount(chunks, minlength=len(self))
        seen[: self._seen.size] += self._seen
        self._seen = seen

    def forget(self, most: int) -> None:
        """Keep only this many chunks, those that were met most often."""
        kept = np.zeros(len(self), bool)
        kept[np.argsort(-self._seen, kind="stable")[:most]] = True
        sizes, names = self.sizes(), [name for name, keep in zip(self, kept, strict=True) if keep]
        parts = self.parts()[np.repeat(kept, sizes[:, 2])]
        self._seen = self._seen[kept] // 2
        self._sizes, self._parts = (
            array("i", table.astype(np.int32).tobytes()) for table in (sizes[kept], parts)
        )
        self.clear()
        self.update(zip(names, range(len(names)), strict=True))


def _lay_out(chunks: Slots, texts: Slots, known: _Chunks) -> Parts:
    """The parts of the chunks, each moved to its place in its text."""
    sizes, parts = known.sizes(), known.parts()
    lengths, cuts, counts = sizes[chunks].T
    begin = _sum_before(lengths + 1)
    begin -= begin[np.searchsorted(texts, texts)]
    rows = np.repeat(_sum_before(sizes[:, 2])[chunks] - _sum_before(counts), counts)
    rows += np.arange(rows.size)
    reading, start, end, before = parts[rows].T
    shift, passed = np.repeat(begin, counts), np.repeat(_sum_before(cuts), counts)
    return Parts(reading, start + shift, end + shift, np.repeat(texts, counts), before + passed)


def _cut_long(parts: Parts, texts: Sequence[str]) -> None:
    """Count the cuts of long texts by their sentences, which may end before any word."""
    for number, text in enumerate(texts):
        if len(text) > LONGEST:
            own = slice(*np.searchsorted(parts.texts, (number, number + 1)))
            begins = [start for start, _ in split_sentences(text)]
            parts.cuts[own] = np.searchsorted(begins, parts.starts[own], side="right")


def arrange(parts: Parts, *, numbered: bool = False) -> Shard:
    """The shard of the parts; a sentence ends where the text or `cuts` changes.

    Sentences are counted from 0 in each text, or `cuts` are their numbers (`numbered`).
    """
    texts, cuts = parts.texts, parts.cuts
    new = np.ones(texts.size, bool)
    new[1:] = (texts[1:] != texts[:-1]) | (cuts[1:] != cuts[:-1])
    sentence = np.cumsum(new) - 1
    first, total = np.flatnonzero(new), int(new.sum())
    at = np.arange(texts.size) + sentence + 1
    firsts = at[first]
    lasts = np.append(firsts[1:] - 1, texts.size + total) if total else firsts
    columns = []
    for values in (parts.readings, sentence, parts.starts, parts.ends):
        column = np.zeros(texts.size + total + 1, np.int32)
        column[at] = values
        columns.append(column)
    columns[1][lasts] = np.arange(total)
    text = texts[first]
    numbers = cuts[first] if numbered else np.arange(total) - np.searchsorted(text, text)
    rest = (firsts, lasts, text, numbers)
    return Shard(*columns, *(column.astype(np.int32) for column in rest))


def _sum_before(sizes: Slots) -> NDArray[np.int64]:
    """For each place the sum of the sizes before it."""
    return np.cumsum(sizes, dtype=np.int64) - sizes
