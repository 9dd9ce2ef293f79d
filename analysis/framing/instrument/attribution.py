"""Voice and responsibility in many texts: each text is read once, and only where a frame is."""

from collections.abc import Sequence

import numpy as np

from framing.instrument import responsibility, scenes, voice
from framing.instrument.annotate import Mention, Sentence
from framing.instrument.constructions import Construction, Match
from framing.instrument.engine import Engine
from framing.instrument.hits import Hits
from framing.instrument.patterns import Words
from framing.instrument.responsibility import Responsibility
from framing.instrument.search import Search
from framing.instrument.vocabulary import Flags
from framing.instrument.voice import Voice
from framing.texts.encode import Shard

Attributed = dict[int, tuple[Voice, Responsibility]]


def attribute(texts: Sequence[str], hits: Hits, ready: "Ready") -> Attributed:
    """Voice and responsibility of every mention of a frame, by the number of its hit.

    `hits` are all those of `engine.cues.find` in some texts of the shard that is ready.
    """
    shard, engine = ready.shard, ready.engine
    framing = np.array([cue.kind == "frame" for cue in engine.cues.rows], bool)
    parties = np.array([cue.kind == "actor" for cue in engine.cues.rows], bool)
    owner = shard.texts[shard.sentence[hits.starts]]
    carrying = np.zeros(len(texts), bool)
    carrying[owner[framing[hits.rows]]] = True
    needed = np.flatnonzero(carrying[owner] & (framing | parties)[hits.rows])
    by_text: dict[int, list[tuple[int, Mention]]] = {}
    for number, (text, mention) in zip(
        needed.tolist(), engine.locate(shard, hits[needed]), strict=True
    ):
        by_text.setdefault(text, []).append((number, mention))
    found: Attributed = {}
    for text, numbered in by_text.items():
        found |= _read(texts[text], text, numbered, ready)
    return found


def _read(
    text: str, number: int, numbered: list[tuple[int, Mention]], ready: "Ready"
) -> Attributed:
    frames = [(hit, mention) for hit, mention in numbered if mention.cue.kind == "frame"]
    mentions = [mention for _, mention in frames]
    sentences, telling = ready.sentences(text, number, {m.sentence for m in mentions})
    language = ready.engine.language
    surveyed = scenes.survey((m for _, m in numbered), sentences, text, language, only=telling)
    voices = voice.assign(mentions, surveyed, text)
    blamed = responsibility.assign(mentions, surveyed, language)
    pairs = zip(voices, blamed, strict=True)
    return dict(zip((hit for hit, _ in frames), pairs, strict=True))


class Ready:
    """Sentences of a shard with the constructions found in them."""

    def __init__(self, shard: Shard, engine: Engine, search: Search) -> None:
        """Find the constructions."""
        self.shard, self.engine = shard, engine
        self.grammars = {
            id(grammar): _Found(shard, sheet.find(search, alone=True), sheet.rows)
            for grammar, sheet in (
                (engine.language.speech, engine.speech),
                (engine.language.agency, engine.agency),
            )
        }
        speech = self.grammars[id(engine.language.speech)]
        self.acting = speech.have([row.role in scenes.ACTS for row in engine.speech.rows]).tolist()
        self.starts = shard.starts[shard.firsts].tolist()
        self.ends = shard.ends[shard.lasts - 1].tolist()
        self.bounds = np.searchsorted(shard.texts, np.arange(shard.texts.max(initial=-1) + 2))

    def sentences(
        self, text: str, number: int, telling: set[int]
    ) -> tuple[list[Sentence], set[int]]:
        """The sentences of a text; and those that are telling, or in which somebody may speak.

        The others are left without words.
        """
        made, found = [], set()
        for place, sentence in enumerate(range(self.bounds[number], self.bounds[number + 1])):
            start, end = self.starts[sentence], self.ends[sentence]
            if place in telling or self.acting[sentence] or ":" in text[start:end]:
                found.add(place)
                made.append(self._sentence(sentence))
            else:
                made.append(Sentence(start, end, (), Words()))
        return made, found

    def _sentence(self, number: int) -> Sentence:
        """The sentence, from its first word to its last."""
        slots = slice(self.shard.firsts[number], self.shard.lasts[number])
        starts, ends = self.shard.starts[slots].tolist(), self.shard.ends[slots].tolist()
        sets = self.engine.readings.sets
        words = Words(map(sets.__getitem__, self.shard.readings[slots].tolist()))
        words.found = {key: found.list(number) for key, found in self.grammars.items()}
        return Sentence(starts[0], ends[-1], tuple(zip(starts, ends, strict=True)), words)


class _Found:
    """The matches of the constructions of a sheet, by sentence."""

    def __init__(self, shard: Shard, hits: Hits, rows: Sequence[Construction]) -> None:
        self._sentence, self._size = shard.sentence[hits.starts], shard.firsts.size
        first = shard.firsts[self._sentence]
        columns = (hits.rows, hits.starts - first, hits.ends - first)
        self._rows, self._columns = rows, [memoryview(column.data) for column in columns]
        self._numbers = hits.rows
        self._bounds = np.searchsorted(self._sentence, np.arange(self._size + 1)).tolist()

    def list(self, sentence: int) -> list[Match]:
        """The matches in a sentence, in order."""
        some = slice(*self._bounds[sentence : sentence + 2])
        rows, starts, ends = (column[some].tolist() for column in self._columns)
        return [Match(self._rows[r], a, b) for r, a, b in zip(rows, starts, ends, strict=True)]

    def have(self, chosen: Sequence[bool]) -> Flags:
        """For each sentence whether one of the chosen rows is in it."""
        found = np.zeros(self._size, bool)
        found[self._sentence[np.array(chosen, bool)[self._numbers]]] = True
        return found
