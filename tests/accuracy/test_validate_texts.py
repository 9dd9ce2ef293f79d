"""`framing validate` on a table with a row per text: scores by language and frame."""

import pytest
from coded_by_hand import read, write
from commands_by_hand import CALM, CODED
from framing import cli


@pytest.fixture
def coded(tmp_path):
    """Four coded texts, two frames; the instrument misses the breach that row 5 claims."""
    return write(tmp_path / "coded.tsv", CODED)


def test_validate(coded, tmp_path, capsys):
    """Violation in Hebrew: coded once, never found; all frames there: 1 hit, 1 missed."""
    out = tmp_path / "scores.tsv"
    assert cli.main(["validate", coded, "--output", str(out)]) == 0
    rows = {(r["language"], r["frame"], r["measure"]): r for r in read(out)}
    assert rows["he", "violation", "recall"]["estimate"] == "0.0"
    assert rows["he", "violation", "precision"]["estimate"] == ""
    assert rows["he", "micro", "recall"]["estimate"] == "0.5"
    assert float(rows["he", "micro", "f1"]["estimate"]) == pytest.approx(2 / 3, abs=1e-5)
    assert rows["ar", "micro", "f1"]["estimate"] == "1.0"
    gap = rows["he-ar", "micro", "recall"]
    assert float(gap["estimate"]) == -0.5
    assert float(gap["low"]) < -0.5 < float(gap["high"])
    assert {r["frame"] for r in rows.values()} == {"endorsement", "violation", "micro"}
    shown = capsys.readouterr().out
    lines = [line for line in shown.splitlines() if line.startswith(("violation", "all frames  "))]
    assert len(lines) == 6
    assert "he: 3 texts" in shown
    assert "difference he-ar" in shown
    starts = {
        line.index("[") for line in lines if line.startswith("all frames") and "+" not in line
    }
    assert len(starts) == 1


def test_validate_is_the_same_every_time(coded, capsys):
    """The seed decides the bootstrap."""
    shown = []
    for _ in range(2):
        cli.main(["validate", coded, "--seed", "7", "--draws", "200"])
        shown.append(capsys.readouterr().out)
    assert shown[0] == shown[1]


def test_validate_one_language(tmp_path, capsys):
    """No difference can be given, and none is."""
    path = write(tmp_path / "c.tsv", [["language", "text", "threat"], ["he", CALM, 0]])
    assert cli.main(["validate", path]) == 0
    assert "\ndifference he" not in capsys.readouterr().out


def test_validate_unquoted(tmp_path, capsys):
    """With --quoting none a mark in a cell is a letter here too; else it opens a cell."""
    path = tmp_path / "coded.tsv"
    path.write_text(f'language\ttext\tthreat\nhe\t"{CALM}\t0\n', encoding="utf-8")
    assert cli.main(["validate", str(path), "--quoting", "none", "--draws", "9"]) == 0
    assert cli.main(["validate", str(path), "--draws", "9"]) == 2
    assert "or use --quoting none" in capsys.readouterr().err
