"""The table of mentions: each cue found, who says it and who is held responsible."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from framing.instrument import annotate, responsibility, scenes, voice
from framing.instrument.attribution import Ready, attribute
from framing.instrument.codebook import Codebook
from framing.instrument.cues import Cue, CuedLanguage
from framing.instrument.engine import Engine
from framing.instrument.responsibility import Responsibility
from framing.instrument.voice import Voice
from framing.texts.encode import Shard

if TYPE_CHECKING:
    import polars as pl

COLUMNS: dict[str, type[str] | type[int]] = {
    "article": str,
    "sentence": int,
    "start": int,
    "end": int,
    "text": str,
    "kind": str,
    "code": str,
    "concept": str,
    "tier": str,
    "place": str,
    "voice": str,
    "speaker": str,
    "voice_rule": str,
    "responsible": str,
    "responsible_rule": str,
    "speaker_start": int,
    "speaker_end": int,
}

Row = tuple[str | int, ...]
TOGETHER = 1000  # articles that are searched at once
BLOCK = 500  # texts whose rows are made at once
PLACE = ("article", "sentence", "start", "end")
UNSAID = Voice("")
NOTHING = UNSAID, Responsibility("")


def find(
    articles: "pl.DataFrame",
    sentences: "pl.DataFrame",
    tokens: "pl.DataFrame",
    codebook: Codebook,
) -> "pl.DataFrame":
    """Mentions of all articles, a row each, columns as COLUMNS, in order of place.

    The three tables are those of `corpus.build`; the raw text is read again from `articles.file`.
    """
    import polars as pl

    from framing.texts import stored

    engines = {name: Engine(language) for name, language in codebook.languages.items()}
    rows = articles.to_dicts()
    texts = dict(zip(articles["article"], stored.read(rows), strict=True))
    prepared = _prepare(articles, sentences, tokens, engines)
    found: dict[str, list[Row]] = {}
    for name, engine in engines.items():
        mine = [row["article"] for row in rows if row["language"] == name]
        for at in range(0, len(mine), TOGETHER):
            some = mine[at : at + TOGETHER]
            written = [texts[article] for article in some]
            shard = engine.gather([prepared[article] for article in some])
            found |= zip(some, _tabulate(written, shard, engine), strict=True)
    named = ((article, *row) for article in texts for row in found[article])
    return pl.DataFrame(list(named), schema=COLUMNS, orient="row")


def _prepare(
    articles: "pl.DataFrame",
    sentences: "pl.DataFrame",
    tokens: "pl.DataFrame",
    engines: dict[str, Engine],
) -> dict[str, list[annotate.Sentence]]:
    """The sentences of each article, ready for the search."""
    words: dict[tuple[str, int], list[tuple[int, int, str]]] = {}
    for *key, start, end, form in tokens.select(*PLACE, "repaired").iter_rows():
        words.setdefault(tuple(key), []).append((start, end, form))
    spoken = dict(articles.select("article", "language").iter_rows())
    prepared: dict[str, list[annotate.Sentence]] = {article: [] for article in spoken}
    for *key, start, end in sentences.select(PLACE).iter_rows():
        engine = engines[spoken[key[0]]]
        known = engine.language, engine.readings.read
        prepared[key[0]].append(annotate.prepare((start, end), words[tuple(key)], *known))
    return prepared


def tabulate_all(texts: Sequence[str], engine: Engine) -> list[list[Row]]:
    """Rows of the table of mentions, without the article, for each of many texts of a language."""
    return list(iterate(texts, engine))


def iterate(texts: Sequence[str], engine: Engine) -> Iterator[list[Row]]:
    """The same, made as they are asked for: the rows of many texts need much memory."""
    shard = engine.encode(texts)
    return _tabulate(texts, shard, engine)


def tabulate(
    prepared: list[annotate.Sentence], text: str, language: CuedLanguage
) -> list[tuple[str | int, ...]]:
    """The same rows for the sentences of one text, by the plain functions."""
    found = annotate.find_mentions(prepared, language)
    surveyed = scenes.survey(found, prepared, text, language)
    voices = voice.assign(found, surveyed, text)
    blamed = responsibility.assign(found, surveyed, language)
    return [
        _row(mention, text, said if mention.cue.kind == "frame" else UNSAID, held)
        for mention, said, held in zip(found, voices, blamed, strict=True)
    ]


def _tabulate(texts: Sequence[str], shard: Shard, engine: Engine) -> Iterator[list[Row]]:
    search = engine.search(shard)
    hits, ready = engine.cues.find(search), Ready(shard, engine, search)
    codes, nothing = [_code(cue) for cue in engine.cues.rows], _cells(*NOTHING)
    bounds = np.searchsorted(shard.texts[shard.sentence[hits.starts]], np.arange(len(texts) + 1))
    for first in range(0, len(texts), BLOCK):
        last = min(first + BLOCK, len(texts))
        some = hits[bounds[first] : bounds[last]]
        said = {hit: _cells(*own) for hit, own in attribute(texts, some, ready).items()}
        columns = [column.tolist() for column in (*engine.place(shard, some), some.rows)]
        rows: list[list[Row]] = [[] for _ in range(first, last)]
        for number, (text, sentence, start, end, cue) in enumerate(zip(*columns, strict=True)):
            words = texts[text][start:end]
            cells = said.get(number, nothing)
            rows[text - first].append((sentence, start, end, words, *codes[cue], *cells))
        yield from rows


def _row(mention: annotate.Mention, text: str, said: Voice, held: Responsibility) -> Row:
    words = text[mention.start : mention.end]
    place = mention.sentence, mention.start, mention.end
    return *place, words, *_code(mention.cue), *_cells(said, held)


def _code(cue: Cue) -> Row:
    return cue.kind, cue.code, cue.concept, cue.tier, cue.place


def _cells(said: Voice, held: Responsibility) -> Row:
    return said.voice, said.speaker, said.rule, held.actor, held.rule, *said.named
