"""Tab-separated sheets, checked against `data/schema.yaml` as they are read."""

import csv
import io
import re
from functools import cache
from pathlib import Path

import yaml

from framing.errors import InputError

DATA = Path(__file__).parents[2] / "data"


def read_text(path: Path | str) -> str:
    """Text of a UTF-8 file, line ends kept; InputError where it is missing or not UTF-8."""
    try:
        return Path(path).read_bytes().decode("utf-8")
    except FileNotFoundError:
        raise InputError(path, "no such file", "check its name and place") from None
    except IsADirectoryError:
        raise InputError(path, "is a folder, not a file") from None
    except UnicodeDecodeError as error:
        raise InputError(path, f"byte {error.start} is not UTF-8", "save it as UTF-8") from None


def read(path: Path | str, kind: str) -> list[dict[str, str]]:
    """Rows of a sheet of the given kind (a key of `data/schema.yaml`), as dictionaries of strings.

    The first bad cell raises InputError with file, row (the header is row 1), column and what is
    allowed. Columns that the schema does not know are an error, unless it says `more: true`.
    """
    schema = schemas()[kind]
    quoting = csv.QUOTE_MINIMAL if schema.get("quoted") else csv.QUOTE_NONE
    text = read_text(path).removeprefix("\ufeff")
    lines = list(csv.reader(io.StringIO(text, newline=""), delimiter="\t", quoting=quoting))
    if not lines:
        raise InputError(path, "is empty", "its first row names the columns")
    header = lines[0]
    _check_header(path, header, schema)
    for number, cells in enumerate(lines[1:], start=2):
        if len(cells) != len(header):
            raise InputError(
                f"{path}: row {number}", f"has {len(cells)} cells", f"the header has {len(header)}"
            )
    rows = [dict(zip(header, cells, strict=True)) for cells in lines[1:]]
    _check_cells(path, rows, schema["columns"])
    return rows


@cache
def schemas() -> dict[str, dict]:
    """The schema of every kind of sheet."""
    return yaml.safe_load(read_text(DATA / "schema.yaml"))


def _check_header(path: Path | str, header: list[str], schema: dict) -> None:
    needed = list(schema["columns"])
    missing = [name for name in needed if name not in header]
    unknown = [name for name in header if name not in needed]
    if missing:
        raise InputError(
            f"{path}: row 1", f"column {missing[0]} is missing", f"it needs {', '.join(needed)}"
        )
    if unknown and not schema.get("more"):
        raise InputError(
            f"{path}: row 1", f"unknown column {unknown[0]}", f"allowed are {', '.join(needed)}"
        )


def _check_cells(
    path: Path | str, rows: list[dict[str, str]], columns: dict[str, dict | None]
) -> None:
    """Raise the error of the first bad cell; each value of a column is checked once."""
    wrong = {
        (name, value): error
        for name, rule in columns.items()
        for value in {row[name] for row in rows}
        if (error := _find_error(value, rule or {}))
    }
    for number, row in enumerate(rows if wrong else [], start=2):
        for name in columns:
            if (name, row[name]) in wrong:
                where = f"{path}: row {number}, column {name}"
                raise InputError(where, *wrong[name, row[name]])


def _find_error(value: str, rule: dict) -> tuple[str, str] | None:
    """Problem and remedy of a cell, or None."""
    if not value and rule.get("empty"):
        return None
    if "values" in rule and value not in rule["values"]:
        return f"{value!r} is unknown", f"use {', '.join(rule['values'])}"
    if not re.fullmatch(rule.get("pattern", r"(?s).+"), value):
        return f"{value!r} is not allowed", rule.get("allowed", "fill it in")
    return None
