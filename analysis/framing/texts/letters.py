"""Many short texts as one row of letters, and which stretches of it are words of a list.

A stretch has a number (a hash) that two sums give. Stretches with the number of a word are then
compared with it letter by letter, so that the answer is exact.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int64]
Hashes = NDArray[np.uint64]
NOWHERE = np.empty(0, np.int64)
BASE = 0x9E3779B97F4A7C15  # odd, so that it has an inverse among the numbers of 64 bits
INVERSE = pow(BASE, -1, 2**64)
SHIFT = 46  # the first bits of a hash say at once that most stretches are no word


@dataclass(frozen=True)
class Letters:
    """The letters (code points) of texts, one after the other, and where each begins and ends."""

    codes: NDArray[np.uint32]
    starts: Places
    ends: Places

    def hash(self, starts: Places, ends: Places) -> Hashes:
        """The number of each stretch: equal ones have the same."""
        return (self._sums[ends] - self._sums[starts]) * self._scales[starts]

    @cached_property
    def _sums(self) -> Hashes:
        sums = np.zeros(self.codes.size + 1, np.uint64)
        np.cumsum((self.codes + np.uint64(1)) * _powers(BASE, self.codes.size), out=sums[1:])
        return sums

    @cached_property
    def _scales(self) -> Hashes:
        return _powers(INVERSE, self.codes.size + 1)


def spell(texts: Sequence[str]) -> Letters:
    """The texts as letters."""
    data = "".join(texts).encode("utf-32-le", "surrogatepass")
    ends = np.cumsum(np.fromiter(map(len, texts), np.int64, len(texts)))
    return Letters(np.frombuffer(data, "<u4"), np.append(0, ends[:-1])[: ends.size], ends)


class Words:
    """A list of different words, to be found among stretches of letters."""

    def __init__(self, words: Sequence[str]) -> None:
        """Sort the words by their numbers."""
        letters = spell(words)
        hashes = letters.hash(letters.starts, letters.ends)
        self.order = np.argsort(hashes)
        self._hashes = hashes[self.order]
        assert (self._hashes[1:] != self._hashes[:-1]).all(), "two words have one number"
        self._letters = letters
        self._some = np.zeros(2 ** (64 - SHIFT), bool)
        self._some[hashes >> np.uint64(SHIFT)] = True

    def find(self, letters: Letters, starts: Places, ends: Places) -> tuple[Places, Places]:
        """Which of the stretches are words (their places in the row), and the number of each."""
        if not self.order.size or not starts.size:
            return NOWHERE, NOWHERE
        hashes = letters.hash(starts, ends)
        places = np.flatnonzero(self._some[hashes >> np.uint64(SHIFT)])
        at = np.searchsorted(self._hashes, hashes[places]).clip(max=self.order.size - 1)
        same = self._hashes[at] == hashes[places]
        places, words = places[same], self.order[at[same]]
        equal = self._compare(letters, starts[places], ends[places], words)
        return places[equal], words[equal]

    def _compare(
        self, letters: Letters, starts: Places, ends: Places, words: Places
    ) -> NDArray[np.bool_]:
        """Whether each stretch has the letters of the word."""
        size, begin = ends - starts, self._letters.starts[words]
        equal: NDArray[np.bool_] = size == self._letters.ends[words] - begin
        for step in range(int(size.max(initial=0))):
            open_ = np.flatnonzero(equal & (size > step))
            mine = letters.codes[starts[open_] + step]
            equal[open_] = mine == self._letters.codes[begin[open_] + step]
        return equal


def _powers(base: int, count: int) -> Hashes:
    """The powers of a number, from the zeroth on."""
    powers = np.full(count, base, np.uint64)
    powers[:1] = 1
    return np.cumprod(powers, dtype=np.uint64)
