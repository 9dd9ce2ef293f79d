"""Which readings of written forms each word of a pattern accepts."""

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from framing.instrument.patterns import Choice
from framing.texts.chunks import Readings, Slots

Flags = NDArray[np.bool_]


class Vocabulary:
    """For every choice of the patterns the readings that it accepts; grows with the readings.

    A choice is registered when it is first asked for.
    """

    def __init__(self, readings: Readings) -> None:
        """Start with no choice; the readings may have grown already."""
        self.readings = readings
        self._known = 0
        self._by_word: dict[int, list[int]] = defaultdict(list)  # readings
        self._choices: dict[int, list[int]] = defaultdict(list)  # choices, by their words
        self._numbers: dict[frozenset[int], int] = {}
        self._accepted: list[list[int]] = []
        self._arrays: dict[int, Slots] = {}
        self.refresh()

    def refresh(self) -> None:
        """Take in the readings that are new since the last call."""
        sets = self.readings.sets
        if self._known == len(sets):
            return
        for number in range(self._known, len(sets)):
            for word in sets[number]:
                self._by_word[word].append(number)
            for choice in {c for word in sets[number] for c in self._choices.get(word, ())}:
                self._accepted[choice].append(number)
        self._known = len(sets)
        self._arrays.clear()

    def accepted(self, choice: Choice) -> Slots:
        """The numbers of the readings that have one of the choice's words."""
        number = self._number(choice)
        if number not in self._arrays:
            self._arrays[number] = np.array(self._accepted[number], np.int32)
        return self._arrays[number]

    def words(self, readings: NDArray[np.integer]) -> set[int]:
        """The words of these readings."""
        sets = self.readings.sets
        return set().union(*(sets[number] for number in readings.tolist()))

    def _number(self, choice: Choice) -> int:
        words = choice.words
        if words not in self._numbers:
            number = self._numbers[words] = len(self._accepted)
            for word in words:
                self._choices[word].append(number)
            met = words & self._by_word.keys()
            self._accepted.append(sorted({n for word in met for n in self._by_word[word]}))
        return self._numbers[words]
