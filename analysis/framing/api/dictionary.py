"""The data dictionary: what each column of the results, the figures' CSVs and the tables means.

Its source is `data/dictionary.tsv`, a row per table and column. A table is named by its path
without ending: `results/mentions`, `figures/topics`, `tables/corpus`. A name in braces is a
placeholder for the names that the study gives, so `carried_{source}` explains a column for each
source (see `study_names`). The column `(row)` says what a row of the table is.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import permutations
from pathlib import Path
from typing import Any

import polars as pl
import yaml

from framing import sheets

Entry = dict[str, str]
Names = dict[str, list[str]]
Tables = dict[str, dict[str, str]]
HEADING = """# Data dictionary

Every table that a run writes, and what its columns mean. Types: text, integer, number, true/false.
A name in braces is a placeholder for the names that the study gives: `{source}` for hebrew and
arabic. This file is generated from `data/dictionary.tsv` (`framing dictionary >
docs/data-dictionary.md`), and a test compares it with a finished run.
"""
ROW = "(row)"
FIELDS = ["column", "type", "unit", "values", "meaning"]
FOLDERS = {"results": "**/*.parquet", "figures": "*.csv", "tables": "*.csv"}
PART = re.compile(r"_\d+$")  # cells_0 and cells_1 are parts of one table


@cache
def read() -> list[Entry]:
    """Return the rows of the dictionary in order."""
    return sheets.read(sheets.DATA / "dictionary.tsv", "dictionary")


def describe(table: str, column: str, names: Names | None = None) -> Entry | None:
    """Return the row that explains a column of a table, or None.

    Without `names` of the study a name in braces matches any word.
    """
    fitting = (row for row in read() if _fits(row, table, column, names or {}))
    return next(fitting, None)


def describe_row(table: str) -> str:
    """Return what a row of the table is, or an empty text."""
    return (describe(table, ROW) or {"meaning": ""})["meaning"]


def describe_table(table: str, columns: Iterable[str]) -> pl.DataFrame:
    """Return a row per column, with FIELDS; empty cells for a column without an explanation."""
    rows = []
    for column in columns:
        entry = describe(table, column) or {}
        rows.append([column, *(entry.get(field, "") for field in FIELDS[1:])])
    return pl.DataFrame(rows, schema=FIELDS, orient="row")


def find_tables(project: Path | str) -> Tables:
    """Return the tables that a finished project holds: name of the table → type of each column.

    The type is empty where a CSV has no value in the column.
    """
    found = {}
    for folder, pattern in FOLDERS.items():
        for path in sorted((Path(project) / folder).glob(pattern)):
            name = path.relative_to(project).with_suffix("").as_posix()
            found[PART.sub("", name)] = _types(path)
    return found


def study_names(project: Path | str) -> Names:
    """Return the names that a project gives to its columns and tables, by the name in braces."""
    place = Path(project)
    config: dict[str, Any] = yaml.safe_load(sheets.read_text(place / "config" / "config.yaml"))
    languages = sheets.read(place / config["codebook"] / "languages.tsv", "languages")
    articles = sheets.read(place / config["articles"], "articles")
    return {
        "source": list(config["sources"]),
        "article": [row["article"] for row in articles],
        "language": [row["language"] for row in languages],
        "language_name": [row["name"].lower() for row in languages],
        "pair": [f"{a['language']}_{b['language']}" for a, b in permutations(languages, 2)],
    }


def missing(tables: Tables, names: Names) -> list[Entry]:
    """Return the rows to add or mend: columns that have no row, or one with another type.

    A new row takes its explanation from a column of the same name and type in another table, as a
    proposal.
    """
    rows = []
    for table, columns in tables.items():
        for column, kind in ({ROW: ""} | columns).items():
            entry = describe(table, column, names)
            if entry is None or (kind and entry["type"] != kind):
                rows.append({"table": table} | _propose(column, kind))
    return rows


def unused(tables: Tables, names: Names) -> list[Entry]:
    """Return the rows that explain no column of these tables.

    Rows of a folder that has no table here are left out: `results/calibration` is made on demand.
    """
    folders = {_folder(table) for table in tables}
    columns = [(table, column) for table in tables for column in (ROW, *tables[table])]
    return [
        row
        for row in read()
        if _folder(row["table"]) in folders
        and not any(_fits(row, *column, names) for column in columns)
    ]


def render(table: str | None = None) -> str:
    """Return the dictionary as Markdown, a section for each table; or the section of one table."""
    sections: dict[str, list[Entry]] = {}
    for row in read():
        sections.setdefault(row["table"], []).append(row)
    chosen = [name for name in sections if table is None or _matches(name, table, {})]
    text = "\n".join(line for name in chosen for line in _section(name, sections[name]))
    return (text if table else f"{HEADING}\n{text}").rstrip()


def _section(table: str, rows: list[Entry]) -> Iterator[str]:
    yield f"## `{table}`"
    yield ""
    yield from (f"A row is {row['meaning']}.\n" for row in rows if row["column"] == ROW)
    yield "| " + " | ".join(FIELDS) + " |"
    yield "|" + " --- |" * len(FIELDS)
    for row in rows:
        if row["column"] != ROW:
            cells = [f"`{row['column']}`", *(row[field] for field in FIELDS[1:])]
            yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
    yield ""


def _folder(table: str) -> str:
    return table.rpartition("/")[0]


def _fits(row: Entry, table: str, column: str, names: Names) -> bool:
    return _matches(row["table"], table, names) and _matches(row["column"], column, names)


def _matches(template: str, name: str, names: Names) -> bool:
    if "{" not in template:
        return template == name
    parts = re.split(r"\{(\w+)\}", template)
    for number, part in enumerate(parts):
        known = "|".join(map(re.escape, names.get(part, ()))) or r"[\w.]+"
        parts[number] = f"(?:{known})" if number % 2 else re.escape(part)
    return re.fullmatch("".join(parts), name) is not None


def _propose(column: str, kind: str) -> Entry:
    alike = (row for row in read() if row["column"] == column != ROW and row["type"] == kind)
    entry = next(alike, {})
    return {"column": column, "type": kind} | {f: entry.get(f, "") for f in FIELDS[2:]}


def _types(path: Path) -> dict[str, str]:
    if path.suffix == ".parquet":
        return {name: _type(kind) for name, kind in pl.read_parquet_schema(path).items()}
    table = pl.read_csv(path, infer_schema_length=None)
    empty = [name for name in table.columns if table[name].null_count() == table.height]
    return {name: _type(kind) for name, kind in table.schema.items()} | dict.fromkeys(empty, "")


def _type(kind: pl.DataType) -> str:
    if kind.is_integer():
        return "integer"
    if kind.is_numeric():
        return "number"
    return {pl.Boolean: "true/false", pl.Null: ""}.get(type(kind), "text")
