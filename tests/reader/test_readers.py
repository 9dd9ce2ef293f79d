"""Coding with the learned reader through the public interface and the command."""

import csv
from math import sqrt

import framing
import polars as pl
import pytest
from framing import cli
from framing.errors import InputError
from framing.instrument import codebook

SAID = "اتهمت المعارضة النظام بخرق الهدنة."
CALM = "אתמול ירד גשם."
BOTH = "violation:rules|threat:learned"
SHEET = """frame\tkind\tcode\tconcept\tweight
violation\tintercept\t\t\t-1
violation\tthreshold\t\t\t0.5
violation\tframe\tviolation\t\t{violation}
threat\tintercept\t\t\t-1
threat\tthreshold\t\t\t0.5
threat\tactor\topposition\t\t3
"""
SPELLED = """threat\tletters\t^بخر\t\t30
threat\tletters\t^גשמ$\t\t-2
violation\tkeep\t\t\t0.2
"""


def rows(path):
    """Rows of a tab-separated file."""
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, dialect="excel-tab"))


@pytest.fixture
def weights(tmp_path):
    """The opposition makes a threat; a violation by the rules is doubted."""
    path = tmp_path / "weights.tsv"
    path.write_text(SHEET.format(violation="-1"), encoding="utf-8")
    return path


@pytest.fixture
def spelled(tmp_path):
    """The same, with letters; beside the rules a violation needs a probability of .2."""
    path = tmp_path / "spelled.tsv"
    sheet = SHEET.format(violation="-1").replace("opposition\t\t3", "opposition\t\t0")
    path.write_text(sheet + SPELLED, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("reader", "violation", "threat", "found_by"),
    [
        ("learned", 0, 1, "threat:learned"),
        ("both", 1, 1, BOTH),
    ],
)
def test_readers(weights, reader, violation, threat, found_by):
    """The rules alone find the violation, the weights alone the threat."""
    coded = framing.code(SAID, language="ar", reader=reader, weights=weights).row(0, named=True)
    assert (coded["violation"], coded["threat"], coded["found_by"]) == (violation, threat, found_by)
    assert framing.code(CALM, language="he", reader=reader, weights=weights)["found_by"][0] == ""


def test_letters(spelled):
    """Letters find the threat; `both` drops the violation, whose probability is 1 / (1 + e²)."""
    coded = framing.code(SAID, language="ar", reader="both", weights=spelled).row(0, named=True)
    assert (coded["violation"], coded["threat"]) == (0, 1)
    assert coded["found_by"] == "threat:learned"


def test_rules_are_as_before():
    """By default the rules alone read, without the column."""
    plain = framing.code(SAID, language="ar")
    assert plain.equals(framing.code(SAID, language="ar", reader="rules"))
    assert "found_by" not in plain.columns
    assert plain["violation"][0] == 1


def test_bad_arguments(weights):
    """An unknown reader; weights that nobody reads; a sheet that is missing."""
    with pytest.raises(InputError, match="reader: 'all' is unknown; use rules, learned, both"):
        framing.code(SAID, language="ar", reader="all")
    with pytest.raises(InputError, match="weights: are given, but the rules read alone"):
        framing.code(SAID, language="ar", weights=weights)
    with pytest.raises(InputError, match=r"gone\.tsv: no such file"):
        framing.code(SAID, language="ar", reader="both", weights="gone.tsv")


def test_explain(weights, capsys):
    """The contribution of each concept, after the cues of the rules."""
    arguments = ["explain", "--language", "ar", "--weights", str(weights), SAID]
    assert cli.main(arguments) == 0
    shown = capsys.readouterr().out.splitlines()
    block = shown[shown.index("learned reader, whole text") :]
    assert block == [
        "learned reader, whole text",
        "  violation: probability 0.12 (found from 0.50), by rules",
        "    -1.00 without any cue",
        "    -1.00 frame violation, any cue",
        "  threat: probability 0.88 (found from 0.50), by learned",
        "    -1.00 without any cue",
        "    +3.00 actor Syrian opposition",
    ]


def test_explain_without_weights(capsys):
    """The shipped weights explain the shipped codebook; another codebook has none."""
    again = ["--codebook", str(codebook.PLACE)]
    for more, learned in (([], True), (again, False)):
        assert cli.main(["explain", "--language", "ar", *more, SAID]) == 0
        assert ("learned reader" in capsys.readouterr().out) is learned


def test_explain_letters(spelled, capsys):
    """What the letters of a word add: 30 by the root of the number of all pieces of the text."""
    assert cli.main(["explain", "--language", "ar", "--weights", str(spelled), SAID]) == 0
    shown = capsys.readouterr().out.splitlines()
    pieces = sum(3 * len(word) - 3 for word in ("اتهمت", "المعارضة", "النظام", "بخرق", "الهدنة"))
    block = shown[shown.index(next(line for line in shown if line.startswith("  threat:"))) :]
    assert block[1:3] == [
        "    -1.00 without any cue",
        f"    {30 / sqrt(pieces):+.2f} letters of بخرق",
    ]
    assert len(block) == 7  # the four other words add nothing, and are shown as far as five go
    assert framing.code(SAID, language="ar", reader="learned", weights=spelled)["threat"][0] == 1


@pytest.mark.parametrize("sheet", ["weights", "spelled"])
@pytest.mark.parametrize(
    "more",
    [[], ["--mentions", "m.tsv"], pytest.param(["--jobs", "2"], marks=pytest.mark.slow)],
    ids=["one process", "mentions", "two processes"],
)
def test_command_and_door_agree(sheet, tmp_path, monkeypatch, request, more):
    """The same codes from the command, with mentions (another way to the features) or processes."""
    weights = request.getfixturevalue(sheet)
    expected = {"weights": BOTH, "spelled": "threat:learned"}[sheet]
    monkeypatch.chdir(tmp_path)
    texts = [("ar", SAID), ("he", CALM)] * 3
    with open("in.tsv", "w", encoding="utf-8", newline="") as file:
        csv.writer(file, "excel-tab").writerows([("language", "text"), *texts])
    arguments = ["code", "in.tsv", "out.tsv", "--reader", "both", "--weights", str(weights)]
    assert cli.main([*arguments, *more]) == 0
    table = pl.DataFrame(texts, schema=["language", "text"], orient="row")
    framed = framing.code(table, reader="both", weights=weights)
    assert [list(row.values()) for row in rows("out.tsv")] == [
        [str(cell) for cell in row] for row in framed.rows()
    ]
    assert [row["found_by"] for row in rows("out.tsv")[:2]] == [expected, ""]


def test_validate(weights, tmp_path, monkeypatch, capsys):
    """The learned reader doubts the violation and finds the threat; the rules the other way."""
    monkeypatch.chdir(tmp_path)
    table = "language\ttext\tviolation\tthreat\nar\t{0}\t1\t1\nhe\t{1}\t0\t0\n"
    (tmp_path / "coded.tsv").write_text(table.format(SAID, CALM), encoding="utf-8")
    recalls = {}
    for reader in ("rules", "learned", "both"):
        given = [] if reader == "rules" else ["--weights", str(weights)]
        arguments = [
            "validate",
            "coded.tsv",
            "--reader",
            reader,
            "--output",
            "s.tsv",
            "--draws",
            "9",
        ]
        assert cli.main([*arguments, *given]) == 0
        recalls[reader] = [
            float(row["estimate"])
            for row in rows("s.tsv")
            if row["measure"] == "recall" and row["language"] == "ar"
        ]
    assert recalls == {"rules": [1, 0, 0.5], "learned": [0, 1, 0.5], "both": [1, 1, 1]}
    capsys.readouterr()


def test_mistakes_of_the_command(weights, tmp_path, monkeypatch, capsys):
    """A column that is there already, and weights for another codebook: one line, no output."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in.tsv").write_text("language\ttext\tfound_by\nhe\tx\ty\n", encoding="utf-8")
    assert cli.main(["code", "in.tsv", "out.tsv", "--reader", "both"]) == 2
    assert "row 1: has a column found_by already" in capsys.readouterr().err
    weights.write_text(SHEET.format(violation="x"), encoding="utf-8")
    (tmp_path / "in.tsv").write_text("language\ttext\nhe\tx\n", encoding="utf-8")
    arguments = ["code", "in.tsv", "out.tsv", "--reader", "both", "--weights", str(weights)]
    assert cli.main(arguments) == 2
    assert "row 4, column weight: 'x' is not allowed; a number" in capsys.readouterr().err
    assert not (tmp_path / "out.tsv").exists()
