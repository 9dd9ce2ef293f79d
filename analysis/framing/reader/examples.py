"""Coded texts to learn from: what the codebook finds in them, and the frames that coders gave them.

A table has either a text a row (columns language, text, and 0/1 columns of frames) or a content a
row in several languages (columns id, frames, and a column per language named after it).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from framing import sheets
from framing.accuracy import coded_texts, equivalence
from framing.errors import InputError
from framing.instrument import coder
from framing.instrument.codebook import Codebook
from framing.reader import features
from framing.reader import letters as spelling
from framing.reader.features import Feature
from framing.reader.letters import Words

GROUPS = ("group", "source", "topic", "article")  # tried in this order
Row = dict[str, str]


@dataclass(frozen=True)
class Examples:
    """Coded texts.

    `truth` and `rules`: texts × frames, what coders and the codebook's rules say. `groups`: texts
    of one group (a source, a topic) are alike, so that none may be used to judge another. Texts of
    one unit have the same content in several languages. `words`: the folded words of each text, if
    a reader is to learn from their letters; else there are none.
    """

    frames: tuple[str, ...]
    languages: tuple[str, ...]
    units: tuple[str, ...]
    groups: tuple[str, ...]
    found: tuple[set[Feature], ...]
    truth: NDArray[np.bool_]
    rules: NDArray[np.bool_]
    words: tuple[Words, ...] = ()

    def take(self, places: Sequence[int]) -> "Examples":
        """The texts at these places."""
        return replace(
            self,
            languages=tuple(self.languages[n] for n in places),
            units=tuple(self.units[n] for n in places),
            groups=tuple(self.groups[n] for n in places),
            found=tuple(self.found[n] for n in places),
            truth=self.truth[list(places)],
            rules=self.rules[list(places)],
            words=tuple(self.words[n] for n in places) if self.words else (),
        )


def read(
    path: Path | str,
    book: Codebook,
    columns: dict[str, str],
    *,
    group: str | None = None,
    where: Sequence[tuple[str, Collection[str]]] = (),
    quoted: bool = True,
    letters: bool = False,
) -> Examples:
    """The texts of a table, coded by the codebook too.

    `columns`: names of columns by language (`equivalence.name_columns`). `group`: the column of the
    groups; by default the first of GROUPS that the table has, else each text is one of its own.
    `where`: only the rows with one of these values in this column. `letters`: with the words of
    each text. Raises InputError (file, row, column) for what is wrong in the table.
    """
    rows, frames = _read_rows(path, book, columns, quoted)
    for column, values in where:
        rows = _choose(rows, column, values, place=path)
    name = group or next((name for name in GROUPS if name in rows[0]), "")
    if group and group not in rows[0]:
        raise InputError(f"{path}: row 1", f"has no column {group}", "name another by --group")
    groups = tuple(row[name] if name else str(number) for number, row in enumerate(rows))
    coded, mentions = zip(*coder.code(rows, book, place=str(path)), strict=True)
    truth, rules = (
        np.array([[int(row[frame]) for frame in frames] for row in table], bool)
        for table in (rows, coded)
    )
    return Examples(
        frames=tuple(frames),
        languages=tuple(row["language"] for row in rows),
        units=tuple(row.get("id", str(number)) for number, row in enumerate(rows)),
        groups=groups,
        found=tuple(map(features.find, mentions)),
        truth=truth,
        rules=rules,
        words=tuple(_find_words(row, book) for row in rows) if letters else (),
    )


def _find_words(row: Row, book: Codebook) -> Words:
    return spelling.find_words(row["text"], book.languages[row["language"]].normalise)


def _choose(
    rows: list[Row], column: str, values: Collection[str], *, place: Path | str
) -> list[Row]:
    if column not in rows[0]:
        raise InputError(f"{place}: row 1", f"has no column {column}", "name another by --where")
    for value in values:
        if value not in {row[column] for row in rows}:
            known = ", ".join(dict.fromkeys(row[column] for row in rows[:1000]))
            raise InputError(place, f"no row has {column}={value}", f"there are {known[:200]}")
    return [row for row in rows if row[column] in values]


def _read_rows(
    path: Path | str, book: Codebook, columns: dict[str, str], quoted: bool
) -> tuple[list[Row], list[str]]:
    """A row per text with the 0/1 columns of the frames, and the names of these."""
    if _is_parallel(path):
        return _split_parallel(path, book, columns), list(book.frames)
    header, rows = coder.read_rows(path, quoted=quoted)
    remedy = f"give 0/1 columns named {', '.join(book.frames)} (one is enough)"
    frames = coded_texts.find_frames(header, book.frames, place=path, remedy=remedy)
    return coded_texts.check(rows, frames, place=path), frames


def _is_parallel(path: Path | str) -> bool:
    header = sheets.read_text(path).removeprefix("\ufeff").partition("\n")[0].strip().split("\t")
    return "text" not in header and {"id", "frames"} <= set(header)


def _split_parallel(path: Path | str, book: Codebook, columns: dict[str, str]) -> list[Row]:
    """A row per content and language, in the languages of the codebook."""
    rows, languages = equivalence.read(path, list(book.frames), columns)
    return [
        row
        | {frame: str(int(frame in row["coded"])) for frame in book.frames}
        | {"language": language, "text": row[language]}
        for row in rows
        for language in languages
    ]
