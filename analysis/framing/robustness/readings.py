"""The articles read in one way or another: where units of text begin, and where frames are found.

`Reader.read` is the stage "reading" of the multiverse: its options are choices of that stage.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import polars as pl

from framing.errors import InputError
from framing.instrument import annotate, codebook, scenes, voice
from framing.instrument.cues import CuedLanguage, keep_kinds
from framing.instrument.engine import Engine
from framing.robustness.by_coders import of_coders
from framing.robustness.originals import Original
from framing.robustness.places import Reading
from framing.texts import duplicates
from framing.texts import repairs as mending

TOGETHER = 1000  # articles that are searched at once


@dataclass(frozen=True)
class Reader:
    """What every reading needs.

    `text` is that section of the config; a clause has `clause_words` words or more; `clitics`, by
    language, are those that matching by "forms" takes off; `decided` holds the coders' frames (see
    `by_coders.decide`), None where they did not code every sentence.
    """

    originals: list[Original]
    codebook: str
    text: dict[str, Any]
    clause_words: int
    clitics: dict[str, list[str]]
    decided: pl.DataFrame | None = None
    _books: dict[str, dict[str, CuedLanguage]] = field(default_factory=dict)
    _engines: dict[tuple[str, str], dict[str, Engine]] = field(default_factory=dict)

    def read(self, *, coding: str, repairs: bool, spelling: str, matching: str) -> list[Reading]:
        """Read every article; InputError for an option that is not known here."""
        if (spelling, matching) not in self._engines:
            languages = self._languages(spelling, matching)
            made = {code: Engine(language) for code, language in languages.items()}
            self._engines[spelling, matching] = made
        engines = self._engines[spelling, matching]
        found: list[Reading] = []
        for at in range(0, len(self.originals), TOGETHER):
            found += self._find(self.originals[at : at + TOGETHER], engines, repairs)
        if coding == "instrument":
            return found
        if coding != "coders" or self.decided is None:
            raise InputError("choices", f"no coding {coding!r}", "use one of instrument, coders")
        codes = self.decided.partition_by("article", as_dict=True)
        return [of_coders(one, codes.get((one.article,), self.decided.clear())) for one in found]

    @property
    def lemmatised(self) -> bool:
        """Return whether any article came lemmatised: only there are damaged words restored."""
        return any(one.form == "lemmatised" for one in self.originals)

    def names(self, source: str) -> list[str]:
        """Return the names of the articles of a source."""
        return [one.article for one in self.originals if one.source == source]

    def _find(
        self, originals: list[Original], engines: dict[str, Engine], repairs: bool
    ) -> list[Reading]:
        """Return some of the articles with their cues."""
        prepared = [self._prepare(one, engines[one.language], repairs) for one in originals]
        cues = _find_cues(originals, [sentences for _, sentences in prepared], engines)
        return [replace(one, **mine) for (one, _), mine in zip(prepared, cues, strict=True)]

    def _languages(self, spelling: str, matching: str) -> dict[str, CuedLanguage]:
        switches = self.text["normalise"]
        known = {"folded": switches, "written": dict.fromkeys(switches, False)}
        if spelling not in known or matching not in ("readings", "forms"):
            problem = f"no spelling {spelling!r} or no matching {matching!r}"
            raise InputError("choices", problem, "use folded or written; readings or forms")
        if spelling not in self._books:
            spoken = {one.language for one in self.originals}
            book = codebook.read(self.codebook, known[spelling], languages=spoken)
            self._books[spelling] = dict(book.languages)
        languages = {code: of_frames(one) for code, one in self._books[spelling].items()}
        if matching == "readings":
            return languages
        return {code: take_off(one, self.clitics.get(code, [])) for code, one in languages.items()}

    def _prepare(
        self, source: Original, engine: Engine, repaired: bool
    ) -> tuple[Reading, list[annotate.Sentence]]:
        """The article without its cues, and its sentences ready for the search."""
        language = engine.language
        rows = language.repairs if repaired and source.form == "lemmatised" else []
        forms, _ = mending.restore(source.raw, list(source.spans), rows)
        bounds, inside = source.cut(rows)
        words = [source.words(row) for row in inside]
        copies = duplicates.find(words, **self.text["duplicates"])
        classify = engine.readings.read
        prepared = [
            annotate.prepare(bound, [(*source.spans[i], forms[i]) for i in row], language, classify)
            for bound, row in zip(bounds, inside, strict=True)
        ]
        reading = Reading(
            article=source.article,
            source=source.source,
            words=np.array([start for start, _ in source.spans], dtype=np.int64),
            content=source.content,
            sentences=np.array([start for start, _ in bounds], dtype=np.int64),
            repeated=np.array([copy is not None for copy in copies], dtype=bool),
            clauses=np.array(source.clauses(inside, self.clause_words), dtype=np.int64),
            **_tabulate([]),
        )
        return reading, prepared


def take_off(language: CuedLanguage, clitics: list[str]) -> CuedLanguage:
    """The language with these clitics alone taken off before a word, and none after it."""
    folded = {language.normalise(clitic) for clitic in clitics}
    kept = {c: rest for c, rest in language.lexicon.proclitics.items() if c in folded}
    return replace(language, lexicon=replace(language.lexicon, proclitics=kept, enclitics={}))


def of_frames(language: CuedLanguage) -> CuedLanguage:
    """The language with the cues of frames and actors alone, which is all that a frame needs."""
    return keep_kinds(language, ("frame", "actor"))


def _find_cues(
    originals: Sequence[Original],
    prepared: list[list[annotate.Sentence]],
    engines: dict[str, Engine],
) -> list[dict[str, Any]]:
    """The cues of each article, in the order of the articles; those of a language all at once."""
    cues: dict[int, dict[str, Any]] = {}
    for code, engine in engines.items():
        mine = [at for at, one in enumerate(originals) if one.language == code]
        for at, found in zip(
            mine, engine.find_mentions([prepared[at] for at in mine]), strict=True
        ):
            raw = originals[at].raw
            surveyed = scenes.survey(found, prepared[at], raw, engine.language)
            voices = voice.assign(found, surveyed, raw)
            rows = sorted(
                (m.start, m.end, m.cue.code, m.cue.tier == "core", said.voice == voice.NARRATOR)
                for m, said in zip(found, voices, strict=True)
                if m.cue.kind == "frame"
            )
            cues[at] = _tabulate(rows)
    return [cues[at] for at in range(len(originals))]


def _tabulate(rows: list[tuple[Any, ...]]) -> dict[str, Any]:
    columns = zip(*rows, strict=True) if rows else [()] * 5
    places, _, frames, core, narrated = columns
    return {
        "cues": np.array(places, dtype=np.int64),
        "frames": np.array(frames, dtype=np.str_),
        "core": np.array(core, dtype=bool),
        "narrated": np.array(narrated, dtype=bool),
    }
