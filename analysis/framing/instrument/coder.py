"""The instrument as a coder of any texts: rows with a language and a text in, frames out."""

import csv
import io
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from framing import output, sheets
from framing.errors import InputError
from framing.instrument import mentions
from framing.instrument.codebook import Codebook
from framing.instrument.engine import Engine
from framing.instrument.mentions import Row

if TYPE_CHECKING:
    from _csv import Reader

# A longer cell is refused: reading takes about fifty times its memory.
LONGEST_CELL = 10_000_000  # characters, a shelf of books
csv.field_size_limit(LONGEST_CELL)

# A row with its codes, and its mentions as MENTION_COLUMNS[1:].
Coded: TypeAlias = tuple[dict[str, str | int], list[Row]]
Cell: TypeAlias = int | str
MENTION_COLUMNS = ["row", *(name for name in mentions.COLUMNS if name != "article")]
BATCH = 1_000_000  # characters that are coded at once: more need more memory, fewer more time


class Text(NamedTuple):
    """A text and the code of its language."""

    language: str
    text: str


class Coder:
    """Codes texts by a codebook; remembers words from one call to the next."""

    def __init__(self, book: Codebook) -> None:
        """One engine a language."""
        self.frames = list(book.frames)
        self._engines = {name: Engine(language) for name, language in book.languages.items()}

    def code(self, texts: Sequence[Text]) -> NDArray[np.bool_]:
        """Which frames each text carries: texts by frames, in their order in the codebook."""
        carried = np.zeros((len(texts), len(self.frames)), bool)
        for engine, places in self._by_language(texts):
            carried[places] = engine.carry([texts[at].text for at in places], self.frames)
        return carried

    def find(self, texts: Sequence[Text]) -> list[list[Row]]:
        """The mentions of each text, rows as MENTION_COLUMNS[1:]."""
        found: list[list[Row]] = [[] for _ in texts]
        for engine, places in self._by_language(texts):
            rows = mentions.tabulate_all([texts[at].text for at in places], engine)
            for place, of_text in zip(places, rows, strict=True):
                found[place] = of_text
        return found

    def carried(self, found: Sequence[list[Row]]) -> NDArray[np.bool_]:
        """As `code`, for texts whose mentions are known."""
        kind, code = (MENTION_COLUMNS.index(name) - 1 for name in ("kind", "code"))
        carried = np.zeros((len(found), len(self.frames)), bool)
        columns = {frame: number for number, frame in enumerate(self.frames)}
        for at, rows in enumerate(found):
            for row in rows:
                if row[kind] == "frame":
                    carried[at, columns[str(row[code])]] = True
        return carried

    def cells(self, texts: Sequence[Text], found: Sequence[list[Row]] | None) -> list[list[Cell]]:
        """The cells after the columns of a table: 0 or 1 for each frame.

        `found`: the mentions of the texts, if they are known.
        """
        carried = self.code(texts) if found is None else self.carried(found)
        cells: list[list[Cell]] = carried.astype(int).tolist()
        return cells

    def _by_language(self, texts: Sequence[Text]) -> Iterator[tuple[Engine, list[int]]]:
        for name, engine in self._engines.items():
            places = [at for at, text in enumerate(texts) if text.language == name]
            if places:
                yield engine, places


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


def code(
    rows: Iterable[dict[str, str]],
    book: Codebook,
    *,
    place: str = "input",
    batch: int = BATCH,
) -> Iterator[Coded]:
    """Each row with a 0/1 column per frame, and its mentions (rows as MENTION_COLUMNS[1:]).

    Raises InputError for a language that the codebook does not know.
    """
    coder = Coder(book)
    for some in split(check(rows, book, place=place), batch):
        found = coder.find([Text(row["language"], row["text"]) for row in some])
        flags = coder.carried(found).astype(int).tolist()
        for row, carried, of_text in zip(some, flags, found, strict=True):
            yield row | dict(zip(coder.frames, carried, strict=True)), of_text


def check(
    rows: Iterable[dict[str, str]], book: Codebook, *, place: str
) -> Iterator[dict[str, str]]:
    """The rows; InputError for a language that the codebook does not know."""
    for number, row in enumerate(rows, start=2):
        if row["language"] not in book.languages:
            where = f"{place}: row {number}, column language"
            known = ", ".join(book.languages)
            raise InputError(where, f"unknown language {row['language']!r}", f"use {known}")
        yield row


def split(rows: Iterable[dict[str, str]], characters: int) -> Iterator[list[dict[str, str]]]:
    """The rows in batches whose texts have about this many characters."""
    batch: list[dict[str, str]] = []
    length = 0
    for row in rows:
        batch.append(row)
        length += len(row["text"]) + 1
        if length >= characters:
            yield batch
            batch, length = [], 0
    if batch:
        yield batch


class Part(NamedTuple):
    """A batch of coded rows as lines of a tab-separated file, and the lines of its mentions.

    `size` is the number of bytes of its cells and of the marks between them, as they were read.
    """

    rows: int
    size: int
    table: str
    mentions: str


def render(
    rows: list[dict[str, str]],
    coder: Coder,
    header: list[str],
    *,
    first: int = 1,
    mentions: bool = False,
) -> Part:
    """The coded rows as lines: the columns `header`, then the cells of the coder.

    Mentions have the number of their row, counted from `first`; they are sought only if asked for.
    """
    texts = [Text(row["language"], row["text"]) for row in rows]
    found = coder.find(texts) if mentions else []
    cells = coder.cells(texts, found if mentions else None)
    table = ([*map(row.__getitem__, header), *more] for row, more in zip(rows, cells, strict=True))
    cues = ((number, *cue) for number, of_row in enumerate(found, first) for cue in of_row)
    size = sum(len("\t".join(map(row.__getitem__, header)).encode()) + 1 for row in rows)
    return Part(len(rows), size, to_lines(table), to_lines(cues))


def to_lines(rows: Iterable[Iterable[object]]) -> str:
    """The rows as lines of a tab-separated file."""
    lines = io.StringIO(newline="")
    csv.writer(lines, dialect="excel-tab").writerows(rows)
    return lines.getvalue()


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
        table, cues = files
        table.write(to_lines([header]))
        cues.write(to_lines([MENTION_COLUMNS]))
        for part in parts:
            count += part.rows
            table.write(part.table)
            cues.write(part.mentions)
    return count
