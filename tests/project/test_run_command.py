"""`framing run` in a study of one's own: one source, and a question handed to Snakemake."""

import subprocess
from pathlib import Path

import polars as pl
import pytest
from framing import cli
from framing.cli import run
from study_by_hand import ROWS, begin, save


@pytest.fixture
def study(tmp_path, monkeypatch):
    """A study of the three texts, as the working folder."""
    place = begin(tmp_path)
    monkeypatch.chdir(place)
    return place


def test_run_one_source(tmp_path, monkeypatch, capsys):
    """Nothing is compared: what describes it is written, and one line says so."""
    texts = save(tmp_path / "texts.csv", [ROWS[0], ROWS[2]])
    assert cli.main(["new", str(tmp_path / "study"), "--texts", str(texts)]) == 0
    monkeypatch.chdir(tmp_path / "study")
    capsys.readouterr()
    assert cli.main(["run"]) == 0
    said = capsys.readouterr().err
    assert said.startswith("one source, so contrasts and their figures are left out; shares.tsv,")
    shares = pl.read_csv("tables/shares.tsv", separator="\t")
    assert shares.filter(code="violation").select("units", "carried").rows() == [(3, 1)]
    assert pl.read_csv("tables/mentions.tsv", separator="\t").height > 0
    months = pl.read_csv("tables/shares_over_time.tsv", separator="\t")["period"].unique()
    assert sorted(months) == ["2024-01-01", "2024-02-01"]
    assert (tmp_path / "study" / "figures" / "shares_over_time.png").is_file()


@pytest.fixture
def calls(monkeypatch):
    """Arguments of Snakemake, which is not run and ends with exit code 2."""
    found = []
    monkeypatch.setattr(
        subprocess, "call", lambda command: found.append(command[command.index("snakemake") :]) or 2
    )
    return found


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "q.yaml: no such file; check its name and folder"),
        (b"", "q.yaml: holds no settings"),
        ("seed: 1".encode("utf-16"), "q.yaml: byte 0 is not UTF-8; it looks like UTF-16"),
        (b"seed: -1", "q.yaml: seed: -1 is less than the minimum of 0"),
    ],
)
def test_bad_question(study, calls, capsys, content, message):
    """One line before Snakemake reads the file, which would answer with a traceback."""
    if content is not None:
        (study / "q.yaml").write_bytes(content)
    assert cli.main(["run", "--settings", "q.yaml"]) == 2
    assert capsys.readouterr().err.startswith(f"framing: {message}")
    assert not calls


def test_an_empty_name_of_a_question(study, calls, capsys):
    """An empty variable of a shell is no question; once the whole study was built."""
    for given in (["--settings", ""], ["--settings="]):
        assert cli.main(["run", *given]) == 2
        message = "framing: --settings: is empty; give a value, or leave it out\n"
        assert capsys.readouterr().err == message
    assert not calls


def test_question(study, calls):
    """It is handed to Snakemake, whose exit code is that of the command."""
    (study / "q.yaml").write_text("seed: 1", encoding="utf-8")
    assert cli.main(["run", "--settings", "q.yaml"]) == 2
    assert calls == [["snakemake", "--cores", "1", *run.QUIET, "--configfile", "q.yaml"]]


def test_question_to_three_sources(tmp_path, monkeypatch, calls):
    """Each comparison has its folder in that of the question; one that is named is run alone."""
    assert cli.main(["new", str(tmp_path / "a"), "--sources", "x,y,z"]) == 0
    monkeypatch.chdir(tmp_path / "a")
    monkeypatch.setattr(subprocess, "call", lambda command: calls.append(command) or 0)
    Path("q.yaml").write_text("seed: 1", encoding="utf-8")
    assert cli.main(["run", "--settings", "q.yaml"]) == 0
    assert len(calls) == 6
    assert calls[0][-2:] == ["compared=[x,y]", "output=questions/q/x_y"]
    Path("q.yaml").write_text("compared: [x, rest]", encoding="utf-8")
    assert cli.main(["run", "--settings", "q.yaml"]) == 0
    assert len(calls) == 7
    assert "--config" not in calls[-1]
