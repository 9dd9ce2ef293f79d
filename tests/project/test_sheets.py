"""Sheets: read as the schema says, and the first mistake named with its place and remedy."""

import pytest
from framing import sheets
from framing.errors import InputError

SCHEMA = {
    "plain": {
        "columns": {
            "id": {"pattern": "[a-z]+", "allowed": "small letters"},
            "kind": {"values": ["one", "two"]},
            "note": {"empty": True, "pattern": "[a-z ]+"},
            "any": None,
        }
    },
    "open": {"more": True, "columns": {"id": {}}},
    "quoted": {"quoted": True, "columns": {"id": {}, "text": {}}},
}


@pytest.fixture(autouse=True)
def schema(monkeypatch):
    """Three kinds of sheets."""
    monkeypatch.setattr(sheets, "schemas", lambda: SCHEMA)


def save(tmp_path, text):
    """A sheet with this text."""
    path = tmp_path / "sheet.tsv"
    path.write_bytes(text.encode("utf-8"))
    return path


def test_rows(tmp_path):
    """Cells by column; a byte order mark and the kind of line end do not matter."""
    path = save(tmp_path, '\ufeffid\tkind\tnote\tany\r\na\tone\t\t"x\r\nb\ttwo\tso so\ty\r\n')
    assert sheets.read(path, "plain") == [
        {"id": "a", "kind": "one", "note": "", "any": '"x'},
        {"id": "b", "kind": "two", "note": "so so", "any": "y"},
    ]


def test_quoted_cells(tmp_path):
    """Where the schema says so, quotation marks enclose a cell, which may hold a line break."""
    path = save(tmp_path, 'id\ttext\na\t"x\ny"\n')
    assert sheets.read(path, "quoted") == [{"id": "a", "text": "x\ny"}]


def test_further_columns(tmp_path):
    """`more: true` admits columns that the schema does not name."""
    path = save(tmp_path, "id\tx\na\t1\n")
    assert sheets.read(path, "open") == [{"id": "a", "x": "1"}]


HEAD = "id\tkind\tnote\tany\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "sheet.tsv: is empty; its first row names the columns"),
        ("id\tkind\tnote\n", "row 1: column any is missing; it needs id, kind, note, any"),
        (HEAD.replace("any", "any\tx"), "row 1: unknown column x; use id, kind, note, any"),
        (HEAD + "a\tone\t\tx\nb\tone\n", "row 3: has 2 cells; the header has 4"),
        (
            HEAD + "a\tone\t\tx\nA\tone\t\tx\n",
            "row 3, column id: 'A' is not allowed; small letters",
        ),
        (HEAD + "a\tthree\t\tx\n", "row 2, column kind: 'three' is unknown; use one, two"),
        (HEAD + "a\tone\tNo\tx\n", "row 2, column note: 'No' is not allowed; fill it in"),
        (HEAD + "a\tone\t\t\n", "row 2, column any: '' is not allowed; fill it in"),
    ],
)
def test_first_mistake(tmp_path, text, message):
    """File, row (the header is row 1), column, and what is allowed."""
    with pytest.raises(InputError) as error:
        sheets.read(save(tmp_path, text), "plain")
    assert str(error.value).startswith(str(tmp_path))
    assert str(error.value).endswith(message)


def test_files_that_cannot_be_read(tmp_path):
    """A missing file, a folder, another encoding."""
    with pytest.raises(InputError, match="none: no such file; check its name and folder"):
        sheets.read_text(tmp_path / "none")
    with pytest.raises(InputError, match="is a folder, not a file"):
        sheets.read_text(tmp_path)
    path = tmp_path / "latin"
    path.write_bytes(b"ab\xe4")
    with pytest.raises(InputError, match="byte 2 is not UTF-8; save it as UTF-8"):
        sheets.read_text(path)


def test_message_is_one_line():
    """Line breaks of the parts are blanks; without a remedy the line ends with the problem."""
    assert str(InputError("a\nb", "is  bad", "mend\nit")) == "a b: is bad; mend it"
    assert str(InputError("a", "is bad")) == "a: is bad"
