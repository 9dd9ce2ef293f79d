"""Blank coding sheets of a sample, and the same sheets read back once they are filled in.

A folder holds `design.tsv`, which is for the analysis alone, and for each language a page to print
(`he.html`) and a table to fill in (`he.tsv`) that do not show what the instrument found.
"""

import csv
import os
from pathlib import Path
from shutil import rmtree

import jinja2
import polars as pl

from framing import output, sheets
from framing.accuracy import coded_texts
from framing.coders.coding_rows import letters
from framing.errors import InputError

TEMPLATE = Path(__file__).with_name("coding_page.html")
DESIGN = "design.tsv"


def write(
    folder: Path | str,
    design: pl.DataFrame,
    texts: dict[int, str],
    frames: dict[str, dict],
    directions: dict[str, str],
) -> None:
    """Write the design, and a page and a blank table for each language; all or nothing.

    `design` as of `sample.draw`; `texts` by row; `frames` are rows of the codebook by id, which the
    pages explain; `directions` (rtl, ltr) by language. Raises InputError if the folder exists.
    """
    folder = Path(folder)
    part = output.name_temporary(folder)
    if os.path.lexists(folder):
        raise InputError(folder, "exists already", "name a new folder, so that no coding is lost")
    try:
        part.mkdir(parents=True)
        _write_table(part / DESIGN, design.columns, design.rows())
        for (language,), mine in design.group_by("language", maintain_order=True):
            units = [(unit, texts[row]) for unit, row in mine.select("unit", "row").iter_rows()]
            blank = [(*unit, *("" for _ in frames)) for unit in units]
            _write_table(part / f"{language}.tsv", ["unit", "text", *frames], blank)
            page = compose_page(language, directions[language], units, frames)
            (part / f"{language}.html").write_text(page, encoding="utf-8")
        part.rename(folder)
    except OSError as error:
        problem = (error.strerror or "cannot be written").lower()
        raise InputError(folder, problem, "choose another place") from None
    finally:
        rmtree(part, ignore_errors=True)


def compose_page(
    language: str, direction: str, units: list[tuple[str, str]], frames: dict[str, dict]
) -> str:
    """The page of one language: self-contained HTML, each text with a box for each frame."""
    environment = jinja2.Environment(
        undefined=jinja2.StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(sheets.read_text(TEMPLATE)).render(
        language=language, direction=direction, units=units, frames=frames
    )


def read(
    folder: Path | str, texts: dict[int, str], frames: list[str]
) -> tuple[pl.DataFrame, list[str]]:
    """The sample with its hand codes (row, probability, a 0/1 column per frame), and these frames.

    `texts` of the corpus by row, `frames` of the codebook: those that are columns of the sheets
    were coded. Raises InputError (file, row, column) for a text that is missing, doubled or not
    that of the corpus, and for a cell that is not 0 or 1.
    """
    design = _read_design(Path(folder) / DESIGN, texts)
    tables: list[dict[str, str]] = []
    asked: list[str] = []
    for language in dict.fromkeys(row["language"] for row in design.values()):
        path = Path(folder) / f"{language}.tsv"
        rows = sheets.read(path, "sample_codes")
        header = list(rows[0]) if rows else []
        remedy = f"keep the columns of the frames: {', '.join(frames)}"
        found = coded_texts.find_frames(header, frames, place=path, remedy=remedy)
        if asked not in ([], found):
            raise InputError(path, "has other frames than the sheet before", "code them in both")
        asked = found
        mine = {unit: row for unit, row in design.items() if row["language"] == language}
        _check_units(path, rows, mine, texts)
        tables += coded_texts.check(rows, found, place=path)
    codes = []
    for row in tables:
        drawn = design[row["unit"]]
        given = (int(row[frame]) for frame in asked)
        codes.append((int(drawn["row"]), float(drawn["probability"]), *given))
    schema = {"row": pl.Int64, "probability": pl.Float64} | dict.fromkeys(asked, pl.Int64)
    return pl.DataFrame(codes, schema=schema, orient="row"), asked


def _read_design(path: Path, texts: dict[int, str]) -> dict[str, dict[str, str]]:
    """Rows of the design by unit."""
    design: dict[str, dict[str, str]] = {}
    for number, row in enumerate(sheets.read(path, "sample_design"), start=2):
        place = f"{path}: row {number}, column"
        if row["unit"] in design:
            raise InputError(f"{place} unit", f"{row['unit']} is listed twice", "drop one")
        if int(row["row"]) not in texts:
            problem = f"the coded texts have no row {row['row']}"
            raise InputError(f"{place} row", problem, "give the table that was sampled")
        if not 0 < float(row["probability"]) <= 1:
            raise InputError(f"{place} probability", "is not above 0 and at most 1")
        design[row["unit"]] = row
    if not design:
        raise InputError(path, "has no rows below its header")
    return design


def _check_units(
    path: Path, rows: list[dict[str, str]], design: dict[str, dict], texts: dict[int, str]
) -> None:
    """Every text of the design once, with the wording of the corpus."""
    seen = set()
    for number, row in enumerate(rows, start=2):
        place, unit = f"{path}: row {number}, column", row["unit"]
        if unit not in design:
            raise InputError(f"{place} unit", f"{unit!r} is not in the sample", f"see {DESIGN}")
        if unit in seen:
            raise InputError(f"{place} unit", f"{unit} is listed twice", "drop one")
        if letters(row["text"]) != letters(texts[int(design[unit]["row"])]):
            problem = f"is not the text in row {design[unit]['row']} of the coded texts"
            raise InputError(f"{place} text", problem, "give the table that was sampled")
        seen.add(unit)
    missing = [unit for unit in design if unit not in seen]
    if missing:
        problem = f"lacks {len(missing)} of {len(design)} texts, the first is {missing[0]}"
        raise InputError(path, problem, "code every text of the sample")


def _write_table(path: Path, columns: list[str], rows: list[tuple]) -> None:
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, "excel-tab", lineterminator="\n").writerows([columns, *rows])
