"""The measuring instrument: codes, and the languages with their cues, read from a folder."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from framing import memory
from framing.errors import warn
from framing.instrument import cue_sheets
from framing.instrument.cue_sheets import Concept
from framing.instrument.cues import CuedLanguage
from framing.instrument.sources import PLACE as PLACE
from framing.instrument.sources import Sources
from framing.instrument.sources import blamed as blamed
from framing.instrument.sources import read_codes as read_codes
from framing.instrument.sources import read_names as read_names
from framing.instrument.sources import read_rules as read_rules


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

    def __init__(self, made: Sources, compiled: Mapping[str, CuedLanguage]) -> None:
        """Start with those that are compiled already."""
        self._sources, self._compiled = made, dict(compiled)

    def __getitem__(self, name: str) -> CuedLanguage:
        """Return the language, compiled."""
        if name in self and name not in self._compiled:
            with memory.building():
                self._compiled[name] = self._sources.language(name)
            memory.settle()
        return self._compiled[name]

    def __contains__(self, name: object) -> bool:
        """Whether the codebook has the language."""
        return name in self._sources.outline.names

    def __iter__(self) -> Iterator[str]:
        """The codes of the languages."""
        return iter(self._sources.outline.names)

    def __len__(self) -> int:
        """Return the number of languages."""
        return len(self._sources.outline.names)

    def forget(self) -> None:
        """Give back the memory of what is compiled; it is compiled again if it is asked for."""
        self._compiled.clear()


def read_as_needed(place: Path | str, languages: Collection[str]) -> Codebook:
    """The codebook as `read` gives it; a language is ready when it is first asked for.

    The mistakes of these `languages` are found at once, those of any other when it is asked for.
    """
    made = Sources(place)
    wanted = [name for name in made.outline.names if name in languages]
    ready = {} if made.keeps(wanted) else _compile(made, wanted)
    _warn_of_silence(made, languages)
    return _join(made, AsNeeded(made, ready))


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
    made = Sources(place, switches)
    found = _compile(made, languages)
    _warn_of_silence(made, found)
    return _join(made, found)


def _compile(made: Sources, languages: Collection[str] | None) -> dict[str, CuedLanguage]:
    with memory.building():
        names = [n for n in made.outline.names if languages is None or n in languages]
        return {name: made.language(name) for name in names}


def _join(made: Sources, languages: Mapping[str, CuedLanguage]) -> Codebook:
    codes = made.outline.codes
    return Codebook(
        codes["frame"], codes["event"], codes["actor"], made.outline.concepts, languages
    )


def _warn_of_silence(made: Sources, languages: Collection[str]) -> None:
    """Warn of frames that no cue can find in a language: their share would be 0 without a word."""
    for language in made.outline.names:
        silent = made.outline.silent[language] if language in languages else []
        if silent:
            problem = f"no cue in {language} for {', '.join(silent)}: never found there"
            warn(made.place / "frames.tsv", problem, "add rows to the cue sheets")


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
