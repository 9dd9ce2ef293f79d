"""The command `framing`: what it prints and writes, and one clear line for every bad input."""

import csv
import io
import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from coded_by_hand import read, write
from framing import cli
from framing.cli import tokens

COMMAND = str(Path(sys.executable).parent / "framing")
HE = "מועצת הביטחון אימצה את ההחלטה."
AR = "خرق الجيش وقف إطلاق النار."
CALM = "השמש זורחת היום."


@pytest.fixture
def texts(tmp_path):
    """Three texts; a column before, one after, a line break and a quotation mark in a cell."""
    rows = [
        ["id", "language", "text", "remark"],
        ["1", "he", HE, 'said "yes"'],
        ["2", "ar", AR, "two\nlines"],
        ["3", "he", CALM, ""],
    ]
    return write(tmp_path / "in.tsv", rows)


@pytest.fixture
def coded(tmp_path):
    """Four coded texts, two frames; the instrument misses the breach that row 5 claims."""
    rows = [
        ["language", "text", "endorsement", "violation"],
        ["he", HE, 1, 0],
        ["ar", AR, 0, 1],
        ["he", CALM, 0, 0],
        ["he", CALM, 0, 1],
    ]
    return write(tmp_path / "coded.tsv", rows)


def test_help_is_fast():
    """Less than half a second, also for a subcommand (the best of three: other jobs may run)."""
    for arguments in ([], ["code"], ["validate"]):
        times = []
        for _ in range(3):
            start = time.perf_counter()
            subprocess.run([COMMAND, *arguments, "--help"], check=True, capture_output=True)
            times.append(time.perf_counter() - start)
        assert min(times) < 0.5


def test_code(texts, tmp_path):
    """A 0/1 column per frame; every other column and cell is kept as it was."""
    out = tmp_path / "out.tsv"
    assert cli.main(["code", texts, str(out)]) == 0
    before, after = read(texts), read(out)
    assert list(after[0])[:4] == ["id", "language", "text", "remark"]
    assert [{k: row[k] for k in before[0]} for row in after] == before
    assert [(row["endorsement"], row["violation"]) for row in after] == [
        ("1", "0"),
        ("0", "1"),
        ("0", "0"),
    ]
    frames = list(after[0])[4:]
    assert len(frames) == 8
    assert {row[frame] for row in after for frame in frames} == {"0", "1"}


def test_mentions(texts, tmp_path):
    """The offsets of each cue lead to its words; row counts the texts from 1."""
    out, cues = tmp_path / "out.tsv", tmp_path / "cues.tsv"
    assert cli.main(["code", texts, str(out), "--mentions", str(cues)]) == 0
    found, rows = read(cues), read(texts)
    assert {"row", "start", "end", "text", "code", "voice", "responsible"} <= set(found[0])
    for cue in found:
        text = rows[int(cue["row"]) - 1]["text"]
        assert text[int(cue["start"]) : int(cue["end"])] == cue["text"]
    assert {(cue["row"], cue["code"]) for cue in found if cue["kind"] == "frame"} == {
        ("1", "endorsement"),
        ("2", "violation"),
    }


def test_unquoted(tmp_path):
    """With --quoting none a mark in a cell is a letter (gershayim)."""
    path = tmp_path / "in.tsv"
    path.write_text('language\ttext\nhe\t"צה"ל" הפר את הפסקת האש\n', encoding="utf-8")
    out = tmp_path / "out.tsv"
    assert cli.main(["code", str(path), str(out), "--quoting", "none"]) == 0
    row = read(out)[0]
    assert row["text"] == '"צה"ל" הפר את הפסקת האש'
    assert row["violation"] == "1"


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


def test_not_half_written(tmp_path, monkeypatch, texts):
    """If the work breaks off, an older output stays as it was and no part remains."""
    out = tmp_path / "out.tsv"
    out.write_text("older", encoding="utf-8")
    from framing.instrument import coder, jobs

    def break_off(*_, **__):
        yield coder.Part(1, 0, b"half\r\n", b"")
        raise KeyboardInterrupt

    monkeypatch.setattr(jobs, "code", break_off)
    assert cli.main(["code", texts, str(out)]) == 130
    assert out.read_text(encoding="utf-8") == "older"
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize("arguments", [["paint"], ["tokens"], ["code", "in.tsv"], []])
def test_bad_usage(arguments):
    """An unknown command, or one without what it needs, is argparse's to refuse."""
    with pytest.raises(SystemExit) as stop:
        cli.main(arguments)
    assert stop.value.code == 2


def test_validate_unquoted(tmp_path, capsys):
    """With --quoting none a mark in a cell is a letter here too; else it opens a cell."""
    path = tmp_path / "coded.tsv"
    path.write_text(f'language\ttext\tthreat\nhe\t"{CALM}\t0\n', encoding="utf-8")
    assert cli.main(["validate", str(path), "--quoting", "none", "--draws", "9"]) == 0
    assert cli.main(["validate", str(path), "--draws", "9"]) == 2
    assert "or use --quoting none" in capsys.readouterr().err


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


def test_parallel(tmp_path, capsys):
    """Two contents in three languages: found in all but for one that English leaves out."""
    rows = [
        ["id", "frames", "hebrew", "arabic", "english"],
        ["1", "violation", "הצבא הפר את הפסקת האש.", AR, "The sun is shining."],
        ["2", "", CALM, "تشرق الشمس اليوم.", "The sun is shining today."],
    ]
    path, differing = write(tmp_path / "p.tsv", rows), tmp_path / "d.tsv"
    assert cli.main(["parallel", path, "--languages", "he,ar"]) == 0
    table = list(csv.DictReader(io.StringIO(capsys.readouterr().out), dialect="excel-tab"))
    assert len(table) == 9
    breach = next(row for row in table if row["frame"] == "violation")
    assert [breach[c] for c in ("coded", "found_first", "found_second", "same")] == list("1112")
    outputs = ["--output", f"{tmp_path}/o.tsv", "--differing", str(differing)]
    assert cli.main(["parallel", path, *outputs]) == 0
    assert len(read(tmp_path / "o.tsv")) == 27
    (item,) = read(differing)
    assert (item["found_in"], item["missed_in"]) == ("he, ar", "en")
    assert cli.main(["parallel", path, "--languages", "he,xx"]) == 2
    assert "unknown language 'xx'; use he, ar, en" in capsys.readouterr().err
