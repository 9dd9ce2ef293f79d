"""Articles taken into the corpus: from text files, Word documents and tables of texts."""

import csv
import hashlib
import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from framing import output, sheets
from framing.errors import InputError
from framing.texts import stored, suspicion
from framing.texts.languages import Language

RAW = Path("data") / "raw"
NEEDED = ("article", "file", "language", "source", "date", "form", "sha256")
OPTIONAL = ("outlet", "title", "author")
DELIMITERS = {".csv": ",", ".tsv": "\t"}
RECORDS = (".jsonl", ".ndjson", ".parquet")
SEPARATE = 50  # texts of a table that get a file each; more stay together in one
Row = dict[str, str]


def read_texts(path: Path | str, given: Mapping[str, str | None]) -> Iterator[Row]:
    """The articles of a file, each with its `text` and the columns that are known of it.

    A table (.csv, .tsv, .jsonl, .parquet) has a column `text` and a row for each article; its other
    columns count before `given`. A Word document (.docx) is one article, and so is every other file
    (UTF-8).
    """
    path = Path(path)
    known = {name: value for name, value in given.items() if value}
    if path.suffix.lower() in (*DELIMITERS, *RECORDS):
        rows = _read_table(path)
        if not rows:
            raise InputError(path, "has no rows", "a row for each article is needed")
        together = {"file": (RAW / f"{_name(path.stem)}{stored.TABLE}").as_posix()}
        place = together if len(rows) > SEPARATE else {"file": ""}
        for number, row in enumerate(rows, start=1):
            name = known.get("article", _name(path.stem))
            mine = {column: cell for column, cell in row.items() if cell}
            yield {"article": f"{name}_{number}"} | known | mine | place
    else:
        text = _read_word(path) if path.suffix.lower() == ".docx" else sheets.read_text(path)
        yield {"article": _name(path.stem)} | known | {"text": text}


def guess_language(text: str, languages: Mapping[str, Language]) -> str:
    """The language whose script most letters have; InputError if two have it, or none."""
    shares = {code: suspicion.share_of_letters(text, known) for code, known in languages.items()}
    best = [code for code, share in shares.items() if share == max(shares.values())]
    if len(best) != 1 or shares[best[0]] < suspicion.LETTERS:
        problem = "its letters do not show its language"
        raise InputError("language", problem, f"give --language {' or '.join(languages)}")
    return best[0]


def add(rows: list[Row], sheet: Path | str, languages: Mapping[str, Language]) -> list[Row]:
    """Write the texts of `read_texts` and their rows to the sheet of articles; the new rows.

    A text gets a file of its own, unless it is of a table of more than SEPARATE. All or nothing:
    InputError for an article that lacks a text, source or date, has a name that is taken, or is not
    what the sheet may hold, and then no file is written.
    """
    old = sheets.read(sheet, "articles")
    taken = {row["article"] for row in old}
    texts: dict[Path, list[Row]] = {}
    new = []
    for row in rows:
        entry = _complete(row, languages)
        path = Path(entry["file"])
        if entry["article"] in taken or (path not in texts and path.exists()):
            problem = f"the name {entry['article']!r} is taken"
            raise InputError(sheet, problem, "give another with --article")
        taken.add(entry["article"])
        texts.setdefault(path, []).append({"article": entry["article"], "text": row["text"]})
        new.append(entry)
    columns = [*NEEDED, *(name for name in OPTIONAL if any(row.get(name) for row in old + new))]
    lines = [columns, *([row.get(name, "") for name in columns] for row in [*old, *new])]
    table = "".join("\t".join(line) + "\n" for line in lines)
    sheets.parse(table, "articles", path=sheet)
    RAW.mkdir(parents=True, exist_ok=True)
    files = {path: texts.pop(path)[0]["text"] for path in list(texts) if not stored.is_table(path)}
    for path, some in texts.items():
        stored.write(some, path)
    with output.replace(*files, sheet) as opened:
        for file, text in zip(opened, [*files.values(), table], strict=True):
            file.write(text)
    return new


def _complete(row: Row, languages: Mapping[str, Language]) -> Row:
    """A row of the sheet of articles for a text; what it must have and lacks is an InputError."""
    place = row["article"]
    for name in ("text", "source", "date"):
        if not row.get(name, "").strip():
            raise InputError(place, f"has no {name}", f"give --{name} or a column {name}")
    for name in (*NEEDED, *OPTIONAL):
        if re.search(r"[\t\r\n]", row.get(name, "")):
            raise InputError(place, f"{name} has a tab or a line end", "take it out")
    entry = {name: row.get(name, "") for name in (*NEEDED, *OPTIONAL)}
    entry["article"] = _name(row["article"])
    entry["file"] = entry["file"] or (RAW / f"{entry['article']}.txt").as_posix()
    entry["language"] = entry["language"] or guess_language(row["text"], languages)
    entry["form"] = entry["form"] or "raw"
    entry["sha256"] = hashlib.sha256(row["text"].encode()).hexdigest()
    if entry["language"] not in languages:
        problem = f"unknown language {entry['language']!r}"
        raise InputError(place, problem, f"use {', '.join(languages)}")
    return entry


def _read_records(path: Path) -> list[Row]:
    """The rows of a file of JSON lines or Parquet, as text; null is an empty cell."""
    import polars as pl

    raw = io.BytesIO(sheets.read_bytes(path))
    try:
        table = pl.read_parquet(raw) if path.suffix.lower() == ".parquet" else pl.read_ndjson(raw)
        rows = table.select(pl.all().cast(pl.String).fill_null("")).to_dicts()
    except pl.exceptions.PolarsError as error:
        problem = str(error).splitlines()[0]
        raise InputError(path, problem, "give a row for each text, of plain values") from None
    if "text" not in table.columns:
        raise InputError(path, "has no column text", "name the column of the texts so")
    return rows


def _read_table(path: Path) -> list[Row]:
    if path.suffix.lower() in RECORDS:
        return _read_records(path)
    lines = io.StringIO(sheets.read_text(path).removeprefix("\ufeff"), newline="")
    table = csv.reader(lines, delimiter=DELIMITERS[path.suffix.lower()], strict=True)
    try:
        rows = [row for row in table if any(row)]
    except csv.Error as error:
        raise InputError(
            f"{path}: line {table.line_num}", str(error), "correct the table"
        ) from None
    header = rows[0] if rows else []
    sheets.check_names(path, header)
    if "text" not in header:
        raise InputError(f"{path}: row 1", "has no column text", "name the columns in row 1")
    for number, cells in enumerate(rows[1:], start=2):
        if len(cells) != len(header):
            problem = f"has {len(cells)} cells"
            raise InputError(f"{path}: row {number}", problem, f"the header has {len(header)}")
    return [dict(zip(header, cells, strict=True)) for cells in rows[1:]]


def _read_word(path: Path) -> str:
    """The paragraphs of a Word document, a line each."""
    import docx

    try:
        document = docx.Document(io.BytesIO(sheets.read_bytes(path)))
    except InputError:
        raise
    except Exception:  # python-docx lets errors of zip and XML through
        raise InputError(path, "is no Word document (.docx)", "save it as one") from None
    return "".join(f"{paragraph.text}\n" for paragraph in document.paragraphs)


def _name(text: str) -> str:
    """A name as the sheet of articles allows it."""
    name = re.sub(r"[^A-Za-z0-9_-]+", "_", text).strip("_")
    if not name:
        raise InputError(text, "has no Latin letter or digit to name it by", "give --article NAME")
    return name
