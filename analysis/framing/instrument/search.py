"""The cue language over many texts at once: all patterns together, step by step, on arrays.

The same answers as `patterns.find_ends`, which reads one sentence at a time and is the reference.
"""

from collections.abc import Iterator

import numpy as np

from framing.instrument.edges import Edges
from framing.instrument.slots import NONE, Pairs, Slots, unique
from framing.instrument.steps import Members, Sequences, Steps
from framing.texts.encode import Shard

Found = tuple[Slots, Slots, Slots]  # numbers of sequences, and where their matches begin and end


class Search:
    """Patterns sought in one shard."""

    def __init__(self, shard: Shard, members: Members) -> None:
        """Nothing is sought yet."""
        self.shard, self.vocabulary = shard, members.vocabulary
        self._members = members
        self._edges: Edges | None = None
        self._classes = 0  # known when their members were sought

    def prepare(self) -> None:
        """Find the members of classes; to be called before patterns are sought that are new."""
        levels = self._members.levels()
        self.vocabulary.refresh()
        if self._classes < len(self.vocabulary.classes):
            self._classes = len(self.vocabulary.classes)
            found = [(NONE, NONE, NONE)]
            for level in levels:
                numbers, starts, ends = self.find(level.sequences)
                owner, classes = level.classes.expand(numbers)
                found.append((classes, starts[owner], ends[owner]))
                classes, starts, ends = map(np.concatenate, zip(*found, strict=True))
                self._edges = Edges(classes, starts, ends, self.shard.readings.size)

    def find(self, sought: Sequences) -> Found:
        """All matches of the sequences."""
        found = []
        for numbers, starts, ends in self._begin(sought):
            keys, ends = self.follow(sought.rest, numbers, ends)
            found.append((numbers[keys], starts[keys], ends))
        numbers, starts, ends = map(np.concatenate, zip(*found, strict=True))
        return numbers, starts, ends

    def _begin(self, sought: Sequences) -> Iterator[Found]:
        """Matches of the first choice of each sequence, some at a time."""
        for starts, numbers in sought.openings.find(self.shard.readings):
            yield numbers, starts, starts + np.int32(1)
        if self._edges and sought.composed.size:
            owner, starts, ends = self._edges.list(sought.classes)
            yield sought.composed[owner], starts, ends

    def follow(self, steps: Steps, rows: Slots, at: Slots, *, back: bool = False) -> Pairs:
        """Matches of the steps of each row from the place `at` on (or `back` from it).

        They are the places in `rows`, and where the matches end (or begin).
        """
        keys, found = np.arange(rows.size, dtype=np.int32), [(NONE, NONE)]
        for step in range(len(steps) + 1):
            done = steps.lengths.take(rows.take(keys)) == step
            found.append((keys[done], at[done]))
            keys, at = keys[~done], at[~done]
            if not keys.size:
                break
            keys, at = self._step(keys, at, steps.take(step, rows.take(keys)), back)
        keys, at = (np.concatenate(column) for column in zip(*found, strict=True))
        return keys, at

    def _step(self, keys: Slots, at: Slots, step: Found, back: bool) -> Pairs:
        """One choice after (or before) each place, as far away as its gap allows."""
        way, shift = (np.int32(-1), np.int32(-1)) if back else (np.int32(1), np.int32(0))
        gaps, choices, classes = step
        gaps = np.minimum(gaps, self._room(at, back)) if gaps.any() else gaps
        found = []
        for away in range(int(gaps.max(initial=0)) + 1):
            if away:
                near = gaps >= away
                keys, at, gaps, choices, classes = (
                    column[near] for column in (keys, at + way, gaps, choices, classes)
                )
            fits = self.vocabulary.fits(choices, self.shard.readings.take(at + shift))
            found.append((keys[fits], at[fits] + way))
            if self._edges:
                found.append(self._edges.follow(keys, at, classes, back=back))
        if len(found) == 1:
            return found[0]
        return unique(*(np.concatenate(column) for column in zip(*found, strict=True)))

    def _room(self, at: Slots, back: bool) -> Slots:
        """How many words are after (or before) each place in its sentence."""
        sentence = self.shard.sentence.take(at)
        if back:
            return at - self.shard.firsts.take(sentence)
        return self.shard.lasts.take(sentence) - at
