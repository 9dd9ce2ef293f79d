"""The articles: read, checked against their hash, split into sentences and words."""

import hashlib
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from framing import sheets
from framing.errors import InputError
from framing.texts import duplicates, repairs, stored, suspicion, text
from framing.texts.languages import Language
from framing.texts.lemmas import function_words, lemmatise
from framing.texts.normalise import count_changes

COLUMNS = {
    "sentences": "article sentence:i start:i end:i text duplicate_of:i words:i",
    "tokens": "article sentence:i token:i start:i end:i form repaired lemma stop:b",
    "repairs": "article damaged restored why applied:i",
    "normalisation": "article switch words_changed:i words:i",
}
TYPES: dict[str, type[pl.DataType]] = {"i": pl.Int64, "b": pl.Boolean, "": pl.String}
Row = tuple[Any, ...]
Article = dict[str, str]
LONGEST = 10_000_000  # characters of an article, a shelf of books


@dataclass
class Corpus:
    """The tables of a corpus: articles, sentences, tokens, and what was repaired and normalised."""

    articles: pl.DataFrame
    sentences: pl.DataFrame
    tokens: pl.DataFrame
    repairs: pl.DataFrame
    normalisation: pl.DataFrame


def read_articles(
    sheet: Path | str, sources: Collection[str], languages: Collection[str]
) -> list[Article]:
    """Rows of the sheet of articles, each with its text: `read_sheet`, then `read_texts`."""
    return read_texts(read_sheet(sheet, sources, languages), sheet)


def read_sheet(
    sheet: Path | str, sources: Collection[str], languages: Collection[str]
) -> list[Article]:
    """Rows of the sheet of articles, one at least.

    Raises InputError for an unknown source or language, or a name used twice.
    """
    rows = sheets.read(sheet, "articles")
    known = {
        "source": (sources, "config/config.yaml"),
        "language": (languages, "data/codebook/languages.tsv"),
    }
    for number, row in enumerate(rows, start=2):
        for column, (names, home) in known.items():
            place = f"{sheet}: row {number}, column {column}"
            sheets.check_known(place, row[column], names, home)
    if not rows:
        raise InputError(sheet, "names no article", "add a row for each")
    return rows


def read_texts(rows: list[Article], sheet: Path | str) -> list[Article]:
    """The rows, each with its `text`, which has the SHA-256 that the sheet states.

    Raises InputError for a text that is missing, without a word, changed, too long or not UTF-8.
    """
    for row, raw in zip(rows, stored.read(rows), strict=True):
        row["text"] = raw
        _check_hash(row, sheet)
        check_text(raw, row["file"])
    return rows


def build(
    articles: list[dict[str, str]], languages: dict[str, Language], settings: dict[str, Any]
) -> Corpus:
    """Tables of the corpus; `articles` of `read_articles`, `settings` are `text` of the config.

    Every table begins with the article; the other columns are COLUMNS. A sentence or token is
    numbered from 0 within its article or sentence. `start` and `end` are characters of the raw
    file, the last one excluded. `duplicate_of` is the earlier sentence that a sentence repeats.
    Of a token, `form` is the raw word, `repaired` the restored one, `lemma` that of `lemmatise`,
    and `stop` says whether it is a function word.
    """
    tables: dict[str, list[Row]] = {name: [] for name in COLUMNS}
    for article in articles:
        language = languages[article["language"]]
        suspicion.check(article, language)
        parts = split(article["text"], language, article["form"], settings)
        forms = [row[4] for row in parts[1]]
        changes = count_changes(forms, language.rules)
        counts = [(switch, n, len(forms)) for switch, n in changes.items()]
        for rows, part in zip(tables.values(), (*parts, counts), strict=True):
            rows += [(article["article"], *row) for row in part]
    columns = [c for c in articles[0] if c != "text"]
    return Corpus(
        articles=pl.DataFrame([{c: row[c] for c in columns} for row in articles], schema=columns),
        **{name: _frame(rows, COLUMNS[name]) for name, rows in tables.items()},
    )


def split(
    raw: str, language: Language, form: str, settings: dict[str, Any]
) -> tuple[list[Row], list[Row], list[Row]]:
    """Rows of sentences, of tokens and of repairs of one text (all without the article's name)."""
    rows = language.repairs if form == "lemmatised" and settings["repairs"] else []
    spans = text.tokenise(raw)
    restored, counts = repairs.restore(raw, spans, rows)
    bounds = text.split_sentences(raw, repairs.find_boundaries(raw, rows))
    sentences: list[Row] = []
    tokens: list[Row] = []
    spoken: list[list[str]] = []
    words = _describe(raw, spans, restored, language)
    at = 0
    for number, (start, end) in enumerate(bounds):
        first = at
        while at < len(spans) and spans[at][0] < end:
            tokens.append((number, at - first, *spans[at], *words[at]))
            at += 1
        spoken.append([raw[a:b] for a, b in spans[first:at] if a >= start])
        sentences.append((number, start, end, raw[start:end], at - first))
    copies = duplicates.find(
        spoken,
        ratio=settings["duplicates"]["ratio"],
        min_words=settings["duplicates"]["min_words"],
    )
    marked = [(*row[:4], copy, row[4]) for row, copy in zip(sentences, copies, strict=True)]
    return marked, tokens, _applied(rows, counts, raw)


def _describe(
    raw: str, spans: list[text.Span], restored: list[str], language: Language
) -> list[Row]:
    """Raw form, restored form, lemma of each word, and whether it is a function word."""
    lemmas = lemmatise(set(restored), language)
    stop = function_words(lemmas, language)
    return [
        (raw[start:end], form, lemmas[form], form in stop)
        for (start, end), form in zip(spans, restored, strict=True)
    ]


def _check_hash(row: Article, sheet: Path | str) -> None:
    found = hashlib.sha256(row["text"].encode()).hexdigest()
    if found != row["sha256"].lower():
        remedy = f"restore it, or write its hash {found} in {sheet} if the change is meant"
        place = f"{row['file']}: {row['article']}" if stored.is_table(row["file"]) else row["file"]
        raise InputError(place, "does not have the SHA-256 of its row", remedy)


def check_text(raw: str, place: Path | str) -> None:
    """Raise InputError for a text that is too long, or has no word."""
    if len(raw) > LONGEST:
        raise InputError(place, f"has more than {LONGEST:,} characters", "cut it into parts")
    if not text.tokenise(raw):
        raise InputError(place, "has no word", "an article needs text")


def _applied(rows: list[dict[str, str]], counts: Counter[int], raw: str) -> list[Row]:
    result: list[Row] = []
    for index, row in enumerate(rows):
        n = counts[index] if row["kind"] == "word" else raw.count(row["damaged"])
        result.append((row["damaged"], row["restored"], row["why"], n))
    return result


def _frame(rows: list[Row], columns: str) -> pl.DataFrame:
    schema = {name: TYPES[kind] for name, _, kind in (c.partition(":") for c in columns.split())}
    return pl.DataFrame(rows, schema=schema, orient="row")
