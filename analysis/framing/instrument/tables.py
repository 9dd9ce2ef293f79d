"""Tables of texts: rows in, a batch at a time; coded rows and mentions out as lines."""

import csv
import io
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from framing import output, sheets
from framing.errors import InputError
from framing.instrument import mentions

if TYPE_CHECKING:
    from _csv import Reader

# A longer cell is refused: reading takes about fifty times its memory.
LONGEST_CELL = 10_000_000  # characters, a shelf of books
csv.field_size_limit(LONGEST_CELL)
MENTION_COLUMNS = ["row", *(name for name in mentions.COLUMNS if name != "article")]


class Part(NamedTuple):
    """A batch of coded rows as lines of a tab-separated file, and the lines of its mentions.

    `size` is the number of bytes of its cells and of the marks between them, as they were read.
    """

    rows: int
    size: int
    table: bytes
    mentions: bytes


def read_rows(
    path: Path | str, *, quoted: bool = True
) -> tuple[list[str], Iterator[dict[str, str]]]:
    """Header and rows of a tab-separated file that has the columns `language` and `text`.

    The file is read as the rows are asked for.

    `quoted`: cells may have double quotes around them, as spreadsheets write them.

    Raises InputError for a missing column, a row of another width, or a mark that opens a cell
    without closing it.
    """
    lines = sheets.read_lines(path)
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


def to_lines(rows: Iterable[Iterable[object]]) -> bytes:
    """The rows as lines of a tab-separated file (UTF-8)."""
    return Lines(rows).data()


class Lines:
    """Lines of a tab-separated file, added some at a time."""

    def __init__(self, rows: Iterable[Iterable[object]] = ()) -> None:
        """Begin with these rows."""
        self._data = io.BytesIO()
        self._file = io.TextIOWrapper(self._data, "utf-8", newline="")
        self.add = csv.writer(self._file, dialect="excel-tab").writerows
        self.add(rows)

    def data(self) -> bytes:
        """All of them, in UTF-8."""
        self._file.flush()
        return self._data.getvalue()


def write(
    parts: Iterable[Part],
    header: list[str],
    out: Path | str,
    mentions_out: Path | str | None = None,
) -> int:
    """Write the coded rows, and the mentions if asked for; files appear only when all is done.

    Returns the number of rows.
    """
    count = 0
    with output.replace(out, os.devnull if mentions_out is None else mentions_out) as files:
        table, cues = (file.buffer for file in files)
        table.write(to_lines([header]))
        cues.write(to_lines([MENTION_COLUMNS]))
        for part in parts:
            count += part.rows
            table.write(part.table)
            cues.write(part.mentions)
    return count
