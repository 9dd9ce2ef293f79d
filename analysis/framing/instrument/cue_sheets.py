"""The sheets of cues as they are written: concepts, rules of one pattern a row, classes."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from framing import sheets
from framing.errors import InputError, Report, refuse

PARTS = ("cue", "needs", "unless")
SHARED = {"events": "event", "actors": "actor", "concepts": "concept"}

Classes = dict[str, list["Pattern"]]


class Pattern(NamedTuple):
    """The pattern of one row, and where it is written."""

    text: str
    path: str
    row: int

    @property
    def place(self) -> str:
        """Sheet and row, as tables show them: `violation.tsv:24`."""
        return f"{self.path.rpartition('/')[2]}:{self.row}"

    @property
    def where(self) -> str:
        """File, row and column, as errors name them."""
        return f"{self.path}: row {self.row}, column pattern"


@dataclass(frozen=True)
class Concept:
    """What a group of cues means, and the code that they carry: a frame, event, actor, concept."""

    kind: str
    code: str
    name: str
    gloss: str
    tier: str


@dataclass(frozen=True)
class Rule:
    """Patterns of a concept in one language whose cue, needs and unless act together.

    `lists` are the word lists of the concept, which all its rules in this language share.
    """

    concept: Concept
    language: str
    cue: tuple[Pattern, ...]
    needs: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]
    lists: Classes = field(hash=False)


def read_concepts(
    place: Path | str, codes: Mapping[str, Collection[str]]
) -> dict[tuple[str, str], Concept]:
    """Rows of `concepts.tsv` by cue sheet and concept; `codes` are the known codes by kind.

    The code of a frame's concept is the frame, after which the sheet is named. The concepts of an
    actor or event are named `code` or `code.part`. Raises InputError for an unknown sheet or code.
    """
    path, found = Path(place) / "concepts.tsv", {}
    for number, row in enumerate(sheets.read(path, "concepts"), start=2):
        where = f"{path}: row {number}, column"
        sheet, name = row["sheet"], row["concept"]
        kind = "frame" if sheet in codes["frame"] else SHARED.get(sheet, "")
        if not kind:
            allowed = ", ".join([*codes["frame"], *SHARED])
            raise InputError(f"{where} sheet", f"{sheet!r} is unknown", f"use {allowed}")
        code = sheet if kind == "frame" else name.partition(".")[0]
        if code not in codes.get(kind, [code]):
            allowed = ", ".join(codes[kind])
            raise InputError(f"{where} concept", f"{code!r} is unknown", f"use {allowed}")
        if (sheet, name) in found:
            raise InputError(f"{where} concept", f"{name} of {sheet} is named twice", "drop a row")
        found[sheet, name] = Concept(kind, code, name, row["gloss"], row["tier"])
    return found


def read_rules(
    place: Path | str,
    concepts: Mapping[tuple[str, str], Concept],
    languages: Collection[str],
    *,
    report: Report = refuse,
) -> list[Rule]:
    """The rules of all cue sheets, in order of the rows.

    A row with an unknown concept or language, and a rule without a cue, go to `report`, which
    raises InputError by default. Raises InputError for an unknown sheet.
    """
    known = {sheet for sheet, _ in concepts}
    rules: list[Rule] = []
    for path in sorted((Path(place) / "cues").glob("*.tsv")):
        if path.stem not in known:
            allowed = ", ".join(sorted(known))
            problem = "names no frame, or has no row in concepts.tsv"
            raise InputError(path, problem, f"a cue sheet is {allowed}")
        rules += _read_sheet(path, concepts, languages, report)
    return rules


def _read_sheet(
    path: Path,
    concepts: Mapping[tuple[str, str], Concept],
    languages: Collection[str],
    report: Report,
) -> Iterator[Rule]:
    grouped: dict[tuple[str, str, str], dict[str, list[Pattern]]] = {}
    lists: dict[tuple[str, str], Classes] = {}
    known = {name for sheet, name in concepts if sheet == path.stem}
    for number, row in enumerate(sheets.read(path, "cues"), start=2):
        problem = _find_problem(row, known, languages)
        if problem:
            column, what, remedy = problem
            report(InputError(f"{path}: row {number}, column {column}", what, remedy))
            continue
        key, pattern = (row["concept"], row["language"]), Pattern(row["pattern"], str(path), number)
        if row["part"] == "word":
            words = lists.setdefault(key, {}).setdefault(row["rule"].removeprefix("@"), [])
            words.append(pattern)
        else:
            parts = grouped.setdefault((*key, row["rule"]), {part: [] for part in PARTS})
            parts[row["part"]].append(pattern)
    for (name, language, rule), parts in grouped.items():
        if not parts["cue"]:
            first = min(pattern.row for patterns in parts.values() for pattern in patterns)
            what = f"rule {rule} of {name} in {language} has no cue"
            report(InputError(f"{path}: row {first}, column rule", what, "add a row with one"))
        cue, needs, unless = (tuple(parts[part]) for part in PARTS)
        shared = lists.get((name, language), {})
        yield Rule(concepts[path.stem, name], language, cue, needs, unless, shared)


def _find_problem(
    row: dict[str, str], concepts: Collection[str], languages: Collection[str]
) -> tuple[str, str, str] | None:
    """Column, problem and remedy of a row of a cue sheet, if it has a problem."""
    if row["concept"] not in concepts:
        remedy = "give it a row with a gloss in concepts.tsv"
        return "concept", f"{row['concept']!r} is unknown", remedy
    if row["language"] not in languages:
        return "language", f"{row['language']!r} is unknown", f"use {', '.join(languages)}"
    if row["rule"].startswith("@") != (row["part"] == "word"):
        remedy = "a list of words has a name as @who, a rule has a number"
        return "rule", f"{row['rule']} has a row of the part {row['part']}", remedy
    return None


def read_classes(place: Path | str, languages: Collection[str]) -> dict[str, Classes]:
    """The members of the word classes, by language and name of the class."""
    found: dict[str, Classes] = {language: {} for language in languages}
    for path in sorted((Path(place) / "classes").glob("*.tsv")):
        for number, row in enumerate(sheets.read(path, "classes"), start=2):
            if row["language"] not in languages:
                where = f"{path}: row {number}, column language"
                problem = f"{row['language']!r} is unknown"
                raise InputError(where, problem, f"use {', '.join(languages)}")
            members = found[row["language"]].setdefault(row["class"], [])
            members.append(Pattern(row["pattern"], str(path), number))
    for classes in found.values():
        for name in classes:
            _check_circle(name, classes, [])
    return found


def _check_circle(name: str, classes: Classes, above: list[str]) -> None:
    """Raise InputError where a class is a member of itself, directly or by way of others."""
    for pattern in classes.get(name, ()):
        for inner in re.findall(r"@([a-z0-9_]+)", pattern.text):
            if inner in (*above, name):
                way = " → ".join(f"@{other}" for other in (*above, name, inner))
                raise InputError(pattern.where, f"a class is part of itself: {way}", "drop one")
            _check_circle(inner, classes, [*above, name])
