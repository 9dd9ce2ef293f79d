"""The instrument over many texts of one language at once: every cue, with its conditions."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from framing.instrument.annotate import classifier
from framing.instrument.cues import Cue, CuedLanguage
from framing.instrument.overlaps import keep_longest
from framing.instrument.patterns import Condition, first_words
from framing.instrument.search import NONE, Pairs, Search, Slots
from framing.instrument.vocabulary import Flags, Vocabulary
from framing.texts.encode import Encoder, Readings, Shard


@dataclass(frozen=True)
class Hits:
    """Cues found in a shard: the slots from `starts` up to `ends`, and the numbers of the cues."""

    starts: Slots
    ends: Slots
    cues: Slots


@dataclass(frozen=True)
class Rule:
    """Cues, by number, with the conditions that they share."""

    cues: tuple[int, ...]
    needs: tuple[Condition, ...]
    unless: tuple[Condition, ...]


class Engine:
    """One language made ready for many texts; it remembers words from one shard to the next."""

    def __init__(self, language: CuedLanguage) -> None:
        """Number the cues of the language."""
        self.language, self.cues = language, list(language.cues)
        self.readings = Readings(classifier(language))
        self._encoder = Encoder(self.readings)
        self._vocabulary = Vocabulary(self.readings)
        self._heads = [first_words(cue.sequence) for cue in self.cues]
        self._rules = _group(self.cues)
        self._things = _rank([cue.thing for cue in self.cues])
        self._names = _rank([(cue.kind, cue.code, cue.concept) for cue in self.cues])
        self._places = _rank([cue.place for cue in self.cues])

    def encode(self, texts: Sequence[str]) -> Shard:
        """The texts as a shard."""
        return self._encoder.encode(texts)

    def carry(self, texts: Sequence[str], frames: Collection[str]) -> NDArray[np.bool_]:
        """Which of the frames each text carries: texts by frames."""
        shard, codes = self.encode(texts), list(frames)
        hits = self._seek(shard, [rule for rule in self._rules if self._kind(rule) == "frame"])
        column = np.array([codes.index(c.code) if c.kind == "frame" else 0 for c in self.cues])
        carried = np.zeros((len(texts), len(codes)), bool)
        carried[shard.texts[shard.sentence[hits.starts]], column[hits.cues]] = True
        return carried

    def find(self, shard: Shard) -> Hits:
        """All mentions, in order of place; of overlapping ones of a thing the longest remains."""
        hits = self._seek(shard, self._rules)
        kept = keep_longest(
            hits.starts, hits.ends, self._things[hits.cues], self._places[hits.cues]
        )
        starts, ends, cues = hits.starts[kept], hits.ends[kept], hits.cues[kept]
        order = np.lexsort((self._names[cues], ends, starts))
        return Hits(starts[order], ends[order], cues[order])

    def _kind(self, rule: Rule) -> str:
        return self.cues[rule.cues[0]].kind

    def _seek(self, shard: Shard, rules: Iterable[Rule]) -> Hits:
        search = Search(shard, self._vocabulary)
        found = [(NONE, NONE, NONE)]
        for rule in rules:
            hits = self._match(search, rule)
            counts = search.meet(rule.needs, rule.unless, hits[:2])
            found.append(tuple(column[counts] for column in hits))
        return Hits(*(np.concatenate(column) for column in zip(*found, strict=True)))

    def _match(self, search: Search, rule: Rule) -> tuple[Slots, Slots, Slots]:
        found = [(NONE, NONE, NONE)]
        for number in rule.cues:
            if not self._heads[number].isdisjoint(search.words):
                starts, ends = search.find(self.cues[number].sequence)
                if starts.size:
                    found.append((starts, ends, np.full(starts.size, number, np.int32)))
        return tuple(np.concatenate(column) for column in zip(*found, strict=True))


def _group(cues: list[Cue]) -> list[Rule]:
    groups: dict[tuple[int, int, str], list[int]] = defaultdict(list)
    for number, cue in enumerate(cues):
        groups[id(cue.needs), id(cue.unless), cue.kind].append(number)
    return [
        Rule(tuple(group), cues[group[0]].needs, cues[group[0]].unless) for group in groups.values()
    ]


def _rank(names: list) -> NDArray[np.int32]:
    """The place of each name among the different ones in order."""
    place = {name: number for number, name in enumerate(sorted(set(names)))}
    return np.array([place[name] for name in names], np.int32)
