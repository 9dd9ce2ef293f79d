"""The command `framing`: its help, its exit codes, and one clear line for every bad input."""

import io
import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from coded_by_hand import write
from commands_by_hand import CODED, HE
from framing import cli
from framing.cli import tokens

COMMAND = str(Path(sys.executable).parent / "framing")


@pytest.fixture
def coded(tmp_path):
    """Four coded texts, two frames; the instrument misses the breach that row 5 claims."""
    return write(tmp_path / "coded.tsv", CODED)


def test_help_is_fast():
    """Less than half a second, also for a subcommand (the best of three: other jobs may run)."""
    for arguments in ([], ["code"], ["validate"]):
        times = []
        for _ in range(3):
            start = time.perf_counter()
            subprocess.run([COMMAND, *arguments, "--help"], check=True, capture_output=True)
            times.append(time.perf_counter() - start)
        assert min(times) < 0.5


def test_tokens(monkeypatch, capsys):
    """One JSON object a word, with offsets into the text, its form and its lemma."""
    text = 'צה"ל הודיע: "די".'
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert cli.main(["tokens", "--language", "he"]) == 0
    shown = capsys.readouterr().out
    assert '"form": "הודיע"' in shown  # letters, not their numbers
    found = [json.loads(line) for line in shown.splitlines()]
    assert [token["form"] for token in found] == ['צה"ל', "הודיע", "די"]
    for token in found:
        assert list(token) == ["start", "end", "form", "lemma"]
        assert text[token["start"] : token["end"]] == token["form"]


def spoil(tmp_path, rows):
    """A bad file."""
    return write(tmp_path / "bad.tsv", rows)


HEAD = ["language", "text", "threat"]


@pytest.mark.parametrize(
    ("command", "rows", "message"),
    [
        ("code", None, "no such file"),
        ("code", [], "is empty"),
        ("code", [["text"], [HE]], "row 1: column language is missing; add it"),
        ("code", [["language", "words"], ["he", HE]], "row 1: column text is missing"),
        ("code", [HEAD, ["he", HE, "0"]], "row 1: has a column threat already"),
        ("code", [HEAD[:2], ["he", HE], ["fr", "oui"]], "row 3, column language: unknown language"),
        ("code", [HEAD[:2], ["he", HE, "x"]], "row 2: has 3 cells; the header has 2"),
        ("validate", None, "no such file"),
        ("validate", [HEAD[:2], ["he", HE]], "row 1: has no column of a frame; give 0/1 columns"),
        ("validate", [HEAD], "has no rows below its header"),
        ("validate", [HEAD, ["he", HE, "0"], ["he", HE, "2"]], "row 3, column threat: '2' is not"),
        ("validate", [HEAD, ["he", HE, ""]], "row 2, column threat: is empty; write 0 or 1"),
        ("validate", [HEAD, ["fr", "oui", "1"]], "row 2, column language: unknown language 'fr'"),
    ],
)
def test_one_clear_line(tmp_path, capsys, command, rows, message):
    """Exit code 2, one line with file and place, no traceback, nothing written."""
    path = spoil(tmp_path, rows) if rows is not None else str(tmp_path / "bad.tsv")
    out = tmp_path / "out.tsv"
    more = [str(out)] if command == "code" else ["--output", str(out)]
    assert cli.main([command, path, *more]) == 2
    printed = capsys.readouterr().err.strip().splitlines()
    errors = [line for line in printed if line.startswith("framing: ")]
    assert len(errors) == len(printed) == 1
    assert "bad.tsv" in errors[0]
    assert message in errors[0]
    assert not out.exists()
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["tokens", "--language", "fr"], "--language: unknown language 'fr'; use he, ar"),
        (["validate", "{coded}", "--draws", "0"], "--draws: 0 is too few"),
        (["validate", "{coded}", "--output", "{coded}"], "is both read and written"),
        (
            ["validate", "{coded}", "--output", "/nowhere/x.tsv"],
            "/nowhere/x.tsv: there is no folder",
        ),
        (["code", "{coded}", "{coded}"], "is both read and written"),
        (["code", "{coded}", "/dev/null"], "has a column violation already"),
        (["validate", "{coded}", "--codebook", "/nowhere"], "no such file"),
    ],
)
def test_bad_arguments(coded, capsys, arguments, message):
    """One line as well; the input is untouched."""
    before = Path(coded).read_bytes()
    assert cli.main([a.format(coded=coded) for a in arguments]) == 2
    printed = capsys.readouterr().err.strip()
    assert "\n" not in printed
    assert message in printed
    assert Path(coded).read_bytes() == before


@pytest.mark.parametrize("arguments", [["paint"], ["tokens"], ["code", "in.tsv"], []])
def test_bad_usage(arguments):
    """An unknown command, or one without what it needs, is argparse's to refuse."""
    with pytest.raises(SystemExit) as stop:
        cli.main(arguments)
    assert stop.value.code == 2


def run_as_tokens(monkeypatch, error):
    """The exit code where the work of `framing tokens` ends in an error."""

    def fail(_):
        raise error

    monkeypatch.setattr(tokens, "run", fail)
    return cli.main(["tokens", "--language", "he"])


def test_exit_codes(monkeypatch, capsys):
    """A closed pipe, an interrupt, a package that is not installed: no traceback."""
    missing = ModuleNotFoundError("no", name="gensim")
    assert run_as_tokens(monkeypatch, KeyboardInterrupt()) == 130
    assert run_as_tokens(monkeypatch, missing) == 1
    printed = capsys.readouterr().err.splitlines()
    assert printed == [
        "framing: stopped; no file was changed",
        "framing: gensim is missing; pip install 'framing[study]'",
    ]
    with pytest.raises(ModuleNotFoundError):
        run_as_tokens(monkeypatch, ModuleNotFoundError("no", name="framing.nothing"))
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert run_as_tokens(monkeypatch, BrokenPipeError()) == 1


def test_every_command_is_documented(capsys):
    """`framing --help` lists every module of the folder, with the first line of its docstring."""
    with pytest.raises(SystemExit):
        cli.main(["--help"])
    shown = " ".join(capsys.readouterr().out.split())
    files = {path.stem for path in Path(cli.__file__).parent.glob("[a-z]*.py")}
    assert {"code", "tokens", "validate"} <= files
    for name in files:
        assert f" {name} " in shown
    assert "code add a 0/1 column per frame to a table of texts" in shown


def test_python_m_framing():
    """`python -m framing` is the command; its exit code is that of the command."""
    run = subprocess.run(
        [sys.executable, "-m", "framing", "tokens", "--language", "fr"],
        input="oui",
        capture_output=True,
        text=True,
    )
    assert run.returncode == 2
    assert run.stderr == "framing: --language: unknown language 'fr'; use he, ar, en\n"
