"""What takes long to make, kept from one run to the next: compiled codebooks, general frequencies.

It is kept by the hash of all it was made from: sheets, the code that reads them, versions. So a
change of a sheet is seen at once. The files are in the user's folder of caches, or where the
variable FRAMING_CACHE says (empty: nothing is kept); they can be deleted at any time.
"""

import hashlib
import os
import pickle
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

from framing import memory, output, sheets

MOST = 32  # files that are kept, of all codebooks together; the oldest go
ENDING = ".kept"
CODE = ("*.py", "instrument/*.py", "texts/*.py", "measures/general.py")
PACKAGE = Path(__file__).parent

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
    """What was made from the same things, by name."""

    def __init__(self, made_from: Callable[[], Iterable[bytes]]) -> None:
        """Hash what `made_from` gives, the code, and Python."""
        self.folder, self._key = find_folder(), ""
        if self.folder is not None:
            parts = chain([sys.version.encode()], _read(PACKAGE, CODE), made_from())
            self._key = _hash(parts)

    @classmethod
    def of_codebook(cls, place: Path, switches: Mapping[str, bool]) -> "Store":
        """What was made from the codebook in the folder `place`, with some switches."""
        settings = repr((str(place), sorted(switches.items()))).encode()
        schema = (sheets.DATA, ["schema.yaml"])
        return cls(lambda: chain([settings], _read(*schema), _read(place, ["**/*"])))

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
                part.chmod(0o600)
                part.replace(path)
            finally:
                part.unlink(missing_ok=True)
            _remove_old(path.parent)


def describe(thing: object) -> bytes:
    """What an object is, as bytes to be hashed."""
    return pickle.dumps(thing)


def _is_own(path: Path) -> bool:
    """Whether nobody but the user can have written the file, where the system knows users."""
    state = path.stat()
    mine = not hasattr(os, "getuid") or state.st_uid == os.getuid()
    return mine and (os.name != "posix" or not state.st_mode & 0o022)


def _remove_old(folder: Path) -> None:
    files = sorted(folder.glob(f"*{ENDING}"), key=lambda path: path.stat().st_mtime_ns)
    for path in files[:-MOST]:
        path.unlink(missing_ok=True)


def _hash(parts: Iterable[bytes]) -> str:
    found = hashlib.sha256()
    for part in parts:
        found.update(len(part).to_bytes(8))
        found.update(part)
    return found.hexdigest()[:32]


def _read(folder: Path, patterns: Iterable[str]) -> Iterator[bytes]:
    """Names and contents of the files of the folder that match the patterns, in order."""
    paths = {path for pattern in patterns for path in folder.glob(pattern) if path.is_file()}
    for name, path in sorted((path.relative_to(folder).as_posix(), path) for path in paths):
        yield name.encode()
        yield sheets.read_bytes(path)
