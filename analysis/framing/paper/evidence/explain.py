"""One number explained in lines: value, source, method, and the sentences and words behind it."""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import polars as pl

from framing.coders.coding_rows import letters
from framing.columns import NAME
from framing.errors import InputError
from framing.instrument import codebook
from framing.paper.evidence import cues
from framing.paper.evidence.behind import Behind, Known, behind
from framing.paper.evidence.texts import read_translations

TABLES = ("numbers", "sentences", "mentions")
INDENT = " " * 4
Row = dict[str, Any]


class Evidence:
    """The numbers of a finished project, each of which can be explained.

    `results` by name (TABLES), `config` of the project, `place` its folder. InputError where a
    table is missing.
    """

    def __init__(
        self, results: dict[str, pl.DataFrame], config: Row, place: Path | str = "."
    ) -> None:
        """Read the codebook and the translations that belong to the results."""
        for name in TABLES:
            if name not in results:
                raise InputError(place, f"has no table {name}", "run `snakemake`")
        folder = Path(place) / config["codebook"]
        codes = codebook.read_codes(folder)
        known = Known.of(codes, config["sources"], codebook.blamed(codes))
        sentences = results["sentences"]
        self.numbers = {row["key"]: row for row in results["numbers"].iter_rows(named=True)}
        self.behind = behind(results["numbers"], known)
        self.texts = dict(sentences.select(NAME, "text").iter_rows())
        self.cues = cues.describe(
            results["mentions"],
            sentences,
            codebook.read_rules(folder),
            codebook.read_labels(folder, config["sources"]),
        )
        self.english = read_translations(Path(place) / "data/translations.tsv")

    def explain(self, key: str) -> Iterator[str]:
        """The lines for one number; InputError with the nearest keys for an unknown one."""
        if key not in self.numbers:
            close = get_close_matches(key, self.numbers, n=3, cutoff=0.4)
            remedy = f"did you mean {' or '.join(close)}?" if close else "see tables/numbers.csv"
            raise InputError("KEY", f"unknown number {key!r}", remedy)
        yield from _describe(self.numbers[key])
        found = self.behind[key]
        yield _count(found)
        for unit in found.units:
            yield from self._sentence(unit, found)

    def _sentence(self, unit: str, found: Behind) -> Iterator[str]:
        text = self.texts[unit]
        yield f"{unit}: {text}"
        if english := self.english.get(letters(text)):
            yield f"{INDENT}{english}"
        for cue in self.cues:
            if cue["unit"] == unit and found.holds(cue):
                yield f"{INDENT}{cue['label']}: {cue['words']} ({cue['gloss']}; {cue['place']})"
                yield from _said(cue)


def _describe(number: Row) -> Iterator[str]:
    yield f"{number['key']}: {number['text']} ({number['unit']})"
    about = {"source": number["source"], "n": number["n"], "method": number["method"]}
    yield from (f"{name}: {value}" for name, value in about.items() if value not in (None, ""))


def _count(found: Behind) -> str:
    if not found.units:
        return "counts no sentence"
    about = f", words sought for {' and '.join(found.codes)}" if found.codes else ""
    return f"{len(found.units)} sentence{'s' if len(found.units) > 1 else ''} behind it{about}"


def _said(cue: Row) -> Iterator[str]:
    """Who says it and who is blamed, with the rules that decided; nothing of an event."""
    parts = [("said by", "speaker", "voice_rule"), ("blames", "blamed", "blamed_rule")]
    said = [
        f"{verb} {cue[who]}" + (f" (rule {cue[rule]})" if cue[rule] else "")
        for verb, who, rule in parts
        if who in cue
    ]
    if said:
        yield f"{INDENT * 2}{', '.join(said)}"
