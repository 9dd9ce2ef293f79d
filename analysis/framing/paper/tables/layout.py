"""How each table is printed: the sheet `workflow/report/tables.yaml`, read and checked.

The sheet has an entry per table: `caption` (a template), `columns` in the order of print, and what
else `Layout` names. A column has the fields of `Column`. An entry `each: source` with `columns` of
its own means these columns once per source: `share_{source}` finds the columns share_hebrew
and share_arabic of the table, and the label of the source is printed above them. `{level}` in a
heading is the confidence level.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from framing import sheets
from framing.errors import InputError
from framing.paper.captions import confidence
from framing.paper.tables.values import KINDS

LIST = "list"
WIDE = 100  # percent of the width of the text


@dataclass(frozen=True)
class Column:
    """A printed column; `width` is in percent of the width of the text.

    `kind` is one of values.KINDS, with `digits` decimals, or "list": rows that agree in all other
    columns become one, and the column lists their `item`s (a format such as "{frame} {sentences}")
    where the columns named in `where` have these values. `interval` names the two ends of the
    value, `of` the total of a count. `values` are words for the values of the table. `once`: equal
    values of successive rows are printed once. A column that is the same in all rows is left out,
    unless `keep` is set. `optional`: the table may lack it.
    """

    column: str
    heading: str
    width: float
    kind: str = "text"
    digits: int | None = None
    interval: tuple[str, ...] = ()
    of: str = ""
    item: str = ""
    separator: str = ", "
    where: dict[str, str] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)
    group: str = ""
    once: bool = False
    keep: bool = False
    optional: bool = False


@dataclass(frozen=True)
class Each:
    """Columns that are printed once for each source, language or whatever `each` names."""

    each: str
    columns: tuple[Column, ...]


@dataclass(frozen=True)
class Layout:
    """How a table is printed; `empty` is the sentence instead of a table without rows.

    `missing` explains the dash of missing values; `long`: it may break over pages, as all tables
    with many rows do; `landscape`: on a page turned sideways.
    """

    name: str
    caption: str
    columns: tuple[Column | Each, ...]
    empty: str = "There are none."
    missing: str = ""
    long: bool = False
    landscape: bool = False


def read(path: Path | str) -> dict[str, Layout]:
    """Layouts by name of the table; InputError for an unknown field or kind."""
    sheet = sheets.read_yaml(path)
    return {name: _layout(f"{path}: table {name}", name, e) for name, e in sheet.items()}


def resolve(
    layout: Layout, found: list[str], labels: dict[str, dict[str, str]], level: float
) -> list[Column]:
    """The columns that a table with the columns `found` prints, each by its full name.

    Raises InputError if one is not found.
    """
    columns = [c for entry in layout.columns for c in _expand(entry, found, labels)]
    columns = [_named(c, {"level": confidence(level)}) for c in columns]
    columns = [c for c in columns if not c.optional or c.column in found]
    place = f"table {layout.name}"
    for column in columns:
        for name in filter(None, (column.column, *column.interval, column.of)):
            if name not in found:
                raise InputError(place, f"has no column {name}", f"it has {', '.join(found)}")
    return columns


def fit(columns: list[Column]) -> list[Column]:
    """The columns, made narrower in proportion where they are together wider than the page."""
    scale = min(1, WIDE / sum(column.width for column in columns))
    return [replace(column, width=round(scale * column.width, 2)) for column in columns]


def _expand(
    entry: Column | Each, found: list[str], labels: dict[str, dict[str, str]]
) -> Iterator[Column]:
    if isinstance(entry, Column):
        yield entry
        return
    hole = f"{{{entry.each}}}"
    pattern = re.escape(entry.columns[0].column).replace(re.escape(hole), "(.+)")
    for match in filter(None, (re.fullmatch(pattern, name) for name in found)):
        label = labels.get(entry.each, {}).get(match[1], match[1])
        named = [_named(column, {entry.each: match[1]}) for column in entry.columns]
        if all(column.column in found for column in named):
            for given, column in zip(entry.columns, named, strict=True):
                group = "" if hole in given.heading else label
                heading = given.heading.replace(hole, label)
                yield replace(column, heading=heading, group=given.group or group)


def _named(column: Column, names: dict[str, str]) -> Column:
    """The column with the names put into its braces."""

    def put(text: str) -> str:
        for name, word in names.items():
            text = text.replace(f"{{{name}}}", word)
        return text

    return replace(
        column,
        column=put(column.column),
        heading=put(column.heading),
        group=put(column.group),
        of=put(column.of),
        interval=tuple(map(put, column.interval)),
    )


def _layout(where: str, name: str, entry: dict) -> Layout:
    columns = tuple(_entry(where, column) for column in entry.get("columns", []))
    return _make(Layout, where, entry | {"name": name, "columns": columns})


def _entry(where: str, entry: dict) -> Column | Each:
    if "each" in entry:
        inner = tuple(_column(where, column) for column in entry.get("columns", []))
        return _make(Each, where, entry | {"columns": inner})
    return _column(where, entry)


def _column(where: str, entry: dict) -> Column:
    where = f"{where}, column {entry.get('column', entry)}"
    column = _make(Column, where, entry | {"interval": tuple(entry.get("interval", ()))})
    if column.kind not in (*KINDS, LIST):
        raise InputError(where, f"unknown kind {column.kind}", f"use {', '.join((*KINDS, LIST))}")
    return column


def _make(kind: type, where: str, entry: dict):
    """A dataclass from the fields of an entry; InputError for an unknown or a missing one."""
    known = {each.name for each in fields(kind)}
    for key in entry:
        if key not in known:
            raise InputError(
                where, f"unknown field {key}", f"use one of {', '.join(sorted(known))}"
            )
    try:
        return kind(**entry)
    except TypeError as error:
        raise InputError(where, str(error).partition("() ")[2]) from None
