"""`framing sample` and `framing correct`: from coded texts to corrected shares, and bad input."""

import csv
from html.parser import HTMLParser

import pytest
from framing import cli

FRAMES = ["violation", "threat"]
HEADER = ["id", "language", "source", "text", *FRAMES]


def write(path, rows):
    """A tab-separated file as spreadsheets write it."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, "excel-tab").writerows(rows)
    return str(path)


def read(path):
    """Rows of a tab-separated file."""
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, dialect="excel-tab"))


def texts(*, count=40):
    """Texts of two sources; violation is found in every second, threat in every fourth."""
    return [
        [
            f"{source}{i}",
            language,
            source,
            f'{word} {i} "אב"\nשורה',
            int(i % 2 == 0),
            int(i % 4 == 0),
        ]
        for language, source, word in (("he", "paper", "מילה"), ("ar", "radio", "كلمة"))
        for i in range(count)
    ]


@pytest.fixture
def coded(tmp_path):
    """Coded texts."""
    return write(tmp_path / "coded.tsv", [HEADER, *texts()])


@pytest.fixture
def folder(coded, tmp_path):
    """A drawn sample of twenty texts a language."""
    place = tmp_path / "sheets"
    assert cli.main(["sample", coded, str(place), "--per-language", "20", "--seed", "3"]) == 0
    return place


def fill(folder, change=None, languages=("he", "ar")):
    """Code every text: violation as the number of the text is a multiple of three, never threat."""
    for language in languages:
        rows = read(folder / f"{language}.tsv")
        for row in rows:
            row |= {"violation": int(int(row["text"].split()[1]) % 3 == 0), "threat": 0}
        if change:
            rows = change(rows)
        write(folder / f"{language}.tsv", [list(rows[0]), *(list(row.values()) for row in rows)])


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


def test_correct(folder, coded, tmp_path, capsys):
    """The instrument says half and a quarter; by hand a third and none."""
    fill(folder)
    out = tmp_path / "shares.tsv"
    assert cli.main(["correct", str(folder), coded, "--output", str(out)]) == 0
    rows = {(row["source"], row["minus"], row["frame"]): row for row in read(out)}
    paper = rows["paper", "", "violation"]
    assert (paper["texts"], paper["coded"], paper["raw"]) == ("40", "20", "0.5")
    assert float(paper["low"]) <= 14 / 40 <= float(paper["high"])
    assert float(rows["paper", "", "threat"]["corrected"]) == 0
    assert rows["paper", "", "threat"]["recall"] == ""
    gap = rows["paper", "radio", "violation"]
    assert float(gap["low"]) < 0 < float(gap["high"])
    said = capsys.readouterr().out
    assert "paper (he): 40 texts, 20 coded by hand" in said
    assert "paper minus radio: 80 texts, 40 coded by hand" in said
    assert "[95 % interval]" in said


def test_level_and_source(folder, coded, tmp_path):
    """A lower level is narrower; another column may name the sources."""
    fill(folder)
    widths = []
    for level in ("0.95", "0.5"):
        out = str(tmp_path / f"{level}.tsv")
        cli.main(["correct", str(folder), coded, "--level", level, "--output", out])
        widths.append(float(read(out)[0]["high"]) - float(read(out)[0]["low"]))
    assert widths[1] < widths[0]
    out = str(tmp_path / "by_language.tsv")
    cli.main(["correct", str(folder), coded, "--source", "language", "--output", out])
    assert {row["source"] for row in read(out)} == {"he", "ar"}


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


def test_no_coding_is_lost(folder, coded, tmp_path, capsys):
    """An existing folder is refused; an output may not be one of the files that are read."""
    fill(folder)
    before = {path: path.read_bytes() for path in folder.iterdir()}
    assert cli.main(["sample", coded, str(folder), "--per-language", "10"]) == 2
    assert "exists already; name a new folder" in capsys.readouterr().err
    for output in (coded, str(folder / "he.tsv"), str(folder / ".." / "sheets" / "design.tsv")):
        assert cli.main(["correct", str(folder), coded, "--output", output]) == 2
        assert "is both read and written" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def blank(rows):
    """The third text without a code."""
    rows[2]["threat"] = ""
    return rows


def doubled(rows):
    """The first text twice."""
    return [*rows, rows[0]]


def renamed(rows):
    """A unit that nobody drew."""
    rows[0]["unit"] = "he-999"
    return rows


def rewritten(rows):
    """Another text."""
    rows[1]["text"] = "אחר"
    return rows


def frameless(rows):
    """The columns of the frames dropped."""
    return [{"unit": row["unit"], "text": row["text"]} for row in rows]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (blank, "he.tsv: row 4, column threat: is empty; write 0 or 1"),
        (doubled, "he.tsv: row 22, column unit: he-001 is listed twice"),
        (renamed, "he.tsv: row 2, column unit: 'he-999' is not in the sample"),
        (rewritten, "he.tsv: row 3, column text: is not the text in row"),
        (frameless, "he.tsv: row 1: has no column of a frame"),
        (lambda rows: rows[:-2], "he.tsv: lacks 2 of 20 texts, the first is he-019"),
    ],
)
def test_bad_sheets(folder, coded, capsys, change, message):
    """One clear line with file, row and column."""
    fill(folder, change, languages=["he"])
    fill(folder, languages=["ar"])
    capsys.readouterr()
    assert cli.main(["correct", str(folder), coded]) == 2
    said = capsys.readouterr().err.strip()
    assert "\n" not in said
    assert message in said


def test_another_corpus(folder, tmp_path, capsys):
    """A corpus that is not the one that was sampled is noticed."""
    fill(folder)
    other = write(tmp_path / "other.tsv", [HEADER, *reversed(texts())])
    assert cli.main(["correct", str(folder), other]) == 2
    assert "is not the text in row" in capsys.readouterr().err
    short = write(tmp_path / "short.tsv", [HEADER, *texts(count=2)])
    assert cli.main(["correct", str(folder), short]) == 2
    assert "the coded texts have no row" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--level", "95"], "--level: 95 is not between 0 and 1"),
        (["--output", "/nowhere/x.tsv"], "/nowhere/x.tsv: there is no folder"),
    ],
)
def test_bad_options(folder, coded, capsys, arguments, message):
    """One clear line."""
    fill(folder)
    capsys.readouterr()
    assert cli.main(["correct", str(folder), coded, *arguments]) == 2
    assert message in capsys.readouterr().err


def test_other_frames_in_one_language(folder, coded, capsys):
    """A frame that was coded in one language only cannot be compared."""
    fill(folder, lambda rows: [{k: v for k, v in r.items() if k != "threat"} for r in rows], ["he"])
    fill(folder, languages=["ar"])
    assert cli.main(["correct", str(folder), coded]) == 2
    assert "ar.tsv: has other frames than the sheet before" in capsys.readouterr().err
    fill(folder, lambda rows: [{k: v for k, v in r.items() if k != "threat"} for r in rows], ["ar"])
    assert cli.main(["correct", str(folder), coded]) == 0
