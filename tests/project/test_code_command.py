"""`framing code`: processes, and what is shown while it works."""

import io
import os
import sys
from contextlib import contextmanager
from types import SimpleNamespace

import pytest
import tqdm
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
