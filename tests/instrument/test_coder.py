"""The instrument as a coder: rows read, coded, written."""

import csv

import language_by_hand as by_hand
import pytest
from framing.errors import InputError
from framing.instrument import coder
from framing.instrument.codebook import Codebook


@pytest.fixture
def book():
    """Two frames in a made-up language: `f` has the cue `a`, `g` the cue `b`; `c` is an actor."""
    known = by_hand.language()
    known.cues += [by_hand.cue(known, "a", code="f"), by_hand.cue(known, "b", code="g")]
    known.cues.append(by_hand.cue(known, "c", kind="actor", code="mars"))
    return Codebook({"f": {}, "g": {}}, {}, {}, {}, {"xx": known})


def write(path, text):
    """A file, and its path."""
    path.write_text(text, encoding="utf-8")
    return path


def test_read_rows(tmp_path):
    """The header, and each row by column; a byte-order mark and line breaks in cells are fine."""
    path = write(tmp_path / "in.tsv", '\ufeffid\tlanguage\ttext\n1\txx\t"a\nb"\n2\txx\tc\n')
    header, rows = coder.read_rows(path)
    assert header == ["id", "language", "text"]
    assert list(rows) == [
        {"id": "1", "language": "xx", "text": "a\nb"},
        {"id": "2", "language": "xx", "text": "c"},
    ]


def test_read_unquoted(tmp_path):
    """Marks of cells are letters if the file has no quoting."""
    path = write(tmp_path / "in.tsv", 'language\ttext\nxx\t"a"\n')
    assert [row["text"] for row in coder.read_rows(path, quoted=False)[1]] == ['"a"']
    assert [row["text"] for row in coder.read_rows(path)[1]] == ["a"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "is empty; its first row names the columns"),
        ("language\tx\n", "row 1: column text is missing; add it"),
        ("text\tx\n", "row 1: column language is missing; add it"),
        ("language\ttext\nxx\ta\nxx\n", "row 3: has 1 cells; the header has 2"),
        ('language\ttext\nxx\t"a\n', "line 2: .*; double the marks inside quoted cells"),
    ],
)
def test_bad_file(tmp_path, text, message):
    """One line with the place."""
    with pytest.raises(InputError, match=message):
        list(coder.read_rows(write(tmp_path / "in.tsv", text))[1])


def test_code(book):
    """A 0/1 column per frame after those of the row, and the mentions."""
    rows = [{"language": "xx", "text": "b a c"}, {"language": "xx", "text": "c"}]
    (first, mentions), (second, others) = coder.code(rows, book)
    assert first == {"language": "xx", "text": "b a c", "f": 1, "g": 1}
    assert second == {"language": "xx", "text": "c", "f": 0, "g": 0}
    found = [dict(zip(coder.MENTION_COLUMNS[1:], m, strict=True)) for m in mentions]
    assert [(m["start"], m["end"], m["text"], m["kind"], m["code"]) for m in found] == [
        (0, 1, "b", "frame", "g"),
        (2, 3, "a", "frame", "f"),
        (4, 5, "c", "actor", "mars"),
    ]
    assert len(others) == 1


def test_unknown_language(book):
    """The row is counted from the header."""
    rows = [{"language": "xx", "text": "a"}, {"language": "yy", "text": "a"}]
    with pytest.raises(InputError, match="my file: row 3, column language: unknown language 'yy'"):
        list(coder.code(rows, book, place="my file"))


def test_write(book, tmp_path):
    """The chosen columns, and mentions with the number of their row."""
    rows = [{"language": "xx", "text": "c"}, {"language": "xx", "text": "a"}]
    out, cues = tmp_path / "out.tsv", tmp_path / "cues.tsv"
    count = coder.write(coder.code(rows, book), ["text", "f", "g"], out, cues)
    assert count == 2
    assert out.read_text(encoding="utf-8") == "text\tf\tg\nc\t0\t0\na\t1\t0\n"
    with open(cues, encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file, dialect="excel-tab"))
    assert [(m["row"], m["code"]) for m in found] == [("1", "mars"), ("2", "f")]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cues.tsv", "out.tsv"]


def test_nothing_is_left_of_a_failure(book, tmp_path):
    """If a row is bad no file appears, not even a part."""
    rows = [{"language": "xx", "text": "a"}, {"language": "yy", "text": "a"}]
    with pytest.raises(InputError):
        coder.write(coder.code(rows, book), ["text"], tmp_path / "out.tsv", tmp_path / "cues.tsv")
    assert list(tmp_path.iterdir()) == []


def test_no_folder(book, tmp_path):
    """A folder that does not exist."""
    with pytest.raises(InputError, match="there is no folder"):
        coder.write([], ["text"], tmp_path / "none" / "out.tsv")
