"""What coders found in the articles: their sheets, read and checked against the sentences.

A coder is a pair of files in the folder of codings, `<coder>_units.tsv` and `<coder>_frames.tsv`;
a part may be named (`anna.he_units.tsv`), so that a filled coding sheet need not be merged.
"""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from framing import sheets
from framing.errors import InputError

ENDINGS = ("_units.tsv", "_frames.tsv")
UNITS = ["coder", "unit", "article", "sentence", "language", "repeated", "events", "fragility"]
FRAMES = ["coder", "unit", "frame", "voice", "speaker", "responsible"]
NUMBERS = {"sentence": pl.Int64, "repeated": pl.Boolean}


@dataclass(frozen=True)
class Codings:
    """Tables with a row per coder and unit (UNITS), and per frame coded in it (FRAMES).

    `left_out` counts the units of articles that are not in the corpus.
    """

    units: pl.DataFrame
    frames: pl.DataFrame
    left_out: int


def read(
    folder: Path | str,
    articles: pl.DataFrame,
    sentences: pl.DataFrame,
    codes: dict[str, dict],
    *,
    models: Collection[str] = (),
) -> Codings:
    """Codings of the articles, all coders; those of language models only where no person coded.

    `codes` as of `codebook.read_codes`; `models` are the coders that are passes of a language
    model. Raises InputError (file, row, column) for a unit that does not exist, a text that is not
    its sentence, an unknown frame, event or actor, a doubled row, or a missing file.
    """
    known = name_units(articles, sentences)
    units, frames, left_out = [], [], 0
    for coder, parts in find_coders(folder).items():
        for units_path, frames_path in parts:
            mine, others = _read_units(units_path, known, codes["event"])
            taken = {row["unit"] for row in units if row["coder"] == coder}
            for unit in taken.intersection(mine):
                raise InputError(units_path, f"{coder} has coded {unit} twice", "drop one")
            units += [{"coder": coder} | row for row in mine.values()]
            found = _read_frames(frames_path, mine, others, codes)
            frames += [{"coder": coder} | row for row in found]
            left_out += len(others)
    tables = (_table(units, UNITS), _table(frames, FRAMES))
    return Codings(*_prefer_people(*tables, models), left_out)


def find_coders(folder: Path | str) -> dict[str, list[tuple[Path, Path]]]:
    """The pairs of files (units, frames) of each coder, in order of name."""
    paths = sorted(p for ending in ENDINGS for p in Path(folder).glob(f"*{ending}"))
    coders: dict[str, list[tuple[Path, Path]]] = {}
    for stem in sorted({path.name.removesuffix(e) for path in paths for e in ENDINGS if path.name.endswith(e)}):
        pair = tuple(Path(folder) / f"{stem}{ending}" for ending in ENDINGS)
        coders.setdefault(stem.partition(".")[0], []).append(pair)
    return coders


def name_units(articles: pl.DataFrame, sentences: pl.DataFrame) -> dict[str, dict]:
    """Each sentence by the name of its unit: the article's name and the sentence's number (he07)."""
    languages = dict(articles.select("article", "language").iter_rows())
    known: dict[str, dict] = {}
    for row in sentences.iter_rows(named=True):
        name = f"{row['article']}{row['sentence']:02d}"
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
    """The text without blanks, punctuation and marks, in which a copied sentence may differ."""
    return "".join(char for char in text if char.isalnum())


def describe(coders: Collection[str], models: Collection[str]) -> str:
    """Who the coders are, in words: every table and figure that rests on them says so."""
    people = [coder for coder in coders if coder not in models]
    passes = len(coders) - len(people)
    told = [f"{len(people)} trained coder{'s' * (len(people) > 1)}"] if people else []
    if passes:
        plural = "es" * (passes > 1)
        told.append(f"{passes} pass{plural} of a large language model, no trained humans")
    return " and ".join(told) or "nobody"


def _read_units(
    path: Path, known: dict[str, dict], events: Collection[str]
) -> tuple[dict[str, dict], set[str]]:
    """Units of a sheet by name, and the names of those that belong to other articles."""
    mine, others = {}, set()
    for number, row in enumerate(sheets.read(path, "coding_units"), start=2):
        place, unit = f"{path}: row {number}, column", row["unit"]
        if unit in mine or unit in others:
            raise InputError(f"{place} unit", f"{unit} stands twice", "drop one")
        if unit not in known:
            _check_foreign(place, row, known)
            others.add(unit)
            continue
        sentence = known[unit]
        if letters(row["text"]) != sentence["letters"]:
            raise InputError(f"{place} text", f"is not sentence {unit}", "copy it from the article")
        if row["language"] != sentence["language"]:
            remedy = f"{sentence['article']} is in {sentence['language']}"
            raise InputError(f"{place} language", f"{row['language']!r} is wrong", remedy)
        for event in filter(None, row["events"].split("|")):
            _check(f"{place} events", event, events)
        mine[unit] = {c: v for c, v in sentence.items() if c != "letters"} | {
            "events": row["events"],
            "fragility": row["fragility"],
        }
    return mine, others


def _check_foreign(place: str, row: dict[str, str], known: dict[str, dict]) -> None:
    """A unit that is no sentence: fine if of an article that the corpus lacks, else an error."""
    here = letters(row["text"])
    same = next((unit for unit, s in known.items() if here and s["letters"] == here), "")
    if same:
        raise InputError(f"{place} unit", f"{row['unit']!r} is unknown", f"this text is {same}")
    for article in {sentence["article"] for sentence in known.values()}:
        number = row["unit"].removeprefix(article)
        if row["unit"].startswith(article) and number.isdigit():
            problem = f"{row['unit']!r} is unknown: {article} has no sentence {int(number)}"
            raise InputError(f"{place} unit", problem, "sentences are counted from 00")


def _read_frames(
    path: Path, mine: Collection[str], others: Collection[str], codes: dict[str, dict]
) -> list[dict[str, str]]:
    rows, seen = [], set()
    for number, row in enumerate(sheets.read(path, "coding_frames"), start=2):
        place, key = f"{path}: row {number}, column", (row["unit"], row["frame"])
        if row["unit"] in others:
            continue
        if row["unit"] not in mine:
            raise InputError(f"{place} unit", f"{row['unit']!r} is not among the coder's units")
        _check(f"{place} frame", row["frame"], codes["frame"])
        if key in seen:
            raise InputError(f"{place} frame", f"{' '.join(key)} stands twice", "drop one")
        seen.add(key)
        for column in ("speaker", "responsible"):
            if row[column] not in ("", "none"):
                _check(f"{place} {column}", row[column], codes["actor"])
        if row["voice"] == "narrator" and row["speaker"] not in ("", "none"):
            raise InputError(f"{place} speaker", "the narrator has no speaker", "leave it empty")
        rows.append(row)
    return rows


def _check(place: str, value: str, known: Collection[str]) -> None:
    if value not in known:
        raise InputError(place, f"{value!r} is unknown", f"use {', '.join(known)}")


def _table(rows: list[dict], columns: list[str]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema={c: NUMBERS.get(c, pl.String) for c in columns})


def _prefer_people(
    units: pl.DataFrame, frames: pl.DataFrame, models: Collection[str]
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Without the codings of language models of units that a person has coded."""
    model = pl.col("coder").is_in(list(models))
    person = (~model).any().over("unit")
    kept = units.filter(~(model & person))
    return kept, frames.join(kept, on=["coder", "unit"], how="semi", maintain_order="left")
