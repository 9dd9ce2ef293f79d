"""`framing correct`: from coded texts to corrected shares, and bad input."""

import pytest
from coded_by_hand import HEADER, read, texts, write
from framing import cli


def fill(folder, change=None, languages=("he", "ar")):
    """Code every text: violation as the number of the text is a multiple of three, never threat."""
    for language in languages:
        rows = read(folder / f"{language}.tsv")
        for row in rows:
            row |= {"violation": int(int(row["text"].split()[1]) % 3 == 0), "threat": 0}
        if change:
            rows = change(rows)
        write(folder / f"{language}.tsv", [list(rows[0]), *(list(row.values()) for row in rows)])


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
