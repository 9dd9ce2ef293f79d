"""The articles: read, checked against their hash, split into sentences and words."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import polars as pl
import simplemma

from framing import sheets
from framing.errors import InputError
from framing.texts import repairs, text
from framing.texts.languages import Language
from framing.texts.normalise import count_changes


@dataclass
class Corpus:
    """The tables of a corpus: articles, sentences, tokens, and what was repaired and normalised."""

    articles: pl.DataFrame
    sentences: pl.DataFrame
    tokens: pl.DataFrame
    repairs: pl.DataFrame
    normalisation: pl.DataFrame


def read_articles(
    sheet: Path | str, sources: Iterable[str], languages: Iterable[str]
) -> list[dict[str, str]]:
    """Rows of the sheet of articles; each file exists, is UTF-8 and has the stated SHA-256.

    Raises InputError for an unknown source or language, a doubled name, a missing or changed file.
    """
    rows, seen = sheets.read(sheet, "articles"), set()
    for number, row in enumerate(rows, start=2):
        place = f"{sheet}: row {number}, column"
        if row["article"] in seen:
            raise InputError(f"{place} article", f"{row['article']!r} stands twice", "rename one")
        seen.add(row["article"])
        for column, known in (("source", sources), ("language", languages)):
            if row[column] not in known:
                remedy = f"use one of {', '.join(known)} or add it to " + (
                    "config/config.yaml" if column == "source" else "data/codebook/languages.tsv"
                )
                raise InputError(f"{place} {column}", f"unknown {column} {row[column]!r}", remedy)
        row["text"] = sheets.read_text(row["file"])
        found = hashlib.sha256(Path(row["file"]).read_bytes()).hexdigest()
        if found != row["sha256"]:
            remedy = f"restore it, or write its hash {found} in {sheet} if the change is meant"
            raise InputError(row["file"], "does not have the SHA-256 of its row", remedy)
        if not row["text"].strip():
            raise InputError(row["file"], "is empty", "an article needs text")
    if not rows:
        raise InputError(sheet, "names no article", "add a row for each")
    return rows


def build(articles: list[dict[str, str]], languages: dict[str, Language], settings: dict) -> Corpus:
    """Tables of the corpus. `settings` are `text` of the config: `repairs`, `duplicates`.

    Tables as in data/README.md: offsets are characters of the raw file, `[start, end)`.
    """
    sentences, tokens, repaired, changes = [], [], [], []
    for article in articles:
        language = languages[article["language"]]
        parts = split(article["text"], language, article["form"], settings)
        sentences += [(article["article"], *row) for row in parts[0]]
        tokens += [(article["article"], *row) for row in parts[1]]
        repaired += [(article["article"], *row) for row in parts[2]]
        forms = [row[4] for row in parts[1]]
        counts = count_changes(forms, language.rules)
        changes += [(article["article"], switch, n, len(forms)) for switch, n in counts.items()]
    columns = [c for c in articles[0] if c != "text"]
    return Corpus(
        pl.DataFrame([{c: row[c] for c in columns} for row in articles], schema=columns),
        _frame(sentences, "article sentence:i start:i end:i text duplicate_of:i words:i"),
        _frame(tokens, "article sentence:i token:i start:i end:i form repaired lemma stop:b"),
        _frame(repaired, "article damaged restored why applied:i"),
        _frame(changes, "article switch words_changed:i words:i"),
    )


def split(raw: str, language: Language, form: str, settings: dict) -> tuple[list, list, list]:
    """Rows of sentences, of tokens and of repairs of one text (all without the article's name)."""
    rows = language.repairs if form == "lemmatised" and settings["repairs"] else []
    spans = text.tokenise(raw)
    forms, counts = repairs.restore(raw, spans, rows)
    lemmas = lemmatise(set(forms), language)
    bounds = text.split_sentences(raw, tuple(repairs.find_boundaries(raw, rows)))
    sentences, tokens, at = [], [], 0
    for number, (start, end) in enumerate(bounds):
        first = at
        while at < len(spans) and spans[at][0] < end:
            a, b = spans[at]
            folded = language.normalise(forms[at]), language.normalise(lemmas[forms[at]])
            stop = not language.stopwords.isdisjoint(folded)
            tokens.append((number, at - first, a, b, raw[a:b], forms[at], lemmas[forms[at]], stop))
            at += 1
        sentences.append((number, start, end, raw[start:end], at - first))
    copies = text.find_duplicates(
        [[raw[a:b] for a, b in spans if start <= a < end] for start, end in bounds],
        ratio=settings["duplicates"]["ratio"],
        min_words=settings["duplicates"]["min_words"],
    )
    sentences = [(*row[:4], copy, row[4]) for row, copy in zip(sentences, copies, strict=True)]
    return sentences, tokens, _applied(rows, counts, raw)


def lemmatise(forms: Iterable[str], language: Language) -> dict[str, str]:
    """Lemma of each form by simplemma, also tried without its proclitics; else the form itself."""
    known = Counter()
    lemmas = {}
    for form in forms:
        plain = form.lstrip("#")
        lemmas[form] = plain
        for candidate in language.lexicon.strip(plain) if language.simplemma else ():
            if candidate not in known:
                known[candidate] = simplemma.is_known(candidate, lang=language.simplemma)
            if known[candidate]:
                lemmas[form] = simplemma.lemmatize(candidate, lang=language.simplemma)
                break
    return lemmas


def _applied(rows: list[dict[str, str]], counts: Counter[int], raw: str) -> list[tuple]:
    result = []
    for index, row in enumerate(rows):
        n = counts[index] if row["kind"] == "word" else raw.count(row["damaged"])
        result.append((row["damaged"], row["restored"], row["why"], n))
    return result


def _frame(rows: list[tuple], columns: str) -> pl.DataFrame:
    kinds = {"i": pl.Int64, "b": pl.Boolean, "": pl.String}
    schema = {name: kinds[kind] for name, _, kind in (c.partition(":") for c in columns.split())}
    return pl.DataFrame(rows, schema=schema, orient="row")
