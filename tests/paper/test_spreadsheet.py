"""The spreadsheet: texts stay texts, numbers numbers, right-to-left cells, the same bytes."""

import openpyxl
import polars as pl
import pytest
from framing.paper.tables import spreadsheet
from tables_by_hand import SPLIT, TRUCE

TABLE = pl.DataFrame(
    {
        "word": [SPLIT, TRUCE, "=1+1"],
        "date": ["2016-12-31", "7/17", ""],
        "count": [7, None, 0],
        "share": [0.25, float("nan"), -0.5],
    }
)


@pytest.fixture
def book(tmp_path):
    """A spreadsheet with one table, read back."""
    spreadsheet.write({"words": TABLE}, {"words": "Words."}, tmp_path / "t.xlsx")
    return openpyxl.load_workbook(tmp_path / "t.xlsx")


def test_values_are_unchanged(book):
    """Every value under the name of its column; what is missing is an empty cell."""
    assert list(book["words"].values) == [
        ("word", "date", "count", "share"),
        (SPLIT, "2016-12-31", 7, 0.25),
        (TRUCE, "7/17", None, None),
        ("=1+1", None, 0, -0.5),
    ]


def test_nothing_is_guessed(book):
    """Texts are text cells in the format of text, also a date and a formula; numbers are not."""
    sheet = book["words"]
    for place in ("A4", "B2", "B3"):
        assert (sheet[place].data_type, sheet[place].number_format) == ("s", "@")
    assert (sheet["C2"].data_type, sheet["C2"].number_format) == ("n", "General")


def test_right_to_left(book):
    """Hebrew and Arabic cells run from right to left and are aligned right."""
    for place, order, side in (("A2", 2, "right"), ("A3", 2, "right"), ("B2", 0, None)):
        found = book["words"][place].alignment
        assert (found.readingOrder, found.horizontal) == (order, side)


def test_long_texts_are_wrapped(tmp_path):
    """And their column is no wider than it can be read; a short column is as wide as its head."""
    table = pl.DataFrame({"text": ["a" * 61, "b"], "head": ["c", "d"]})
    spreadsheet.write({"t": table}, {"t": ""}, tmp_path / "t.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "t.xlsx")["t"]
    assert [sheet[place].alignment.wrap_text for place in ("A2", "A3")] == [True, None]
    assert [sheet.column_dimensions[name].width for name in "AB"] == [60, 6]


def test_first_sheet_lists_the_tables(book):
    """Their names and captions; in every sheet the head stays in view."""
    assert book.sheetnames == ["contents", "words"]
    assert list(book["contents"].values) == [("table", "caption"), ("words", "Words.")]
    assert {sheet.freeze_panes for sheet in book} == {"A2"}
    assert book["words"]["A1"].font.bold


def test_bytes_depend_on_the_tables_only(tmp_path):
    """No date."""
    for name in ("a", "b"):
        spreadsheet.write({"words": TABLE}, {"words": "Words."}, tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
