"""How computed tables are written to files: rounded, whole or not at all, and never over an input.

A path may be a link (its target is written, the link stays), a pipe or a device (it is written
into), or `-` for standard output.
"""

import os
import shutil
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, TextIO

from framing.errors import InputError

if TYPE_CHECKING:
    import polars as pl

DIGITS = 6  # significant, so that the last bits of a processor do not reach the files
STANDARD = "-"
TEMPORARY = ".framing-"  # how the names of unfinished files and folders begin
_DEVICE = {STANDARD: "/dev/stdout"}
_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def rounded(table: "pl.DataFrame") -> "pl.DataFrame":
    """The table with its floats at DIGITS significant digits, and no negative zero.

    Whole numbers, say a seed, keep all their digits.
    """
    import polars as pl

    floats = pl.col(pl.Float64, pl.Float32)
    kept = pl.when(floats == floats.round()).then(floats).otherwise(floats.round_sig_figs(DIGITS))
    return table.with_columns(pl.when(kept == 0).then(0.0).otherwise(kept).name.keep())


def write_tsv(table: "pl.DataFrame", path: Path | str) -> None:
    """Write a tab-separated table, floats rounded, nan as empty; it replaces an older file whole.

    Raises InputError if the file cannot be written.
    """
    with replace(path) as (file,):
        file.write(rounded(table).fill_nan(None).write_csv(separator="\t"))


def check(outputs: Iterable[Path | str | None], *, inputs: Iterable[Path | str | None]) -> None:
    """Raise InputError where an output cannot be written, or is an input or another output.

    None is a file that is not asked for; a folder among the inputs means every file in it. Files
    are compared, not names: `./in.tsv` and a link to `in.tsv` are the file `in.tsv`.
    """
    read = [file for place in inputs if place is not None for file in _files(place)]
    written: list[Path | str] = []
    for path in (path for path in outputs if path is not None):
        if str(path) != STANDARD:
            _find_target(path)
        if any(_same(path, other) for other in read):
            raise InputError(path, "is both read and written", "name another output")
        if any(_same(path, other) for other in written):
            raise InputError(path, "is named for two outputs", "name two files")
        written.append(path)


@contextmanager
def replace(*paths: Path | str) -> Iterator[list[TextIO]]:
    """Open the files to write text (UTF-8, line ends as written): they appear together at the end.

    If the block ends in an error no file appears or changes, and nothing else is left. Raises
    InputError, with the name of a path, for whatever the system refuses.
    """
    parts: dict[Path, Path] = {}
    at = paths[0]
    try:
        with ExitStack() as stack:
            files = []
            for at in paths:
                files.append(_open(at, parts, stack))
            at = paths[0]
            yield files
            for number, file in enumerate(files):
                at = paths[number]
                file.flush()
        _exchange(parts)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise InputError(at, _say(error), "choose another place") from None
    finally:
        _remove(parts.values())


@contextmanager
def fill(folder: Path | str) -> Iterator[Path]:
    """A new folder, whose files replace those of `folder` one by one when the block has ended."""
    place = Path(folder)
    part = name_temporary(place / "part")
    part.mkdir(parents=True)
    try:
        yield part
        for path in sorted(path for path in part.rglob("*") if path.is_file()):
            target = place / path.relative_to(part)
            target.parent.mkdir(exist_ok=True)
            path.replace(target)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def name_temporary(path: Path) -> Path:
    """A new name in the folder of the file, short and hidden."""
    return path.with_name(f"{TEMPORARY}{token_hex(8)}")


def _open(path: Path | str, parts: dict[Path, Path], stack: ExitStack) -> TextIO:
    """The file itself if it is a pipe or device, else a new one, added to `parts` by its target."""
    if str(path) == STANDARD:
        return sys.stdout
    target, mode = _find_target(path)
    if mode and not stat.S_ISREG(mode):
        return stack.enter_context(open(target, "w", encoding="utf-8", newline=""))
    part = parts[target] = name_temporary(target)
    stack.enter_context(file := open(part, "x", encoding="utf-8", newline=""))  # noqa: SIM115
    if mode:
        with suppress(OSError):
            part.chmod(stat.S_IMODE(mode))
    return file


def _find_target(path: Path | str) -> tuple[Path, int]:
    """Where a path leads to, and the mode of what is there (0: nothing yet)."""
    if not str(path):
        raise InputError("output", "is an empty name", "name a file")
    target = Path(os.path.realpath(path))
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        mode = 0
    except OSError as error:
        raise InputError(path, _say(error), "choose another place") from None
    if stat.S_ISDIR(mode):
        raise InputError(path, "is a folder", "name a file in it")
    if not mode and not target.parent.is_dir():
        raise InputError(path, f"there is no folder {target.parent}", "make it, or choose another")
    if stat.S_ISREG(mode) and not (mode & _WRITABLE and os.access(path, os.W_OK)):
        raise InputError(path, "is read-only", "name another output, or allow writing")
    # A pipe has no name of its own: /dev/stdout is to be opened, not what it leads to.
    return (Path(path) if mode and not stat.S_ISREG(mode) else target), mode


def _exchange(parts: dict[Path, Path]) -> None:
    """Give the new files their names; if one cannot have it, the others keep their old content."""
    kept: dict[Path, Path | None] = {}
    try:
        for target, part in parts.items():
            kept[target] = _keep(target) if len(parts) > 1 else None
            part.replace(target)
    except BaseException:
        for target, old in kept.items() if len(parts) > 1 else ():
            with suppress(OSError):
                if old:
                    old.replace(target)
                elif not parts[target].exists():
                    target.unlink()
        raise
    finally:
        _remove(old for old in kept.values() if old)


def _keep(target: Path) -> Path | None:
    """A hard link to the file if it exists; a copy where the disk has no hard links."""
    if not target.exists():
        return None
    old = name_temporary(target)
    try:
        os.link(target, old)
    except OSError:
        shutil.copy2(target, old)
    return old


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _files(place: Path | str) -> Iterator[Path | str]:
    if os.path.isdir(place):
        yield from (path for path in Path(place).rglob("*") if path.is_file())
    else:
        yield "/dev/stdin" if str(place) == STANDARD else place


def _same(first: Path | str, second: Path | str) -> bool:
    """Whether both are one file, existing or not; devices may serve twice."""
    a, b = (_DEVICE.get(str(path), path) for path in (first, second))
    try:
        return os.path.samefile(a, b) and not stat.S_ISCHR(os.stat(a).st_mode)
    except OSError:
        return os.path.realpath(a) == os.path.realpath(b)


def _say(error: OSError) -> str:
    return (error.strerror or "cannot be written").lower()
