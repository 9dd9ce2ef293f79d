"""Sentences whose wording depends on the results: sections of Jinja templates, by name."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl

from framing import sheets
from framing.errors import InputError
from framing.paper import captions
from framing.paper.manuscript import binding
from framing.paper.manuscript.source import Text

SECTION = re.compile(r"## (\w+)")
COMMENT = re.compile(r"<!--.*?-->", re.S)
CODE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
LABEL = re.compile(r"- \*\*(.+?)\.\*\* ")
Sections = dict[str, tuple[int, str]]


def read(path: Path | str, allowed: list[str]) -> Sections:
    """The templates by name, each with the line of its heading.

    InputError (file, line) for a number that is typed, unless `allowed` (see `binding`) permits it.
    """
    text = COMMENT.sub(lambda found: "\n" * found[0].count("\n"), sheets.read_text(path))
    sections: dict[str, list[str]] = {}
    starts: dict[str, int] = {}
    name = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if heading := SECTION.fullmatch(line):
            name = heading[1]
            sections[name], starts[name] = [], number
        elif name:
            binding.check_typed(path, Text(CODE.sub("", line), number), allowed)
            sections[name].append(line)
    return {name: (starts[name], "\n".join(lines)) for name, lines in sections.items()}


def say(
    path: Path | str, sections: Sections, numbers: pl.DataFrame, facts: dict[str, Any]
) -> dict[str, str]:
    """The paragraphs by name, filled with facts and numbers.

    In a template `n(key)` is a number as printed, `spelled(key)` the same in letters, `value(key)`
    as computed. InputError (file, line of the section) for an unknown key.
    """
    texts = dict(numbers.select("key", "text").iter_rows())
    values = dict(numbers.select("key", "value").iter_rows())
    said = {}
    for name, (line, template) in sections.items():
        place = f"{path}:{line}"
        known = {
            "n": _lookup(texts, place),
            "value": _lookup(values, place),
            "spelled": _lookup({k: spelled(values[k], texts[k]) for k in texts}, place),
        }
        said[name] = captions.render(template, **known, **facts).strip()
    return said


def labelled(markdown: str) -> dict[str, str]:
    """The paragraphs of a list whose items begin with a label in bold, by this label.

    `- **Voice and responsibility.** The …` → {"voice_and_responsibility": "The …"}.
    """
    found = {}
    for paragraph in markdown.strip().split("\n\n"):
        label = LABEL.match(paragraph)
        if label:
            found[label[1].lower().replace(" ", "_")] = paragraph[label.end() :].strip()
    return found


def spelled(value: float | None, text: str) -> str:
    """A whole number in letters, as far as letters are usual; any other as it is printed."""
    whole = value is not None and value >= 0 and value == int(value)
    return captions.spelled(int(value)) if value is not None and whole else text


def _lookup(known: dict[str, Any], place: str) -> Callable[[str], Any]:
    def find(key: str) -> Any:
        if key not in known:
            raise InputError(place, f"unknown number {key!r}", binding.nearest(key, known))
        return known[key]

    return find
