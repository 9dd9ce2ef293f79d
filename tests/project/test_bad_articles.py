"""Bad articles and rows about them: each is one line with file, row, column and remedy.

New articles, which are added by a command, are in texts/test_intake.
"""

import hashlib
from pathlib import Path

import pytest
from framing.errors import InputError
from framing.texts import corpus

AR = "خرق الجيش وقف إطلاق النار."
ROW = ["a", "data/raw/a.txt", "ar", "arabic", "2017-01-01", "raw", ""]
COLUMNS = ["article", "file", "language", "source", "date", "form", "sha256"]
ARTICLES = [
    ({"article": "a b"}, "column article: 'a b' is not allowed; letters, digits, - and _"),
    ({"article": ""}, "column article: '' is not allowed"),
    ({"file": ""}, "column file: '' is not allowed; fill it in"),
    ({"file": "no.txt"}, "no.txt: no such file; check its name and folder"),
    ({"file": "."}, ".: is a folder, not a file"),
    ({"file": "loop"}, "loop: too many levels of symbolic links"),
    ({"file": "x" * 300}, "file name too long"),
    ({"file": "a\x00b"}, "is no file name; correct it"),
    ({"language": "fr"}, "column language: unknown language 'fr'; use one of he, ar"),
    ({"language": "Arabic"}, "column language: 'Arabic' is not allowed"),
    ({"source": "egyptian"}, "column source: unknown source 'egyptian'; use one of hebrew, arabic"),
    ({"source": ""}, "column source: '' is not allowed"),
    ({"date": "2016-99-99"}, "column date: '2016-99-99' is no day of the calendar"),
    ({"date": "2017-02-29"}, "column date: '2017-02-29' is no day of the calendar"),
    ({"date": "٢٠١٧-٠١-٠١"}, "column date: '٢٠١٧-٠١-٠١' is not allowed; a date YYYY-MM-DD"),
    ({"date": "1.1.2017"}, "column date: '1.1.2017' is not allowed"),
    ({"form": "cooked"}, "column form: 'cooked' is unknown; use raw, lemmatised"),
    ({"sha256": "0" * 64}, "data/raw/a.txt: does not have the SHA-256 of its row; restore it"),
    ({"sha256": "123"}, "column sha256: '123' is not allowed; 64 hexadecimal digits"),
    ({"text": b""}, "data/raw/a.txt: has no word; an article needs text"),
    ({"text": b" \n"}, "data/raw/a.txt: has no word"),
    ({"text": b"... !!!"}, "data/raw/a.txt: has no word"),
    ({"text": "😀😀".encode()}, "data/raw/a.txt: has no word"),
    ({"text": "سلام".encode("cp1256")}, "data/raw/a.txt: byte 0 is not UTF-8"),
    ({"text": "سلام".encode("utf-16")}, "it looks like UTF-16"),
    ({"columns": COLUMNS[:-1]}, "row 1: column sha256 is missing; it needs article, file"),
    ({"columns": [*COLUMNS, "remark"]}, "row 1: unknown column remark; use article"),
    ({"columns": [*COLUMNS, "date"]}, "row 1: 2 columns are named 'date'"),
    ({"lines": 0}, "data/articles.tsv: names no article; add a row for each"),
    ({"lines": 2}, "row 3, column article: 'a' is used twice, first in row 2; rename one"),
]


@pytest.fixture
def place(tmp_path, monkeypatch):
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write_articles(changes):
    """One Arabic article with its row, and what is changed of them."""
    Path("data/raw").mkdir(parents=True)
    Path("loop").symlink_to("loop")
    content = changes.get("text", AR.encode())
    Path("data/raw/a.txt").write_bytes(content)
    row = dict(zip(COLUMNS, ROW, strict=True)) | {"sha256": hashlib.sha256(content).hexdigest()}
    row |= {name: value for name, value in changes.items() if name in COLUMNS}
    columns = changes.get("columns", COLUMNS)
    lines = ["\t".join(row.get(name, "") for name in columns)] * changes.get("lines", 1)
    text = "\n".join(["\t".join(columns), *lines]) + changes.get("end", "\n")
    Path("data/articles.tsv").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(("changes", "message"), ARTICLES)
def test_articles(place, book, changes, message):
    """The sheet of articles and the articles themselves."""
    write_articles(changes)
    with pytest.raises(InputError) as error:
        corpus.read_articles("data/articles.tsv", ["hebrew", "arabic"], book.languages)
    assert "\n" not in str(error.value)
    assert message in str(error.value)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"end": "\n\n\n"},  # spreadsheets leave empty rows
        {"end": ""},
        {"sha256": hashlib.sha256(AR.encode()).hexdigest().upper()},  # as certutil prints it
        {"columns": [*COLUMNS, "outlet", "title", "author"]},
    ],
)
def test_articles_that_are_right(place, book, changes):
    """However a spreadsheet or another system writes them; optional columns are there."""
    write_articles(changes)
    (row,) = corpus.read_articles("data/articles.tsv", ["arabic"], book.languages)
    assert (row["text"], row["outlet"], row["author"]) == (AR, "", "")
