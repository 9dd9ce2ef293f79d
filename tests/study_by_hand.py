"""Texts of two sources, files of them, and a study of them."""

import csv
import json

import polars as pl
from framing import cli

ROWS = [
    {"text": "The army broke the truce. Talks go on.", "source": "post", "date": "2024-01-02"},
    {"text": "Two children were killed.", "source": "herald", "date": "2024-02-03"},
    {"text": "The sun is shining.", "source": "post", "date": "2024-02-04"},
]


def save(path, rows):
    """The rows as the ending of the path says."""
    if path.suffix == ".jsonl":
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    elif path.suffix == ".parquet":
        pl.DataFrame(rows).write_parquet(path)
    else:
        delimiter = "," if path.suffix == ".csv" else "\t"
        with open(path, "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), delimiter=delimiter)
            writer.writeheader()
            writer.writerows(rows)
    return path


def begin(folder):
    """A study of the three texts, laid out in the folder."""
    texts = save(folder / "texts.tsv", ROWS)
    assert cli.main(["new", str(folder / "study"), "--texts", str(texts)]) == 0
    return folder / "study"
