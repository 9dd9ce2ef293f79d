"""The letters of many texts of one language at once: each form is weighed once, however frequent.

The same as `Letters.weigh`, which is the reference. As no word spans a blank, a text is the sum of
what lies between its blanks (chunks).
"""

from array import array
from collections.abc import Sequence

import numpy as np

from framing.reader.letters import Array, Fold, Letters, cut, find_words
from framing.texts.chunks import MOST, TATWEEL


class Speller:
    """Weighs texts; remembers the chunks that it has met."""

    def __init__(self, letters: Letters, fold: Fold) -> None:
        """Start with no chunk known; `fold` folds the spelling of the language."""
        self._chunks = _Chunks(letters, fold)

    def weigh(self, texts: Sequence[str]) -> Array:
        """What the letters add to the logits, texts × frames."""
        if not texts:
            return np.zeros((0, self._chunks.frames))
        if len(self._chunks) > MOST:
            self._chunks.forget()
        pieces = " ".join(texts).split(" ")
        chunks = np.fromiter(map(self._chunks.__getitem__, pieces), np.int64, len(pieces))
        counts = np.fromiter((text.count(" ") + 1 for text in texts), np.int64, len(texts))
        sums = np.add.reduceat(self._chunks.table()[chunks], np.cumsum(counts) - counts)
        return np.asarray(sums[:, :-1] / np.sqrt(np.maximum(sums[:, -1:], 1)))


class _Chunks(dict[str, int]):
    """Number of each chunk; a row of `table` is what it adds for each frame, and its pieces."""

    def __init__(self, letters: Letters, fold: Fold) -> None:
        super().__init__()
        self.frames = letters.weights.shape[1]
        self._weights = np.vstack([letters.weights, np.zeros((1, self.frames))])
        self._fold, self._nothing = fold, len(letters.pieces)
        self._rows = {piece: number for number, piece in enumerate(letters.pieces)}
        self._table = np.zeros((0, self.frames + 1))
        self._new, self._sizes = array("i"), array("i")

    def __missing__(self, chunk: str) -> int:
        number = self[chunk] = len(self)
        one = chunk.isalpha() and TATWEEL not in chunk  # one word: what most chunks are
        words = [self._fold(chunk)] if one else find_words(chunk, self._fold)
        pieces = [piece for word in words for piece in cut(word)]
        known = [self._rows[piece] for piece in pieces if piece in self._rows]
        self._new.extend(known)
        self._new.append(self._nothing)
        self._sizes.extend((len(known) + 1, len(pieces)))
        return number

    def table(self) -> Array:
        """A row per chunk; the chunks that are new since the last call are weighed."""
        if self._sizes:
            sizes, counts = np.array(self._sizes).reshape(-1, 2).T
            rows = np.array(self._new)
            sums = np.add.reduceat(self._weights[rows], np.cumsum(sizes) - sizes)
            self._table = np.vstack([self._table, np.column_stack([sums, counts])])
            self._new, self._sizes = array("i"), array("i")
        return self._table

    def forget(self) -> None:
        self.clear()
        self._table = np.zeros((0, self.frames + 1))
        self._new, self._sizes = array("i"), array("i")
