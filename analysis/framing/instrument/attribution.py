"""Voice and responsibility in many texts: each text is read once, and only where a frame is."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from framing.instrument import responsibility, scenes, voice
from framing.instrument.annotate import Mention, Sentence
from framing.instrument.constructions import Match
from framing.instrument.engine import Engine
from framing.instrument.hits import Hits
from framing.instrument.patterns import Words
from framing.instrument.responsibility import Responsibility
from framing.instrument.search import Search
from framing.instrument.vocabulary import Flags
from framing.instrument.voice import Voice
from framing.texts.encode import Shard

Attributed = dict[int, tuple[Voice, Responsibility]]


def attribute(
    texts: Sequence[str], shard: Shard, hits: Hits, engine: Engine, search: Search
) -> Attributed:
    """Voice and responsibility of every mention of a frame in the shard, by the number of its hit.

    `hits` are those of `engine.cues.find`.
    """
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
    ready = _Ready(shard, carrying, engine, search)
    found: Attributed = {}
    for text, numbered in by_text.items():
        found |= _read(texts[text], text, numbered, ready)
    return found


def _read(
    text: str, number: int, numbered: list[tuple[int, Mention]], ready: "_Ready"
) -> Attributed:
    frames = [(hit, mention) for hit, mention in numbered if mention.cue.kind == "frame"]
    mentions = [mention for _, mention in frames]
    sentences, telling = ready.sentences(text, number)
    telling |= {mention.sentence for mention in mentions}
    language = ready.engine.language
    surveyed = scenes.survey((m for _, m in numbered), sentences, text, language, only=telling)
    voices = voice.assign(mentions, surveyed, text)
    blamed = responsibility.assign(mentions, surveyed, language)
    pairs = zip(voices, blamed, strict=True)
    return dict(zip((hit for hit, _ in frames), pairs, strict=True))


class _Ready:
    """Sentences of a shard with the constructions found in them."""

    def __init__(self, shard: Shard, chosen: Flags, engine: Engine, search: Search) -> None:
        """The texts that are `chosen` will be asked for."""
        self.shard, self.engine = shard, engine
        self.grammars = {
            id(grammar): _by_sentence(shard, sheet.find(search, alone=True), sheet.rows, chosen)
            for grammar, sheet in (
                (engine.language.speech, engine.speech),
                (engine.language.agency, engine.agency),
            )
        }
        self.bounds = np.searchsorted(shard.texts, np.arange(chosen.size + 1)).tolist()

    def sentences(self, text: str, number: int) -> tuple[list[Sentence], set[int]]:
        """The sentences of a text, and the numbers of those in which somebody may speak."""
        first, last = self.bounds[number : number + 2]
        speech = self.grammars[id(self.engine.language.speech)]
        made, telling = [], set()
        for place, sentence in enumerate(range(first, last)):
            made.append(self._sentence(sentence))
            acts = any(m.construction.role in scenes.ACTS for m in speech.get(sentence, ()))
            if acts or ":" in text[made[-1].start : made[-1].end]:
                telling.add(place)
        return made, telling

    def _sentence(self, number: int) -> Sentence:
        """The sentence, from its first word to its last."""
        slots = slice(self.shard.firsts[number], self.shard.lasts[number])
        starts, ends = self.shard.starts[slots].tolist(), self.shard.ends[slots].tolist()
        sets = self.engine.readings.sets
        words = Words(sets[reading] for reading in self.shard.readings[slots].tolist())
        words.found = {key: found.get(number, []) for key, found in self.grammars.items()}
        return Sentence(starts[0], ends[-1], tuple(zip(starts, ends, strict=True)), words)


def _by_sentence(
    shard: Shard, hits: Hits, rows: Sequence[Any], chosen: Flags
) -> dict[int, list[Match]]:
    """The matches in each sentence of the chosen texts that has one."""
    found: dict[int, list[Match]] = {}
    hits = hits[chosen[shard.texts[shard.sentence[hits.starts]]]]
    sentence = shard.sentence[hits.starts]
    first = shard.firsts[sentence]
    columns = (sentence, hits.rows, hits.starts - first, hits.ends - first)
    for number, row, start, end in zip(*(column.tolist() for column in columns), strict=True):
        found.setdefault(number, []).append(Match(rows[row], start, end))
    return found
