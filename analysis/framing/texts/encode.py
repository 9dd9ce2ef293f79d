"""Texts of one language as arrays: for every word the number of its reading, and its offsets.

No word and no end of a sentence spans a blank. So what lies between two blanks (a chunk) is
analysed once, however often it occurs, and a text is a row of numbers of chunks.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.texts.chunks import Chunks, Readings, Slots
from framing.texts.text import LONGEST, split_sentences

Numbers = NDArray[np.integer]
BLOCK = 1000  # texts that are taken apart at once: what lies between their blanks needs memory


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
        self.chunks = Chunks(readings)

    def encode(self, texts: Sequence[str]) -> Shard:
        """The texts as a shard."""
        self.chunks.forget()
        blocks = [
            self._take_apart(texts[first : first + BLOCK], first)
            for first in range(0, max(1, len(texts)), BLOCK)
        ]
        return arrange(Parts(*map(np.concatenate, zip(*blocks, strict=True))))

    def _take_apart(self, texts: Sequence[str], first: int) -> Parts:
        """The parts of the words of some texts, which are counted from `first`."""
        chunks = self.chunks.number(" ".join(texts).split(" ") if texts else [])
        counts = np.fromiter((text.count(" ") + 1 for text in texts), np.int64, len(texts))
        owners = np.repeat(np.arange(len(texts), dtype=np.int32), counts)
        parts = _lay_out(chunks, owners, self.chunks)
        _cut_long(parts, texts)
        return parts._replace(texts=parts.texts + np.int32(first))


def _lay_out(chunks: Slots, texts: Slots, known: Chunks) -> Parts:
    """The parts of the chunks, each moved to its place in its text."""
    lengths, cuts, counts = known.sizes.take(chunks, axis=0).T
    begin = _sum_before(lengths + 1)
    begin -= begin[np.searchsorted(texts, texts)]
    rows = np.repeat(_sum_before(known.sizes[:, 2]).take(chunks) - _sum_before(counts), counts)
    rows += np.arange(rows.size)
    reading, start, end, before = known.parts.take(rows, axis=0).T
    shift, passed = np.repeat(begin, counts), np.repeat(_sum_before(cuts), counts)
    columns = (reading, start + shift, end + shift, np.repeat(texts, counts), before + passed)
    return Parts(*(column.astype(np.int32) for column in columns))


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
