"""What was made from the sheets of a codebook, kept from one run to the next.

It is kept by the hash of all it was made from: the sheets, the code that reads them, Python. So a
change of a sheet is seen at once. The files are in the user's folder of caches, or where the
variable FRAMING_CACHE says (empty: nothing is kept); they can be deleted at any time.
"""

import hashlib
import os
import pickle
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from framing import memory, output, sheets

MOST = 24  # files that are kept, of all codebooks together; the oldest go
ENDING = ".compiled"
MADE_BY = ("instrument", "texts")  # subpackages whose code decides what a codebook becomes
PACKAGE = Path(__file__).parents[1]

Made = TypeVar("Made")


def find_folder() -> Path | None:
    """Where to keep what was made; None where nothing is to be kept."""
    named = os.environ.get("FRAMING_CACHE")
    if named is not None:
        return Path(named) if named else None
    caches = os.environ.get("XDG_CACHE_HOME")
    with suppress(RuntimeError):  # a user without a home
        return (Path(caches) if caches else Path.home() / ".cache") / "framing"
    return None


class Store:
    """What was made from one codebook with certain switches, by name."""

    def __init__(self, place: Path | str, switches: Mapping[str, bool] | None = None) -> None:
        """Hash the sheets in the folder `place` and the code."""
        self.folder = find_folder()
        self._key = _hash(Path(place), switches or {}) if self.folder else ""

    def get(self, name: str, make: Callable[[], Made]) -> Made:
        """What is kept under the name, or else what `make` gives, which is kept from now on."""
        found: Made | None = self._load(name)
        if found is None:
            found = make()
            self._save(name, found)
        return found

    def has(self, names: Iterable[str]) -> bool:
        """Whether all of them are kept."""
        return all(path is not None and path.is_file() for path in map(self._path, names))

    def _path(self, name: str) -> Path | None:
        return self.folder / f"{self._key}-{name}{ENDING}" if self.folder else None

    def _load(self, name: str) -> Any:
        """What is kept under the name; None where there is nothing that can be read."""
        path = self._path(name)
        # A file of somebody else is not read: to unpickle is to run what it says.
        with suppress(Exception), memory.building():  # whatever a damaged file raises
            if path is not None and _is_own(path):
                return pickle.loads(path.read_bytes())
        return None

    def _save(self, name: str, made: object) -> None:
        """Keep it, if the folder can be written."""
        path = self._path(name)
        if path is None:
            return
        part = output.name_temporary(path)
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            try:
                part.write_bytes(pickle.dumps(made, protocol=pickle.HIGHEST_PROTOCOL))
                part.replace(path)
            finally:
                part.unlink(missing_ok=True)
            _remove_old(path.parent)


def _is_own(path: Path) -> bool:
    """Whether the file is the user's, where the system knows users."""
    return not hasattr(os, "getuid") or path.stat().st_uid == os.getuid()


def _remove_old(folder: Path) -> None:
    files = sorted(folder.glob(f"*{ENDING}"), key=lambda path: path.stat().st_mtime_ns)
    for path in files[:-MOST]:
        path.unlink(missing_ok=True)


def _hash(place: Path, switches: Mapping[str, bool]) -> str:
    found = hashlib.sha256(repr((sys.version, sorted(switches.items()))).encode())
    for name, path in _inputs(place):
        content = sheets.read_bytes(path)
        found.update(f"{name}\0{len(content)}\0".encode())
        found.update(content)
    return found.hexdigest()[:32]


def _inputs(place: Path) -> Iterator[tuple[str, Path]]:
    """All files that decide what is made, each with a name that does not depend on the place."""
    paths = [(place, path) for path in place.rglob("*") if path.is_file()]
    code = [path for name in MADE_BY for path in (PACKAGE / name).glob("*.py")]
    code += [PACKAGE / "sheets.py", PACKAGE / "errors.py"]
    paths += [(PACKAGE, path) for path in code]
    paths.append((sheets.DATA, sheets.DATA / "schema.yaml"))
    return iter(sorted((path.relative_to(base).as_posix(), path) for base, path in paths))
