"""What is between two blanks (a chunk), analysed once however often it occurs; new ones together.

No word and no end of a sentence spans a blank, and every pattern of `text` treats a blank like the
edge of the text. So chunks with blanks between them are read as one text.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from framing.texts.text import find_sentence_ends, split_compound, tokenise

Slots = NDArray[np.int32]
TATWEEL = "ـ"
MOST = 15_000  # chunks that are remembered, or memory would grow
NEW = -1


@dataclass
class Readings:
    """Numbers for the readings of written forms: sets of the codebook's words.

    `classify` gives the set of each of many forms, `read` that of one. Reading 0 is that of a form
    that is no word of the codebook.
    """

    classify: Callable[[Sequence[str]], list[frozenset[int]]]
    read: Callable[[str], frozenset[int]]
    sets: list[frozenset[int]] = field(default_factory=lambda: [frozenset()])
    _numbers: dict[frozenset[int], int] = field(default_factory=lambda: {frozenset(): 0})

    def number(self, forms: Sequence[str]) -> Slots:
        """The numbers of the readings of written forms."""
        return np.fromiter(map(self.take, self.classify(forms)), np.int32, len(forms))

    def take(self, words: frozenset[int]) -> int:
        """The number of a reading."""
        number = self._numbers.get(words)
        if number is None:
            number = self._numbers[words] = len(self.sets)
            self.sets.append(words)
        return number


class Chunks:
    """Numbers of chunks, and what each holds.

    `sizes` are a row per chunk: its length, its ends of sentences, its parts of words. `parts` are
    a row per part: its reading, start and end in the chunk, and the ends of sentences before it.
    """

    def __init__(self, readings: Readings) -> None:
        """Start with no chunk known."""
        self.readings = readings
        self.sizes, self.parts = np.empty((0, 3), np.int32), np.empty((0, 4), np.int32)
        self._numbers: dict[str, int] = {}
        self._seen = np.zeros(0, np.int64)

    def __len__(self) -> int:
        """Return the number of chunks known."""
        return len(self._numbers)

    def __contains__(self, chunk: str) -> bool:
        """Whether the chunk is known."""
        return chunk in self._numbers

    def number(self, chunks: Sequence[str]) -> Slots:
        """The number of each chunk; new ones are analysed."""
        numbers = np.fromiter(map(self._numbers.get, chunks, repeat(NEW)), np.int32, len(chunks))
        new = np.flatnonzero(numbers == NEW).tolist()
        if new:
            self._learn(list(dict.fromkeys(map(chunks.__getitem__, new))))
            known = self._numbers
            numbers[new] = [known[chunks[place]] for place in new]
        seen = np.bincount(numbers, minlength=len(self))
        seen[: self._seen.size] += self._seen
        self._seen = seen
        return numbers

    def forget(self, most: int = MOST) -> None:
        """Keep only so many chunks at most, those that were met most often."""
        if len(self) <= most:
            return
        kept = np.zeros(len(self), bool)
        kept[np.argsort(-self._seen, kind="stable")[: most // 2]] = True
        self.parts = self.parts[np.repeat(kept, self.sizes[:, 2])]
        self.sizes, self._seen = self.sizes[kept], self._seen[kept] // 2
        names = [name for name, keep in zip(self._numbers, kept.tolist(), strict=True) if keep]
        self._numbers = dict(zip(names, range(len(names)), strict=True))

    def _learn(self, new: list[str]) -> None:
        """Analyse new chunks: most are one word, and need no pattern."""
        words = [chunk for chunk in new if chunk.isalpha() and TATWEEL not in chunk]
        rest = [chunk for chunk in new if not chunk.isalpha() or TATWEEL in chunk]
        forms, sizes, parts = _analyse(rest)
        length = np.fromiter(map(len, words), np.int32, len(words))
        zero, one = np.zeros_like(length), np.ones_like(length)
        parts = np.concatenate([_table(zero, zero, length, zero), parts])
        parts[:, 0] = self.readings.number([*words, *forms])
        self.parts = np.concatenate([self.parts, parts])
        self.sizes = np.concatenate([self.sizes, _table(length, zero, one), sizes])
        first = len(self)
        self._numbers.update(zip([*words, *rest], range(first, first + len(new)), strict=True))


def _analyse(chunks: list[str]) -> tuple[list[str], Slots, Slots]:
    """The forms of all parts of words of chunks; rows of sizes; rows of parts, without readings."""
    text, length = " ".join(chunks), np.fromiter(map(len, chunks), np.int32, len(chunks))
    begin = np.cumsum(length + 1, dtype=np.int32) - length - 1
    cuts = np.array(find_sentence_ends(text), np.int32)
    word, start, end = np.array(list(_split(text)), np.int32).reshape(-1, 3).T
    own = np.searchsorted(begin, word, side="right") - 1
    first = begin[own]
    passed = np.searchsorted(cuts, word, "right") - np.searchsorted(cuts, first, "right")
    counts = (
        np.bincount(places, minlength=len(chunks))
        for places in (np.searchsorted(begin, cuts) - 1, own)
    )
    forms = [text[a:b] for a, b in zip(start.tolist(), end.tolist(), strict=True)]
    columns = (np.zeros_like(start), start - first, end - first, passed)
    return forms, _table(length, *counts), _table(*columns)


def _split(text: str) -> Iterator[tuple[int, int, int]]:
    """Where each part of a word begins and ends, after the place where its word begins."""
    for start, end in tokenise(text):
        form = text[start:end]
        if form.isalpha():
            yield start, start, end
        else:
            for a, b in split_compound(form):
                yield start, start + a, start + b


def _table(*columns: NDArray[np.integer]) -> Slots:
    return np.stack(columns, axis=1).astype(np.int32)
