"""References of the manuscript: how the text names them, and their list."""

from pathlib import Path
from typing import Any

import yaml

from framing import sheets
from framing.errors import InputError
from framing.paper.manuscript.binding import nearest
from framing.paper.manuscript.source import Block, calls

Entries = dict[str, dict[str, Any]]
CITING = ("by", "see")


def read(path: Path | str) -> Entries:
    """The entries by key: `short` (the authors as a text names them), year, entry (of the list)."""
    return dict(yaml.safe_load(sheets.read_text(path)))


def check(path: Path | str, blocks: list[Block], entries: Entries) -> None:
    """Raise InputError for a citation without entry (file, line) or an entry never cited."""
    cited = {}
    for call in calls(blocks, *CITING):
        for key in call.arguments:
            if key not in entries:
                problem = f"unknown reference {key!r}"
                raise InputError(f"{path}:{call.line}", problem, nearest(key, entries))
            cited[key] = call.line
    if unused := [key for key in entries if key not in cited]:
        raise InputError(path, f"reference {unused[0]} is not cited", "cite it or remove it")


def by(entries: Entries, keys: tuple[str, ...]) -> str:
    """Authors as a part of a sentence: Entman (1993)."""
    return " and ".join(f"{entries[key]['short']} ({entries[key]['year']})" for key in keys)


def see(entries: Entries, keys: tuple[str, ...]) -> str:
    """Authors in brackets: (Entman 1993; Gwet 2008)."""
    named = [f"{entries[key]['short']} {entries[key]['year']}" for key in keys]
    return f"({'; '.join(named)})"


def listed(entries: Entries) -> list[str]:
    """All entries in alphabetical order."""
    return sorted((entry["entry"] for entry in entries.values()), key=str.casefold)
