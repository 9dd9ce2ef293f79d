"""A run of the workflow: it has its folder to itself, and a question has a folder of its own.

A mistake of the user ends it with exit code 2, any other failure with that of Snakemake, 1.
"""

import fcntl
import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any, NoReturn

from framing import memory, output, settings
from framing.errors import InputError

QUESTIONS = Path("questions")
MARK = ".question"
WRITTEN = ("results", "figures", "tables", "exchange", "paper")
_STATE = Path(".snakemake")
_OWN = {*WRITTEN, "config", "questions", "SHA256SUMS"}
_COMPUTED = {"manuscript.pdf", "manuscript.docx"}
MISTAKE = 2  # the exit code
PREFIX = "error: "  # how the log of a step begins that found a mistake
_held: list[IO[str]] = []  # the lock of this process


def open_settings(path: Path | str) -> str:
    """The path, if its settings can be read; a file that cannot ends the run in one line."""
    try:
        settings.read(path)
    except InputError as error:
        _refuse(error)
    return str(path)


def begin(config: dict[str, Any], workflow: Any) -> None:
    """Check the settings, go to the folder of the run and take it; a mistake ends it in one line.

    `workflow` is that of Snakemake. A process for one job of the run only goes to the folder.
    """
    memory.settle()
    questions = workflow.overwrite_configfiles
    try:
        if workflow.is_main_process:
            for file in questions:
                settings.read(file)
            place = " and ".join(map(str, questions)) or "config/config.yaml"
            settings.check(config, settings.SCHEMA, place=place)
            settings.check_names(config, place=place)
        config["known_sources"] = list(config["sources"])
        config["sources"] = settings.word_sources(config)
        config.pop("compared", None)
        folder = name_question(questions, config.get("output"))
        if folder is not None and workflow.is_main_process:
            prepare(folder)
        if folder is not None:
            os.chdir(folder)
        if workflow.is_main_process:
            check_writable()
            _held.append(lock())
    except InputError as error:
        _refuse(error)


def fail() -> None:
    """End a run that failed with exit code 2 if one of its steps found a mistake of the user."""
    began = os.fstat(_held[-1].fileno()).st_mtime_ns
    logs = [path for path in Path("results/logs").glob("*") if path.stat().st_mtime_ns >= began]
    if any(path.read_text(encoding="utf-8").startswith(PREFIX) for path in logs):
        sys.exit(MISTAKE)


def _refuse(error: InputError) -> NoReturn:
    print(f"error: {error}", file=sys.stderr)
    sys.exit(MISTAKE)


def lock() -> IO[str]:
    """Take the folder for this run until the file is closed or the process ends, however it ends.

    What a killed run left is removed: locks of Snakemake and half-made files. Raises InputError if
    another run is at work here.
    """
    try:
        _STATE.mkdir(exist_ok=True)
        file = open(_STATE / "run.lock", "w", encoding="utf-8")  # noqa: SIM115 (open while it runs)
    except OSError as error:
        raise InputError(Path.cwd(), (error.strerror or "").lower(), "allow writing") from None
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        problem = "another run is at work in this folder"
        raise InputError(Path.cwd(), problem, "wait until it ends, or stop it") from None
    os.utime(file.fileno())
    left = [path for name in WRITTEN for path in Path(name).glob(f"{output.TEMPORARY}*")]
    for path in [_STATE / "locks", *left]:
        shutil.rmtree(path, ignore_errors=True)
    return file


def check_writable() -> None:
    """Raise InputError where a folder of outputs exists and cannot be written."""
    for name in WRITTEN:
        place = Path(name)
        if place.exists() and not (place.is_dir() and os.access(place, os.W_OK | os.X_OK)):
            raise InputError(place.absolute(), "cannot be written", "make it a writable folder")


def name_question(files: Iterable[Path | str], folder: str | None) -> Path | None:
    """The folder in which the answer to a question belongs; None is this folder.

    `files` are the additional settings of a run, `folder` is the one that they ask for.
    """
    if folder is not None:
        return None if Path(folder).resolve() == Path.cwd() else Path(folder)
    name = "_".join(Path(file).stem for file in files)
    return QUESTIONS / name if name and not Path(MARK).exists() else None


def prepare(folder: Path) -> None:
    """Make the folder of a question, with links to all that is read and a copy of the last build.

    So only what the question changes is computed again, and nothing of this folder is written.
    A folder that exists gets the links that it lacks.
    """
    new = not (folder / MARK).exists()
    if new and folder.exists() and any(folder.iterdir()):
        raise InputError(folder, "holds other files", "name an empty or a new folder as output")
    folder.mkdir(parents=True, exist_ok=True)
    # Files of these folders are linked one by one: the run writes others beside them.
    for name in ("config", "paper"):
        (folder / name).mkdir(exist_ok=True)
    # A study of one's own has no paper.
    inner = [path for name in ("config", "paper") for path in Path(name).glob("*")]
    for path in [*Path().iterdir(), *inner]:
        around = folder.resolve().is_relative_to(path.resolve())
        if not (around or str(path) in _OWN or path.name.startswith(".") or path.name in _COMPUTED):
            _give(path, folder / path)
    if new:
        _copy_computed(folder)
    (folder / MARK).touch()


def _give(path: Path, target: Path) -> None:
    """A link with the date of the file, so that nothing looks newer than it is.

    Typst reads no links out of its folder, so what belongs to the manuscript is copied.
    """
    if path.parts[0] == "paper":
        if not target.exists() or target.stat().st_mtime_ns != path.stat().st_mtime_ns:
            shutil.copy2(path, target)
    elif not os.path.lexists(target):
        target.symlink_to(os.path.relpath(path.absolute(), target.parent.absolute()))
        dates = path.stat()
        os.utime(target, ns=(dates.st_atime_ns, dates.st_mtime_ns), follow_symlinks=False)


def _copy_computed(folder: Path) -> None:
    """Copy the last build with what Snakemake knows of it, dates kept."""
    places = [Path(name) for name in (*WRITTEN[:-1], "SHA256SUMS")]
    for place in [*places, _STATE / "metadata", *(Path("paper") / name for name in _COMPUTED)]:
        if place.is_dir():
            shutil.copytree(place, folder / place, dirs_exist_ok=True)
        elif place.is_file():
            shutil.copy2(place, folder / place)
