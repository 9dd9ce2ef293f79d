"""Rows of the coders' sheets, each checked against the sentence that it codes."""

from collections.abc import Collection
from pathlib import Path

import polars as pl

from framing import sheets
from framing.columns import name_unit
from framing.errors import InputError

Codes = dict[str, dict]  # by kind (frame, event, actor), then by id
Asked = dict[str, list[str]]  # the codes that a coder was asked for, by kind (frame, event)


def name_units(articles: pl.DataFrame, sentences: pl.DataFrame) -> dict[str, dict]:
    """Each sentence by the name of its unit: the article's name and its own number (arab_ar_07).

    Raises InputError for two sentences of one name.
    """
    languages = dict(articles.select("article", "language").iter_rows())
    known: dict[str, dict] = {}
    for row in sentences.iter_rows(named=True):
        name = name_unit(row["article"], row["sentence"])
        if name in known:
            both = f"{known[name]['article']!r} and {row['article']!r}"
            raise InputError("articles", f"{both} both have a unit {name}", "rename one article")
        known[name] = {
            "unit": name,
            "article": row["article"],
            "sentence": row["sentence"],
            "language": languages[row["article"]],
            "repeated": row["duplicate_of"] is not None,
            "letters": letters(row["text"]),
        }
    return known


def letters(text: str) -> str:
    """The letters and digits of a text: a copied sentence may differ in everything else."""
    return "".join(char for char in text if char.isalnum())


def read_codes(path: Path, codes: Codes) -> Asked:
    """The frames and events that a coder was asked for.

    Raises InputError for a code that the codebook does not have, or one that is listed twice.
    """
    asked: Asked = {"frame": [], "event": []}
    for number, row in enumerate(sheets.read(path, "coding_codes"), start=2):
        place, mine = f"{path}: row {number}, column code", asked[row["kind"]]
        _check_known(place, row["code"], codes[row["kind"]])
        if row["code"] in mine:
            raise InputError(place, f"{row['code']} is listed twice", "drop one")
        mine.append(row["code"])
    return asked


def read_units(
    path: Path, known: dict[str, dict], codes: Codes, asked: Asked
) -> tuple[dict[str, dict], set[str]]:
    """Units of a sheet by name, and the names of those that belong to other articles.

    `known` as of `name_units`. Raises InputError for a doubled unit, one that does not exist, a
    text or language that is not its sentence's, or an event that is unknown or was not asked for.
    """
    mine: dict[str, dict] = {}
    others: set[str] = set()
    for number, row in enumerate(sheets.read(path, "coding_units"), start=2):
        place, unit = f"{path}: row {number}, column", row["unit"]
        if unit in mine or unit in others:
            raise InputError(f"{place} unit", f"{unit} is listed twice", "drop one")
        if unit not in known:
            _check_foreign(place, row, known)
            others.add(unit)
            continue
        sentence = known[unit]
        _check_copy(place, row, sentence)
        for event in filter(None, row["events"].split("|")):
            _check_asked(f"{place} events", event, codes["event"], asked["event"])
        mine[unit] = {c: v for c, v in sentence.items() if c != "letters"} | {
            "events": row["events"],
            "fragility": row["fragility"],
        }
    return mine, others


def read_frames(
    path: Path, mine: Collection[str], others: Collection[str], codes: Codes, asked: Asked
) -> list[dict[str, str]]:
    """Rows of a sheet of frames without those of the units `others`.

    Raises InputError for a unit that is not in `mine`, a frame that is unknown, doubled or was not
    asked for, an unknown actor, or a speaker of what the narrator says.
    """
    rows, seen = [], set()
    for number, row in enumerate(sheets.read(path, "coding_frames"), start=2):
        place, key = f"{path}: row {number}, column", (row["unit"], row["frame"])
        if row["unit"] in others:
            continue
        if row["unit"] not in mine:
            raise InputError(f"{place} unit", f"{row['unit']!r} is not among the coder's units")
        _check_asked(f"{place} frame", row["frame"], codes["frame"], asked["frame"])
        if key in seen:
            raise InputError(f"{place} frame", f"{' '.join(key)} is listed twice", "drop one")
        seen.add(key)
        for column in ("speaker", "responsible"):
            if row[column] not in ("", "none"):
                _check_known(f"{place} {column}", row[column], codes["actor"])
        if row["voice"] == "narrator" and row["speaker"] not in ("", "none"):
            raise InputError(f"{place} speaker", "the narrator has no speaker", "leave it empty")
        rows.append(row)
    return rows


def _check_copy(place: str, row: dict[str, str], sentence: dict) -> None:
    if letters(row["text"]) != sentence["letters"]:
        problem = f"is not sentence {sentence['unit']}"
        raise InputError(f"{place} text", problem, "copy it from the article")
    if row["language"] != sentence["language"]:
        remedy = f"{sentence['article']} is in {sentence['language']}"
        raise InputError(f"{place} language", f"{row['language']!r} is wrong", remedy)


def _check_foreign(place: str, row: dict[str, str], known: dict[str, dict]) -> None:
    """A unit that is no sentence: fine if of an article that the corpus lacks, else an error."""
    here = letters(row["text"])
    same = next((unit for unit, s in known.items() if here and s["letters"] == here), "")
    if same:
        remedy = f"this text is {same}: rename it, or set `codings` to another folder"
        raise InputError(f"{place} unit", f"{row['unit']!r} is unknown", remedy)
    for article in {sentence["article"] for sentence in known.values()}:
        number = row["unit"].removeprefix(f"{article}_")
        if row["unit"].startswith(f"{article}_") and number.isdigit():
            problem = f"{row['unit']!r} is unknown: {article} has no sentence {int(number)}"
            raise InputError(f"{place} unit", problem, "sentences are counted from 00")


def _check_asked(place: str, code: str, known: Collection[str], asked: Collection[str]) -> None:
    _check_known(place, code, known)
    if code not in asked:
        remedy = "if the coder looked for it everywhere, add it to the sheet of codes"
        raise InputError(place, f"the coder was not asked for {code}", remedy)


def _check_known(place: str, value: str, known: Collection[str]) -> None:
    if value not in known:
        raise InputError(place, f"{value!r} is unknown", f"use {', '.join(known)}")
