"""Sheets of patterns with conditions, cues or constructions, sought in many texts at once."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

import numpy as np

from framing.instrument.conditions import Conditions
from framing.instrument.overlaps import keep_longest
from framing.instrument.patterns import Choice, Condition, Part
from framing.instrument.patterns import Sequence as Elements
from framing.instrument.search import Search
from framing.instrument.slots import Flags, Ragged, Slots, cut
from framing.instrument.steps import Sequences
from framing.instrument.vocabulary import Vocabulary


class Patterned(Protocol):
    """A row of a sheet."""

    @property
    def sequence(self) -> Elements:
        """What it matches."""

    @property
    def needs(self) -> tuple[Condition, ...]:
        """Conditions one of which must hold."""

    @property
    def unless(self) -> tuple[Condition, ...]:
        """Conditions none of which may hold."""


Row = TypeVar("Row", bound=Patterned)


@dataclass(frozen=True)
class Hits:
    """Rows of a sheet found in a shard: slots from `starts` up to `ends`, and numbers of rows."""

    starts: Slots
    ends: Slots
    rows: Slots

    def __getitem__(self, chosen: Any) -> "Hits":
        """The chosen hits."""
        return Hits(self.starts[chosen], self.ends[chosen], self.rows[chosen])


class Sheet(Generic[Row]):
    """Rows with a sequence and conditions (cues or constructions), ready for the search."""

    def __init__(
        self,
        rows: Sequence[Row],
        vocabulary: Vocabulary,
        *,
        thing: Callable[[Row], Any],
        rank: Callable[[Row], Any],
        order: Callable[[Row], Any],
    ) -> None:
        """Of overlapping hits of one `thing` the lowest `rank` wins; `order` sorts what remains."""
        self.rows = list(rows)
        self.things, self.ranks, self.order = (
            _rank([key(row) for row in rows]) for key in (thing, rank, order)
        )
        self._sequences = Sequences([row.sequence for row in rows], vocabulary)
        conditions: list[Condition] = []
        self._needs = _number((row.needs for row in rows), conditions)
        self._unless = _number((row.unless for row in rows), conditions)
        self._needing = np.array([bool(row.needs) for row in rows], bool)
        self._conditions = Conditions(conditions, vocabulary)

    def find(self, search: Search, *, alone: bool = False) -> Hits:
        """The hits that count, in order; of overlapping ones of a thing the longest remains."""
        hits = self.seek(search, alone=alone)
        kept = keep_longest(hits.starts, hits.ends, self.things[hits.rows], self.ranks[hits.rows])
        hits = hits[kept]
        return hits[np.lexsort((self.order[hits.rows], hits.ends, hits.starts))]

    def seek(self, search: Search, *, alone: bool = False) -> Hits:
        """All hits whose conditions are met; with `alone` no sentence has a neighbour."""
        search.prepare()
        rows, starts, ends = search.find(self._sequences)
        hits = Hits(starts, ends, rows)[self._sequences.choose_shortest(rows, starts, ends)]
        met = ~self._needing[hits.rows] | self._hold(self._needs, search, hits, alone=alone)
        hits = hits[met]
        return hits[~self._hold(self._unless, search, hits, alone=alone)]

    def _hold(self, asked: Ragged, search: Search, hits: Hits, *, alone: bool) -> Flags:
        """For each hit whether one of the conditions that are asked of its row holds."""
        result = np.zeros(hits.rows.size, bool)
        for some in cut(asked.sizes(hits.rows)):
            owner, numbers = asked.expand(hits.rows[some])
            places = hits.starts[some][owner], hits.ends[some][owner]
            holds = self._conditions.hold(search, numbers, places, alone=alone)
            result[some][owner[holds]] = True
        return result


def _number(rows: Iterable[tuple[Condition, ...]], conditions: list[Condition]) -> Ragged:
    """The numbers of the conditions of each row, which are added to the list."""
    known: dict[int, range] = {}
    numbers = []
    for own in rows:
        if id(own) not in known:
            first = len(conditions)
            conditions += merge(own)
            known[id(own)] = range(first, len(conditions))
        numbers.append(known[id(own)])
    return Ragged(numbers)


def merge(conditions: Iterable[Condition]) -> list[Condition]:
    """Conditions any of which must hold, with those as one that differ in a single word."""
    merged: list[Condition] = []
    alike: dict[object, list[Part]] = defaultdict(list)
    for condition in conditions:
        part = condition.parts[0]
        words = [e for e in part.sequence if isinstance(e, Choice)]
        if len(condition.parts) == len(words) == 1 and not words[0].sequences:
            shape = tuple(None if isinstance(e, Choice) else e for e in part.sequence)
            alike[shape, part.around].append(part)
        else:
            merged.append(condition)
    for parts in alike.values():
        words = [e for part in parts for e in part.sequence if isinstance(e, Choice)]
        union = Choice(frozenset().union(*(choice.words for choice in words)))
        sequence = tuple(union if isinstance(e, Choice) else e for e in parts[0].sequence)
        merged.append(Condition((Part(sequence, parts[0].around),)))
    return merged


def _rank(names: Sequence[Any]) -> Slots:
    """The place of each name among the different ones in order."""
    place = {name: number for number, name in enumerate(sorted(set(names)))}
    return np.array([place[name] for name in names], np.int32)
