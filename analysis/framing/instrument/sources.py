"""The sheets of a codebook: read, and made into an outline and into languages with their cues.

Both are kept from one run to the next (`store`).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cached_property, partial
from itertools import chain
from pathlib import Path

from framing import sheets
from framing.instrument import constructions, cue_sheets
from framing.instrument.compiler import Compiler
from framing.instrument.cue_sheets import Classes, Concept, Rule
from framing.instrument.cues import Cue, CuedLanguage
from framing.store import Store
from framing.texts import languages as spoken
from framing.texts.languages import Language

PLACE = sheets.DATA / "codebook"
KINDS = {"frame": "frames.tsv", "event": "events.tsv", "actor": "actors.tsv"}

Codes = dict[str, dict[str, dict[str, str]]]
Heads = tuple[Codes, dict[tuple[str, str], Concept], dict[str, str]]


@dataclass(frozen=True)
class Outline:
    """A codebook without its languages: codes, concepts, the name of each language.

    `silent`: by language the frames that no cue can find.
    """

    codes: Codes
    concepts: dict[tuple[str, str], Concept]
    names: dict[str, str]
    silent: dict[str, list[str]]


class Sources:
    """The sheets in the folder `place`, with single normalisations turned off by `switches`.

    What is not kept from an earlier run is made when it is asked for. Raises InputError then.
    """

    def __init__(self, place: Path | str, switches: Mapping[str, bool] | None = None) -> None:
        """Read nothing yet."""
        self.place, self._switches = Path(place), dict(switches or {})
        self._store = Store.of_codebook(self.place, self._switches)

    @cached_property
    def outline(self) -> Outline:
        """The codebook without its languages."""
        return self._store.get("outline", self._make_outline)

    def language(self, name: str) -> CuedLanguage:
        """A language with its cues."""
        return self._store.get(name, partial(self._compile, name))

    def keeps(self, languages: Iterable[str]) -> bool:
        """Whether all of these languages are kept."""
        return self._store.has(languages)

    @cached_property
    def _heads(self) -> Heads:
        codes = read_codes(self.place)
        return codes, cue_sheets.read_concepts(self.place, codes), read_names(self.place)

    @cached_property
    def rules(self) -> list[Rule]:
        """The rules of all cue sheets, as they are written."""
        return self._store.get("rules", self._read_rules)

    def _read_rules(self) -> list[Rule]:
        _, concepts, names = self._heads
        return cue_sheets.read_rules(self.place, concepts, names)

    @cached_property
    def _classes(self) -> dict[str, Classes]:
        return cue_sheets.read_classes(self.place, self._heads[2])

    def _make_outline(self) -> Outline:
        codes, concepts, names = self._heads
        cued = {name: set[str]() for name in names}
        for rule in self.rules:
            cued[rule.language].add(rule.concept.code)
        silent = {name: [f for f in codes["frame"] if f not in cued[name]] for name in names}
        return Outline(codes, concepts, names, silent)

    def _compile(self, name: str) -> CuedLanguage:
        language = spoken.read(self.place, self._switches, [name])[name]
        codes = self.outline.codes
        mine = [rule for rule in self.rules if rule.language == name]
        compiler = Compiler(language, add_actors(self._classes[name], mine))
        asking, folder = blamed(codes), self.place / "languages" / name
        compiled = (compile_rule(rule, own, asking) for rule, own in add_lists(mine, compiler))
        return CuedLanguage(
            **{field.name: getattr(language, field.name) for field in fields(Language)},
            cues=list(chain.from_iterable(compiled)),
            speech=constructions.read(folder, "speech", compiler, codes["actor"]),
            agency=constructions.read(folder, "agency", compiler, codes["actor"]),
        )


def read_codes(place: Path | str = PLACE) -> Codes:
    """Rows of the frames, events and actors, by kind and id."""
    return {
        kind: {row["id"]: row for row in sheets.read(Path(place) / file, f"{kind}s")}
        for kind, file in KINDS.items()
    }


def blamed(codes: Codes) -> tuple[str, ...]:
    """The frames of which coders and instrument say who is responsible."""
    return tuple(name for name, row in codes["frame"].items() if row["responsible"] == "yes")


def read_rules(place: Path | str = PLACE) -> list[Rule]:
    """The rules of all cue sheets, as they are written."""
    return Sources(place).rules


def read_names(place: Path | str = PLACE) -> dict[str, str]:
    """The name of each language of the codebook, by its code."""
    rows = sheets.read(Path(place) / "languages.tsv", "languages")
    return {row["language"]: row["name"] for row in rows}


def add_actors(classes: Classes, rules: Iterable[Rule]) -> Classes:
    """The classes of a language, and each actor as a class of its cues."""
    found = dict(classes)
    for rule in rules:
        if rule.concept.kind == "actor":
            found[rule.concept.code] = [*found.get(rule.concept.code, []), *rule.cue]
    return found


def add_lists(rules: Iterable[Rule], compiler: Compiler) -> Iterator[tuple[Rule, Compiler]]:
    """Each rule with the compiler that knows the word lists of its concept."""
    known: dict[Concept, Compiler] = {}
    for rule in rules:
        if rule.concept not in known:
            known[rule.concept] = compiler.with_lists(rule.lists)
        yield rule, known[rule.concept]


def compile_rule(rule: Rule, compiler: Compiler, asking: Collection[str] = ()) -> Iterator[Cue]:
    """The cues of a rule, one for each of its rows of the part `cue`.

    `asking` are the frames that ask who is responsible.
    """
    needs, unless = (
        tuple(map(compiler.compile_condition, part)) for part in (rule.needs, rule.unless)
    )
    concept = rule.concept
    for pattern in rule.cue:
        yield Cue(
            kind=concept.kind,
            code=concept.code,
            concept=concept.name,
            tier=concept.tier,
            place=pattern.place,
            text=pattern.text,
            sequence=compiler.compile(pattern),
            needs=needs,
            unless=unless,
            asks_responsible=concept.kind == "frame" and concept.code in asking,
        )
