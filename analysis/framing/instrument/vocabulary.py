"""Which readings of written forms the choices of patterns accept."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from framing.instrument.patterns import Choice
from framing.instrument.patterns import Sequence as Elements
from framing.instrument.slots import Flags, Pairs, Ragged, Slots, cut
from framing.texts.chunks import Readings

BLOCK = 256  # readings that are written into the table at once


class Vocabulary:
    """Numbers for the words of choices, and for classes with members of several words.

    A choice or class is numbered when it is first asked for. Class 0 has no such member.
    """

    def __init__(self, readings: Readings) -> None:
        """Start with no choice; the readings may have grown already."""
        self.readings = readings
        self.classes: dict[tuple[Elements, ...], int] = {(): 0}
        self._numbers: dict[frozenset[int], int] = {}
        self._by_word: dict[int, list[int]] = defaultdict(list)  # choices
        self._table = np.zeros((0, 0), np.uint8)  # readings × choices, eight in a byte
        self._size = 0  # choices in the table

    def number(self, choice: Choice) -> int:
        """The number of the words of a choice."""
        if choice.words not in self._numbers:
            number = self._numbers[choice.words] = len(self._numbers)
            for word in choice.words:
                self._by_word[word].append(number)
        return self._numbers[choice.words]

    def class_of(self, choice: Choice) -> int:
        """The number of the class of a choice's members of several words."""
        if choice.sequences not in self.classes:
            self.classes[choice.sequences] = len(self.classes)
            for member in choice.sequences:
                for element in member:
                    if isinstance(element, Choice):
                        self.class_of(element)
        return self.classes[choice.sequences]

    def refresh(self) -> None:
        """Take in the choices and readings that are new since the last call."""
        sets = self.readings.sets
        if self._size < len(self._numbers):
            self._size = len(self._numbers)
            self._table = np.zeros((0, (self._size + 7) // 8), np.uint8)
        if len(self._table) < len(sets):
            self._table = np.concatenate([self._table, *self._tabulate(sets[len(self._table) :])])

    def _tabulate(self, sets: Sequence[frozenset[int]]) -> Iterator[NDArray[np.uint8]]:
        for first in range(0, len(sets), BLOCK):
            some = sets[first : first + BLOCK]
            accepted = np.zeros((len(some), self._size), bool)
            for row, words in zip(accepted, some, strict=True):
                for word in words:
                    row[self._by_word.get(word, [])] = True
            yield np.packbits(accepted, axis=1, bitorder="little")

    def fits(self, choices: Slots, readings: Slots) -> Flags:
        """Whether each choice has a word of the reading beside it."""
        byte = self._table.take(readings * np.int32(self._table.shape[1]) + (choices >> 3))
        fits: Flags = np.bitwise_and(byte >> (choices & 7).astype(np.uint8), 1).view(bool)
        return fits


class Openings:
    """Rows of a sheet by the readings with which they can begin."""

    def __init__(self, heads: Sequence[Choice], readings: Readings) -> None:
        """`heads` are the first elements of the rows."""
        self._readings, self._known, self._rows = readings, 0, Ragged()
        self._by_word: dict[int, list[int]] = defaultdict(list)
        for row, head in enumerate(heads):
            for word in head.words:
                self._by_word[word].append(row)

    def find(self, readings: Slots) -> Iterator[Pairs]:
        """Each row that can begin at a slot, after the slot: some at a time.

        `readings` are those of all slots.
        """
        sets = self._readings.sets[self._known :]
        self._known += len(sets)
        self._rows.append(
            sorted({row for word in words for row in self._by_word.get(word, ())}) for words in sets
        )
        for some in cut(self._rows.sizes(readings)):
            slots, rows = self._rows.expand(readings[some])
            yield slots + np.int32(some.start), rows
