"""Sheets of patterns with conditions, cues or constructions, sought in many texts at once."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

import numpy as np

from framing.instrument.overlaps import keep_longest
from framing.instrument.patterns import Choice, Condition, Part, first_words
from framing.instrument.patterns import Sequence as Elements
from framing.instrument.search import Search
from framing.instrument.slots import NONE, Slots
from framing.instrument.vocabulary import Flags


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


@dataclass(frozen=True)
class Group:
    """Rows, by number, that share their conditions: one of `needs` holds and none of `unless`."""

    rows: list[int]
    needs: list[Condition]
    unless: list[Condition]


class Sheet(Generic[Row]):
    """Rows with a sequence and conditions (cues or constructions), ready for the search."""

    def __init__(
        self,
        rows: Sequence[Row],
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
        self._heads = [first_words(row.sequence) for row in rows]
        groups: dict[tuple[int, int], list[int]] = defaultdict(list)
        for number, row in enumerate(rows):
            groups[id(row.needs), id(row.unless)].append(number)
        self._groups = [
            Group(numbers, merge(rows[numbers[0]].needs), merge(rows[numbers[0]].unless))
            for numbers in groups.values()
        ]

    def find(self, search: Search, *, alone: bool = False) -> Hits:
        """The hits that count, in order; of overlapping ones of a thing the longest remains."""
        hits = self.seek(search, alone=alone)
        kept = keep_longest(hits.starts, hits.ends, self.things[hits.rows], self.ranks[hits.rows])
        hits = hits[kept]
        return hits[np.lexsort((self.order[hits.rows], hits.ends, hits.starts))]

    def seek(self, search: Search, *, alone: bool = False) -> Hits:
        """All hits whose conditions are met; with `alone` no sentence has a neighbour."""
        found = [Hits(NONE, NONE, NONE)]
        for group in self._groups:
            hits = self._match(search, group.rows)
            if hits.rows.size:
                found.append(hits[_count(search, group, hits, alone)])
        return _join(found)

    def _match(self, search: Search, numbers: list[int]) -> Hits:
        found = [Hits(NONE, NONE, NONE)]
        for number in numbers:
            if not self._heads[number].isdisjoint(search.words):
                starts, ends = search.find(self.rows[number].sequence)
                if starts.size:
                    found.append(Hits(starts, ends, np.full(starts.size, number, np.int32)))
        return _join(found)


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


def _count(search: Search, group: Group, hits: Hits, alone: bool) -> Flags:
    """Which hits count: one of the group's `needs` holds, if it has any, and none of `unless`."""
    met = np.full(hits.rows.size, not group.needs)
    for need in group.needs:
        open_ = ~met
        if not open_.any():
            break
        met[open_] = search.holds(need, (hits.starts[open_], hits.ends[open_]), alone=alone)
    for bar in group.unless:
        if not met.any():
            break
        met[met] = ~search.holds(bar, (hits.starts[met], hits.ends[met]), alone=alone)
    return met


def _join(found: Sequence[Hits]) -> Hits:
    columns = ([getattr(hits, name) for hits in found] for name in ("starts", "ends", "rows"))
    return Hits(*map(np.concatenate, columns))


def _rank(names: Sequence[Any]) -> Slots:
    """The place of each name among the different ones in order."""
    place = {name: number for number, name in enumerate(sorted(set(names)))}
    return np.array([place[name] for name in names], np.int32)
