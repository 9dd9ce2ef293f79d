"""The raw texts of articles: files, and rows of a table."""

import polars as pl
import pytest
from framing.errors import InputError
from framing.texts import stored

ROWS = [{"article": f"a_{n}", "text": f"text {n}\r\n“{n}”\t"} for n in range(7)]


@pytest.fixture
def table(tmp_path):
    """A table of ROWS."""
    stored.write(ROWS, tmp_path / "texts.parquet")
    return tmp_path / "texts.parquet"


def place(path, *numbers):
    """Rows of the sheet of articles."""
    return [{"article": f"a_{n}", "file": str(path)} for n in numbers]


def test_texts_come_back_as_asked_for(table, tmp_path):
    """Any order, beside a text in a file of its own; line ends and marks stay."""
    (tmp_path / "b.txt").write_bytes(b"own\r\n")
    asked = [*place(table, 5), {"article": "b", "file": str(tmp_path / "b.txt")}, *place(table, 0)]
    assert stored.read(asked) == [ROWS[5]["text"], "own\r\n", ROWS[0]["text"]]


def test_files_are_named_from_the_root(table, tmp_path):
    """As the sheet of a study in another folder names them."""
    assert stored.read(place("texts.parquet", 3), tmp_path) == [ROWS[3]["text"]]


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        (pl.DataFrame({"article": ["a_1"], "text": ["x"]}), "has no text of the article 'a_0'"),
        (pl.DataFrame({"article": ["a_0"], "text": [None]}), "has no text of the article 'a_0'"),
        (pl.DataFrame({"article": ["a_0"]}), "needs the columns article and text"),
    ],
)
def test_a_table_that_lacks_something(tmp_path, frame, message):
    """One line with the file."""
    frame.write_parquet(tmp_path / "t.parquet")
    with pytest.raises(InputError, match=message):
        stored.read(place(tmp_path / "t.parquet", 0))


def test_a_table_that_is_missing_or_none(tmp_path):
    """One line each."""
    with pytest.raises(InputError, match="no such file"):
        stored.read(place(tmp_path / "t.parquet", 0))
    (tmp_path / "t.parquet").write_text("no table", encoding="utf-8")
    with pytest.raises(InputError, match="is no table of texts"):
        stored.read(place(tmp_path / "t.parquet", 0))
