"""The text of the manuscript, read from the small part of Typst that it is written in.

Blocks are separated by blank lines: a heading (`=`, `==`, `===`), a paragraph, or a call alone on
its line. In a paragraph: `*bold*`, `_emphasis_`, and calls `#name("argument", …)`, each on one
line. Lines that begin with `//`, `#import`, `#show` or `#set` are for Typst alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from framing import sheets
from framing.errors import InputError

CALL = r'#(?P<name>[a-z-]+)\((?P<arguments>(?:"[^"]*"(?:,\s*)?)*)\)'
STYLED = r"\*(?P<bold>[^*#]+)\*|\b_(?P<emphasis>[^_#]+)_\b"
INLINE = re.compile(f"{CALL}|{STYLED}")
ALONE = re.compile(CALL)
HEADING = re.compile(r"(=+) (.+)")
SILENT = ("//", "#import", "#show", "#set")
SWALLOWED = re.compile(r"[;(\[]|\.\w")  # what Typst would read as a part of the call before it
SPECIAL = re.compile(r"[#$@\\<>*]|__")  # what Typst reads as more than text
INLINE_CALLS = {"n", "spelled", "said", "by", "see", "fig", "tab"}
BLOCK_CALLS = {"say", "figure-of", "table-of", "assumptions", "references"}


@dataclass(frozen=True)
class Text:
    """A piece of text; `style` is "", bold or emphasis."""

    text: str
    line: int
    style: str = ""


@dataclass(frozen=True)
class Call:
    """A call with its arguments, to be replaced by a value."""

    name: str
    arguments: tuple[str, ...]
    line: int


@dataclass(frozen=True)
class Block:
    """A heading (`level` 1 to 3), a paragraph (0), or a call that is a block of its own (0)."""

    level: int
    parts: list[Text | Call] = field(default_factory=list)

    @property
    def call(self) -> Call | None:
        """The call, if the block is one."""
        only = self.parts[0] if len(self.parts) == 1 else None
        return only if isinstance(only, Call) and only.name in BLOCK_CALLS else None


def read(path: Path | str) -> list[Block]:
    """The blocks of a manuscript; InputError (file, line) for what this module cannot read."""
    blocks: list[Block] = []
    paragraph: list[Text | Call] = []
    for number, line in enumerate([*sheets.read_text(path).splitlines(), ""], start=1):
        if line.startswith(SILENT):
            continue
        heading = HEADING.fullmatch(line)
        alone = ALONE.fullmatch(line.strip())
        block = alone is not None and alone["name"] in BLOCK_CALLS
        if paragraph and (not line.strip() or heading or block):
            blocks.append(Block(0, paragraph))
            paragraph = []
        if heading:
            parts = list(_inline(heading[2], number, path))
            blocks.append(Block(len(heading[1]), parts))
        elif block:
            blocks.append(Block(0, list(_inline(line.strip(), number, path))))
        elif line.strip():
            paragraph += [*([Text(" ", number)] if paragraph else []), *_inline(line, number, path)]
    return blocks


def calls(blocks: list[Block], *names: str) -> list[Call]:
    """All calls with one of these names, in order."""
    parts = [part for block in blocks for part in block.parts]
    return [part for part in parts if isinstance(part, Call) and part.name in names]


def _inline(line: str, number: int, path: Path | str) -> Iterator[Text | Call]:
    at = 0
    for found in INLINE.finditer(line):
        yield from _plain(line[at : found.start()], number, path)
        at = found.end()
        if found["name"]:
            yield _call(found, number, path)
        else:
            style = "bold" if found["bold"] else "emphasis"
            yield Text(found["bold"] or found["emphasis"], number, style)
    yield from _plain(line[at:], number, path)


def _call(found: re.Match[str], number: int, path: Path | str) -> Call:
    name = found["name"]
    if name not in INLINE_CALLS | BLOCK_CALLS:
        remedy = f"use one of {', '.join(sorted(INLINE_CALLS | BLOCK_CALLS))}"
        raise InputError(f"{path}:{number}", f"unknown call #{name}", remedy)
    if name in BLOCK_CALLS and found.span() != (0, len(found.string)):
        raise InputError(f"{path}:{number}", f"#{name} is inside a paragraph", "give it a line")
    if SWALLOWED.match(found.string, found.end()):
        problem = f"Typst would read {found.string[found.end()]!r} as a part of #{name}"
        raise InputError(f"{path}:{number}", problem, "write it another way")
    return Call(name, tuple(re.findall(r'"([^"]*)"', found["arguments"])), number)


def _plain(text: str, number: int, path: Path | str) -> Iterator[Text]:
    if special := SPECIAL.search(text):
        problem = f"{special[0]!r} has a meaning in Typst that Word would not show"
        raise InputError(f"{path}:{number}", problem, "write it another way")
    if text:
        yield Text(text, number)
