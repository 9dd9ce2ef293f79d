"""The measuring instrument: frames, events, actors and cues, read from `data/codebook/`."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from framing import sheets
from framing.errors import InputError
from framing.morphology import Lexicon
from framing.normalise import Rule, build_rules, normalise
from framing.patterns import Compiler, Sequence, first_words

PLACE = sheets.DATA / "codebook"
KINDS = {"frame": "frames.tsv", "event": "events.tsv", "actor": "actors.tsv"}


@dataclass(frozen=True)
class Cue:
    """One row of a cue sheet, compiled for its language."""

    kind: str
    code: str
    concept: str
    gloss: str
    tier: str
    text: str
    sequences: tuple[Sequence, ...]
    needs: tuple[Sequence, ...]
    unless: tuple[Sequence, ...]


@dataclass
class Language:
    """What the instrument knows of one language."""

    code: str
    direction: str
    simplemma: str
    wordfreq: str
    rules: list[Rule]
    lexicon: Lexicon
    compiler: Compiler
    cues: list[Cue]
    repairs: list[dict[str, str]]
    stopwords: frozenset[str]

    def normalise(self, text: str) -> str:
        """The text with spelling variants folded."""
        return normalise(text, self.rules)

    @cached_property
    def anchors(self) -> dict[int, list[tuple[Cue, Sequence]]]:
        """Cues by the word that they can begin with."""
        found = defaultdict(list)
        for cue in self.cues:
            for sequence in cue.sequences:
                for word in first_words(sequence):
                    found[word].append((cue, sequence))
        return dict(found)


@dataclass
class Codebook:
    """Codes with their labels and definitions, and the languages in which they can be found."""

    frames: dict[str, dict[str, str]]
    events: dict[str, dict[str, str]]
    actors: dict[str, dict[str, str]]
    languages: dict[str, Language]


def read(place: Path | str = PLACE, switches: dict[str, bool] | None = None) -> Codebook:
    """The codebook in the folder `place`; `switches` turn single normalisations off.

    Raises InputError (file, row, column, what is allowed) at the first bad row.
    """
    place = Path(place)
    codes = {k: _by(sheets.read(place / file, f"{k}s"), "id") for k, file in KINDS.items()}
    rows = _read_cues(place, codes)
    classes = _read_all(place / "classes", "classes")
    languages = {}
    for row in sheets.read(place / "languages.tsv", "languages"):
        languages[row["language"]] = _language(place, row, rows, classes, switches or {})
    unknown = {row["language"] for row in rows} - set(languages)
    if unknown:
        raise InputError(
            place / "cues", f"language {min(unknown)!r} is unknown", "add it to languages.tsv"
        )
    return Codebook(codes["frame"], codes["event"], codes["actor"], languages)


def _read_all(folder: Path, kind: str) -> list[dict[str, str]]:
    return [row for path in sorted(folder.glob("*.tsv")) for row in sheets.read(path, kind)]


def _by(rows: list[dict[str, str]], key: str) -> dict[str, dict[str, str]]:
    return {row[key]: row for row in rows}


def _read_cues(place: Path, codes: dict[str, dict]) -> list[dict[str, str]]:
    """Rows of all cue sheets; a frame has a sheet of its own, the other kinds share one each."""
    rows = []
    for path in sorted((place / "cues").glob("*.tsv")):
        name = path.stem
        kind = "frame" if name in codes["frame"] else name.removesuffix("s")
        if kind not in ("frame", "event", "actor", "concept"):
            allowed = [*codes["frame"], "events", "actors", "concepts"]
            raise InputError(path, "names no frame", f"a cue sheet is {', '.join(allowed)}")
        for number, row in enumerate(sheets.read(path, "cues"), start=2):
            code = name if kind == "frame" else row["concept"]
            if kind in codes and code not in codes[kind]:
                where = f"{path}: row {number}, column concept"
                raise InputError(where, f"{code!r} is unknown", f"use {', '.join(codes[kind])}")
            rows.append(row | {"kind": kind, "code": code, "place": f"{path}: row {number}"})
    return rows


def _language(place, row, cue_rows, class_rows, switches) -> Language:
    code, folder = row["language"], place / "languages" / row["language"]
    rules = build_rules(sheets.read(place / "normalisation.tsv", "normalisation"), code, switches)
    fold = lambda text: normalise(text, rules)  # noqa: E731
    clitics = sheets.read(folder / "clitics.tsv", "clitics")
    paradigms = sheets.read(folder / "paradigms.tsv", "paradigms")
    lexicon = Lexicon(
        proclitics=[fold(c["clitic"]) for c in clitics if c["place"] == "before"],
        enclitics=[fold(c["clitic"]) for c in clitics if c["place"] == "after"],
        paradigms={p["paradigm"]: p["forms"].split() for p in paradigms},
    )
    mine = [cue for cue in cue_rows if cue["language"] == code]
    compiler = Compiler(lexicon, fold, _classes(class_rows, mine, code))
    repairs = folder / "repairs.tsv"
    stopwords = folder / "stopwords.txt"
    return Language(
        code=code,
        direction=row["direction"],
        simplemma=row["simplemma"],
        wordfreq=row["wordfreq"],
        rules=rules,
        lexicon=lexicon,
        compiler=compiler,
        cues=[_compile(cue, compiler) for cue in mine],
        repairs=sheets.read(repairs, "repairs") if repairs.exists() else [],
        stopwords=frozenset(fold(word) for word in sheets.read_text(stopwords).split()),
    )


def _classes(rows, cues, language: str) -> dict[str, list[str]]:
    classes = defaultdict(list)
    for row in rows:
        if row["language"] == language:
            classes[row["class"]].append(row["words"])
    for cue in cues:
        if cue["kind"] == "actor":
            classes[cue["code"]].append(cue["cue"])
    return classes


def _compile(row: dict[str, str], compiler: Compiler) -> Cue:
    try:
        cells = {name: tuple(compiler.compile(row[name])) for name in ("cue", "needs", "unless")}
        for sequence in cells["cue"]:
            first_words(sequence)
    except InputError as error:
        raise InputError(row["place"], str(error)) from None
    return Cue(
        kind=row["kind"],
        code=row["code"],
        concept=row["concept"],
        gloss=row["gloss"],
        tier=row["tier"],
        text=row["cue"],
        sequences=cells["cue"],
        needs=cells["needs"],
        unless=cells["unless"],
    )
