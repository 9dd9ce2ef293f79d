"""The instrument as a coder of any texts: rows with a language and a text in, frames out."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from framing.errors import InputError
from framing.instrument import mentions
from framing.instrument.codebook import Codebook
from framing.instrument.engine import Engine
from framing.instrument.mentions import Row
from framing.instrument.tables import MENTION_COLUMNS as MENTION_COLUMNS
from framing.instrument.tables import Lines
from framing.instrument.tables import Part as Part
from framing.instrument.tables import read_rows as read_rows
from framing.instrument.tables import write as write

# A row with its codes, and its mentions as MENTION_COLUMNS[1:].
Coded: TypeAlias = tuple[dict[str, str | int], list[Row]]
Cell: TypeAlias = int | str
BLOCK = 500  # rows whose mentions are written at once
BATCH = 400_000  # characters that are coded at once: more need more memory, fewer more time


class Text(NamedTuple):
    """A text and the code of its language."""

    language: str
    text: str


class Coder:
    """Codes texts by a codebook; remembers words from one call to the next."""

    def __init__(self, book: Codebook) -> None:
        """One engine per language, made when the first text of the language comes."""
        self.frames, self._languages = list(book.frames), book.languages
        self._engines: dict[str, Engine] = {}

    def code(self, texts: Sequence[Text]) -> NDArray[np.bool_]:
        """Which frames each text carries: texts by frames, in their order in the codebook."""
        carried = np.zeros((len(texts), len(self.frames)), bool)
        for engine, places in self._by_language(texts):
            carried[places] = engine.carry([texts[at].text for at in places], self.frames)
        return carried

    def find(self, texts: Sequence[Text]) -> list[list[Row]]:
        """The mentions of each text, rows as MENTION_COLUMNS[1:]."""
        return list(self.iterate(texts))

    def iterate(self, texts: Sequence[Text]) -> Iterator[list[Row]]:
        """The same, made as they are asked for: the rows of many texts need much memory."""
        found = {
            texts[places[0]].language: mentions.iterate([texts[at].text for at in places], engine)
            for engine, places in self._by_language(texts)
        }
        return (next(found[text.language]) for text in texts)

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
        places: dict[str, list[int]] = {}
        for at, text in enumerate(texts):
            places.setdefault(text.language, []).append(at)
        for name, mine in places.items():
            if name not in self._engines:
                self._engines[name] = Engine(self._languages[name])
            yield self._engines[name], mine


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
    table, cues = Lines(), Lines()
    texts = [Text(row["language"], row["text"]) for row in rows]
    found = coder.iterate(texts) if mentions else None
    for at in range(0, len(rows), BLOCK if mentions else max(1, len(rows))):
        some = slice(at, at + BLOCK if mentions else None)
        block = None if found is None else list(islice(found, BLOCK))
        cells = coder.cells(texts[some], block)
        table.add(
            [*map(row.__getitem__, header), *more]
            for row, more in zip(rows[some], cells, strict=True)
        )
        numbered = enumerate(block or (), first + at)
        cues.add((number, *cue) for number, of_row in numbered for cue in of_row)
    columns = ("".join([row[name] for row in rows]) for name in header)
    size = sum(map(len, map(str.encode, columns))) + len(rows) * len(header)
    return Part(len(rows), size, table.data(), cues.data())
