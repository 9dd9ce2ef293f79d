"""The instrument over many texts of one language at once: cues and constructions.

The same answers as `annotate.find_mentions` and `constructions.find`, which read one sentence at a
time and are the reference.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from framing.instrument.annotate import Mention, Sentence, classifier
from framing.instrument.constructions import Construction, Grammar
from framing.instrument.cues import Cue, CuedLanguage
from framing.instrument.hits import Hits, Sheet
from framing.instrument.patterns import Choice, first_words
from framing.instrument.search import Search
from framing.instrument.steps import Members
from framing.instrument.vocabulary import Vocabulary
from framing.texts.chunks import Readings, Slots
from framing.texts.encode import Encoder, Parts, Shard, arrange
from framing.texts.lookup import Lookup

Marking = tuple[Cue, tuple[int, ...]]  # a cue, and the columns of a table that it marks


@dataclass(frozen=True)
class Plan:
    """Cues that are sought, and the columns of a table that each marks (repeated where fewer)."""

    sheet: Sheet[Cue]
    columns: NDArray[np.int32]


class Engine:
    """One language made ready for many texts; it remembers words from one shard to the next."""

    def __init__(self, language: CuedLanguage) -> None:
        """Start with no word known."""
        self.language = language
        many = lambda forms: self._lookup.classify(forms)  # noqa: E731
        self.readings = Readings(many, classifier(language))
        self._encoder = Encoder(self.readings)
        self._vocabulary = Vocabulary(self.readings)
        self._members = Members(self._vocabulary)
        self._plans: dict[tuple[str, ...], Plan] = {}

    @cached_property
    def _lookup(self) -> Lookup:
        return Lookup(self.language.lexicon)

    @cached_property
    def cues(self) -> Sheet[Cue]:
        """All cues of the language."""
        return _of_cues(self.language.cues, self._vocabulary)

    @cached_property
    def kinds(self) -> NDArray[np.str_]:
        """The kind of each cue."""
        return np.array([cue.kind for cue in self.cues.rows], np.str_)

    @cached_property
    def speech(self) -> Sheet[Construction]:
        """The constructions of reported speech."""
        return _of_constructions(self.language.speech, self._vocabulary)

    @cached_property
    def agency(self) -> Sheet[Construction]:
        """The constructions of agency."""
        return _of_constructions(self.language.agency, self._vocabulary)

    def encode(self, texts: Sequence[str]) -> Shard:
        """The texts as a shard: the words and sentences of `annotate.prepare_text`."""
        return self._encoder.encode(texts)

    def gather(self, texts: Sequence[list[Sentence]]) -> Shard:
        """Prepared texts as a shard."""
        parts = [
            (self.readings.take(words), *span, text, number)
            for text, sentences in enumerate(texts)
            for number, sentence in enumerate(sentences)
            for span, words in zip(sentence.spans, sentence.words, strict=True)
        ]
        return arrange(Parts(*np.array(parts, np.int32).reshape(-1, 5).T), numbered=True)

    def search(self, shard: Shard) -> Search:
        """What finds patterns in the shard."""
        return Search(shard, self._members)

    def carry(self, texts: Sequence[str], frames: Collection[str]) -> NDArray[np.bool_]:
        """Which of the frames each text carries: texts by frames."""
        codes = tuple(frames)
        if codes not in self._plans:
            mine = {frame: [number] for number, frame in enumerate(codes)}
            self._plans[codes] = self.plan(
                lambda q: mine.get(q.code, []) if q.kind == "frame" else []
            )
        return self.mark(texts, self._plans[codes], len(codes))

    def plan(self, columns: Callable[[Cue], Sequence[int]]) -> Plan:
        """What `mark` needs to know: the columns of a table that each cue marks, if any."""
        marking = [(cue, tuple(mine)) for cue in self.language.cues if (mine := columns(cue))]
        cues = _merge(marking)
        most = max((len(mine) for _, mine in cues), default=1)
        padded = [[*mine, *[mine[0]] * (most - len(mine))] for _, mine in cues]
        sheet = _of_cues([cue for cue, _ in cues], self._vocabulary)
        return Plan(sheet, np.array(padded, np.int32).reshape(-1, most))

    def mark(self, texts: Sequence[str], plan: Plan, width: int) -> NDArray[np.bool_]:
        """Texts × `width`: which columns the cues of each text mark."""
        shard = self.encode(texts)
        hits = plan.sheet.seek(self.search(shard))
        marked = np.zeros((len(texts), width), bool)
        marked[shard.texts[shard.sentence[hits.starts]][:, None], plan.columns[hits.rows]] = True
        return marked

    def find_mentions(self, texts: Sequence[list[Sentence]]) -> list[list[Mention]]:
        """All mentions of each prepared text, in order of place."""
        shard = self.gather(texts)
        found: list[list[Mention]] = [[] for _ in texts]
        for text, mention in self.locate(shard, self.cues.find(self.search(shard))):
            found[text].append(mention)
        return found

    def locate(self, shard: Shard, hits: Hits) -> Iterator[tuple[int, Mention]]:
        """Each hit of a cue as a mention, with the number of its text."""
        first = shard.firsts[shard.sentence[hits.starts]]
        texts, *place = self.place(shard, hits)
        columns = (texts, hits.rows, *place, hits.starts - first, hits.ends - first)
        for text, cue, *rest in zip(*(column.tolist() for column in columns), strict=True):
            yield text, Mention(self.cues.rows[cue], *rest)

    def place(self, shard: Shard, hits: Hits) -> tuple[Slots, Slots, Slots, Slots]:
        """For each hit the number of its text, that of its sentence in it, its start and end."""
        sentence = shard.sentence[hits.starts]
        spans = shard.starts[hits.starts], shard.ends[hits.ends - 1]
        return shard.texts[sentence], shard.numbers[sentence], *spans


def _merge(cues: Sequence[Marking]) -> list[Marking]:
    """Cues of one word each as one cue, if they have their columns and conditions in common.

    That is enough to know what a text carries, though not by which cue.
    """
    merged: list[Marking] = []
    alike: dict[tuple[tuple[int, ...], int, int], list[Cue]] = defaultdict(list)
    for cue, columns in cues:
        (head, *more) = cue.sequence
        if more or (isinstance(head, Choice) and head.sequences):
            merged.append((cue, columns))
        else:
            alike[columns, id(cue.needs), id(cue.unless)].append(cue)
    for (columns, _, _), group in alike.items():
        words = frozenset().union(*(first_words(cue.sequence) for cue in group))
        merged.append((replace(group[0], sequence=(Choice(words),)), columns))
    return merged


def _of_cues(cues: Sequence[Cue], vocabulary: Vocabulary) -> Sheet[Cue]:
    return Sheet(
        cues,
        vocabulary,
        thing=lambda cue: cue.thing,
        rank=lambda cue: cue.place,
        order=lambda cue: (cue.kind, cue.code, cue.concept),
    )


def _of_constructions(grammar: Grammar, vocabulary: Vocabulary) -> Sheet[Construction]:
    return Sheet(
        grammar.rows,
        vocabulary,
        thing=lambda row: row.role,
        rank=grammar.rank,
        order=lambda row: row.rule,
    )
