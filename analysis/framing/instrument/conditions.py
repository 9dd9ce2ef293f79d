"""The conditions of a sheet's rows, asked of many hits at once.

The same answers as `patterns.Condition.holds`, which reads one sentence at a time.
"""

from collections.abc import Sequence

import numpy as np

from framing.instrument.patterns import Condition, Part
from framing.instrument.search import Search
from framing.instrument.slots import Flags, Pairs, Ragged, Slots, among, cut, spread
from framing.instrument.steps import Steps
from framing.instrument.vocabulary import Vocabulary


class Conditions:
    """Conditions by number, as arrays of their parts."""

    def __init__(self, conditions: Sequence[Condition], vocabulary: Vocabulary) -> None:
        """Number the parts, each different one once."""
        numbers: dict[Part, int] = {}
        for condition in conditions:
            for part in condition.parts:
                numbers.setdefault(part, len(numbers))
        self._parts = Ragged([numbers[part] for part in c.parts] for c in conditions)
        free = [part.before is part.sequence for part in numbers]
        self._free = np.array(free, bool)  # anywhere in a sentence, not beside the cue
        self._around = np.array([part.around for part in numbers], bool)
        pairs = list(zip(numbers, free, strict=True))
        self._inside = Steps((p.sequence if own else () for p, own in pairs), vocabulary)
        self._before = Steps((() if own else p.before for p, own in pairs), vocabulary, back=True)
        self._after = Steps((p.after for p in numbers), vocabulary)

    def hold(self, search: Search, asked: Slots, hits: Pairs, *, alone: bool = False) -> Flags:
        """Whether the condition that is asked of each hit holds.

        With `alone` no sentence has a neighbour.
        """
        owner, parts = self._parts.expand(asked)
        starts, ends = (column[owner] for column in hits)
        free = self._free.take(parts)
        holds = np.ones(parts.size, bool)
        holds[free] = self._occur(search, parts[free], starts[free], alone=alone)
        tied = ~free
        holds[tied] = self._touch(search, parts[tied], (starts[tied], ends[tied]))
        return ~among(asked.size, owner[~holds])

    def _touch(self, search: Search, parts: Slots, hits: Pairs) -> Flags:
        """Whether what is before the cue in each part leads up to it, and the rest follows it."""
        keys, _ = search.follow(self._after, parts, hits[1])
        open_ = np.flatnonzero(among(parts.size, keys))
        keys, _ = search.follow(self._before, parts[open_], hits[0][open_], back=True)
        return among(parts.size, open_[keys])

    def _occur(self, search: Search, parts: Slots, starts: Slots, *, alone: bool) -> Flags:
        """Whether each part matches in the sentence of its hit, or beside it if it says so."""
        shard, total = search.shard, np.int64(search.shard.firsts.size)
        pairs, places = np.unique(parts * total + shard.sentence.take(starts), return_inverse=True)
        parts, sentences = (pairs // total).astype(np.int32), (pairs % total).astype(np.int32)
        found = self._occur_in(search, parts, sentences)
        wider = np.flatnonzero(self._around.take(parts) & ~found) if not alone else ()
        for step in (-1, 1) if len(wider) else ():
            beside = np.clip(sentences[wider] + np.int32(step), 0, total - 1)
            same = shard.texts[beside] == shard.texts[sentences[wider]]
            near = shard.numbers[beside] - shard.numbers[sentences[wider]] == step
            some = same & near
            found[wider[some]] |= self._occur_in(search, parts[wider[some]], beside[some])
        return found[places]

    def _occur_in(self, search: Search, parts: Slots, sentences: Slots) -> Flags:
        """Whether each part matches anywhere in the sentence beside it."""
        firsts = search.shard.firsts.take(sentences)
        sizes = search.shard.lasts.take(sentences) - firsts
        found = np.zeros(parts.size, bool)
        for some in cut(sizes):
            owner, at = spread(firsts[some], sizes[some])
            keys, _ = search.follow(self._inside, parts[some].take(owner), at)
            found[some] = among(sizes[some].size, owner[keys])
        return found
