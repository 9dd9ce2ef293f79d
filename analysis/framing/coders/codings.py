"""What coders found in the articles: their sheets, read and checked against the sentences.

A coder is a pair of files in the folder of codings, `<coder>_units.tsv` and `<coder>_frames.tsv`;
a part may be named (`anna.he_units.tsv`), so that a filled coding sheet need not be merged.
"""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from framing.coders import coding_rows
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
    known = coding_rows.name_units(articles, sentences)
    units, frames, left_out = [], [], 0
    for coder, parts in find_coders(folder).items():
        for units_path, frames_path in parts:
            mine, others = coding_rows.read_units(units_path, known, codes["event"])
            taken = {row["unit"] for row in units if row["coder"] == coder}
            for unit in sorted(taken.intersection(mine)):
                raise InputError(units_path, f"{coder} has coded {unit} twice", "drop one")
            units += [{"coder": coder} | row for row in mine.values()]
            found = coding_rows.read_frames(frames_path, mine, others, codes)
            frames += [{"coder": coder} | row for row in found]
            left_out += len(others)
    tables = (_table(units, UNITS), _table(frames, FRAMES))
    return Codings(*_prefer_people(*tables, models), left_out)


def find_coders(folder: Path | str) -> dict[str, list[tuple[Path, Path]]]:
    """The pairs of files (units, frames) of each coder, in order of name."""
    paths = sorted(p for ending in ENDINGS for p in Path(folder).glob(f"*{ending}"))
    coders: dict[str, list[tuple[Path, Path]]] = {}
    stems = {path.name.removesuffix(e) for path in paths for e in ENDINGS if path.name.endswith(e)}
    for stem in sorted(stems):
        pair = tuple(Path(folder) / f"{stem}{ending}" for ending in ENDINGS)
        coders.setdefault(stem.partition(".")[0], []).append(pair)
    return coders


def name_coders(
    codings: Codings, *, models: Collection[str], seen: Collection[str]
) -> pl.DataFrame:
    """Who coded each language: language, coders (in words), seen.

    `models` are the coders that are passes of a language model; `seen` the articles that were
    seen while the instrument was made: so the column says whether any of the coded ones was.
    """
    rows = [
        (
            language,
            describe(part["coder"].unique(maintain_order=True).to_list(), models),
            bool(part["article"].is_in(list(seen)).any()),
        )
        for (language,), part in codings.units.group_by("language", maintain_order=True)
    ]
    schema = {"language": pl.String, "coders": pl.String, "seen": pl.Boolean}
    return pl.DataFrame(rows, schema=schema, orient="row")


def describe(coders: Collection[str], models: Collection[str]) -> str:
    """Coders in words: two human coders and one pass of a large language model standing in for …"""
    passes = sum(coder in models for coder in coders)
    people = len(coders) - passes
    told = [f"{_count(people)} human coder{'s' * (people > 1)}"] if people else []
    if passes:
        noun = f"pass{'es' * (passes > 1)} of a large language model"
        told.append(f"{_count(passes)} {noun} standing in for trained humans")
    return " and ".join(told) or "nobody"


def _count(number: int) -> str:
    words = ("no", "one", "two", "three", "four", "five", "six")
    return words[number] if number < len(words) else str(number)


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
