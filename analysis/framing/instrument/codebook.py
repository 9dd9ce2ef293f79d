"""The measuring instrument: codes, and the languages with their cues, read from a folder."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from itertools import chain
from pathlib import Path

from framing import memory, sheets
from framing.errors import warn
from framing.instrument import constructions, cue_sheets
from framing.instrument.compiler import Compiler
from framing.instrument.cue_sheets import Classes, Concept, Rule
from framing.instrument.cues import Cue, CuedLanguage
from framing.texts import languages as spoken
from framing.texts.languages import Language

PLACE = sheets.DATA / "codebook"
KINDS = {"frame": "frames.tsv", "event": "events.tsv", "actor": "actors.tsv"}

Codes = dict[str, dict[str, dict[str, str]]]


@dataclass
class Codebook:
    """Codes with label and definition, concepts, and the languages that cues are sought in.

    `concepts` are by cue sheet (a frame, or events, actors, concepts) and name.
    """

    frames: dict[str, dict[str, str]]
    events: dict[str, dict[str, str]]
    actors: dict[str, dict[str, str]]
    concepts: dict[tuple[str, str], Concept]
    languages: Mapping[str, CuedLanguage]


class AsNeeded(Mapping[str, CuedLanguage]):
    """All languages of a codebook, each compiled when it is first asked for."""

    def __init__(self, place: Path | str, compiled: Mapping[str, CuedLanguage]) -> None:
        """Start with those that are compiled already, of the codebook in the folder `place`."""
        self._place, self._names = place, read_names(place)
        self._compiled = dict(compiled)

    def __getitem__(self, name: str) -> CuedLanguage:
        """Return the language, compiled."""
        if name in self._names and name not in self._compiled:
            self._compiled |= read(self._place, languages=[name]).languages
        return self._compiled[name]

    def __contains__(self, name: object) -> bool:
        """Whether the codebook has the language."""
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        """The codes of the languages."""
        return iter(self._names)

    def __len__(self) -> int:
        """Return the number of languages."""
        return len(self._names)

    def forget(self) -> None:
        """Give back the memory of what is compiled; it is compiled again if it is asked for."""
        self._compiled.clear()


def read_as_needed(place: Path | str, languages: Collection[str]) -> Codebook:
    """The codebook as `read` gives it, but only these languages are compiled at once.

    Any other is compiled, and its mistakes are found, when it is first asked for.
    """
    book = read(place, languages=languages)
    return replace(book, languages=AsNeeded(place, book.languages))


def read(
    place: Path | str = PLACE,
    switches: dict[str, bool] | None = None,
    *,
    languages: Collection[str] | None = None,
) -> Codebook:
    """The codebook in the folder `place`; `switches` turn single normalisations off.

    `languages`: the codes of those that are compiled, all by default; the others take no time.

    Raises InputError (file, row, column, what is allowed) at the first bad row, also for a pattern
    that could never match. `check` reports all of them, and doubtful ones.
    """
    with memory.building():
        return _read(place, switches, languages)


def _read(
    place: Path | str, switches: dict[str, bool] | None, languages: Collection[str] | None
) -> Codebook:
    codes = read_codes(place)
    known = spoken.read(place, switches, languages)
    concepts = cue_sheets.read_concepts(place, codes)
    rules = read_rules(place)
    classes, asking = cue_sheets.read_classes(place, read_names(place)), blamed(codes)
    _warn_of_silence(rules, codes["frame"], known, Path(place))
    cued = {}
    for name, language in known.items():
        mine = [rule for rule in rules if rule.language == name]
        compiler = Compiler(language, add_actors(classes[name], mine))
        compiled = (compile_rule(rule, own, asking) for rule, own in add_lists(mine, compiler))
        folder = Path(place) / "languages" / name
        cued[name] = CuedLanguage(
            **{field.name: getattr(language, field.name) for field in fields(Language)},
            cues=list(chain.from_iterable(compiled)),
            speech=constructions.read(folder, "speech", compiler, codes["actor"]),
            agency=constructions.read(folder, "agency", compiler, codes["actor"]),
        )
    return Codebook(codes["frame"], codes["event"], codes["actor"], concepts, cued)


def _warn_of_silence(
    rules: Collection[Rule], frames: Collection[str], languages: Collection[str], place: Path
) -> None:
    """Warn of frames that no cue can find in a language: their share would be 0 without a word."""
    for language in languages:
        cued = {rule.concept.code for rule in rules if rule.language == language}
        silent = [frame for frame in frames if frame not in cued]
        if silent:
            problem = f"no cue in {language} for {', '.join(silent)}: never found there"
            warn(place / "frames.tsv", problem, "add rows to the cue sheets")


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
    concepts = cue_sheets.read_concepts(place, read_codes(place))
    return cue_sheets.read_rules(place, concepts, read_names(place))


def read_names(place: Path | str = PLACE) -> dict[str, str]:
    """The name of each language of the codebook, by its code."""
    rows = sheets.read(Path(place) / "languages.tsv", "languages")
    return {row["language"]: row["name"] for row in rows}


def read_labels(
    place: Path | str, sources: Mapping[str, Mapping[str, str]]
) -> dict[str, dict[str, str]]:
    """Labels by kind and id; glosses of concepts and of the concepts of frames; and more.

    The rest are names of languages, and what to call the coverage of one source alone.
    """
    codes = read_codes(place)
    labels = {
        kind: {key: row["label"] for key, row in rows.items()} for kind, rows in codes.items()
    }
    concepts = cue_sheets.read_concepts(place, codes).values()
    labels["concept"] = {c.code: c.gloss for c in concepts if c.kind == "concept"}
    labels["frame_concept"] = {c.name: c.gloss for c in concepts if c.kind == "frame"}
    labels["language"] = read_names(place)
    only = {name: f"{entry['short']} only" for name, entry in sources.items()}
    return labels | {"source_only": only}


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
