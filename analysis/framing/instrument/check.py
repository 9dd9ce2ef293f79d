"""Mistakes in the sheets of a codebook that would otherwise pass in silence, a line each."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from framing.errors import InputError
from framing.instrument import codebook, constructions, cue_sheets
from framing.instrument.codebook import Codes
from framing.instrument.compiler import Compiler
from framing.instrument.cue_sheets import PARTS, Classes, Concept, Pattern, Rule
from framing.texts import languages

_CLASS = re.compile(r"@([^\s|]+)")


class Entry(NamedTuple):
    """A row with a pattern: its part, the group that it acts with, and what the group is about.

    Conditions act for their `group` (a rule), cues for their `subject` (a concept, a class).
    """

    pattern: Pattern
    part: str
    group: tuple[object, ...]
    subject: tuple[object, ...]


def check(place: Path | str = codebook.PLACE) -> list[str]:
    """Every mistake in the codebook `place`: file, row, column, problem and remedy in one line.

    A sheet that cannot be read at all is reported by its first mistake.
    """
    found: list[InputError] = []
    try:
        codes, known = codebook.read_codes(place), languages.read(place)
        concepts = cue_sheets.read_concepts(place, codes)
        rules = cue_sheets.read_rules(place, concepts, known, report=found.append)
        classes = cue_sheets.read_classes(place, known)
        for name, language in known.items():
            mine = [rule for rule in rules if rule.language == name]
            compiler = Compiler(language, codebook.add_actors(classes[name], mine))
            entries = [*_of_rules(mine), *_of_classes(classes[name])]
            folder = Path(place) / "languages" / name
            for kind in constructions.SHEETS:
                entries += _of_constructions(folder, kind)
            found += _check_entries(entries, compiler)
            found += _find_unused(classes[name], entries)
            for kind in constructions.SHEETS:
                constructions.read(folder, kind, compiler, codes["actor"])
        found += _find_missing(Path(place), codes, concepts, rules, list(known))
    except InputError as error:
        found.append(error)
    return list(dict.fromkeys(map(str, found)))


def _of_rules(rules: list[Rule]) -> Iterator[Entry]:
    for number, rule in enumerate(rules):
        for part, patterns in zip(PARTS, (rule.cue, rule.needs, rule.unless), strict=True):
            for pattern in patterns:
                yield Entry(pattern, part, (number, part), (rule.concept,))


def _of_classes(classes: Classes) -> Iterator[Entry]:
    for name, patterns in classes.items():
        for pattern in patterns:
            yield Entry(pattern, "cue", ("class", name), ("class", name))


def _of_constructions(folder: Path, kind: str) -> Iterator[Entry]:
    for rule, parts in constructions.read_patterns(folder, kind).items():
        for part, patterns in parts.items():
            for pattern in patterns:
                yield Entry(pattern, part, (kind, rule, part), (kind, rule))


def _check_entries(entries: list[Entry], compiler: Compiler) -> Iterator[InputError]:
    """What could never match, what is written twice, and alternatives that add nothing."""
    seen: dict[tuple[object, ...], str] = {}
    for entry in entries:
        pattern, cue = entry.pattern, entry.part == "cue"
        try:
            compiler.compile(pattern) if cue else compiler.compile_condition(pattern)
        except InputError as error:
            yield error
            continue
        folded = compiler.language.normalise(" ".join(pattern.text.split()))
        first = seen.setdefault((*(entry.subject if cue else entry.group), folded), pattern.place)
        if first != pattern.place:
            yield InputError(pattern.where, f"{pattern.text!r} is in {first} too", "drop one")
        for element in pattern.text.split():
            for option, other in compiler.find_doubles(element):
                problem = f"{option} adds nothing to {other}"
                yield InputError(pattern.where, problem, f"drop {option}")


def _find_unused(classes: Classes, entries: list[Entry]) -> Iterator[InputError]:
    used = {name for entry in entries for name in _CLASS.findall(entry.pattern.text)}
    for name, members in classes.items():
        if name not in used:
            where = f"{members[0].path}: row {members[0].row}, column class"
            yield InputError(where, f"no pattern uses @{name}", "use it or drop it")


def _find_missing(
    place: Path,
    codes: Codes,
    concepts: Mapping[tuple[str, str], Concept],
    rules: list[Rule],
    known: list[str],
) -> Iterator[InputError]:
    """Concepts without a cue, and frames and events without one in some language."""
    used = {rule.concept for rule in rules}
    for number, concept in enumerate(concepts.values(), start=2):
        if concept not in used:
            where = f"{place / 'concepts.tsv'}: row {number}, column concept"
            yield InputError(where, f"{concept.name} has no cue", "add one or drop the row")
    carried = {(rule.concept.kind, rule.concept.code, rule.language) for rule in rules}
    for kind in ("frame", "event"):
        for number, code in enumerate(codes[kind], start=2):
            for language in known:
                if (kind, code, language) not in carried:
                    where = f"{place / codebook.KINDS[kind]}: row {number}, column id"
                    problem = f"{code} has no cue in the language {language}"
                    yield InputError(where, problem, "add a row to its cue sheet")
