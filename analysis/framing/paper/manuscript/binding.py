"""The checks of the manuscript: no number is typed, unknown or out of date."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

import polars as pl

from framing import sheets
from framing.errors import InputError
from framing.paper.manuscript.source import Block, Text, calls

NUMBERS = ("n", "spelled")
TYPED = re.compile(
    r"\d[\d,.]*|\b(three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety|hundred|thousand|million)\b",
    re.I,
)


def check(
    path: Path | str,
    blocks: list[Block],
    numbers: pl.DataFrame,
    current: pl.DataFrame,
    allowed: list[str],
) -> None:
    """Raise InputError with file and line for the first number that is not bound.

    `numbers` is the file of numbers that the manuscript quotes, `current` the same computed again
    from the results; `allowed` are regular expressions of what may be typed, as of `read_allowed`.
    """
    for block in blocks:
        for part in block.parts:
            if isinstance(part, Text):
                check_typed(path, part, allowed)
    texts, fresh = (dict(zip(t["key"], t["text"], strict=True)) for t in (numbers, current))
    for call in calls(blocks, *NUMBERS):
        for key in call.arguments:
            if key not in texts or key not in fresh:
                place = f"{path}:{call.line}"
                raise InputError(place, f"unknown number {key!r}", nearest(key, fresh))
            if texts[key] != fresh[key]:
                problem = f"number {key} is out of date: {texts[key]}, now {fresh[key]}"
                raise InputError(f"{path}:{call.line}", problem, "run `snakemake`")


def nearest(name: str, known: Iterable[str]) -> str:
    """A remedy that names the known names closest to a wrong one."""
    close = get_close_matches(name, known, n=2, cutoff=0.5)
    return f"did you mean {' or '.join(close)}?" if close else "see tables/numbers.csv"


def read_allowed(path: Path | str) -> list[str]:
    """The regular expressions of a sheet (pattern, why) of what may be typed as a number."""
    return [row["pattern"] for row in sheets.read(path, "allowed")]


def check_typed(path: Path | str, part: Text, allowed: list[str]) -> None:
    """Raise InputError with file and line for a number that is typed in a text."""
    rest = part.text
    for pattern in allowed:
        rest = re.sub(pattern, "", rest)
    if typed := TYPED.search(rest):
        remedy = 'bind it with #n("key"), or allow it in paper/allowed.tsv'
        raise InputError(f"{path}:{part.line}", f"{typed[0]!r} is typed, not computed", remedy)
