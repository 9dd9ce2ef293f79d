"""Outputs appear whole or not at all: pairs of them, a full disk, a signal that ends the work."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import files_by_hand
import pytest
from files_by_hand import contents
from framing import output
from framing.errors import InputError


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A folder with texts, coded texts, a link to each, and another name of the texts."""
    monkeypatch.chdir(tmp_path)
    files_by_hand.lay_out()
    return tmp_path


def test_both_of_a_pair_or_neither(place, monkeypatch):
    """If the second cannot be put in its place, the first keeps its old content."""
    real, calls = Path.replace, []

    def fail_once(self, target):
        calls.append(target)
        if len(calls) == 2:
            raise OSError(errno.EIO, "Input/output error")
        return real(self, target)

    Path("a.tsv").write_text("older", encoding="utf-8")
    before = contents(place)
    monkeypatch.setattr(Path, "replace", fail_once)
    with pytest.raises(InputError, match="input/output error"), output.replace("a.tsv", "b.tsv"):
        pass
    assert contents(place) == before


def test_new_files_of_a_pair_vanish_together(place, monkeypatch):
    """Also where neither existed, and where the disk has no second names."""
    real, calls = Path.replace, []

    def fail_late(self, target):
        calls.append(target)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return real(self, target)

    before = contents(place)
    monkeypatch.setattr(Path, "replace", fail_late)
    monkeypatch.setattr(os, "link", lambda *_: (_ for _ in ()).throw(OSError(errno.EPERM, "no")))
    with pytest.raises(KeyboardInterrupt), output.replace("a.tsv", "b.tsv"):
        pass
    assert contents(place) == before


def test_a_full_disk_leaves_the_older_file(place, monkeypatch):
    """One line that names the output, nothing else left."""
    Path("out.tsv").write_text("older", encoding="utf-8")
    before = contents(place)
    with pytest.raises(InputError, match=r"^out.tsv: no space left"), output.replace("out.tsv"):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert contents(place) == before


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_leaves_nothing(place, small_to_read, number):
    """The work waits for more texts; the signal ends it with one line."""
    with open("out.tsv", "w", encoding="utf-8") as older:
        older.write("older")
    before = contents(place)
    options = ["code", "in.tsv", "out.tsv", "--codebook", str(small_to_read)]
    command = [sys.executable, "-c", WAIT, *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE) as run:
        assert run.stdout.readline() == b"waiting\n"
        assert len(contents(place)) == len(before) + 1  # the work has begun
        run.send_signal(number)
        printed = run.stderr.read().decode().strip()
    assert run.returncode == 128 + number
    assert printed == "framing: stopped; no file was changed"
    assert contents(place) == before


# The output is open and the coding never ends. A shell lets what it starts in the background ignore
# interrupts, and the tests with it: here they count.
WAIT = """
import signal
import sys
import time
from framing import cli, output
real = output.replace
def slow(*paths):
    context = real(*paths)
    enter = context.__enter__
    class Slow:
        def __enter__(self):
            enter()
            print("waiting", flush=True)
            time.sleep(60)
        def __exit__(self, *error):
            return context.__exit__(*error)
    return Slow()
output.replace = slow
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.exit(cli.main(sys.argv[1:]))
"""
