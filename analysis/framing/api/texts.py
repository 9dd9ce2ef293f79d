"""Read a codebook, find its cues in texts, code texts, split a text into words."""

from functools import cache
from pathlib import Path
from typing import Any

import polars as pl

from framing.errors import InputError
from framing.instrument import codebook as codebooks
from framing.instrument import coder, mentions
from framing.instrument.codebook import Codebook
from framing.reader import readers
from framing.texts.lemmas import lemmatise
from framing.texts.text import tokenise

TOKEN_COLUMNS = {"start": pl.Int64, "end": pl.Int64, "form": pl.String, "lemma": pl.String}
MENTION_COLUMNS = {"row": pl.Int64} | {
    name: kind for name, kind in mentions.COLUMNS.items() if name != "article"
}


def read_codebook(folder: Path | str | None = None) -> Codebook:
    """Return the codebook in `folder`, or the study's own.

    Raises InputError (file, row, column, what is allowed) at the first bad row.

    >>> book = read_codebook()
    >>> book.frames["violation"]["label"]
    'violation'
    >>> list(book.languages)
    ['he', 'ar', 'en']
    """
    return codebooks.read(codebooks.PLACE if folder is None else folder)


def find(
    texts: str | pl.DataFrame, *, language: str | None = None, codebook: Codebook | None = None
) -> pl.DataFrame:
    """Return every cue found in one text, or in a table of texts: a row each, in order of place.

    `texts` is a string, or a table with the columns `text` and `language`. `language` is that of
    the string, or of all texts if the table has no such column. Columns of the result: `row` (of
    the text in the table, from 1), `sentence` (from 0), `start` and `end` (characters of the text,
    `[start, end)`), then as in `results/mentions.parquet` (see `results().describe("mentions")`).
    A text without a cue has no row. Raises InputError for a missing column, a missing text or an
    unknown language.

    >>> found = find("מועצת הביטחון אימצה את ההחלטה.", language="he")
    >>> found.filter(kind="frame").select("row", "start", "end", "code").rows()
    [(1, 0, 29, 'endorsement')]
    """
    book = codebook or _default()
    table = _table(texts, language, book)
    rows: list[tuple[Any, ...]] = []
    for number, (_, found) in enumerate(_code(table, book), start=1):
        rows += [(number, *row) for row in found]
    return pl.DataFrame(rows, schema=MENTION_COLUMNS, orient="row")


def code(
    texts: str | pl.DataFrame,
    *,
    language: str | None = None,
    codebook: Codebook | None = None,
    reader: str = "rules",
    weights: Path | str | None = None,
) -> pl.DataFrame:
    """Return the table of texts with a 0/1 column per frame: 1 where the frame is found.

    `reader`: `rules` find a frame by its cues; `learned` by the weights of all that the codebook
    finds in a text; `both` are the rules, corrected by the weights. Unless it is `rules`, a column
    `found_by` names the reader of each frame (`violation:both|threat:learned`). `weights` is a
    sheet that comes with the package (`press`, the default, or `newspapers`), or a file
    (`framing train` writes one).

    Other arguments and errors as of `find`; a table that has a column of a frame already is
    refused, and so is another reader.

    >>> coded = code("خرق الجيش وقف إطلاق النار.", language="ar")
    >>> coded.select("violation", "threat").row(0)
    (1, 0)
    """
    book = codebook or _default()
    table = _table(texts, language, book)
    mine = readers.make_coder(book, reader=reader, weights=weights)
    columns = readers.list_columns(book, reader)
    if taken := [name for name in columns if name in table.columns]:
        raise InputError("texts", f"has a column {taken[0]} already", "rename or drop it")
    cells: list[list[coder.Cell]] = []
    rows = table.select("language", "text").iter_rows(named=True)
    for some in coder.split(rows, coder.BATCH):
        cells += mine.cells([coder.Text(row["language"], row["text"]) for row in some], None)
    schema = {name: pl.Int8 if name in book.frames else pl.String for name in columns}
    return pl.concat([table, pl.DataFrame(cells, schema=schema, orient="row")], how="horizontal")


def tokens(text: str, *, language: str, codebook: Codebook | None = None) -> pl.DataFrame:
    """Return the words of a text: `start`, `end` (characters, `[start, end)`), `form`, `lemma`.

    Punctuation is no word; clitics stay on their word. The lemma is the form itself where the
    lemmatiser does not know it. Raises InputError for an unknown language.

    >>> tokens("והשמש זורחת.", language="he").rows()
    [(0, 5, 'והשמש', 'שמש'), (6, 11, 'זורחת', 'זרח')]
    """
    book = codebook or _default()
    _check_language(language, book, "language")
    spans = tokenise(text)
    lemmas = lemmatise({text[a:b] for a, b in spans}, book.languages[language])
    rows = [(a, b, text[a:b], lemmas[text[a:b]]) for a, b in spans]
    return pl.DataFrame(rows, schema=TOKEN_COLUMNS, orient="row")


@cache
def _default() -> Codebook:
    return read_codebook()


def _code(table: pl.DataFrame, book: Codebook) -> Any:
    return coder.code(table.select("language", "text").iter_rows(named=True), book, place="texts")


def _table(texts: str | pl.DataFrame, language: str | None, book: Codebook) -> pl.DataFrame:
    table = pl.DataFrame({"text": [texts]}) if isinstance(texts, str) else texts
    if not isinstance(table, pl.DataFrame):
        raise InputError("texts", f"is a {type(texts).__name__}", "give a string or a polars table")
    if language is not None:
        if "language" in table.columns:
            raise InputError("language", "is given, and the table has a column of it", "drop one")
        table = table.with_columns(language=pl.lit(language))
    for name in ("text", "language"):
        if name not in table.columns:
            raise InputError("texts", f"column {name} is missing", f"add it, or give `{name}=`")
        if table[name].null_count():
            row = table[name].is_null().to_list().index(True) + 1
            raise InputError(f"texts: row {row}, column {name}", "is missing", "fill it in")
    for name in table["language"].unique(maintain_order=True):
        _check_language(name, book, "language")
    return table


def _check_language(language: str, book: Codebook, place: str) -> None:
    if language not in book.languages:
        remedy = f"use {', '.join(book.languages)}"
        raise InputError(place, f"unknown language {language!r}", remedy)
