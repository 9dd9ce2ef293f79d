"""Sheets of a sample with hand codes, read back; and a design that was spoilt."""

from pathlib import Path

import polars as pl
import pytest
from framing.correction import coding_sheets, sample
from framing.errors import InputError

TEXTS = {7: "one", 9: "two"}
DESIGN = [
    *(["row", "unit", "language", "source", "group", "texts", "drawn", "probability"],),
    ["9", "he-001", "he", "paper", "none", "4", "1", "0.25"],
    ["7", "he-002", "he", "paper", "threat", "1", "1", "1"],
]
CODES = [["unit", "text", "threat"], ["he-002", "one", "1"], ["he-001", "two", "0"]]


@pytest.fixture
def folder(tmp_path):
    """Write the design and the codes of one language."""

    def write(design=DESIGN, codes=CODES):
        for name, rows in (("design", design), ("he", codes)):
            lines = "".join("\t".join(row) + "\n" for row in rows)
            (tmp_path / f"{name}.tsv").write_text(lines, encoding="utf-8")
        return tmp_path

    return write


def test_codes_with_their_probabilities(folder):
    """In the order of the sheet; only the frames that are columns of it were coded."""
    table, frames = coding_sheets.read(folder(), TEXTS, ["violation", "threat"])
    assert frames == ["threat"]
    assert table.columns == ["row", "probability", "threat"]
    assert table.rows() == [(7, 1.0, 1), (9, 0.25, 0)]


def changed(row, column, value):
    """The design with one cell changed."""
    rows = [list(cells) for cells in DESIGN]
    rows[row][DESIGN[0].index(column)] = value
    return rows


@pytest.mark.parametrize(
    ("design", "message"),
    [
        (changed(1, "unit", "he-002"), "row 3, column unit: he-002 is listed twice; drop one"),
        (changed(2, "row", "8"), "row 3, column row: the coded texts have no row 8"),
        (changed(1, "probability", "0"), "row 2, column probability: is not above 0 and at most 1"),
        (changed(2, "probability", "1.01"), "row 3, column probability: is not above 0"),
        (DESIGN[:1], "design.tsv: has no rows below its header"),
    ],
)
def test_a_spoilt_design(folder, design, message):
    """Row, column and problem."""
    with pytest.raises(InputError, match=message):
        coding_sheets.read(folder(design), TEXTS, ["threat"])


def test_the_page_escapes_texts():
    """A text is text, whatever marks it has; there is a box for each frame."""
    frames = {"threat": {"label": "threat", "definition": "warns", "include": "", "exclude": ""}}
    page = coding_sheets.compose_page("he", "rtl", [("he-001", "<b>&")], frames)
    assert "&lt;b&gt;&amp;" in page
    assert page.count("☐") == 1
    assert "\n\n" not in page  # nor a line for what the template decides
    assert not [line for line in page.splitlines() if line and not line.strip()]


def test_nothing_is_left_of_a_folder_that_fails(tmp_path, monkeypatch):
    """Neither the folder nor a part of it; the problem in one line."""

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", fail)
    design = pl.DataFrame(schema=sample.DESIGN)
    with pytest.raises(InputError, match="no space left on device; choose another place"):
        coding_sheets.write(tmp_path / "s", design, {}, {}, {})
    assert list(tmp_path.iterdir()) == []
