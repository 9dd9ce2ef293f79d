"""`framing code`: what it writes, its processes, and what is shown while it works."""

import io
import os
import sys
from contextlib import contextmanager
from types import SimpleNamespace

import pytest
import tqdm
from coded_by_hand import read, write
from commands_by_hand import AR, CALM, HE
from framing import cli
from framing.cli import code
from framing.errors import InputError


@pytest.mark.parametrize(
    ("asked", "size", "cores", "jobs"),
    [
        (3, 0, 8, 3),
        (None, code.SMALL, 8, 1),
        (None, code.SMALL + 1, 8, code.MOST_JOBS),
        (None, code.SMALL + 1, 2, 2),
        (None, code.SMALL + 1, None, 1),
    ],
)
def test_processes(monkeypatch, asked, size, cores, jobs):
    """As asked, else one a core, four at most; one for a small file."""
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    assert code._count_jobs(asked, size) == jobs


def test_no_process():
    """One is the least."""
    with pytest.raises(InputError, match="--jobs: 0 is too few; give at least 1"):
        code._count_jobs(0, 9)


@pytest.mark.parametrize(
    ("size", "moves", "total"), [(9, [3, 4, 2], 9), (7, [3, 4, 0], 7), (0, [3, 4, 0], None)]
)
def test_a_bar_on_the_terminal(monkeypatch, size, moves, total):
    """It moves by what each part read, and reaches the end of the file."""
    terminal, bars = io.StringIO(), []
    terminal.isatty = lambda: True
    monkeypatch.setattr(sys, "stderr", terminal)

    @contextmanager
    def show(**settings):
        bars.append(SimpleNamespace(moves=[], n=0, total=settings["total"]))
        bars[0].update = move
        yield bars[0]

    def move(by):
        bars[0].moves.append(by)
        bars[0].n += by

    monkeypatch.setattr(tqdm, "tqdm", show)
    parts = [SimpleNamespace(size=3), SimpleNamespace(size=4)]
    assert list(code._show_progress(iter(parts), size)) == parts
    assert (bars[0].moves, bars[0].total) == (moves, total)


def test_no_bar_elsewhere(monkeypatch):
    """Nothing but the parts."""
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    monkeypatch.setattr(tqdm, "tqdm", None)
    assert list(code._show_progress(iter([1, 2]), 9)) == [1, 2]


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
