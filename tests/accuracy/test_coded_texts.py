"""Coded tables in both layouts: which texts, frames and row numbers they give."""

import pytest
from framing.accuracy import coded_texts
from framing.errors import InputError

HE, AR, EN = "שלום", "سلام", "peace"
COLUMNS = {"hebrew": "he", "arabic": "ar", "english": "en"}
PARALLEL = ("id", "frames", "hebrew", "arabic", "aside")


def write(tmp_path, *rows):
    """A tab-separated file."""
    path = tmp_path / "coded.tsv"
    path.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    return path


def codes(texts):
    """Language, and the frames that are 1, of each text."""
    return [
        (row["language"], [frame for frame in texts.frames if row[frame] == "1"])
        for row in texts.rows
    ]


def test_a_text_a_row(tmp_path, book):
    """The frames that are columns; each text is a unit of its own, whatever its id."""
    header = ("id", "language", "text", "threat")
    path = write(tmp_path, header, ("1", "he", HE, "1"), ("1", "ar", AR, "0"))
    texts = coded_texts.read(path, book, COLUMNS)
    assert (texts.frames, texts.parallel) == (["threat"], False)
    assert (codes(texts), texts.numbers) == ([("he", ["threat"]), ("ar", [])], [2, 3])
    assert texts.units == ("0", "1")


def test_a_content_a_row(tmp_path, book):
    """A text for each language, all frames of the codebook; marks in a cell are letters."""
    rows = [("n1", "threat|violation", f'"{HE}', AR, "yes"), ("n2", "", HE, AR, "no")]
    texts = coded_texts.read(write(tmp_path, PARALLEL, *rows), book, COLUMNS)
    assert (texts.frames, texts.parallel) == (list(book.frames), True)
    first = ["violation", "threat"]
    assert codes(texts) == [("he", first), ("ar", first), ("he", []), ("ar", [])]
    assert (texts.units, texts.numbers) == (("n1", "n1", "n2", "n2"), [2, 2, 3, 3])
    assert [row["text"] for row in texts.rows] == [f'"{HE}', AR, HE, AR]


def test_columns_of_a_content_are_kept(tmp_path, book):
    """A condition sees the cells of the table, also in columns that the reader has names for."""
    rows = [("n1", "", HE, AR, "no", "x"), ("n2", "", HE, AR, "yes", "y")]
    path = write(tmp_path, (*PARALLEL[:4], "coded", "he"), *rows)
    texts = coded_texts.read(path, book, COLUMNS, where=[("coded", ["yes"]), ("he", ["y"])])
    assert [row["id"] for row in texts.rows] == ["n2", "n2"]


def test_conditions(tmp_path, book):
    """Every condition must hold, and one may allow several values; rows keep their numbers."""
    rows = [(f"n{n}", "", HE, AR, EN, aside) for n, aside in enumerate(("no", "yes", "yes"))]
    path = write(tmp_path, ("id", "frames", "hebrew", "arabic", "english", "aside"), *rows)
    where = [("aside", ["yes"]), ("language", ["he", "en"])]
    texts = coded_texts.read(path, book, COLUMNS, where=where)
    assert [row["language"] for row in texts.rows] == ["he", "en"] * 2
    assert texts.numbers == [3, 3, 4, 4]
    assert texts.locate(2, "voice") == f"{path}: row 4, column voice"
    with pytest.raises(InputError, match=r"coded\.tsv: no row has aside=so; there are no, yes$"):
        coded_texts.read(path, book, COLUMNS, where=[("aside", ["so"])])
    with pytest.raises(InputError, match="row 1: has no column page; name another by --where"):
        coded_texts.read(path, book, COLUMNS, where=[("page", ["1"])])
    # The second condition finds no row among those of the first.
    with pytest.raises(InputError, match="no row has aside=no; there are yes"):
        coded_texts.read(path, book, COLUMNS, where=[("aside", ["yes"]), ("aside", ["no"])])


def test_an_unknown_language_matters_only_where_it_is_read(tmp_path, book):
    """Rows that a condition leaves out may be in any language; the number is that of the table."""
    header = ("language", "text", "threat", "part")
    rows = [("xx", "?", "0", "a"), ("he", HE, "0", "b"), ("xx", "?", "0", "b")]
    path = write(tmp_path, header, *rows)
    assert len(coded_texts.read(path, book, COLUMNS, where=[("language", ["he"])]).rows) == 1
    with pytest.raises(InputError, match="row 4, column language: unknown language 'xx'; use he"):
        coded_texts.read(path, book, COLUMNS, where=[("part", ["b"])])


def test_a_stream_is_read_once(tmp_path, book, monkeypatch):
    """Standard input has a text a row: its header is not looked at before."""
    import io
    from types import SimpleNamespace

    data = f"language\ttext\tthreat\nhe\t{HE}\t1\n".encode()
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    assert codes(coded_texts.read("-", book, COLUMNS)) == [("he", ["threat"])]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([PARALLEL], "has no rows below its header"),
        ([PARALLEL, ("n1", "threat|threat", HE, AR, "")], "row 2, column frames: 'threat' is list"),
        ([PARALLEL, ("n1", "", HE, "", "")], "row 2, column arabic: is empty; a row needs every"),
        ([PARALLEL[:3], ("n1", "", HE)], "row 1: has fewer than two languages; name at least two"),
        ([("language", "text", "threat"), ("he", HE, "2")], "row 2, column threat: '2' is not all"),
        ([("id", "hebrew"), ("n1", HE)], "row 1: column language is missing; add it"),
    ],
)
def test_bad_tables(tmp_path, book, rows, message):
    """File, row, column and remedy."""
    path = write(tmp_path, *rows)
    with pytest.raises(InputError) as error:
        coded_texts.read(path, book, COLUMNS)
    assert str(error.value).startswith(f"{path}: {message}")
