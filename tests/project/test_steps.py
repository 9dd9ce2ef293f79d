"""A step of the workflow: its log, its exit code, its inputs."""

import sys
from types import SimpleNamespace

import polars as pl
import pytest
from framing import columns, steps
from framing.errors import InputError


@pytest.fixture
def job(tmp_path):
    """What Snakemake gives to a script."""
    log = [str(tmp_path / "step.log")]
    return SimpleNamespace(log=log, input="in", output="out", params="how")


def read_log(job):
    """The text of the log."""
    with open(job.log[0], encoding="utf-8") as file:
        return file.read()


def test_messages_go_to_the_log(job, capsys):
    """The step gets input, output and params; what it prints to standard error is in the log."""
    given = []

    def step(*arguments):
        given.extend(arguments)
        print("working", file=sys.stderr)

    terminal = sys.stderr
    steps.run(step, job)
    assert given == ["in", "out", "how"]
    assert read_log(job) == "working\n"
    assert capsys.readouterr().err == ""
    assert sys.stderr is terminal


def test_a_mistake_of_the_user(job, capsys):
    """One line in the log and on the terminal, exit code 2, no traceback."""

    def step(*_):
        raise InputError("a.tsv", "is bad", "mend it")

    terminal = sys.stderr
    with pytest.raises(SystemExit) as stop:
        steps.run(step, job)
    assert stop.value.code == 2
    assert read_log(job) == capsys.readouterr().err == "error: a.tsv: is bad; mend it\n"
    assert sys.stderr is terminal


def test_an_error_of_the_program(job, capsys):
    """The traceback is in the log, and the error goes on."""

    def step(*_):
        raise ZeroDivisionError("oh")

    with pytest.raises(ZeroDivisionError):
        steps.run(step, job)
    assert "Traceback" in read_log(job)
    assert "ZeroDivisionError: oh" in read_log(job)
    assert capsys.readouterr().err == ""


def test_tables_among_the_inputs(tmp_path):
    """Only parquet files are read, each under the name of its input."""
    table = pl.DataFrame({"a": [1]})
    table.write_parquet(tmp_path / "t.parquet")
    found = steps.read_results({"shares": str(tmp_path / "t.parquet"), "style": "x.mplstyle"})
    assert list(found) == ["shares"]
    assert found["shares"].equals(table)


def test_name_of_a_sentence():
    """The expression and the function give the same name, with two digits or more."""
    table = pl.DataFrame({"article": ["a", "b_c"], "sentence": [7, 123]})
    named = table.select(columns.NAME)["unit"].to_list()
    assert named == ["a_07", "b_c_123"]
    assert [columns.name_unit(*row) for row in table.rows()] == named


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (OSError(28, "No space left on device", "a.csv"), "a.csv: no space left on device"),
        (PermissionError(13, "Permission denied", "b.csv"), "b.csv: permission denied"),
        (pl.exceptions.ComputeError("No space left\non device"), "No space left on device"),
    ],
)
def test_what_the_system_refuses(job, capsys, error, line):
    """One line on the terminal that names the log, where the traceback is; exit code 1."""

    def step(*_):
        raise error

    with pytest.raises(SystemExit) as stop:
        steps.run(step, job)
    assert stop.value.code == 1
    assert capsys.readouterr().err == f"error: {line}; see {job.log[0]}\n"
    assert "Traceback" in read_log(job)
