"""Voice and responsibility in many texts: each text is read once, and only where a frame is."""

from collections.abc import Sequence

import numpy as np

from framing.instrument import gaps, quotes, responsibility, scenes, voice
from framing.instrument.annotate import NO_WORDS, Mention, Sentence
from framing.instrument.constructions import Construction, Match
from framing.instrument.engine import Engine
from framing.instrument.hits import Hits
from framing.instrument.patterns import Words
from framing.instrument.responsibility import Responsibility
from framing.instrument.search import Search
from framing.instrument.slots import Flags
from framing.instrument.voice import Voice
from framing.texts.encode import Shard

Attributed = dict[int, tuple[Voice, Responsibility]]
Numbered = list[tuple[int, Mention]]  # mentions with the numbers of their hits
OPENING = ("first_person", "and_that")  # words by which a sentence without a speech act is said
SOURCES = ("person", "outsider")  # who speaks beside a colon or dash
NARRATED, UNHELD = Voice(voice.NARRATOR), Responsibility("")


def attribute(texts: Sequence[str], hits: Hits, ready: "Ready") -> Attributed:
    """Voice and responsibility of every mention of a frame, by the number of its hit.

    `hits` are all those of `engine.cues.find` in some texts of the shard that is ready.
    """
    shard, engine = ready.shard, ready.engine
    framing, parties = (engine.kinds[hits.rows] == kind for kind in ("frame", "actor"))
    owner = shard.texts[shard.sentence[hits.starts]]
    carrying = np.zeros(len(texts), bool)
    carrying[owner[framing]] = True
    needed = np.flatnonzero(carrying[owner] & (framing | parties))
    by_text: dict[int, tuple[Numbered, list[Mention]]] = {}
    for hit, (text, mention) in zip(
        needed.tolist(), engine.locate(shard, hits[needed]), strict=True
    ):
        frames, actors = by_text.setdefault(text, ([], []))
        if mention.cue.kind == "frame":
            frames.append((hit, mention))
        else:
            actors.append(mention)
    found: Attributed = {}
    for text, (frames, actors) in by_text.items():
        found |= _read(texts[text], text, frames, actors, ready)
    return found


def _read(
    text: str, number: int, frames: Numbered, actors: list[Mention], ready: "Ready"
) -> Attributed:
    """The mentions of frames of a text; its sentences are read only where that can tell."""
    speaking = ready.find_speaking(text, number, actors)
    said = _find_said(text, frames, speaking, ready.opening(number))
    held = [pair for pair in frames if pair[1].cue.asks_responsible]
    blamable = {mention.sentence for _, mention in held}
    telling = blamable.union((mention.sentence for _, mention in said), speaking if said else ())
    found = dict.fromkeys((hit for hit, _ in frames), (NARRATED, UNHELD))
    if not telling:
        return found
    language = ready.engine.language
    sentences = ready.sentences(number, telling, blamable)
    surveyed = scenes.survey(actors, sentences, text, language, only=telling)
    if said:
        voices = voice.assign([mention for _, mention in said], surveyed, text)
        found |= {hit: (own, UNHELD) for (hit, _), own in zip(said, voices, strict=True)}
    blamed = responsibility.assign([mention for _, mention in held], surveyed, language)
    for (hit, _), own in zip(held, blamed, strict=True):
        found[hit] = found[hit][0], own
    return found


def _find_said(text: str, frames: Numbered, speaking: set[int], opening: set[int]) -> Numbered:
    """The mentions that somebody may say: the narrator says all others.

    They are where somebody speaks or may go on to speak, or in a quotation.
    """
    telling, spans = speaking | opening, [*quotes.find_spans(text), *voice.find_loose(text)]
    return [
        (hit, mention)
        for hit, mention in frames
        if mention.sentence in telling or any(a <= mention.start < b for a, b in spans)
    ]


class Ready:
    """Sentences of a shard with the constructions found in them."""

    def __init__(self, shard: Shard, engine: Engine, search: Search) -> None:
        """Find the constructions."""
        self.shard, self.engine = shard, engine
        self._grammars = [
            (id(grammar), _Found(shard, sheet.find(search, alone=True), sheet.rows))
            for grammar, sheet in (
                (engine.language.speech, engine.speech),
                (engine.language.agency, engine.agency),
            )
        ]
        self._acting, self._opening, self._sources = (
            self._having(roles).tolist() for roles in (scenes.ACTS, OPENING, SOURCES)
        )
        self._starts, self._ends = memoryview(shard.starts.data), memoryview(shard.ends.data)
        self._firsts, self._lasts = shard.firsts.tolist(), shard.lasts.tolist()
        texts = np.arange(shard.texts.max(initial=-1) + 2)
        self._bounds = np.searchsorted(shard.texts, texts).tolist()

    def _having(self, roles: Sequence[str]) -> Flags:
        """For each sentence whether a construction of speech of these roles is in it."""
        (_, speech), _ = self._grammars
        return speech.have([row.role in roles for row in self.engine.speech.rows])

    def opening(self, number: int) -> set[int]:
        """The sentences of a text that are somebody's though nobody speaks in them."""
        own = self._opening[slice(*self._bounds[number : number + 2])]
        return {place for place, opens in enumerate(own) if opens}

    def find_speaking(self, text: str, number: int, actors: list[Mention]) -> set[int]:
        """The sentences of a text in which somebody may speak: by an act, or beside a colon."""
        own = slice(*self._bounds[number : number + 2])
        speaking = {place for place, acts in enumerate(self._acting[own]) if acts}
        if gaps.has_divider(text):
            named = {place for place, sources in enumerate(self._sources[own]) if sources}
            named |= {mention.sentence for mention in actors}
            first = self._bounds[number]
            speaking |= {at for at in named - speaking if self._is_divided(text, first + at)}
        return speaking

    def _is_divided(self, text: str, sentence: int) -> bool:
        """Whether a colon or dash is in the sentence."""
        start, end = self._starts[self._firsts[sentence]], self._ends[self._lasts[sentence] - 1]
        return gaps.find_divider(text, start, end) is not None

    def sentences(self, number: int, telling: set[int], blamable: set[int]) -> list[Sentence]:
        """The sentences of a text, NO_WORDS in place of those that are not telling.

        Constructions of agency are in those alone that are blamable.
        """
        first, last = self._bounds[number : number + 2]
        return [
            self._sentence(sentence, place in blamable) if place in telling else NO_WORDS
            for place, sentence in enumerate(range(first, last))
        ]

    def _sentence(self, number: int, blamable: bool) -> Sentence:
        """The sentence, from its first word to its last, with what was found for its words."""
        first, last = self._firsts[number], self._lasts[number]
        starts, ends = self._starts[first:last].tolist(), self._ends[first:last].tolist()
        grammars, words = self._grammars if blamable else self._grammars[:1], Words()
        words.found = {grammar: one.list(number) for grammar, one in grammars}
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
        return list(map(Match, map(self._rows.__getitem__, rows), starts, ends))

    def have(self, chosen: Sequence[bool]) -> Flags:
        """For each sentence whether one of the chosen rows is in it."""
        found = np.zeros(self._size, bool)
        found[self._sentence[np.array(chosen, bool)[self._numbers]]] = True
        return found
