"""The Word document: real right-to-left runs, unchanged values, the same bytes each time."""

import docx
import pytest
from docx.oxml.ns import qn
from framing.paper.tables import word
from lxml import etree
from tables_by_hand import ROWS, SPLIT, empty, table


@pytest.fixture
def document(tmp_path):
    """A document of three tables, read back: one upright, one sideways, one without rows."""
    word.write([table(), table(landscape=True), empty()], tmp_path / "t.docx")
    return docx.Document(tmp_path / "t.docx")


def cell(document, row, column):
    """The only paragraph of a cell of the first table."""
    return document.tables[0].cell(row, column).paragraphs[0]


def test_values_are_unchanged(document):
    """Every cell, below the line of groups and that of headings."""
    assert len(document.tables) == 2
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows[1:] == [["Word", "In English", "Found", "%"], *ROWS]
    assert rows[0][2:] == ["Hebrew", "Hebrew"]  # one cell over two columns


def test_nothing_lies_between_the_cells(document):
    """All text of the table is text of its runs, and its columns have the widths of the layout."""
    table = document.tables[0]._tbl
    shown = "".join(run.text for run in table.iter(qn("w:t")))
    assert etree.tostring(table, method="text", encoding="unicode") == shown
    widths = [int(column.get(qn("w:w"))) for column in table.tblGrid]
    assert widths == [
        1814,
        2722,
        907,
        907,
    ]  # 20, 30, 10 and 10 % of 16 cm, in twentieths of a point
    cells = [int(cell.tcPr.find(qn("w:tcW")).get(qn("w:w"))) for cell in table.tr_lst[1].tc_lst]
    assert cells == widths


def test_right_to_left(document):
    """The paragraph has a direction, its one run is right to left and names its language."""
    paragraph = cell(document, 2, 0)
    assert [run.text for run in paragraph.runs] == [SPLIT]
    assert paragraph._p.pPr.find(qn("w:bidi")) is not None
    properties = paragraph.runs[0]._r.rPr
    assert properties.find(qn("w:rtl")) is not None
    assert properties.find(qn("w:lang")).get(qn("w:bidi")) == "he-IL"
    assert properties.find(qn("w:rFonts")).get(qn("w:cs"))
    assert properties.find(qn("w:szCs")) is not None


def test_arabic_inside_english(document):
    """Only the Arabic run is right to left."""
    paragraph = cell(document, 3, 1)
    assert paragraph._p.pPr.find(qn("w:bidi")) is None
    found = [(run.text, run._r.rPr.find(qn("w:rtl")) is not None) for run in paragraph.runs]
    assert found == [("a truce: ", False), ("وقف", True), (" (3)", False)]


def test_numbers_are_aligned_right(document):
    """Numbers at the end of their cell; words, in both directions, at the start."""
    sides = [cell(document, 2, at)._p.pPr.find(qn("w:jc")).get(qn("w:val")) for at in range(4)]
    assert sides == ["start", "start", "end", "end"]


def test_pages(document):
    """A section each, turned sideways where the table asks for it; the headings return."""
    wide = [section.page_width > section.page_height for section in document.sections]
    assert wide == [False, True, False]
    heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in document.tables[0].rows]
    assert heads == [True, True, False, False]


def test_captions_and_notes(document):
    """Numbered captions; the table without rows is its caption and its sentence."""
    texts = [paragraph.text for paragraph in document.paragraphs if paragraph.text]
    assert texts[0] == "Table 1. Words of מועצה & others."
    assert texts[-2:] == ["Table 3. Words of מועצה & others.", "There is no difference."]


def test_bytes_depend_on_the_tables_only(tmp_path):
    """No date, no random name."""
    for name in ("a", "b"):
        word.write([table()], tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
