"""Grammatical constructions as data: the sheets `speech` and `agency`, compiled and found."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from framing import sheets
from framing.errors import InputError
from framing.instrument.compiler import Compiler
from framing.instrument.cue_sheets import PARTS, Pattern
from framing.instrument.patterns import (
    Condition,
    Sequence,
    Words,
    find_bar,
    find_ends,
    first_words,
)

SHEETS = ("speech", "agency")
PREFIXES = ("prefix", "that_prefix", "and_prefix", "when_prefix", "article", "noun_article")
_PLACES = (
    *("subject", "before", "object", "after", "earlier", "previous"),
    *("opening", "anywhere", "somebody", "owner"),
)


@dataclass(frozen=True, eq=False)
class Construction:
    """A pattern that gives a role to its own words or to a party near them, as its rule says."""

    rule: str
    role: str
    party: tuple[str, ...]
    scope: tuple[str, ...]
    place: str
    sequence: Sequence
    needs: tuple[Condition, ...] = ()
    unless: tuple[Condition, ...] = ()


class Match(NamedTuple):
    """A construction that fills the words `first` to `last` (exclusive) of a sentence."""

    construction: Construction
    first: int
    last: int


@dataclass
class Grammar:
    """The constructions of one sheet, and by role the small words written with the next word."""

    rows: list[Construction]
    prefixes: dict[str, tuple[str, ...]]

    @cached_property
    def anchors(self) -> dict[int, list[Construction]]:
        """Constructions by the word that they can begin with."""
        found = defaultdict(list)
        for row in self.rows:
            for word in first_words(row.sequence):
                found[word].append(row)
        return dict(found)

    def rank(self, row: Construction) -> tuple[str, int]:
        """Which of two rows counts that fill the same words: the one whose rank is lower."""
        return row.rule, self._places[row]

    @cached_property
    def _places(self) -> dict[Construction, int]:
        return {row: number for number, row in enumerate(self.rows)}

    @cached_property
    def unlisted(self) -> str:
        """The actor that stands for persons who are none of the actors, or ''."""
        return next((row.party[0] for row in self.rows if row.role == "person" and row.party), "")


def read(folder: Path, kind: str, compiler: Compiler, actors: Collection[str]) -> Grammar:
    """The grammar in the sheets `kind` and `kind_patterns` of a language (`kind`: see SHEETS).

    It is empty where there is no such sheet. Raises InputError at a bad row: a pattern, a rule
    without patterns, or a party that is neither a place nor an actor.
    """
    path, patterns = folder / f"{kind}.tsv", read_patterns(folder, kind)
    grammar = Grammar([], dict.fromkeys(PREFIXES, ()))
    for number, rule in enumerate(_read_sheet(path, kind), start=2):
        where, parts = f"{path}: row {number}, column", patterns[rule["rule"]]
        if not parts["cue"]:
            raise InputError(f"{where} rule", f"{rule['rule']} has no cue", "add a pattern")
        unknown = {*rule["party"].split()} - {*_PLACES, *actors}
        if unknown:
            allowed = ", ".join(sorted({*_PLACES, *actors}))
            problem = f"{min(unknown)!r} is unknown"
            raise InputError(f"{where} party", problem, f"use {allowed}")
        if rule["role"] in PREFIXES:
            letters = (compiler.language.normalise(pattern.text) for pattern in parts["cue"])
            grammar.prefixes[rule["role"]] += tuple(letters)
        else:
            grammar.rows += _compile(rule, parts, compiler)
    return grammar


def read_patterns(folder: Path, kind: str) -> dict[str, dict[str, list[Pattern]]]:
    """The patterns of a sheet of constructions by rule and part. InputError: unknown rule."""
    path = folder / f"{kind}_patterns.tsv"
    found: dict[str, dict[str, list[Pattern]]] = {
        rule["rule"]: {part: [] for part in PARTS}
        for rule in _read_sheet(folder / f"{kind}.tsv", kind)
    }
    for number, row in enumerate(_read_sheet(path, "patterns", needed=bool(found)), start=2):
        if row["rule"] not in found:
            where = f"{path}: row {number}, column rule"
            allowed = ", ".join(found) or f"a rule of {kind}.tsv, which has none"
            raise InputError(where, f"{row['rule']!r} is unknown", f"use {allowed}")
        found[row["rule"]][row["part"]].append(Pattern(row["pattern"], str(path), number))
    return found


def _read_sheet(path: Path, kind: str, *, needed: bool = False) -> list[dict[str, str]]:
    return sheets.read(path, kind) if needed or path.exists() else []


def _compile(
    rule: dict[str, str], parts: dict[str, list[Pattern]], compiler: Compiler
) -> Iterator[Construction]:
    needs, unless = (
        tuple(compiler.compile_condition(pattern) for pattern in parts[part])
        for part in ("needs", "unless")
    )
    for pattern in parts["cue"]:
        yield Construction(
            rule=rule["rule"],
            role=rule["role"],
            party=tuple(rule["party"].split()),
            scope=tuple(rule["scope"].split()),
            place=f"{compiler.language.code}/{pattern.place}",
            sequence=compiler.compile(pattern),
            needs=needs,
            unless=unless,
        )


def find(words: Words, grammar: Grammar) -> list[Match]:
    """Constructions in a sentence, in order; of overlapping ones of a role the longest remains."""
    if id(grammar) in words.found:
        return words.found[id(grammar)]
    hits = [hit for at in range(len(words)) for hit in _find_at(words, at, grammar)]
    taken: set[tuple[str, int]] = set()
    kept = []
    for hit in sorted(
        hits, key=lambda h: (h.first - h.last, h.first, *grammar.rank(h.construction))
    ):
        places = {(hit.construction.role, at) for at in range(hit.first, hit.last)}
        if not places & taken:
            taken |= places
            kept.append(hit)
    return sorted(kept, key=lambda h: (h.first, h.last, h.construction.rule))


def _find_at(words: Words, at: int, grammar: Grammar) -> Iterator[Match]:
    for word in words[at]:
        for row in grammar.anchors.get(word, ()):
            end = min(find_ends(row.sequence, words, at), default=None)
            if end is not None and not find_bar(row.needs, row.unless, [words], 0, at, end):
                yield Match(row, at, end)
