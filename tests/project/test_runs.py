"""A run has its folder to itself, and a question is answered in a folder of its own."""

import multiprocessing
import os
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml
from framing import runs
from framing.errors import InputError

import workflow


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A small project with a finished build."""
    monkeypatch.chdir(tmp_path)
    for path in ("config/config.yaml", "data/a.txt", "paper/manuscript.typ", "mine/b.tsv"):
        Path(path).parent.mkdir(exist_ok=True)
        Path(path).write_text(path, encoding="utf-8")
    for path in ("results/r.parquet", "figures/f.png", "tables/t.csv", "paper/manuscript.pdf"):
        Path(path).parent.mkdir(exist_ok=True)
        Path(path).write_text("old", encoding="utf-8")
    for folder in (".snakemake/metadata", ".git", ".venv"):
        Path(folder).mkdir(parents=True)
    return tmp_path


def test_the_folder_of_a_question(place):
    """Named after the file, or as the question says; `.` is the folder of the study."""
    assert runs.name_question([], None) is None
    assert runs.name_question(["x/level.yaml"], None) == Path("questions/level")
    assert runs.name_question(["a.yaml", "b.yaml"], None) == Path("questions/a_b")
    assert runs.name_question(["a.yaml"], "mine") == Path("mine")
    assert runs.name_question(["a.yaml"], ".") is None
    Path(runs.MARK).touch()
    assert runs.name_question(["a.yaml"], None) is None  # a job of the question's run is there


def test_a_question_reads_links_and_writes_copies(place):
    """Whatever a run writes there leaves the published files as they are."""
    folder = Path("questions/level")
    runs.prepare(folder)
    assert (folder / "data").resolve() == place / "data"
    assert (folder / "mine/b.tsv").read_text(encoding="utf-8") == "mine/b.tsv"
    assert (folder / "config/config.yaml").is_symlink()
    for path in ("results/r.parquet", "figures/f.png", "tables/t.csv", "paper/manuscript.pdf"):
        copied = folder / path
        assert not copied.is_symlink()
        assert copied.stat().st_mtime_ns == Path(path).stat().st_mtime_ns
        copied.write_text("new", encoding="utf-8")
        assert Path(path).read_text(encoding="utf-8") == "old"
    assert not (folder / ".git").exists()
    assert not (folder / "questions").exists()


def test_a_question_asked_again(place):
    """Its results stay, and a new file of the project is linked."""
    folder = Path("questions/level")
    runs.prepare(folder)
    (folder / "tables/t.csv").write_text("new", encoding="utf-8")
    Path("later.txt").touch()
    Path("paper/manuscript.typ").write_text("changed", encoding="utf-8")
    runs.prepare(folder)
    assert (folder / "tables/t.csv").read_text(encoding="utf-8") == "new"
    assert (folder / "later.txt").is_symlink()
    assert (folder / "paper/manuscript.typ").read_text(encoding="utf-8") == "changed"


def test_a_folder_with_other_files_is_refused(place):
    """A question that names the folder of something else loses nothing."""
    with pytest.raises(InputError, match="mine: holds other files; name an empty or a new folder"):
        runs.prepare(Path("mine"))


def try_lock(results):
    """Take the lock in a process of its own."""
    try:
        runs.lock()
        results.put("taken")
    except InputError as error:
        results.put(str(error))


def test_the_second_run_is_refused_in_one_line(place):
    """As long as the first is at work; its end, however it comes, frees the folder."""
    results = multiprocessing.Queue()
    held = runs.lock()
    (Path(".snakemake") / "locks").mkdir()
    other = multiprocessing.Process(target=try_lock, args=[results])
    other.start()
    message = results.get(timeout=20)
    other.join()
    assert message.endswith("another run is at work in this folder; wait until it ends, or stop it")
    assert (Path(".snakemake") / "locks").is_dir()
    held.close()
    runs.lock().close()
    assert not (Path(".snakemake") / "locks").exists()  # those of a run that was killed


def test_outputs_that_cannot_be_written(place, monkeypatch):
    """A file in place of a folder, and a folder without permission: one line each."""
    runs.check_writable()
    with monkeypatch.context() as patched:
        patched.setattr(os, "access", lambda path, _: Path(path).name != "results")
        message = "results: cannot be written; make it a writable folder"
        with pytest.raises(InputError, match=message):
            runs.check_writable()
    Path("tables/t.csv").unlink()
    Path("tables").rmdir()
    Path("tables").write_text("a file", encoding="utf-8")
    with pytest.raises(InputError, match="tables: cannot be written"):
        runs.check_writable()


def test_begin(monkeypatch, tmp_path, capsys):
    """A wrong setting ends the run in one line; a job of the run only goes to the folder."""
    monkeypatch.chdir(workflow.copy_project(tmp_path))
    config = yaml.safe_load(Path("config/config.yaml").read_text(encoding="utf-8"))
    Path("q.yaml").write_text("seed: 5", encoding="utf-8")
    files = [Path("q.yaml").absolute()]
    bad = SimpleNamespace(overwrite_configfiles=files, is_main_process=True)
    with pytest.raises(SystemExit) as stop:
        runs.begin(config | {"seed": -1}, bad)
    assert stop.value.code == 2
    message = f"error: {files[0]}: seed: -1 is less than the minimum of 0"
    assert capsys.readouterr().err.startswith(message)
    runs.begin(config | {"seed": 5}, bad)
    assert Path.cwd() == tmp_path / "questions/q"
    runs._held.pop().close()
    runs.begin(config, SimpleNamespace(overwrite_configfiles=files, is_main_process=False))
    assert Path.cwd() == tmp_path / "questions/q"


def test_settings_that_cannot_be_read(tmp_path, capsys):
    """One line and exit code 2; the path of those that can is returned."""
    path = tmp_path / "config.yaml"
    for content in (None, "seed: 1".encode("utf-16"), b"seed: ["):
        if content:
            path.write_bytes(content)
        with pytest.raises(SystemExit) as stop:
            runs.open_settings(path)
        assert stop.value.code == 2
        assert capsys.readouterr().err.startswith(f"error: {path}")
    path.write_text("seed: 1", encoding="utf-8")
    assert runs.open_settings(path) == str(path)


@pytest.mark.parametrize(
    ("text", "age", "code"),
    [("error: a.tsv: is bad", 0, 2), ("error: a.tsv: is bad", 9, None), ("Traceback", 0, None)],
)
def test_a_run_that_failed(place, text, age, code):
    """Exit code 2 if a step of this run found a mistake; not for an older log or another error."""
    runs._held.append(runs.lock())
    log = Path("results/logs/step.log")
    log.parent.mkdir()
    log.write_text(text, encoding="utf-8")
    date = os.fstat(runs._held[-1].fileno()).st_mtime_ns - age * 10**9
    os.utime(log, ns=(date, date))
    with pytest.raises(SystemExit, match=r"^2$") if code else nullcontext():
        runs.fail()
    runs._held.pop().close()
