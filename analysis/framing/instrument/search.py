"""The cue language over many texts at once: one pattern at a time, on arrays of slots.

The same answers as `patterns.find_ends` and `patterns.Condition.holds`, which read one sentence at
a time and are the reference. Most arrays are short, and `take` looks them up in half the time of
brackets.
"""

from dataclasses import dataclass

import numpy as np

from framing.instrument.patterns import Choice, Condition, Part, Sequence
from framing.instrument.slots import NONE, Pairs, Slots, among, join, nearest, unique
from framing.instrument.vocabulary import Flags, Vocabulary
from framing.texts.encode import Shard


@dataclass(frozen=True)
class Edges:
    """Matches of the longer members of a choice, by where they begin and by where they end."""

    forward: Pairs
    backward: Pairs


class Search:
    """Patterns sought in one shard."""

    def __init__(self, shard: Shard, vocabulary: Vocabulary) -> None:
        """Sort the slots by their reading."""
        vocabulary.refresh()
        self.shard, self.vocabulary = shard, vocabulary
        self._order = np.argsort(shard.readings, kind="stable").astype(np.int32)
        counts = np.bincount(shard.readings, minlength=len(vocabulary.readings.sets))
        self._counts, self._upto = counts, np.cumsum(counts) - counts
        self._fits = np.zeros(counts.size, bool)  # used by one step at a time
        self._edges: dict[int, Edges] = {}
        self.words = vocabulary.words(np.flatnonzero(counts))

    def find(self, sequence: Sequence) -> Pairs:
        """Where the sequence matches, and where each match ends first."""
        head = sequence[0]
        assert isinstance(head, Choice)
        starts, ends = self._follow(*self._begin(head), sequence[1:])
        return (starts, ends) if _has_one_length(sequence) else nearest(starts, ends)

    def holds(self, condition: Condition, hits: Pairs, *, alone: bool = False) -> Flags:
        """For each hit (a match of a cue) whether the condition holds.

        With `alone` no sentence has a neighbour.
        """
        result = np.ones(hits[0].size, bool)
        for part in condition.parts:
            if not result.any():
                break
            some = hits[0][result], hits[1][result]
            if part.before is part.sequence:
                result[result] = self._occurs(part, some[0], around=part.around and not alone)
            else:
                result[result] = self._touches(part, some)
        return result

    def _occurs(self, part: Part, hits: Slots, *, around: bool) -> Flags:
        """Whether the part matches in the sentence of each hit (or, `around`, next to it)."""
        sentence = self.shard.sentence.take(hits)
        if part.heads.isdisjoint(self.words):
            return np.zeros(hits.size, bool)
        wanted = np.zeros(self.shard.firsts.size + 2, bool)
        wanted[sentence] = True
        if around:
            wanted[sentence + 1], wanted[sentence - 1] = True, True
        head = part.sequence[0]
        assert isinstance(head, Choice)
        starts, ends = self._begin(head)
        inside = wanted.take(self.shard.sentence.take(starts))
        starts, _ = self._follow(starts[inside], ends[inside], part.sequence[1:])
        found = np.zeros_like(wanted)
        found[self.shard.sentence.take(starts)] = True
        result = found.take(sentence)
        if around:
            for step in (-1, 1):
                beside = np.clip(sentence + step, 0, self.shard.firsts.size - 1)
                same = self.shard.texts[beside] == self.shard.texts[sentence]
                near = self.shard.numbers[beside] - self.shard.numbers[sentence] == step
                result |= found[beside] & same & near
        return result

    def _touches(self, part: Part, hits: Pairs) -> Flags:
        """Whether what is before the cue in the part leads up to it, and the rest follows it."""
        number = np.arange(hits[0].size, dtype=np.int32)
        result = np.ones(number.size, bool)
        if part.after:
            result = among(number, self._follow(number, hits[1], part.after)[0])
        if part.before:
            before = number[result], hits[0][result]
            result &= among(number, self._lead(*before, part.before)[0])
        return result

    def _begin(self, head: Choice) -> Pairs:
        """Matches of the first element of a sequence anywhere in the shard."""
        accepted = self.vocabulary.accepted(head)
        counts = self._counts.take(accepted)
        rows = (self._upto.take(accepted) - counts.cumsum() + counts).repeat(counts)
        rows += np.arange(rows.size)
        starts = self._order.take(rows)
        ends = starts + np.int32(1)
        if head.sequences:
            longer = self._find_longer(head).forward
            starts, ends = np.concatenate([starts, longer[0]]), np.concatenate([ends, longer[1]])
        return starts, ends

    def _find_longer(self, choice: Choice) -> Edges:
        if id(choice.sequences) not in self._edges:
            found = [(NONE, NONE)]
            for longer in choice.sequences:
                head = longer[0]
                assert isinstance(head, Choice)
                if not head.words.isdisjoint(self.words) or not head.heads.isdisjoint(self.words):
                    found.append(self._follow(*self._begin(head), longer[1:]))
            starts, ends = (np.concatenate(column) for column in zip(*found, strict=True))
            forward, backward = np.argsort(starts), np.argsort(ends)
            self._edges[id(choice.sequences)] = Edges(
                (starts[forward], ends[forward]), (ends[backward], starts[backward])
            )
        return self._edges[id(choice.sequences)]

    def _follow(self, keys: Slots, at: Slots, elements: Sequence) -> Pairs:
        """Matches of the elements from the places `at` on: keys as given, and where they end."""
        gap = 0
        for element in elements:
            if isinstance(element, int):
                gap += element
            elif isinstance(element, Choice) and keys.size:
                room = self._last(at) - at if gap else None
                keys, at = self._step(keys, at, element, 1, gap, room)
                gap = 0
        return keys, at

    def _lead(self, keys: Slots, at: Slots, elements: Sequence) -> Pairs:
        """Matches of the elements that end at the places `at`: keys as given, and their starts."""
        gap = 0
        for element in reversed(elements):
            if isinstance(element, int):
                gap += element
            elif isinstance(element, Choice) and keys.size:
                room = at - self._first(at) if gap else None
                keys, at = self._step(keys, at, element, -1, gap, room)
                gap = 0
        return keys, at

    def _first(self, at: Slots) -> Slots:
        """The first slot of the sentence of each slot."""
        return self.shard.firsts.take(self.shard.sentence.take(at))

    def _last(self, at: Slots) -> Slots:
        return self.shard.lasts.take(self.shard.sentence.take(at))

    def _step(
        self, keys: Slots, at: Slots, choice: Choice, way: int, gap: int, room: Slots | None
    ) -> Pairs:
        """One choice after (`way` 1) or before (-1) each place, at most `gap` words away.

        `room`: how many words there are at each place; not needed without a gap.
        """
        accepted, shift = self.vocabulary.accepted(choice), -1 if way < 0 else 0
        edges = self._find_longer(choice) if choice.sequences else None
        self._fits[accepted], found = True, []
        for away in range(gap + 1):
            if away and room is not None:
                near = room >= away
                keys, at, room = keys[near], at[near] + np.int32(way), room[near]
                if not keys.size:
                    break
            fits = self._fits.take(self.shard.readings.take(at + shift))
            found.append((keys[fits], at[fits] + np.int32(way)))
            if edges:
                found.append(join(keys, at, *(edges.forward if way > 0 else edges.backward)))
        self._fits[accepted] = False
        if len(found) == 1:
            return found[0]
        return unique(*(np.concatenate(column) for column in zip(*found, strict=True)))


def _has_one_length(sequence: Sequence) -> bool:
    """Whether every match of the sequence from one place has the same length."""
    return all(isinstance(e, Choice) and not e.sequences for e in sequence)
