"""The instrument as a coder of any texts: rows with a language and a text in, frames out."""

import csv
import io
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from framing import output, sheets
from framing.errors import InputError
from framing.instrument import annotate, mentions
from framing.instrument.codebook import Codebook

if TYPE_CHECKING:
    from _csv import Reader

# A longer cell is refused: reading takes about fifty times its memory.
LONGEST_CELL = 10_000_000  # characters, a shelf of books
csv.field_size_limit(LONGEST_CELL)

# A row with its codes, and its mentions as MENTION_COLUMNS[1:].
Coded: TypeAlias = tuple[dict[str, str | int], list[tuple[str | int, ...]]]
MENTION_COLUMNS = ["row", *(name for name in mentions.COLUMNS if name != "article")]


def read_rows(
    path: Path | str, *, quoted: bool = True
) -> tuple[list[str], Iterator[dict[str, str]]]:
    """Header and rows of a tab-separated file that has the columns `language` and `text`.

    `quoted`: cells may have double quotes around them, as spreadsheets write them.

    Raises InputError for a missing column, a row of another width, or a mark that opens a cell
    without closing it.
    """
    lines = io.StringIO(sheets.read_text(path).removeprefix("\ufeff"), newline="")
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE
    rows = _rows(path, csv.reader(lines, delimiter="\t", quoting=quoting, strict=quoted))
    header = next(rows, None)
    if header is None:
        raise InputError(path, "is empty", "its first row names the columns")
    sheets.check_names(path, header)
    for name in ("language", "text"):
        if name not in header:
            raise InputError(f"{path}: row 1", f"column {name} is missing", "add it")
    return header, (dict(zip(header, cells, strict=True)) for cells in rows)


def _rows(path: Path | str, lines: "Reader") -> Iterator[list[str]]:
    width = 0
    try:
        for number, cells in enumerate(lines, start=1):
            width = width or len(cells)
            if len(cells) != width:
                place = f"{path}: row {number}"
                raise InputError(place, f"has {len(cells)} cells", f"the header has {width}")
            yield cells
    except csv.Error as error:
        place = f"{path}: line {lines.line_num}"
        if "field limit" in str(error):
            problem = f"a cell has more than {LONGEST_CELL:,} characters"
            raise InputError(place, problem, "cut the text into several rows") from None
        remedy = "double the marks inside quoted cells, or use --quoting none"
        raise InputError(place, str(error), remedy) from None


def code(
    rows: Iterable[dict[str, str]], book: Codebook, *, place: str = "input"
) -> Iterator[Coded]:
    """Each row with a 0/1 column per frame, and its mentions (rows as MENTION_COLUMNS[1:]).

    Raises InputError for a language that the codebook does not know.
    """
    classify = {name: annotate.classifier(known) for name, known in book.languages.items()}
    for number, row in enumerate(rows, start=2):
        if row["language"] not in book.languages:
            where = f"{place}: row {number}, column language"
            known = ", ".join(book.languages)
            raise InputError(where, f"unknown language {row['language']!r}", f"use {known}")
        language = book.languages[row["language"]]
        prepared = annotate.prepare_text(row["text"], language, classify[row["language"]])
        found = mentions.tabulate(prepared, row["text"], language)
        frames = {code for _, _, _, _, kind, code, *_ in found if kind == "frame"}
        yield row | {frame: int(frame in frames) for frame in book.frames}, found


def write(
    coded: Iterable[Coded],
    header: list[str],
    out: Path | str,
    mentions_out: Path | str | None = None,
) -> int:
    """Write the coded rows, and the mentions if asked for; files appear only when all is done.

    Returns the number of rows. Column `row` of the mentions counts the rows from 1, without header.
    """
    count = 0
    with output.replace(out, os.devnull if mentions_out is None else mentions_out) as files:
        table, cues = (csv.writer(file, dialect="excel-tab") for file in files)
        table.writerow(header)
        cues.writerow(MENTION_COLUMNS)
        for row, found in coded:
            count += 1
            table.writerow(row[name] for name in header)
            cues.writerows((count, *entry) for entry in found)
    return count
