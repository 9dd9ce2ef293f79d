"""`framing validate` on a table with a row per content, and the rows that it reads of any table."""

import pytest
from coded_by_hand import read, write
from framing import cli

HEAD = ["id", "hebrew", "arabic", "frames", "voice", "speaker", "responsible", "aside"]
BREACH = ("צבא סוריה הפר את הפסקת האש.", "خرق الجيش السوري وقف إطلاق النار.")
CALM = ("השמש זורחת היום.", "الشمس مشرقة اليوم.")
ROWS = [
    HEAD,
    ["n1", *BREACH, "violation", "narrator", "", "regime+russia", "yes"],
    # The instrument misses the threat in both languages, and blames the regime.
    ["n2", *BREACH, "threat|violation", "narrator|attributed", "|un", "|none", "yes"],
    # It finds the breach in Hebrew alone, where the row has none.
    ["n3", BREACH[0], CALM[1], "", "", "", "", "yes"],
    ["n4", *CALM, "violation", "narrator", "", "none", "no"],
]


@pytest.fixture
def table(tmp_path):
    """Four contents in two languages, three of them aside."""
    return write(tmp_path / "coded.tsv", ROWS)


def validate(table, tmp_path, *options):
    """The estimates by language, frame and measure."""
    out = tmp_path / "scores.tsv"
    arguments = ["validate", table, "--output", str(out), "--draws", "9", *options]
    assert cli.main(arguments) == 0
    return {(r["language"], r["frame"], r["measure"]): r["estimate"] for r in read(out)}


def test_a_row_per_content(table, tmp_path, capsys):
    """By hand: 2 of 3 breaches found in each language, one more in Hebrew; 1 of 2 actors right."""
    scores = validate(table, tmp_path)
    for language, precision in (("he", 2 / 3), ("ar", 1)):
        found = [float(scores[language, "violation", name]) for name in ("precision", "recall")]
        assert found == pytest.approx([precision, 2 / 3], abs=1e-5)
        assert scores[language, "threat", "recall"] == "0.0"
        for detail in ("voice", "responsible", "blamed"):
            assert scores[language, detail, "accuracy"] == "0.5"
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "he: 4 texts"
    # Three contents of four are coded alike; two breaches of three are found in both languages.
    assert "rules     he-ar              4        0.75     0.67" in lines
    blamed = next(line for line in lines if line.startswith("somebody or nobody"))
    assert blamed.split()[3:5] == ["2", "0.50"]


def test_marks_are_letters(tmp_path):
    """With and without `--quoting none`, as in `framing train`."""
    path = tmp_path / "marks.tsv"
    path.write_text(
        f'id\tframes\thebrew\tarabic\n1\tviolation\t"{BREACH[0]}\t{BREACH[1]}\n', "utf-8"
    )
    for options in ((), ("--quoting", "none"), ("--quoting", "csv")):
        assert validate(str(path), tmp_path, *options)["he", "violation", "recall"] == "1.0"


def test_only_some_rows(table, tmp_path, capsys):
    """Without the fourth content every breach is found; one language alone agrees with none."""
    scores = validate(table, tmp_path, "--where", "aside=yes", "--where", "language=he")
    assert scores["he", "violation", "recall"] == "1.0"
    assert {language for language, *_ in scores} == {"he"}
    shown = capsys.readouterr().out
    assert "he: 3 texts" in shown
    assert "Jaccard" not in shown
    validate(table, tmp_path, "--where", "language=he,ar")
    assert "rules     he-ar              4 " in capsys.readouterr().out


def test_some_rows_of_a_table_of_texts(tmp_path, capsys):
    """The same option; texts with one id are no contents in several languages."""
    rows = [["id", "language", "text", "violation", "voice"]]
    rows += [["1", "he", BREACH[0], 1, "narrator"], ["1", "ar", BREACH[1], 1, "narrator"]]
    path = write(tmp_path / "texts.tsv", [*rows, ["2", "he", CALM[0], 1, ""]])
    assert validate(path, tmp_path)["he", "violation", "recall"] == "0.5"
    assert validate(path, tmp_path, "--where", "id=1")["he", "violation", "recall"] == "1.0"
    assert "Jaccard" not in capsys.readouterr().out


def spoil(row, column, value):
    """The table with another value in a cell; rows as in the file."""
    rows = [list(cells) for cells in ROWS]
    rows[row - 1][HEAD.index(column)] = value
    return rows


@pytest.mark.parametrize(
    ("rows", "options", "message"),
    [
        (spoil(3, "voice", "narrator"), (), "row 3, column voice: has 1 part for 2 frames; write"),
        (spoil(2, "responsible", "mars"), (), "row 2, column responsible: 'mars' is unknown; use"),
        (spoil(2, "speaker", "mars"), (), "row 2, column speaker: 'mars' is unknown; use"),
        (spoil(4, "voice", "narrator"), (), "row 4, column voice: is 'narrator', but the row has"),
        (spoil(5, "voice", "x"), ("--where", "aside=no"), "row 5, column voice: 'x' is unknown"),
        (spoil(4, "arabic", ""), (), "row 4, column arabic: is empty; a row needs every language"),
        (spoil(4, "id", "n1"), (), "row 4, column id: 'n1' is listed twice; rename one"),
        (ROWS[:1], (), "has no rows below its header"),
        (ROWS, ("--where", "aside=so"), "no row has aside=so; there are yes, no"),
        (ROWS, ("--where", "page=1"), "row 1: has no column page; name another by --where"),
        (ROWS, ("--where", "aside"), "--where: 'aside' is no condition; write COLUMN=VALUE"),
    ],
)
def test_one_clear_line(tmp_path, capsys, rows, options, message):
    """Exit code 2, file, row, column and remedy; nothing is written."""
    path, out = write(tmp_path / "bad.tsv", rows), tmp_path / "out.tsv"
    assert cli.main(["validate", path, "--output", str(out), *options]) == 2
    printed = capsys.readouterr().err.strip()
    assert "\n" not in printed
    assert message in printed
    assert not out.exists()
