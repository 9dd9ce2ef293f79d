"""Sequences of the cue language as arrays, a row each: what the search follows all at once."""

from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from framing.instrument.patterns import Choice
from framing.instrument.patterns import Sequence as Elements
from framing.instrument.slots import Ragged, Slots, shortest
from framing.instrument.vocabulary import Openings, Vocabulary


class Steps:
    """The choices of sequences, by row and step: how far away each may be, words and class.

    With `back` they are read from their end.
    """

    def __init__(
        self, sequences: Iterable[Elements], vocabulary: Vocabulary, *, back: bool = False
    ) -> None:
        """Number the choices."""
        rows = [_list_steps(s[::-1] if back else s, vocabulary) for s in sequences]
        self.lengths = np.array([len(row) for row in rows], np.int32)
        most = self.lengths.max(initial=0)
        padded = [row + [(0, 0, 0)] * (most - len(row)) for row in rows]
        table = np.array(padded, np.int32).reshape(len(rows), most, 3)
        self._columns = np.ascontiguousarray(table.transpose(1, 2, 0))

    def __len__(self) -> int:
        """The number of steps of the longest."""
        return len(self._columns)

    def take(self, step: int, rows: Slots) -> tuple[Slots, Slots, Slots]:
        """Gap, words and class of a step of these rows."""
        gaps, choices, classes = self._columns[step]
        return gaps.take(rows), choices.take(rows), classes.take(rows)


def _list_steps(elements: Elements, vocabulary: Vocabulary) -> list[tuple[int, int, int]]:
    steps, gap = [], 0
    for element in elements:
        if isinstance(element, int):
            gap += element
        elif isinstance(element, Choice):
            steps.append((gap, vocabulary.number(element), vocabulary.class_of(element)))
            gap = 0
    return steps


class Sequences:
    """Sequences that are sought everywhere: their first choices, and the steps behind them."""

    def __init__(self, sequences: Sequence[Elements], vocabulary: Vocabulary) -> None:
        """Each begins with a choice."""
        heads = [element for element, *_ in sequences if isinstance(element, Choice)]
        self.openings = Openings(heads, vocabulary.readings)
        classes = np.array([vocabulary.class_of(head) for head in heads], np.int32)
        self.composed = np.flatnonzero(classes).astype(np.int32)
        self.classes = classes[self.composed]
        self.rest = Steps([sequence[1:] for sequence in sequences], vocabulary)
        self._loose = np.array([not _has_one_length(sequence) for sequence in sequences], bool)

    def choose_shortest(self, rows: Slots, starts: Slots, ends: Slots) -> NDArray[np.intp]:
        """Of the matches of one sequence that begin at one place the shortest."""
        loose = self._loose.take(rows)
        some = np.flatnonzero(loose)
        kept = some[shortest(rows[some], starts[some], ends[some])]
        return np.concatenate([np.flatnonzero(~loose), kept])


def _has_one_length(sequence: Elements) -> bool:
    """Whether every match of the sequence from one place has the same length."""
    return all(isinstance(e, Choice) and not e.sequences for e in sequence)


class Level:
    """Members of classes whose own classes have members of lower levels alone."""

    def __init__(self, members: Sequence[Elements], vocabulary: Vocabulary) -> None:
        """Find the classes of each member."""
        owners: dict[Elements, list[int]] = {member: [] for member in members}
        for sequences, number in vocabulary.classes.items():
            for member in owners.keys() & set(sequences):
                owners[member].append(number)
        self.sequences = Sequences(members, vocabulary)
        self.classes = Ragged(owners.values())


class Members:
    """The members of all classes of a vocabulary, by level, the lowest first."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """They are listed when they are first asked for."""
        self.vocabulary = vocabulary
        self._levels: list[Level] = []
        self._known = 0  # classes

    def levels(self) -> list[Level]:
        """The levels, of the classes that are known by now."""
        classes = self.vocabulary.classes
        if self._known < len(classes):
            self._known = len(classes)
            levels: dict[int, dict[Elements, None]] = {}
            for member in chain.from_iterable(classes):
                levels.setdefault(_rate(member), {})[member] = None
            self._levels = [Level(list(levels[n]), self.vocabulary) for n in sorted(levels)]
        return self._levels


def _rate(member: Elements) -> int:
    """The level of a member: 0 where no choice of it has members of several words."""
    inner = (m for e in member if isinstance(e, Choice) for m in e.sequences)
    return max((_rate(m) + 1 for m in inner), default=0)
