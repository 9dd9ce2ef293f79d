"""Tab-separated sheets, checked against `data/schema.yaml` as they are read."""

import csv
import io
import os
import re
import sys
from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, Literal

import yaml

from framing.errors import InputError

Schema = dict[str, Any]
STANDARD = "-"
_PACKAGE = Path(__file__).parent
# A wheel carries the codebook and the schemas inside the package; a checkout has them in data/.
DATA = next(
    (place for place in (_PACKAGE / "data", _PACKAGE.parents[1] / "data") if place.is_dir()),
    _PACKAGE / "data",
)


def read_text(path: Path | str) -> str:
    """Return the text of a UTF-8 file, line ends kept; `-` is standard input.

    Raises InputError where the file cannot be read, is a folder, or is not UTF-8.
    """
    return read_input() if str(path) == STANDARD else _decode(read_bytes(path), path)


def read_bytes(path: Path | str) -> bytes:
    """Return the content of a file; InputError where it cannot be read, or is a folder."""
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        raise InputError(path, "no such file", "check its name and folder") from None
    except IsADirectoryError:
        raise InputError(path, "is a folder, not a file", "name a file in it") from None
    except OSError as error:
        problem = (error.strerror or "cannot be read").lower()
        raise InputError(path, problem, "check its name and permissions") from None
    except ValueError:
        raise InputError(repr(str(path)), "is no file name", "correct it") from None


def read_lines(path: Path | str) -> Iterator[str]:
    """Lines of a UTF-8 file as they are asked for, line ends kept, a byte-order mark left out.

    What is no ordinary file is read at once. Raises InputError as `read_text` does.
    """
    if not os.path.isfile(path):
        yield from io.StringIO(read_text(path).removeprefix("\ufeff"), newline="")
        return
    try:
        with open(path, encoding="utf-8", newline="") as lines:
            yield from (line.removeprefix("\ufeff") for line in islice(lines, 1))
            yield from lines
    except (OSError, UnicodeDecodeError):
        read_text(path)  # It raises an InputError with the place.
        raise


def read_input() -> str:
    """Return the text (UTF-8) on standard input; InputError where there is none."""
    if sys.stdin is None:
        raise InputError("standard input", "is closed", "give a file, or a text through a pipe")
    try:
        data = sys.stdin.buffer.read()
    except OSError as error:
        raise InputError("standard input", (error.strerror or "cannot be read").lower()) from None
    return _decode(data, "standard input")


def _decode(data: bytes, place: Path | str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        coding = "; it looks like UTF-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ""
        problem = f"byte {error.start} is not UTF-8{coding}"
        raise InputError(place, problem, "save it as UTF-8") from None


def read(path: Path | str, kind: str) -> list[dict[str, str]]:
    """Return the rows of a sheet as dictionaries; `kind` is a key of `data/schema.yaml`.

    The first bad cell raises InputError with file, row (the header is row 1), column and what is
    allowed. So does a column that the schema does not know, unless the schema says `more: true`.
    An optional column that the sheet does not have is empty.
    """
    return parse(read_text(path), kind, path=path)


def parse(text: str, kind: str, *, path: Path | str) -> list[dict[str, str]]:
    """Return the rows of a sheet as `read` does, from its text; errors name the file `path`."""
    schema = schemas()[kind]
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if schema.get("quoted") else csv.QUOTE_NONE
    content = io.StringIO(text.removeprefix("\ufeff"), newline="")
    lines = list(csv.reader(content, delimiter="\t", quoting=quoting))
    if not lines:
        raise InputError(path, "is empty", "its first row names the columns")
    header = lines[0]
    _check_header(path, header, schema)
    while lines and not any(lines[-1]):  # spreadsheets leave empty rows at the end
        lines.pop()
    for number, cells in enumerate(lines[1:], start=2):
        if len(cells) != len(header):
            raise InputError(
                f"{path}: row {number}", f"has {len(cells)} cells", f"the header has {len(header)}"
            )
    absent = {name: "" for name in schema.get("optional", {}) if name not in header}
    rows = [dict(zip(header, cells, strict=True)) | absent for cells in lines[1:]]
    _check_cells(path, rows, schema["columns"] | schema.get("optional", {}))
    _check_unique(path, rows, schema["columns"])
    return rows


@cache
def schemas() -> dict[str, Schema]:
    """Return the schema of every kind of sheet."""
    return dict(read_yaml(DATA / "schema.yaml"))


def read_yaml(path: Path | str) -> Any:
    """Return the plain values in a YAML file of the project, by the faster loader where it is."""
    return yaml.load(read_text(path), getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def check_names(path: Path | str, header: list[str]) -> None:
    """Raise InputError where two columns have one name: one would replace the other."""
    for name, count in Counter(header).items():
        if count > 1:
            problem = f"{count} columns are named {name!r}"
            raise InputError(f"{path}: row 1", problem, "rename or drop all but one")


def _check_header(path: Path | str, header: list[str], schema: Schema) -> None:
    check_names(path, header)
    needed = list(schema["columns"])
    missing = [name for name in needed if name not in header]
    known = [*needed, *schema.get("optional", {})]
    unknown = [name for name in header if name not in known]
    if missing:
        raise InputError(
            f"{path}: row 1", f"column {missing[0]} is missing", f"it needs {', '.join(needed)}"
        )
    if unknown and not schema.get("more"):
        raise InputError(
            f"{path}: row 1", f"unknown column {unknown[0]}", f"use {', '.join(known)}"
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


def _check_unique(
    path: Path | str, rows: list[dict[str, str]], columns: dict[str, Schema | None]
) -> None:
    """Raise InputError where a column of names has one twice."""
    for name in (name for name, rule in columns.items() if (rule or {}).get("unique")):
        first: dict[str, int] = {}
        for number, row in enumerate(rows, start=2):
            if row[name] in first:
                problem = f"{row[name]!r} is used twice, first in row {first[row[name]]}"
                raise InputError(f"{path}: row {number}, column {name}", problem, "rename one")
            first[row[name]] = number


def _find_error(value: str, rule: Schema) -> tuple[str, str] | None:
    """Problem and remedy of a cell, or None."""
    if not value and rule.get("empty"):
        return None
    if "values" in rule and value not in rule["values"]:
        return f"{value!r} is unknown", f"use {', '.join(rule['values'])}"
    pattern = rule.get("pattern")
    if not (re.fullmatch(pattern, value) if pattern else value):
        return f"{value!r} is not allowed", rule.get("allowed", "fill it in")
    return _find_date_error(value) if rule.get("date") else None


def _find_date_error(value: str) -> tuple[str, str] | None:
    try:
        date.fromisoformat(value)
    except ValueError:
        return f"{value!r} is no day of the calendar", "give a date YYYY-MM-DD"
    return None


def check_known(place: str, value: str, known: Collection[str], home: str) -> None:
    """Raise InputError unless the value of a cell is among those that `home` lists."""
    if value not in known:
        kind = place.rpartition(" ")[2]
        remedy = f"use one of {', '.join(known)} or add it to {home}"
        raise InputError(place, f"unknown {kind} {value!r}", remedy)
