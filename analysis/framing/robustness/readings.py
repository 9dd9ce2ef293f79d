"""One article read in one way: where its sentences, clauses, words and frame cues begin."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing import sheets
from framing.instrument import annotate, scenes, voice
from framing.instrument.cues import CuedLanguage, keep_kinds
from framing.texts import repairs, text
from framing.texts.text import Span

Places = NDArray[np.int64]
Flags = NDArray[np.bool_]
_PAUSE = re.compile(r"[,،;؛:–—]|\s-\s")


@dataclass(frozen=True)
class Original:
    """The text of an article and its words: spans, and which are content words."""

    article: str
    source: str
    language: str
    form: str
    raw: str
    spans: tuple[Span, ...]
    content: Flags


@dataclass(frozen=True)
class Reading:
    """An article under one reading; all places are characters of the raw text, in order.

    Beside each sentence: whether it repeats an earlier one. Beside each cue of a frame (`cues`):
    its frame, whether it is of the core tier, whether the text says it in its own voice.
    """

    article: str
    source: str
    words: Places
    content: Flags
    sentences: Places
    repeated: Flags
    clauses: Places
    cues: Places
    frames: NDArray[np.str_]
    core: Flags
    narrated: Flags


def originals(articles: pl.DataFrame, tokens: pl.DataFrame) -> list[Original]:
    """The articles with their words, in the order of the table; texts are read from `file`."""
    found = []
    for row in articles.iter_rows(named=True):
        mine = tokens.filter(pl.col("article") == row["article"])
        spans = tuple(mine.select("start", "end").iter_rows())
        names = (row[name] for name in ("article", "source", "language", "form"))
        raw = sheets.read_text(Path(row["file"]))
        found.append(Original(*names, raw, spans, ~mine["stop"].to_numpy()))
    return found


def read(
    source: Original, language: CuedLanguage, *, repaired: bool, duplicates: dict, clause_words: int
) -> Reading:
    """Read an article: with or without repairs, by the cues and clitics of `language`.

    `duplicates` as in the config; a clause has `clause_words` words or more if its sentence has.
    """
    rows = language.repairs if repaired and source.form == "lemmatised" else []
    forms, _ = repairs.restore(source.raw, list(source.spans), rows)
    bounds = text.split_sentences(source.raw, tuple(repairs.find_boundaries(source.raw, rows)))
    inside = [[i for i, (at, _) in enumerate(source.spans) if a <= at < b] for a, b in bounds]
    words = [[source.raw[slice(*source.spans[i])] for i in row] for row in inside]
    copies = text.find_duplicates(words, **duplicates)
    reading = Reading(
        article=source.article,
        source=source.source,
        words=np.array([start for start, _ in source.spans], dtype=np.int64),
        content=source.content,
        sentences=np.array([start for start, _ in bounds], dtype=np.int64),
        repeated=np.array([copy is not None for copy in copies], dtype=bool),
        clauses=_clauses(source, inside, clause_words),
        **_no_cues(),
    )
    classify = annotate.classifier(language)
    prepared = [
        annotate.prepare(bound, [(*source.spans[i], forms[i]) for i in row], language, classify)
        for bound, row in zip(bounds, inside, strict=True)
    ]
    return replace(reading, **_cues(prepared, source.raw, language))


def of_coders(reading: Reading, codes: pl.DataFrame) -> Reading:
    """The reading with the coders' frames in place of cues: each stands where its sentence begins.

    `codes` has a row per sentence and frame of the article: sentence, frame, voice.
    """
    rows = codes.sort("sentence", maintain_order=True)
    return replace(
        reading,
        cues=reading.sentences[rows["sentence"].to_numpy()],
        frames=rows["frame"].to_numpy().astype(np.str_),
        core=np.ones(rows.height, dtype=bool),
        narrated=(rows["voice"] == voice.NARRATOR).to_numpy(),
    )


def part_lightly(language: CuedLanguage, clitics: list[str]) -> CuedLanguage:
    """The language with these clitics alone taken off before a word, and none after it."""
    folded = {language.normalise(clitic) for clitic in clitics}
    kept = {c: rest for c, rest in language.lexicon.proclitics.items() if c in folded}
    return replace(language, lexicon=replace(language.lexicon, proclitics=kept, enclitics={}))


def of_frames(language: CuedLanguage) -> CuedLanguage:
    """The language with the cues of frames and actors alone, which is all that a frame needs."""
    return keep_kinds(language, ("frame", "actor"))


def _cues(prepared: list[annotate.Sentence], raw: str, language: CuedLanguage) -> dict:
    found = annotate.find_mentions(prepared, language)
    voices = voice.assign(found, scenes.survey(found, prepared, raw, language), raw)
    rows = sorted(
        (m.start, m.end, m.cue.code, m.cue.tier == "core", said.voice == voice.NARRATOR)
        for m, said in zip(found, voices, strict=True)
        if m.cue.kind == "frame"
    )
    if not rows:
        return _no_cues()
    places, _, frames, core, narrated = (np.array(column) for column in zip(*rows, strict=True))
    return {"cues": places, "frames": frames, "core": core, "narrated": narrated}


def _no_cues() -> dict:
    none = np.zeros(0, dtype=bool)
    return {"cues": none.astype(int), "frames": none.astype(str), "core": none, "narrated": none}


def _clauses(source: Original, inside: list[list[int]], least: int) -> Places:
    starts = []
    for row in inside:
        cuts, at = [row[0]], row[0]
        for i in row[1:]:
            gap = source.raw[source.spans[i - 1][1] : source.spans[i][0]]
            if i - at >= least and _PAUSE.search(gap):
                cuts.append(i)
                at = i
        if len(cuts) > 1 and row[-1] + 1 - at < least:
            cuts.pop()
        starts += [source.spans[i][0] for i in cuts]
    return np.array(starts, dtype=np.int64)
