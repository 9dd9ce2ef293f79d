"""A coded project in memory, as programs for qualitative analysis exchange it."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Code:
    """A code with its description and the codes below it; names are unique in a whole project."""

    name: str
    description: str = ""
    children: tuple["Code", ...] = ()


@dataclass(frozen=True)
class Coding:
    """A code that a user gave to the characters `[start, end)` of a text, perhaps with a note."""

    user: str
    code: str
    start: int
    end: int
    note: str = ""


@dataclass(frozen=True)
class Source:
    """A text with its date (ISO 8601) and its codings; positions are Unicode code points."""

    name: str
    text: str
    date: str = ""
    codings: tuple[Coding, ...] = field(default=())


@dataclass(frozen=True)
class Project:
    """Users, codes and texts."""

    name: str
    description: str
    users: tuple[str, ...]
    codes: tuple[Code, ...]
    sources: tuple[Source, ...]
