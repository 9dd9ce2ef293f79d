"""What the calls of the manuscript mean, as plain data that Typst and Word share."""

import re
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import polars as pl

from framing.errors import InputError
from framing.paper.manuscript import references as citations
from framing.paper.manuscript import wording
from framing.paper.manuscript.assumptions import Assumption
from framing.paper.manuscript.binding import nearest
from framing.paper.manuscript.source import Block, Call, Text, calls
from framing.paper.tables.direction import is_rtl, runs
from framing.paper.tables.printed import Printed, spans_of

MARKUP = re.compile(r"\*\*(.+?)\*\*|\*(.+?)\*", re.S)
Runs = list[tuple[str, str]]  # text and style: "", bold or emphasis


@dataclass(frozen=True)
class Figure:
    """A figure: its files without ending, its caption and its alternative text."""

    path: str
    caption: str
    alternative: str


@dataclass(frozen=True)
class Given:
    """All that the calls may name; `said` are paragraphs of Markdown by name."""

    numbers: pl.DataFrame
    said: dict[str, str]
    figures: dict[str, Figure]
    tables: dict[str, Printed]
    assumptions: list[Assumption]
    references: citations.Entries = field(default_factory=dict)


def resolve(path: Path | str, blocks: list[Block], given: Given) -> dict[str, Any]:
    """Every value by kind and name; InputError with file and line for a name that is unknown.

    Figures and tables are numbered in the order in which they appear. Each subpackage of the code
    that assumes anything must be listed by one call of `assumptions`, once.
    """
    order = {
        kind: _number(path, blocks, f"{kind}-of", known)
        for kind, known in (("figure", given.figures), ("table", given.tables))
    }
    for name, kind in (("fig", "figure"), ("tab", "table")):
        for call in calls(blocks, name):
            _known(path, call, order[kind])
    for call in calls(blocks, "say", "said"):
        _known(path, call, given.said)
    _check_rooms(path, blocks, given.assumptions)
    printed = shown(blocks, given.tables)
    texts = dict(given.numbers.select("key", "text").iter_rows())
    whole = dict(given.numbers.select("key", "value").iter_rows())
    return {
        "title": "".join(part.text for part in blocks[0].parts if isinstance(part, Text)),
        "n": {key: text.replace(" %", "\u00a0%") for key, text in texts.items()},
        "spelled": {key: wording.spelled(whole[key], text) for key, text in texts.items()},
        "said": {name: _paragraphs(text) for name, text in given.said.items()},
        "figures": {
            name: _figure(given.figures[name]) | {"number": at}
            for name, at in order["figure"].items()
        },
        "tables": {
            name: _table(printed[name]) | {"number": at} for name, at in order["table"].items()
        },
        "assumptions": _rooms(given.assumptions),
        "cited": {
            call.name + " " + " ".join(call.arguments): getattr(citations, call.name)(
                given.references, call.arguments
            )
            for call in calls(blocks, *citations.CITING)
        },
        "references": [_runs(entry) for entry in citations.listed(given.references)],
    }


def shown(blocks: list[Block], tables: dict[str, Printed]) -> dict[str, Printed]:
    """The tables that the manuscript shows, without the columns that its calls leave out."""
    return {
        call.arguments[0]: leave_out(tables[call.arguments[0]], call.arguments[1:])
        for call in calls(blocks, "table-of")
    }


def leave_out(table: Printed, headings: tuple[str, ...]) -> Printed:
    """The table without the columns of these headings; the others share their widths.

    InputError for a heading that the table lacks.
    """
    named = [head.heading for head in table.heads]
    if unknown := [heading for heading in headings if heading not in named]:
        raise InputError(f"table {table.name}", f"has no column {unknown[0]!r}")
    kept = [at for at, name in enumerate(named) if name not in headings]
    wider = sum(h.width for h in table.heads) / sum(table.heads[at].width for at in kept)
    heads = [replace(table.heads[at], width=table.heads[at].width * wider) for at in kept]
    return replace(table, heads=heads, rows=[[row[at] for at in kept] for row in table.rows])


def _number(
    path: Path | str, blocks: list[Block], name: str, known: dict[str, Any]
) -> dict[str, int]:
    found = calls(blocks, name)
    for call in found:
        _known(path, replace(call, arguments=call.arguments[:1]), known)
    return {call.arguments[0]: at for at, call in enumerate(found, start=1)}


def _known(path: Path | str, call: Call, known: dict[str, Any]) -> None:
    for name in call.arguments:
        if name not in known:
            place = f"{path}:{call.line}"
            raise InputError(place, f"unknown name {name!r} in #{call.name}", nearest(name, known))


def _check_rooms(path: Path | str, blocks: list[Block], found: list[Assumption]) -> None:
    listed: dict[str, int] = {}
    for call in calls(blocks, "assumptions"):
        for subpackage in call.arguments:
            if subpackage in listed:
                raise InputError(
                    f"{path}:{call.line}", f"assumptions of {subpackage} are listed twice"
                )
            listed[subpackage] = call.line
    subpackages = dict.fromkeys(one.subpackage for one in found)
    if missing := [subpackage for subpackage in subpackages if subpackage not in listed]:
        remedy = f'add #assumptions("{missing[0]}")'
        raise InputError(path, f"the assumptions of framing/{missing[0]} are not listed", remedy)
    if empty := [subpackage for subpackage in listed if subpackage not in subpackages]:
        place = f"{path}:{listed[empty[0]]}"
        raise InputError(place, f"framing/{empty[0]} assumes nothing", "remove it from the call")


def _rooms(found: list[Assumption]) -> dict[str, list[str]]:
    subpackages: dict[str, list[str]] = {}
    for one in found:
        subpackages.setdefault(one.subpackage, []).append(one.text)
    return subpackages


def _runs(text: str) -> Runs:
    """Markdown as runs: `**bold**`, `*emphasis*`; backticks and line ends are dropped."""
    text = " ".join(text.replace("`", "").split()).replace(" %", "\u00a0%")
    found, at = [], 0
    for styled in MARKUP.finditer(text):
        found.append((text[at : styled.start()], ""))
        found.append((styled[1] or styled[2], "bold" if styled[1] else "emphasis"))
        at = styled.end()
    return [run for run in [*found, (text[at:], "")] if run[0]]


def _paragraphs(text: str) -> list[Runs]:
    return [_runs(part) for part in text.strip().split("\n\n")]


def _figure(figure: Figure) -> dict[str, Any]:
    return asdict(figure) | {"caption": _paragraphs(figure.caption)}


def _table(table: Printed) -> dict[str, Any]:
    spans = [list(span) for span in spans_of(table.heads)]
    return {
        "caption": _paragraphs(table.caption),
        "note": table.note,
        "landscape": table.landscape,
        "widths": [head.width for head in table.heads],
        "align": [head.align for head in table.heads],
        "heads": [head.heading for head in table.heads],
        "groups": spans if any(name for name, *_ in spans) else [],
        "rows": [[_cell(text) for text in row] for row in table.rows],
    }


def _cell(text: str) -> dict[str, Any]:
    """A cell in runs of one direction, with its language if it runs from right to left."""
    parts = runs(text)
    languages = [language for _, language in parts if language]
    whole = languages[0] if is_rtl(text) else ""
    return {"runs": [list(part) for part in parts], "language": whole}
