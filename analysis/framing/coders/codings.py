"""What coders found in the articles: their sheets, read and checked against the sentences.

A coder has three files in the folder of codings: `<coder>_units.tsv`, `<coder>_frames.tsv` and
`<coder>_codes.tsv`, which says what the coder was asked to look for. A part may be named
(`anna.he_units.tsv`), so that a filled coding sheet need not be merged.
"""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from framing import sheets
from framing.coders import coding_rows
from framing.coders.coding_rows import Codes
from framing.errors import InputError
from framing.instrument import codebook

SHEETS = ("units", "frames", "codes")
UNITS = ["coder", "unit", "article", "sentence", "language", "repeated", "events", "fragility"]
FRAMES = ["coder", "unit", "frame", "voice", "speaker", "responsible"]
ASKED = ["coder", "unit", "kind", "code"]
TYPES = {"sentence": pl.Int64, "repeated": pl.Boolean}
FRAGILITY = ("fragility", "")  # every coder is asked for it

Files = dict[str, Path]


@dataclass(frozen=True)
class Codings:
    """Tables with a row per coder and unit (UNITS), per frame found in it, and per code asked for.

    A code that a coder was asked for and did not find is absent from the unit; one that the coder
    was not asked for is not coded. `blamed`: the frames of which the codebook asks who is
    responsible. `left_out` counts the units of articles outside the corpus.
    """

    units: pl.DataFrame
    frames: pl.DataFrame
    asked: pl.DataFrame
    blamed: list[str]
    left_out: int


def read(
    folder: Path | str,
    articles: pl.DataFrame,
    sentences: pl.DataFrame,
    codes: Codes,
    *,
    models: Collection[str] = (),
) -> Codings:
    """Codings of the articles, all coders; those of language models only where no person coded.

    `codes` as of `codebook.read_codes`; `models` are the coders that are passes of a language
    model. Raises InputError (file, row, column) for a unit that does not exist, a text that is not
    its sentence, an unknown frame, event or actor, a doubled row, or a missing file.
    """
    known = coding_rows.name_units(articles, sentences)
    rows: dict[str, list[dict]] = {"units": [], "frames": [], "asked": []}
    left_out = 0
    for coder, parts in find_coders(folder).items():
        for files in parts:
            earlier = {row["unit"] for row in rows["units"] if row["coder"] == coder}
            found, others = _read_part(files, known, codes, earlier)
            left_out += others
            for name, part in found.items():
                rows[name] += [{"coder": coder} | row for row in part]
    columns = {"units": UNITS, "frames": FRAMES, "asked": ASKED}
    tables = {name: _table(rows[name], columns[name]) for name in columns}
    kept = _prefer_people(**tables, models=models)
    return Codings(**kept, blamed=codebook.blamed(codes), left_out=left_out)


def find_coders(folder: Path | str) -> dict[str, list[Files]]:
    """The files of each coder, part by part, in order of name."""
    endings = {name: f"_{name}.tsv" for name in SHEETS}
    stems = {
        path.name.removesuffix(ending)
        for ending in endings.values()
        for path in Path(folder).glob(f"*{ending}")
    }
    coders: dict[str, list[Files]] = {}
    for stem in sorted(stems):
        files = {name: Path(folder) / f"{stem}{ending}" for name, ending in endings.items()}
        coders.setdefault(stem.partition(".")[0], []).append(files)
    return coders


def name_coders(
    codings: Codings, *, models: Collection[str], seen: Collection[str]
) -> pl.DataFrame:
    """Who coded each language: language, coders (in words), people, seen, articles (how many).

    `models` are the coders that are passes of a language model; `people` says whether any coder is
    a person. `seen` are the articles on which the instrument was developed; the column says
    whether any of them is among the coded ones.
    """
    rows = []
    for (language,), part in codings.units.group_by("language", maintain_order=True):
        coders = part["coder"].unique(maintain_order=True).to_list()
        used = bool(part["article"].is_in(list(seen)).any())
        people, articles = not set(coders) <= set(models), part["article"].n_unique()
        rows.append((language, describe(coders, models), people, used, articles))
    kinds = {"language": pl.String, "coders": pl.String, "people": pl.Boolean, "seen": pl.Boolean}
    return pl.DataFrame(rows, schema=kinds | {"articles": pl.Int64}, orient="row")


def describe(coders: Collection[str], models: Collection[str]) -> str:
    """Coders in words: two human coders and one pass of a large language model standing in for …"""
    passes = sum(coder in models for coder in coders)
    people = len(coders) - passes
    parts = [f"{_count(people)} human coder{'s' * (people > 1)}"] if people else []
    if passes:
        noun = f"pass{'es' * (passes > 1)} of a large language model"
        parts.append(f"{_count(passes)} {noun} standing in for trained humans")
    return " and ".join(parts) or "nobody"


def _read_part(
    files: Files, known: dict[str, dict], codes: Codes, earlier: Collection[str]
) -> tuple[dict[str, list[dict]], int]:
    """Rows of the three sheets of a part, and how many of its units other articles have."""
    named = {row["unit"] for row in sheets.read(files["units"], "coding_units")}
    # Sheets of other articles may be of another codebook.
    asked = coding_rows.read_codes(files["codes"], codes) if named & known.keys() else {}
    mine, others = coding_rows.read_units(files["units"], known, codes, asked)
    for unit in sorted(set(earlier).intersection(mine)):
        remedy = "a coder's parts may not share a unit"
        raise InputError(files["units"], f"{unit} is in an earlier part too", remedy)
    pairs = [*((kind, code) for kind, ids in asked.items() for code in ids), FRAGILITY]
    rows = {
        "units": list(mine.values()),
        "frames": coding_rows.read_frames(files["frames"], mine, others, codes, asked),
        "asked": [{"unit": unit, "kind": k, "code": c} for unit in mine for k, c in pairs],
    }
    return rows, len(others)


def _count(number: int) -> str:
    words = ("no", "one", "two", "three", "four", "five", "six")
    return words[number] if number < len(words) else str(number)


def _table(rows: list[dict], columns: list[str]) -> pl.DataFrame:
    schema = {column: TYPES.get(column, pl.String) for column in columns}
    return pl.DataFrame(rows, schema=schema)


def _prefer_people(
    units: pl.DataFrame, frames: pl.DataFrame, asked: pl.DataFrame, models: Collection[str]
) -> dict[str, pl.DataFrame]:
    """The tables without what language models coded where a person was asked for the same code."""
    model = pl.col("coder").is_in(list(models))
    person = (~model).any().over("unit", "kind", "code")
    kept = asked.filter(~(model & person))
    searched = kept.filter(kind="frame").select("coder", "unit", pl.col("code").alias("frame"))
    return {
        "units": units.join(kept, on=["coder", "unit"], how="semi", maintain_order="left"),
        "frames": frames.join(searched, on=searched.columns, how="semi", maintain_order="left"),
        "asked": kept,
    }
