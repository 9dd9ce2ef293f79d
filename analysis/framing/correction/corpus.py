"""The texts that are sampled and corrected: a table that `framing code` wrote."""

from collections.abc import Collection, Iterable

import polars as pl

from framing.accuracy import coded_texts
from framing.errors import InputError

SOURCE = "source"  # the column that is used if none is named


def read(
    header: list[str],
    rows: Iterable[dict[str, str]],
    frames: Collection[str],
    languages: Collection[str],
    *,
    source: str | None = None,
    place: str = "input",
) -> pl.DataFrame:
    """A row per text: row (from 1), language, source, text, and a 0/1 column per frame.

    `source` names the column that tells the sources apart (default: SOURCE; if the table lacks it,
    the texts of a language are one source). Raises InputError (row, column) if no frame is a
    column, for a cell that is not 0 or 1, an unknown language or a text without a source.
    """
    remedy = "code the texts first: framing code IN.tsv CODED.tsv"
    coded = coded_texts.find_frames(header, frames, place=place, remedy=remedy)
    if source is not None and source not in header:
        remedy = f"it has {', '.join(header)}"
        raise InputError(f"{place}: row 1", f"has no column {source}", remedy)
    column = source or (SOURCE if SOURCE in header else "language")
    texts = []
    for number, row in enumerate(coded_texts.check(rows, coded, place=place), start=2):
        where = f"{place}: row {number}, column"
        if row["language"] not in languages:
            problem = f"unknown language {row['language']!r}"
            raise InputError(f"{where} language", problem, f"use {', '.join(languages)}")
        if not row[column].strip():
            raise InputError(f"{where} {column}", "is empty", "name the source of every text")
        codes = (int(row[frame]) for frame in coded)
        texts.append((number - 1, row["language"], row[column], row["text"], *codes))
    schema = {"row": pl.Int64} | dict.fromkeys(["language", "source", "text"], pl.String)
    return pl.DataFrame(texts, schema=schema | dict.fromkeys(coded, pl.Int64), orient="row")
