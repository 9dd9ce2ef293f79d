"""Tab-separated sheets, checked against `data/schema.yaml` as they are read."""

import csv
import io
import re
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from framing.errors import InputError

Schema = dict[str, Any]
_PACKAGE = Path(__file__).parent
# A wheel carries the codebook and the schemas inside the package; a checkout has them in data/.
DATA = next(
    (place for place in (_PACKAGE / "data", _PACKAGE.parents[1] / "data") if place.is_dir()),
    _PACKAGE / "data",
)


def read_text(path: Path | str) -> str:
    """Return the text of a UTF-8 file, line ends kept.

    Raises InputError where the file is missing, a folder, or not UTF-8.
    """
    try:
        return Path(path).read_bytes().decode("utf-8")
    except FileNotFoundError:
        raise InputError(path, "no such file", "check its name and folder") from None
    except IsADirectoryError:
        raise InputError(path, "is a folder, not a file") from None
    except UnicodeDecodeError as error:
        raise InputError(path, f"byte {error.start} is not UTF-8", "save it as UTF-8") from None


def read(path: Path | str, kind: str) -> list[dict[str, str]]:
    """Return the rows of a sheet as dictionaries; `kind` is a key of `data/schema.yaml`.

    The first bad cell raises InputError with file, row (the header is row 1), column and what is
    allowed. So does a column that the schema does not know, unless the schema says `more: true`.
    """
    schema = schemas()[kind]
    text = io.StringIO(read_text(path).removeprefix("\ufeff"), newline="")
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if schema.get("quoted") else csv.QUOTE_NONE
    lines = list(csv.reader(text, delimiter="\t", quoting=quoting))
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
def schemas() -> dict[str, Schema]:
    """Return the schema of every kind of sheet."""
    return dict(yaml.safe_load(read_text(DATA / "schema.yaml")))


def _check_header(path: Path | str, header: list[str], schema: Schema) -> None:
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
    path: Path | str, rows: list[dict[str, str]], columns: dict[str, Schema | None]
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


def _find_error(value: str, rule: Schema) -> tuple[str, str] | None:
    """Problem and remedy of a cell, or None."""
    if not value and rule.get("empty"):
        return None
    if "values" in rule and value not in rule["values"]:
        return f"{value!r} is unknown", f"use {', '.join(rule['values'])}"
    if not re.fullmatch(rule.get("pattern", r"(?s).+"), value):
        return f"{value!r} is not allowed", rule.get("allowed", "fill it in")
    return None
