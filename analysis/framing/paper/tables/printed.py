"""A table in its printed form: cells as text, whatever the format of the file."""

from dataclasses import dataclass

import polars as pl

from framing.paper.tables.direction import is_rtl
from framing.paper.tables.layout import LIST, Column, Layout, fit, resolve
from framing.paper.tables.names import Labels
from framing.paper.tables.values import KINDS, MISSING, is_missing

LONG = 40  # rows above which a table may break over pages
FEW = 3  # rows from which on a column of equal values is left out
Cells = list[list[str]]


@dataclass(frozen=True)
class Head:
    """Head of a printed column; `align` is right for numbers and for right-to-left words."""

    heading: str
    group: str
    width: float
    align: str


@dataclass(frozen=True)
class Printed:
    """A printed table; one without rows has a sentence as its note."""

    name: str
    caption: str
    heads: list[Head]
    rows: Cells
    note: str
    long: bool
    landscape: bool


def compose(
    table: pl.DataFrame, layout: Layout, caption: str, *, labels: Labels, level: float
) -> Printed:
    """The printed form of a table by its layout.

    `labels`: names by kind and code, of the sources for instance; `level`: of the intervals.
    Raises InputError if the layout names a column that the table lacks.
    """
    columns = resolve(layout, table.columns, labels, level)
    rows = [[_cell(column, row) for column in columns] for row in _gather(table, columns)]
    same = [_says_nothing(column, [row[at] for row in rows]) for at, column in enumerate(columns)]
    left = fit([column for column, out in zip(columns, same, strict=True) if not out])
    kept = [[cell for cell, out in zip(row, same, strict=True) if not out] for row in rows]
    return Printed(
        layout.name,
        caption,
        [_head(column, [row[at] for row in kept]) for at, column in enumerate(left)],
        _say_once(kept, left),
        _note(layout, rows, columns, same) if rows else layout.empty,
        bool(rows) and (layout.long or len(rows) > LONG),
        bool(rows) and layout.landscape,
    )


def spans_of(heads: list[Head]) -> list[tuple[str, int, int]]:
    """Neighbouring heads of one group: its name, the place of the first, and how many they are."""
    spans: list[tuple[str, int, int]] = []
    for at, head in enumerate(heads):
        if spans and head.group and spans[-1][0] == head.group:
            spans[-1] = (head.group, spans[-1][1], spans[-1][2] + 1)
        else:
            spans.append((head.group, at, 1))
    return spans


def _gather(table: pl.DataFrame, columns: list[Column]) -> list[dict]:
    """Rows of the table; those that agree in all but the listed columns as one, with the lists."""
    rows = table.to_dicts()
    lists = [column for column in columns if column.kind == LIST]
    if not lists:
        return rows
    names = [c for column in columns if column.kind != LIST for c in (column.column, column.of)]
    merged: dict[tuple, list[dict]] = {}
    for row in rows:
        merged.setdefault(tuple(row.get(name) for name in names), []).append(row)
    return [
        group[0] | {column.heading: _items(column, group) for column in lists}
        for group in merged.values()
    ]


def _items(column: Column, rows: list[dict]) -> str:
    chosen = [row for row in rows if all(row[key] == v for key, v in column.where.items())]
    named = [
        column.item.format(**{key: column.values.get(value, value) for key, value in row.items()})
        for row in chosen
        if not is_missing(row[column.column])
    ]
    return column.separator.join(dict.fromkeys(named))


def _cell(column: Column, row: dict) -> str:
    if column.kind == LIST:
        return row[column.heading]
    form, usual = KINDS[column.kind]
    digits = usual if column.digits is None else column.digits
    value = row[column.column]
    if is_missing(value):
        return form(None, digits)
    shown = form(column.values.get(value, value), digits)
    if column.of:
        shown += f" of {form(row[column.of], digits)}"
    ends = [row[name] for name in column.interval]
    if ends and not any(map(is_missing, ends)):
        shown += f" [{', '.join(form(end, digits) for end in ends)}]"
    return shown


def _says_nothing(column: Column, cells: list[str]) -> bool:
    return len(cells) >= FEW and len(set(cells)) == 1 and not column.keep


def _head(column: Column, cells: list[str]) -> Head:
    number = column.kind not in ("text", LIST)
    rtl = sum(map(is_rtl, cells)) > len(cells) / 2
    align = "right" if number or rtl else "left"
    return Head(column.heading, column.group, column.width, align)


def _say_once(rows: Cells, columns: list[Column]) -> Cells:
    """The rows without the values that a column marked `once` repeats from the row above."""
    shown = []
    for number, row in enumerate(rows):
        above = rows[number - 1] if number else [None] * len(row)
        repeats = True
        cells = []
        for cell, before, column in zip(row, above, columns, strict=True):
            repeats = repeats and cell == before
            cells.append("" if column.once and repeats else cell)
        shown.append(cells)
    return shown


def _note(layout: Layout, rows: Cells, columns: list[Column], same: list[bool]) -> str:
    """What is printed below the table: values that all rows share, and what a dash means."""
    shared = [
        f"{column.group} {column.heading}".strip() + f": {cell}"
        for cell, column, out in zip(rows[0], columns, same, strict=True)
        if out and cell not in ("", MISSING)
    ]
    notes = [f"In every row: {'; '.join(shared)}."] if shared else []
    if layout.missing and any(MISSING in row for row in rows):
        notes.append(f"{MISSING}: {layout.missing}")
    return " ".join(notes)
