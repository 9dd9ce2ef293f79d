"""The measuring instrument: frames, events, actors and cues, read from `data/codebook/`."""

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from framing import sheets
from framing.errors import InputError
from framing.instrument import constructions
from framing.instrument.patterns import Compiler, Condition, Sequence, first_words
from framing.texts import languages
from framing.texts.languages import Language
from framing.texts.morphology import SHORTEST_STEM

PLACE = sheets.DATA / "codebook"
CELLS = ("cue", "needs", "unless")
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
    needs: tuple[Condition, ...]
    unless: tuple[Condition, ...]


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
    codes = read_codes(place)
    rows = read_cues(place, codes)
    classes = _read_classes(Path(place))
    known = languages.read(place, switches)
    for row in rows:
        if row["language"] not in known:
            where = f"{row['place']}, column language"
            raise InputError(where, f"{row['language']!r} is unknown", f"use {', '.join(known)}")
    for language in known.values():
        compiler = _add_cues(language, rows, classes)
        folder = Path(place) / "languages" / language.code
        language.speech = constructions.read(folder, "speech", compiler, codes["actor"])
        language.agency = constructions.read(folder, "agency", compiler, codes["actor"])
    return Codebook(codes["frame"], codes["event"], codes["actor"], known)


def read_codes(place: Path | str = PLACE) -> dict[str, dict[str, dict[str, str]]]:
    """Rows of the frames, events and actors, by kind and id."""
    return {
        kind: {row["id"]: row for row in sheets.read(Path(place) / file, f"{kind}s")}
        for kind, file in KINDS.items()
    }


def blamed(codes: dict[str, dict[str, dict[str, str]]]) -> list[str]:
    """The frames of which the codebook asks who is responsible."""
    return [frame for frame, row in codes["frame"].items() if row["responsible"] == "yes"]


def read_labels(place: Path | str, sources: dict[str, dict]) -> dict[str, dict[str, str]]:
    """Labels by kind and id, glosses of concepts, names of languages, and who alone covers."""
    labels = {
        kind: {key: row["label"] for key, row in rows.items()}
        for kind, rows in read_codes(place).items()
    }
    cues = read_cues(place, read_codes(place))
    labels["concept"] = {cue["code"]: cue["gloss"] for cue in cues if cue["kind"] == "concept"}
    labels["frame_concept"] = {c["concept"]: c["gloss"] for c in cues if c["kind"] == "frame"}
    known = sheets.read(Path(place) / "languages.tsv", "languages")
    labels["language"] = {row["language"]: row["name"] for row in known}
    only = {name: f"{entry['short']} only" for name, entry in sources.items()}
    return labels | {"source_only": only}


def read_cues(place: Path | str, codes: dict[str, dict]) -> list[dict[str, str]]:
    """Rows of all cue sheets, with kind, code and place.

    A frame has a sheet of its own, named by its id; events, actors and concepts share one each.
    """
    rows = []
    for path in sorted((Path(place) / "cues").glob("*.tsv")):
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


def _read_classes(place: Path) -> list[dict[str, str]]:
    paths = sorted((place / "classes").glob("*.tsv"))
    return [row for path in paths for row in sheets.read(path, "classes")]


def _add_cues(language: Language, rows: list[dict], classes: list[dict]) -> Compiler:
    mine = [row for row in rows if row["language"] == language.code]
    named = defaultdict(list)
    for row in classes:
        if row["language"] == language.code:
            named[row["class"]].append(row["words"])
    for row in mine:
        if row["kind"] == "actor":
            named[row["code"]].append(row["cue"])
    compiler = Compiler(language.lexicon, language.normalise, named)
    language.cues = [_compile(row, compiler) for row in mine]
    anchors = defaultdict(list)
    for cue in language.cues:
        for sequence in cue.sequences:
            for word in first_words(sequence):
                anchors[word].append((cue, sequence))
    language.anchors = dict(anchors)
    return compiler


def _compile(row: dict[str, str], compiler: Compiler) -> Cue:
    for word in re.findall(r"(?<![^\s|])[^\s|:=@.]+(?=\*)", " ".join(row[n] for n in CELLS)):
        if len(word) < SHORTEST_STEM:
            remedy = f"give {SHORTEST_STEM} letters or list the forms"
            raise InputError(row["place"], f"{word}* begins too many words", remedy)
    try:
        sequences = tuple(compiler.compile(row["cue"]))
        conditions = {n: tuple(compiler.compile_conditions(row[n])) for n in ("needs", "unless")}
        for sequence in sequences:
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
        sequences=sequences,
        **conditions,
    )
