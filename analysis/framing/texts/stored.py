"""The raw texts of articles: a file each, or rows of one table with the columns article and text.

The table is Parquet, which is read in parts: whoever needs a few articles of many does not hold
the others.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import polars as pl

from framing import output, sheets
from framing.errors import InputError

TABLE = ".parquet"
TOGETHER = 2000  # articles that are read and written as one part of a table
COLUMNS = ["article", "text"]


def read(articles: Sequence[Mapping[str, str]], root: Path | str = ".") -> list[str]:
    """The text of each of these rows of the sheet of articles (article, file), in their order.

    `root` is the folder from which the files are named. Raises InputError for a file that is
    missing, or a table that lacks a column or an article.
    """
    named: dict[str, list[str]] = {}
    for row in articles:
        if is_table(row["file"]):
            named.setdefault(row["file"], []).append(row["article"])
    tables = {path: _look_up(Path(root, path), names) for path, names in named.items()}
    return [
        tables[row["file"]][row["article"]]
        if row["file"] in tables
        else sheets.read_text(Path(root, row["file"]))
        for row in articles
    ]


def write(rows: Iterable[Mapping[str, str]], path: Path) -> None:
    """Write articles and their texts as a table; an older file is kept until it is whole."""
    table = pl.DataFrame([{name: row[name] for name in COLUMNS} for row in rows])
    part = output.name_temporary(path)
    try:
        table.write_parquet(part, row_group_size=TOGETHER)
        part.replace(path)
    except OSError as error:
        raise InputError(path, (error.strerror or "cannot be written").lower()) from None
    finally:
        part.unlink(missing_ok=True)


def is_table(path: Path | str) -> bool:
    """Whether the file holds the texts of many articles."""
    return Path(path).suffix.lower() == TABLE


def _look_up(path: Path, names: list[str]) -> dict[str, str]:
    try:
        table = pl.scan_parquet(path).select(COLUMNS)
        found = dict(table.filter(pl.col("article").is_in(names)).collect().iter_rows())
    except FileNotFoundError:
        raise InputError(path, "no such file", "check its name and folder") from None
    except pl.exceptions.ColumnNotFoundError:
        raise InputError(path, "needs the columns article and text", "name them so") from None
    except (pl.exceptions.PolarsError, OSError) as error:
        problem = str(error).splitlines()[0]
        raise InputError(path, f"is no table of texts ({problem})", "write it again") from None
    for name in names:
        if not isinstance(found.get(name), str):
            raise InputError(path, f"has no text of the article {name!r}", "add its row")
    return found
