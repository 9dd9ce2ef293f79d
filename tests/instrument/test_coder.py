"""The instrument as a coder: rows read, coded, written."""

import csv

import language_by_hand as by_hand
import pytest
from framing.errors import InputError
from framing.instrument import coder, mentions
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


def test_code_in_batches(book):
    """The codes and mentions do not depend on where the batches end."""
    rows = [{"language": "xx", "text": text} for text in ("a", "b c", "", "c a", "b")]
    whole = list(coder.code(rows, book))
    for size in (1, 4, 7):
        assert list(coder.code(rows, book, batch=size)) == whole
    assert [len(batch) for batch in coder.split(rows, 6)] == [2, 3]  # 2 + 4, 1 + 4 + 2 letters


def test_render(book):
    """Rows as lines; mentions have the number of their row; frames alone give the same table."""
    rows = [{"language": "xx", "text": "c", "id": "1"}, {"language": "xx", "text": "a", "id": "2"}]
    made = coder.Coder(book)
    part = coder.render(rows, made, ["id", "text"], first=7, mentions=True)
    assert part.table == b"1\tc\t0\t0\r\n2\ta\t1\t0\r\n"
    lines = [line.split("\t") for line in part.mentions.decode().splitlines()]
    assert [(line[0], line[6]) for line in lines] == [("7", "mars"), ("8", "f")]
    assert (part.rows, part.size) == (2, 8)
    assert coder.render(rows, made, ["id", "text"]) == part._replace(mentions=b"")


def test_render_some_at_a_time(book, monkeypatch):
    """Mentions are made and written for some texts at a time; the lines are the same."""
    letters = ["c", "a", "a b", "", "c a", "a", "x"]
    rows = [{"language": "xx", "text": text, "id": text} for text in letters]
    whole = coder.render(rows, coder.Coder(book), ["id", "text"], mentions=True)
    for size in (1, 2, 3):
        monkeypatch.setattr(coder, "BLOCK", size)
        monkeypatch.setattr(mentions, "BLOCK", size)
        assert coder.render(rows, coder.Coder(book), ["id", "text"], mentions=True) == whole
    assert coder.render([], coder.Coder(book), ["id"]) == coder.Part(0, 0, b"", b"")


def test_write(book, tmp_path):
    """The header, then every part; without mentions no file of them."""
    out, cues = tmp_path / "out.tsv", tmp_path / "cues.tsv"
    parts = [coder.Part(2, 0, b"a\r\nb\r\n", b"1\r\n"), coder.Part(1, 0, b"c\r\n", b"")]
    assert coder.write(parts, ["text", "f"], out) == 3
    assert out.read_bytes() == b"text\tf\r\na\r\nb\r\nc\r\n"
    assert coder.write(iter(parts), ["text", "f"], out, cues) == 3
    with open(cues, encoding="utf-8", newline="") as file:
        assert list(csv.reader(file, dialect="excel-tab")) == [coder.MENTION_COLUMNS, ["1"]]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cues.tsv", "out.tsv"]


def test_nothing_is_left_of_a_failure(tmp_path):
    """If the work breaks off no file appears, not even a part."""

    def parts():
        yield coder.Part(1, 0, b"a\r\n", b"")
        raise InputError("in.tsv", "is bad")

    with pytest.raises(InputError):
        coder.write(parts(), ["text"], tmp_path / "out.tsv", tmp_path / "cues.tsv")
    assert list(tmp_path.iterdir()) == []


def test_no_folder(tmp_path):
    """A folder that does not exist."""
    with pytest.raises(InputError, match="there is no folder"):
        coder.write([], ["text"], tmp_path / "none" / "out.tsv")
