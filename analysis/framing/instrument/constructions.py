"""Grammatical constructions as data: `speech.tsv` and `agency.tsv`, compiled and found."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from framing import sheets
from framing.errors import InputError
from framing.instrument.patterns import Compiler, Sequence, Words, find_ends, first_words, holds

PREFIXES = ("prefix", "that_prefix", "article")


@dataclass(frozen=True)
class Construction:
    """One row: words that give a role to themselves or to what stands near them."""

    rule: str
    role: str
    party: tuple[str, ...]
    scope: tuple[str, ...]
    sequences: tuple[Sequence, ...]
    needs: tuple[Sequence, ...]
    unless: tuple[Sequence, ...]


@dataclass(frozen=True)
class Match:
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
    def anchors(self) -> dict[int, list[tuple[Construction, Sequence]]]:
        """Constructions by the word that they can begin with."""
        found = defaultdict(list)
        for row in self.rows:
            for sequence in row.sequences:
                for word in first_words(sequence):
                    found[word].append((row, sequence))
        return dict(found)


def read(folder: Path, kind: str, compiler: Compiler, actors: Iterable[str]) -> Grammar:
    """The grammar of the sheet `kind` (`speech`, `agency`); empty where there is no such sheet.

    Raises InputError at a bad row: a pattern, or a party that is neither a place nor an actor.
    """
    path, rows, prefixes = folder / f"{kind}.tsv", [], dict.fromkeys(PREFIXES, ())
    for number, row in enumerate(sheets.read(path, kind) if path.exists() else [], start=2):
        place = f"{path}: row {number}"
        if row["role"] in PREFIXES:
            prefixes[row["role"]] += tuple(map(compiler.normalise, row["pattern"].split()))
        else:
            rows.append(_compile(row, compiler, place, {*_PLACES, *actors}))
    return Grammar(rows, prefixes)


_PLACES = ("subject", "object", "after", "earlier", "previous")


def _compile(
    row: dict[str, str], compiler: Compiler, place: str, parties: set[str]
) -> Construction:
    unknown = set(row["party"].split()) - parties
    if unknown:
        allowed = ", ".join(sorted(parties))
        raise InputError(f"{place}, column party", f"{min(unknown)!r} is unknown", f"use {allowed}")
    try:
        cells = [tuple(compiler.compile(row[name])) for name in ("pattern", "needs", "unless")]
        for sequence in cells[0]:
            first_words(sequence)
    except InputError as error:
        raise InputError(place, str(error)) from None
    party, scope = tuple(row["party"].split()), tuple(row["scope"].split())
    return Construction(row["rule"], row["role"], party, scope, *cells)


def find(words: Words, grammar: Grammar) -> list[Match]:
    """Constructions in a sentence, in order; of overlapping ones of a role the longest stays."""
    hits = [hit for at in range(len(words)) for hit in _find_at(words, at, grammar)]
    taken: set[tuple[str, int]] = set()
    kept = []
    for hit in sorted(hits, key=lambda h: (h.first - h.last, h.first, h.construction.rule)):
        places = {(hit.construction.role, at) for at in range(hit.first, hit.last)}
        if not places & taken:
            taken |= places
            kept.append(hit)
    return sorted(kept, key=lambda h: (h.first, h.last, h.construction.rule))


def _find_at(words: Words, at: int, grammar: Grammar) -> Iterable[Match]:
    for word in words[at]:
        for row, sequence in grammar.anchors.get(word, ()):
            ends = find_ends(sequence, words, at)
            if ends and _admits(row, words, at, min(ends)):
                yield Match(row, at, min(ends))


def _admits(row: Construction, words: Words, start: int, end: int) -> bool:
    if row.needs and not any(holds(need, words, start, end) for need in row.needs):
        return False
    return not any(holds(bar, words, start, end) for bar in row.unless)
