"""Coded tables: which texts carry which frames, in two layouts.

Either a row per text, with columns language, text and a 0/1 column per frame; or a row per content
in several languages (columns id, frames, and one per language: see `equivalence`).
"""

import os
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from framing import sheets
from framing.accuracy import equivalence
from framing.errors import InputError
from framing.instrument import coder
from framing.instrument.codebook import Codebook

Row = dict[str, str]
Condition = tuple[str, Collection[str]]  # a column, and the values that it may have
ALMOST = 0.85  # ratio of matching letters from which a name is taken for a misspelt one


@dataclass(frozen=True)
class CodedTexts:
    """Texts and the frames that they carry, in the order of their table.

    `rows`: one per text, with language, text, a 0/1 column for each of `frames`, and the other
    columns of the table. `numbers`: the row of the table that each is from (the header is row 1).
    `parallel`: the table has a row per content, so several texts have one number.
    """

    place: Path | str
    frames: list[str]
    rows: list[Row]
    numbers: list[int]
    parallel: bool = False

    @property
    def units(self) -> tuple[str, ...]:
        """What each text has in common with those of the same content: its id, else its number."""
        ids = (row["id"] for row in self.rows)
        return tuple(ids if self.parallel else map(str, range(len(self.rows))))

    def locate(self, text: int, column: str) -> str:
        """Where the cell of a text is (file, row, column), for messages."""
        return f"{self.place}: row {self.numbers[text]}, column {column}"


def read(
    path: Path | str,
    book: Codebook,
    columns: dict[str, str],
    *,
    where: Sequence[Condition] = (),
    quoted: bool = True,
) -> CodedTexts:
    """The texts of a table in either layout, those that meet every condition of `where`.

    `columns`: names of columns by language (`equivalence.name_columns`). `quoted`: as of
    `coder.read_rows`; in a table with a row per content a mark is always a letter. Such a table
    must be a file: a stream can be read once only. Raises InputError (file, row, column).
    """
    if _has_contents(path):
        texts = _read_contents(path, book, columns)
    else:
        texts = _read_texts(path, book, quoted)
    for column, values in where:
        texts = _choose(texts, column, values)
    for number, row in enumerate(texts.rows):
        if row["language"] not in book.languages:
            problem = f"unknown language {row['language']!r}"
            remedy = f"use {', '.join(book.languages)}"
            raise InputError(texts.locate(number, "language"), problem, remedy)
    return texts


def _has_contents(path: Path | str) -> bool:
    header = next(iter(sheets.read_lines(path)), "") if os.path.isfile(path) else ""
    names = header.strip().split("\t")
    return "text" not in names and {"id", "frames"} <= set(names)


def _read_texts(path: Path | str, book: Codebook, quoted: bool) -> CodedTexts:
    header, rows = coder.read_rows(path, quoted=quoted)
    remedy = f"give 0/1 columns named {', '.join(book.frames)} (one is enough)"
    frames = find_frames(header, book.frames, place=path, remedy=remedy)
    checked = check(rows, frames, place=path)
    return CodedTexts(path, frames, checked, list(range(2, len(checked) + 2)))


def _read_contents(path: Path | str, book: Codebook, columns: dict[str, str]) -> CodedTexts:
    """A row per content and language, in the languages of the codebook."""
    plain = sheets.read(path, "parallel")
    contents, languages = equivalence.parse(plain, list(book.frames), columns, place=path)
    rows = [
        row
        | {frame: str(int(frame in content["coded"])) for frame in book.frames}
        | {"language": language, "text": content[language]}
        for row, content in zip(plain, contents, strict=True)
        for language in languages
    ]
    numbers = [number for number in range(2, len(plain) + 2) for _ in languages]
    return CodedTexts(path, list(book.frames), rows, numbers, parallel=True)


def _choose(texts: CodedTexts, column: str, values: Collection[str]) -> CodedTexts:
    if column not in texts.rows[0]:
        place = f"{texts.place}: row 1"
        raise InputError(place, f"has no column {column}", "name another by --where")
    known = dict.fromkeys(row[column] for row in texts.rows)
    for value in values:
        if value not in known:
            remedy = f"there are {', '.join(known)[:200]}"
            raise InputError(texts.place, f"no row has {column}={value}", remedy)
    kept = [n for n, row in enumerate(texts.rows) if row[column] in values]
    rows, numbers = ([part[n] for n in kept] for part in (texts.rows, texts.numbers))
    return replace(texts, rows=rows, numbers=numbers)


def find_frames(
    header: list[str], frames: Iterable[str], *, place: object, remedy: str
) -> list[str]:
    """The frames that are columns of a table.

    Raises InputError (with `remedy`) if there is none, and for a column with almost such a name.
    """
    frames = list(frames)
    for name in header:
        if name not in frames and (close := get_close_matches(name, frames, 1, ALMOST)):
            problem = f"no frame is named {name!r}"
            raise InputError(f"{place}: row 1", problem, f"is it {close[0]}? Rename the column")
    found = [frame for frame in frames if frame in header]
    if not found:
        raise InputError(f"{place}: row 1", "has no column of a frame", remedy)
    return found


def check(rows: Iterable[Row], frames: list[str], *, place: object) -> list[Row]:
    """The rows; InputError if there are none, or for a cell of a frame that is not 0 or 1."""
    checked = []
    for number, row in enumerate(rows, start=2):
        for frame in frames:
            if row[frame] not in ("0", "1"):
                where = f"{place}: row {number}, column {frame}"
                problem = f"{row[frame]!r} is not allowed" if row[frame] else "is empty"
                raise InputError(where, problem, "write 0 or 1")
        checked.append(row)
    if not checked:
        raise InputError(place, "has no rows below its header")
    return checked
