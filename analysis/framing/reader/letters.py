"""Letters: the pieces of three to five letters within the words of a text, with weights.

They need no codebook, so they see what no cue was written for; but they belong to a language and to
the texts that they were learned from. ^ and $ mark the edges of a word. Spelling is folded as for
the cues; marks and digits are left out. No piece goes beyond a word.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from framing.texts.text import split_compound, tokenise

Array = NDArray[np.float64]
Sparse: TypeAlias = Any  # a matrix of scipy
Words = Sequence[str]  # folded, of one text, in order
Fold = Callable[[str], str]

START, END = "^", "$"
SIZES = (3, 4, 5)  # characters of a piece, with the marks of the edges
PIECE = re.compile(r"(?=.{3,5}$)\^?[^\W\d_]+\$?")


@dataclass(frozen=True)
class Letters:
    """Pieces of words and their weights, pieces × frames.

    A text has the logits of its pieces, counted with repetition and added up, divided by the square
    root of the number of all its pieces.
    """

    pieces: tuple[str, ...]
    weights: Array

    def weigh(self, texts: Sequence[Words]) -> Array:
        """What the letters add to the logits, texts × frames."""
        return np.asarray(tabulate(texts, self.pieces) @ self.weights)


@cache
def is_piece(text: str) -> bool:
    """Whether `cut` may give this: three to five letters and marks of the edges of a word."""
    return PIECE.fullmatch(text) is not None


def find_words(text: str, fold: Fold) -> list[str]:
    """The words of a text, folded, without marks and digits; parts of compounds are words."""
    parts = (text[a:b][c:d] for a, b in tokenise(text) for c, d in split_compound(text[a:b]))
    return [word for part in parts if (word := _fold(part, fold))]


def _fold(form: str, fold: Fold) -> str:
    folded = fold(form)
    return folded if folded.isalpha() else "".join(filter(str.isalpha, folded))


def cut(word: str) -> list[str]:
    """The pieces of a folded word, with repetition."""
    marked = f"{START}{word}{END}"
    return [marked[at : at + n] for n in SIZES for at in range(len(marked) - n + 1)]


def find(texts: Sequence[Words], *, least: int) -> tuple[tuple[str, ...], Array]:
    """The pieces that at least so many texts have, sorted, and how rare each is.

    The rarity is that of scikit-learn's TfidfTransformer, 1 + log((1 + texts) / (1 + texts with
    the piece)).
    """
    counts = Counter(chain.from_iterable(set(_cut_all(words)) for words in texts))
    pieces = tuple(sorted(piece for piece, count in counts.items() if count >= least))
    known = np.array([counts[piece] for piece in pieces], float)
    return pieces, 1 + np.log((1 + len(texts)) / (1 + known))


def tabulate(texts: Sequence[Words], pieces: Sequence[str]) -> Sparse:
    """Texts × pieces, sparse: how often a text has a piece, by the root of the number of all."""
    from scipy.sparse import csr_matrix

    columns = {piece: number for number, piece in enumerate(pieces)}
    values, places, ends = [], [], [0]
    for words in texts:
        counts = Counter(_cut_all(words))
        root = np.sqrt(max(1, counts.total()))
        mine = [(columns[piece], n / root) for piece, n in counts.items() if piece in columns]
        places += [place for place, _ in mine]
        values += [value for _, value in mine]
        ends.append(len(places))
    indices, bounds = (np.array(numbers, np.int32) for numbers in (places, ends))
    return csr_matrix((np.array(values, float), indices, bounds), (len(texts), len(pieces)))


def join(table: Array, spelled: Sparse) -> Sparse:
    """Two tables side by side, as a sparse one that liblinear reads."""
    from scipy.sparse import csr_matrix, hstack

    joined = hstack([csr_matrix(table), spelled]).tocsr()
    joined.indices, joined.indptr = (a.astype(np.int32) for a in (joined.indices, joined.indptr))
    return joined


def _cut_all(words: Words) -> Iterator[str]:
    return chain.from_iterable(map(cut, words))
