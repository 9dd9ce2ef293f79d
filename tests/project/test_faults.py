"""Faults of a run: bad input is one clear line, and a killed run goes on from where it was."""

import hashlib
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import rules
from framing.errors import InputError

import workflow

pytestmark = pytest.mark.slow


@pytest.fixture
def place(tmp_path):
    """A project with the mini corpus, to spoil."""
    workflow.use_articles(workflow.copy_project(tmp_path), workflow.MINI)
    return tmp_path


def replace(path, old, new):
    """Replace text in a file, which must hold it."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def spoil_hash(place):
    """An article changed after it was entered."""
    replace(place / "data/raw/hebrew.txt", "פוטין", "לברוב")


def spoil_encoding(place):
    """An article saved in another encoding."""
    workflow.use_articles(place, {"hebrew": ("he", "x")} | {"arabic": workflow.MINI["arabic"]})
    path = place / "data/raw/hebrew.txt"
    path.write_bytes("שלום".encode("cp1255"))


def spoil_source(place):
    """A source that the config does not name."""
    replace(place / "data/articles.tsv", "\tarabic\t2016", "\tegyptian\t2016")


def spoil_cue(place):
    """A tier that does not exist."""
    replace(place / "data/codebook/concepts.tsv", "\tcore\n", "\tcoree\n")


def spoil_sheet(place):
    """A cue sheet of a frame that the codebook does not have."""
    (place / "data/codebook/cues/weather.tsv").write_text("concept\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda p: (p / "data/raw/hebrew.txt").unlink(), "data/raw/hebrew.txt: no such file"),
        (spoil_hash, "data/raw/hebrew.txt: does not have the SHA-256 of its row"),
    ],
)
def test_one_clear_line(place, spoil, message):
    """One error line appears on the terminal, and no figure or table is there."""
    spoil(place)
    run = workflow.snakemake(place)
    assert run.returncode == 2
    lines = [line for line in run.stderr.splitlines() if line.startswith("error: ")]
    assert len({*lines}) == 1, run.stderr
    assert message in lines[0]
    assert not (place / "figures").exists() or not any((place / "figures").iterdir())
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (spoil_encoding, "data/raw/hebrew.txt: byte 0 is not UTF-8"),
        (spoil_source, "data/articles.tsv: row 3, column source: unknown source 'egyptian'"),
        (spoil_cue, "column tier: 'coree' is unknown; use core, extended"),
        (spoil_sheet, "weather.tsv: names no frame"),
    ],
)
def test_more_mistakes(place, spoil, message):
    """They end the first step that meets them, as those above do; test_steps has what follows."""
    spoil(place)
    with pytest.raises(InputError, match=re.escape(message)):
        rules.build(place, rules.read_config(place), "results/mentions.parquet")


def test_unknown_setting(place):
    """A key that the config does not have is refused by the schema."""
    replace(place / "config/config.yaml", "seed:", "sead: 1\nseed:")
    run = workflow.snakemake(place)
    assert run.returncode == 2
    assert "sead" in run.stderr


def test_settings_in_utf16(place):
    """Those of the project: one line, before Snakemake reads them."""
    (place / "config/config.yaml").write_text("seed: 1", encoding="utf-16")
    run = workflow.snakemake(place)
    assert run.returncode == 2
    assert "config/config.yaml: byte 0 is not UTF-8; it looks like UTF-16" in run.stderr
    assert "Traceback" not in run.stderr


def contents(place):
    """Hashes of what a run published."""
    return {
        str(path.relative_to(place)): hashlib.sha256(path.read_bytes()).hexdigest()
        for folder in ("figures", "tables")
        for path in (place / folder).rglob("*.*")
        if path.is_file()
    }


def start(place):
    """A run in a group of processes of its own."""
    command = [str(Path(sys.executable).parent / "snakemake"), "--cores", "1"]
    return subprocess.Popen(
        command,
        cwd=place,
        env=os.environ,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def wait_for(place, steps):
    """Until so many steps have begun."""
    until = time.monotonic() + 600
    while len([*place.glob("results/logs/*.log")]) < steps and time.monotonic() < until:
        time.sleep(0.05)


def test_a_killed_run_goes_on(place, mini):
    """SIGKILL early, in the middle and late; a second run meanwhile; the result is the same."""
    for steps in (3, 9, 15):
        run = start(place)
        wait_for(place, steps)
        other = workflow.snakemake(place)
        assert other.returncode != 0
        assert "another run is at work in this folder; wait until it ends" in other.stderr
        assert "Traceback" not in other.stderr
        os.killpg(run.pid, signal.SIGKILL)
        run.wait()
    done = workflow.snakemake(place, "--cores", "1")
    assert done.returncode == 0, done.stderr
    assert contents(place) == contents(mini)
    assert not [*place.glob("*/.framing-*")]


def test_the_last_good_build_stays(mini, tmp_path):
    """A run that is killed on its way has not taken a figure or table away."""
    place = workflow.copy_project(tmp_path)
    workflow.use_articles(place, workflow.MINI)
    for folder in ("figures", "tables"):
        subprocess.run(["cp", "-a", str(mini / folder), str(place)], check=True)
    before = contents(place)
    run = start(place)
    wait_for(place, 12)
    os.killpg(run.pid, signal.SIGKILL)
    run.wait()
    assert {name: contents(place).get(name) for name in before} == before
