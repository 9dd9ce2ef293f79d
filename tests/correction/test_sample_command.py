"""`framing sample`: sheets and pages to code by hand, and bad input."""

from html.parser import HTMLParser

import pytest
from coded_by_hand import FRAMES, HEADER, read, texts, write
from framing import cli


def test_sample(folder, capsys):
    """A design, and for each language a page and a table without any code of the instrument."""
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["ar.html", "ar.tsv", "design.tsv", "he.html", "he.tsv"]
    sheet = read(folder / "he.tsv")
    assert list(sheet[0]) == ["unit", "text", *FRAMES]
    assert [row["unit"] for row in sheet] == [f"he-{n:03d}" for n in range(1, 21)]
    assert {row[frame] for row in sheet for frame in FRAMES} == {""}
    design = {row["unit"]: row for row in read(folder / "design.tsv")}
    assert len(design) == 40
    source = {str(n): row for n, row in enumerate(texts(), start=1)}
    for row in sheet:
        assert source[design[row["unit"]]["row"]][3] == row["text"]
        assert 0 < float(design[row["unit"]]["probability"]) <= 1


def test_the_page(folder):
    """Right to left, self-contained, each text with a box for each frame and the definitions."""

    class Page(HTMLParser):
        tags, words = (), ""

        def handle_starttag(self, tag, attributes):
            self.tags += ((tag, dict(attributes)),)

        def handle_data(self, data):
            self.words += data

    page = Page()
    page.feed((folder / "he.html").read_text(encoding="utf-8"))
    assert page.tags[0] == ("html", {"lang": "he", "dir": "rtl"})
    assert not {"script", "link", "img"} & {tag for tag, _ in page.tags}
    assert page.words.count("☐") == 20 * len(FRAMES)
    assert "presents an act as breaking a ceasefire" in page.words
    for row in read(folder / "he.tsv"):
        assert row["text"].split("\n")[0] in page.words
    assert "probability" not in page.words


def test_sample_says_where_to_code(coded, tmp_path, capsys):
    """Where the sheets are, and that twenty texts are fewer than were tested."""
    cli.main(["sample", coded, str(tmp_path / "s"), "--per-language", "20"])
    said = capsys.readouterr().err.splitlines()
    assert said[0] == f"he: 20 texts to code: {tmp_path / 's'}/he.tsv"
    assert said[2].startswith("only 20 texts of paper: intervals were tested from 50 on")


def test_without_a_column_of_sources(tmp_path):
    """Each language is one source."""
    rows = [[row[1], row[3], *row[4:]] for row in texts()]
    path = write(tmp_path / "c.tsv", [["language", "text", *FRAMES], *rows])
    assert cli.main(["sample", path, str(tmp_path / "s"), "--per-language", "10"]) == 0
    assert {row["source"] for row in read(tmp_path / "s" / "design.tsv")} == {"he", "ar"}


def test_all_texts_are_drawn_where_there_are_few(coded, tmp_path):
    """Forty texts, a hundred asked for: all forty, with certainty."""
    cli.main(["sample", coded, str(tmp_path / "s"), "--per-language", "100"])
    design = read(tmp_path / "s" / "design.tsv")
    assert len(design) == 80
    assert {row["probability"] for row in design} == {"1.0"}


def without(column):
    """The corpus without one column."""
    place = HEADER.index(column)
    return [[cell for n, cell in enumerate(row) if n != place] for row in [HEADER, *texts()]]


def replaced(row, column, value):
    """The corpus with one cell changed."""
    rows = texts()
    rows[row][HEADER.index(column)] = value
    return [HEADER, *rows]


@pytest.mark.parametrize(
    ("rows", "options", "message"),
    [
        (without("text"), [], "row 1: column text is missing"),
        ([row[:4] for row in [HEADER, *texts()]], [], "row 1: has no column of a frame; code the"),
        (replaced(0, "threat", "2"), [], "row 2, column threat: '2' is not allowed; write 0 or 1"),
        (replaced(1, "language", "fr"), [], "row 3, column language: unknown language 'fr'"),
        (replaced(2, "source", " "), [], "row 4, column source: is empty; name the source"),
        ([HEADER, *texts()], ["--source", "paper"], "row 1: has no column paper; it has id"),
        ([HEADER, *texts()], ["--per-language", "1"], "--per-language: 1 is too few for the 1"),
        ([HEADER, *texts()], ["--seed", "-1"], "--seed: -1 is negative"),
        ([HEADER], [], "has no rows below its header"),
    ],
)
def test_bad_corpus(tmp_path, capsys, rows, options, message):
    """One clear line, exit code 2, no folder."""
    path, folder = write(tmp_path / "c.tsv", rows), tmp_path / "s"
    assert cli.main(["sample", path, str(folder), "--per-language", "10", *options]) == 2
    said = capsys.readouterr().err.strip()
    assert "\n" not in said
    assert message in said
    assert not folder.exists()
    assert not list(tmp_path.glob("*.part"))
