"""Mistakes in the sheets of a codebook that would otherwise pass in silence, a line each."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from framing import memory
from framing.errors import InputError
from framing.instrument import codebook, constructions, cue_sheets, sources
from framing.instrument.compiler import Compiler
from framing.instrument.cue_sheets import PARTS, Classes, Concept, Pattern, Rule
from framing.instrument.sources import Codes
from framing.texts import languages

# The sheets of a language, and what happens without them.
NEEDED = {
    "clitics.tsv": "the language cannot be read",
    "paradigms.tsv": "the language cannot be read",
    "stopwords.txt": "the language cannot be read",
}
WANTED = {
    "speech.tsv": "every frame is in the text's own voice",
    "agency.tsv": "nobody is held responsible",
}
_CLASS = re.compile(r"@([^\s|]+)")


class Entry(NamedTuple):
    """A row with a pattern: its part, the group that it acts with, and what the group is about.

    Conditions act for their `group` (a rule), cues for their `subject` (a concept, a class). Where
    the words before a name matter (`bare`), a word with a clitic is not the same as without.
    """

    pattern: Pattern
    part: str
    group: tuple[object, ...]
    subject: tuple[object, ...]
    lists: Classes
    bare: bool = False


def check(place: Path | str = codebook.PLACE) -> list[str]:
    """Every mistake in the codebook `place`: file, row, column, problem and remedy in one line.

    A sheet that cannot be read at all is reported by its first mistake.
    """
    with memory.building():
        return _check(place)


def _check(place: Path | str) -> list[str]:
    found: list[InputError] = []
    try:
        codes, names = codebook.read_codes(place), list(codebook.read_names(place))
        missing = dict(_find_missing_sheets(Path(place), names))
        found += missing.values()
        whole = [name for name in names if not any((name, sheet) in missing for sheet in NEEDED)]
        known = languages.read(place, only=whole)
        unfolded = languages.read(place, languages.all_off(place), whole)
        concepts = cue_sheets.read_concepts(place, codes)
        rules = cue_sheets.read_rules(place, concepts, names, report=found.append)
        classes = cue_sheets.read_classes(place, names)
        for name, language in known.items():
            mine = [rule for rule in rules if rule.language == name]
            folder, named = (
                Path(place) / "languages" / name,
                sources.add_actors(classes[name], mine),
            )
            entries = [*_of_rules(mine), *_of_classes(classes[name])]
            for kind in constructions.SHEETS:
                entries += _of_constructions(folder, kind)
            compiler = Compiler(language, named)
            found += _check_entries(entries, compiler, Compiler(unfolded[name], named))
            found += _find_unused(classes[name], entries)
            for kind in constructions.SHEETS:
                constructions.read(folder, kind, compiler, codes["actor"])
        found += _find_missing(Path(place), codes, concepts, rules, names)
    except InputError as error:
        found.append(error)
    return sorted(dict.fromkeys(map(str, found)), key=_natural)


def _natural(line: str) -> list[str | int]:
    """Key that sorts numbers within text by their value."""
    return [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", line)]


def _of_rules(rules: list[Rule]) -> Iterator[Entry]:
    for number, rule in enumerate(rules):
        actor = rule.concept.kind == "actor"
        for part, patterns in zip(PARTS, (rule.cue, rule.needs, rule.unless), strict=True):
            for pattern in patterns:
                yield Entry(pattern, part, (number, part), (rule.concept,), rule.lists, actor)
    lists = {(rule.concept, name): rule.lists for rule in rules for name in rule.lists}
    for (concept, name), words in lists.items():
        for pattern in words[name]:
            yield Entry(pattern, "cue", (concept, name), (concept, name), words)


def _of_classes(classes: Classes) -> Iterator[Entry]:
    for name, patterns in classes.items():
        for pattern in patterns:
            yield Entry(pattern, "cue", ("class", name), ("class", name), {})


def _of_constructions(folder: Path, kind: str) -> Iterator[Entry]:
    for rule, parts in constructions.read_patterns(folder, kind).items():
        for part, patterns in parts.items():
            for pattern in patterns:
                yield Entry(pattern, part, (kind, rule, part), (kind, rule), {}, True)


def _check_entries(
    entries: list[Entry], compiler: Compiler, literal: Compiler
) -> Iterator[InputError]:
    """What could never match, what is written twice, and alternatives that add nothing.

    `literal` is the compiler of the same language without any folding of spelling: clitics are
    taken off with it, so that words which only a folding makes alike stay.
    """
    seen: dict[tuple[object, ...], str] = {}
    own: dict[int, tuple[Compiler, Compiler]] = {}
    for entry in entries:
        if id(entry.lists) not in own:
            own[id(entry.lists)] = compiler.with_lists(entry.lists), literal.with_lists(entry.lists)
        folded, plain = own[id(entry.lists)]
        alternatives = "|" in entry.pattern.text
        try:
            _compile(entry, folded)
            if alternatives:
                _compile(entry, plain)
        except InputError as error:
            yield error
            continue
        text = compiler.language.normalise(" ".join(entry.pattern.text.split()))
        key = (*(entry.subject if entry.part == "cue" else entry.group), text)
        first = seen.setdefault(key, entry.pattern.place)
        if first != entry.pattern.place and not _CLASS.fullmatch(text):
            remedy = "drop one, or make it a word of a list that both rows use"
            yield InputError(entry.pattern.where, f"is the pattern of {first} too", remedy)
        if alternatives:
            yield from _find_doubles(entry, folded, plain)


def _compile(entry: Entry, compiler: Compiler) -> None:
    if entry.part == "cue":
        compiler.compile(entry.pattern)
    else:
        compiler.compile_condition(entry.pattern)


def _find_doubles(entry: Entry, folded: Compiler, plain: Compiler) -> Iterator[InputError]:
    for element in entry.pattern.text.split():
        doubles = dict(folded.find_doubles(element, clitics=False))
        if not entry.bare:
            doubles |= plain.find_doubles(element, clitics=True)
        for option, other in doubles.items():
            problem = f"{option} adds nothing to {other}"
            yield InputError(entry.pattern.where, problem, f"drop {option}")


def _find_unused(classes: Classes, entries: list[Entry]) -> Iterator[InputError]:
    """Classes that no pattern uses, and word lists that no pattern of their concept uses."""
    used = {name for entry in entries for name in _CLASS.findall(entry.pattern.text)}
    listed: dict[int, set[str]] = {}
    for entry in entries:
        listed.setdefault(id(entry.lists), set()).update(_CLASS.findall(entry.pattern.text))
    lists = {id(entry.lists): entry.lists for entry in entries}
    for own, known in [(used, classes), *((listed[key], lists[key]) for key in lists)]:
        for name, members in known.items():
            if name not in own:
                where = f"{members[0].path}: row {members[0].row}, column pattern"
                yield InputError(where, f"no pattern uses @{name}", "use it or drop it")


def _find_missing_sheets(
    place: Path, names: list[str]
) -> Iterator[tuple[tuple[str, str], InputError]]:
    """Sheets that a language does not have, by language and sheet."""
    for name in names:
        for sheet, without in (NEEDED | WANTED).items():
            path = place / "languages" / name / sheet
            if not path.is_file():
                remedy = "add it, with its header alone if the language has none"
                yield (name, sheet), InputError(path, f"no such file: {without}", remedy)


def _find_missing(
    place: Path,
    codes: Codes,
    concepts: Mapping[tuple[str, str], Concept],
    rules: list[Rule],
    known: list[str],
) -> Iterator[InputError]:
    """Concepts without a cue, and codes without one in some language."""
    used = {rule.concept for rule in rules}
    for number, concept in enumerate(concepts.values(), start=2):
        if concept not in used:
            where = f"{place / 'concepts.tsv'}: row {number}, column concept"
            yield InputError(where, f"{concept.name} has no cue", "add one or drop the row")
    carried = {(rule.concept.kind, rule.concept.code, rule.language) for rule in rules}
    for kind in sources.KINDS:
        for number, code in enumerate(codes[kind], start=2):
            for language in known:
                if (kind, code, language) not in carried:
                    where = f"{place / sources.KINDS[kind]}: row {number}, column id"
                    problem = f"{code} has no cue in the language {language}"
                    yield InputError(where, problem, "add a row to its cue sheet")
