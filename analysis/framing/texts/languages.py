"""What the codebook says of each language: spelling, clitics, paradigms, repairs, stop words."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from framing import sheets
from framing.errors import InputError
from framing.texts.morphology import Ending, Forms, Lexicon
from framing.texts.normalise import Folding, Rule, build_rules


@dataclass(eq=False)
class Language:
    """One language; `scripts` are the Unicode names of its letters, its own script first."""

    code: str
    direction: str
    scripts: tuple[str, ...]
    simplemma: str
    wordfreq: str
    rules: list[Rule]
    lexicon: Lexicon
    repairs: list[dict[str, str]]
    stopwords: frozenset[str]

    def normalise(self, text: str) -> str:
        """The text with spelling variants folded."""
        return self.lexicon.fold(text)


def read(
    place: Path | str,
    switches: dict[str, bool] | None = None,
    only: Collection[str] | None = None,
) -> dict[str, Language]:
    """Languages of the codebook folder `place`, by code; `switches` turn normalisations off.

    `only`: the codes of the languages to read, all by default.

    Raises InputError (file, row, column) at a bad row.
    """
    place = Path(place)
    spelling = sheets.read(place / "normalisation.tsv", "normalisation")
    known = {row["switch"] for row in spelling}
    for switch in switches or {}:
        if switch not in known:
            remedy = f"use {', '.join(sorted(known))}"
            raise InputError(f"normalise: {switch}", "there is no such switch", remedy)
    rows = sheets.read(place / "languages.tsv", "languages")
    return {
        row["language"]: _read(place, row, spelling, switches or {})
        for row in rows
        if only is None or row["language"] in only
    }


def all_off(place: Path | str) -> dict[str, bool]:
    """Switches that turn every normalisation off."""
    rows = sheets.read(Path(place) / "normalisation.tsv", "normalisation")
    return {row["switch"]: False for row in rows}


def _read(
    place: Path,
    row: dict[str, str],
    spelling: list[dict[str, str]],
    switches: dict[str, bool],
) -> Language:
    folder = place / "languages" / row["language"]
    scripts = tuple(row["scripts"].split())
    names, sheet = (row["language"], scripts[0]), place / "normalisation.tsv"
    rules = build_rules(spelling, names, switches, place=sheet)
    repairs, fold = folder / "repairs.tsv", Folding(rules)
    return Language(
        code=row["language"],
        direction=row["direction"],
        scripts=scripts,
        simplemma=row["simplemma"],
        wordfreq=row["wordfreq"],
        rules=rules,
        lexicon=_read_lexicon(folder, row["finals"], fold),
        repairs=sheets.read(repairs, "repairs") if repairs.exists() else [],
        stopwords=frozenset(map(fold, sheets.read_text(folder / "stopwords.txt").split())),
    )


def _read_lexicon(folder: Path, finals: str, fold: Callable[[str], str]) -> Lexicon:
    clitics = sheets.read(folder / "clitics.tsv", "clitics")
    before, after, doubled = (
        {fold(c["clitic"]): int(c["rest"]) for c in clitics if c["place"] == place}
        for place in ("before", "after", "doubled")
    )
    endings = folder / "endings.tsv"
    return Lexicon(
        fold=fold,
        proclitics=before,
        enclitics=after,
        doubled=doubled,
        paradigms=_read_paradigms(folder / "paradigms.tsv", fold),
        endings=[
            Ending(fold(row["ending"]), fold(row["variant"]), row["where"] == "before enclitics")
            for row in (sheets.read(endings, "endings") if endings.exists() else [])
        ],
        finals={pair[0]: pair[1] for pair in finals.split() if fold(pair[1]) == pair[1]},
    )


def _read_paradigms(path: Path, fold: Callable[[str], str]) -> dict[str, list[Forms]]:
    found: dict[str, list[Forms]] = {}
    for number, row in enumerate(sheets.read(path, "paradigms"), start=2):
        try:
            root = re.compile(row["root"])
        except re.error as error:
            where = f"{path}: row {number}, column root"
            raise InputError(where, f"{row['root']!r}: {error}", "correct the pattern") from None
        rows = found.setdefault(row["paradigm"], [])
        rows.append(Forms(row["part"], row["whole"] == "yes", root, fold(row["forms"])))
    return found
