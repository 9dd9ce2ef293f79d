"""The sentences and the codes behind a number of the study."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from framing.paper.numbers.entry import SEPARATOR

BLAMING = "responsibility"  # first part of the keys that count all frames that blame somebody
FLOW = "flow"  # of those that count who says it of whom: flow.hebrew.opposition.violation.russia
COUNT = "sentences"  # last part of the key that counts a frame in a source


@dataclass(frozen=True)
class Behind:
    """The names of the sentences behind a number, and the frames or events sought in them.

    Where the number counts who says it of whom, `speaker` and `responsible` are theirs, else "".
    """

    units: tuple[str, ...]
    codes: tuple[str, ...]
    speaker: str = ""
    responsible: str = ""

    def holds(self, cue: Mapping[str, Any]) -> bool:
        """Whether a cue (as of `cues.describe`) is one of those that make the number."""
        said = {self.speaker, cue.get("said_by", "")} if self.speaker else {""}
        held = {self.responsible, cue.get("held", "")} if self.responsible else {""}
        return cue["code"] in self.codes and len(said) == len(held) == 1


@dataclass(frozen=True)
class Known:
    """The codes and sources that keys are made of; `blamed` are the frames that can blame."""

    frames: tuple[str, ...]
    events: tuple[str, ...]
    sources: tuple[str, ...]
    blamed: tuple[str, ...]

    @classmethod
    def of(cls, codes: Mapping[str, Mapping], sources: Mapping, blamed: tuple[str, ...]) -> "Known":
        """From the codes of the codebook by kind and id, and the sources of the config."""
        return cls(tuple(codes["frame"]), tuple(codes["event"]), tuple(sources), blamed)


def behind(numbers: pl.DataFrame, known: Known) -> dict[str, Behind]:
    """What is behind each number, by key.

    A number that counts sentences has those. A share or difference of a frame has the sentences
    that carry the frame, of the sources that its key names or else of all. Other numbers have none.
    """
    counted = {
        key: tuple(filter(None, (names or "").split(SEPARATOR)))
        for key, names in numbers.select("key", "sentences").iter_rows()
    }
    return {key: _behind(key, counted, known) for key in counted}


def _behind(key: str, counted: dict[str, tuple[str, ...]], known: Known) -> Behind:
    parts = key.split(".")
    if parts[0] == FLOW:
        _, _, speaker, frame, responsible = parts
        return Behind(counted[key], (frame,), speaker, responsible)
    codes = known.blamed if parts[0] == BLAMING else _codes(parts, known)
    if counted[key] or parts[0] not in known.frames:
        return Behind(counted[key], codes if counted[key] else ())
    if parts[-1] in ("own", "quoted", COUNT):  # a count of no sentence
        return Behind((), codes)
    named = [source for source in known.sources if source in parts] or known.sources
    units = [counted.get(f"{parts[0]}.{source}.{COUNT}", ()) for source in named]
    return Behind(tuple(unit for names in units for unit in names), codes)


def _codes(parts: list[str], known: Known) -> tuple[str, ...]:
    return tuple(part for part in parts if part in (*known.frames, *known.events))
