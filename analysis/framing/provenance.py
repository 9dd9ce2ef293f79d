"""From which inputs the outputs were made: SHA256SUMS, and the check against it.

The file is in the format of `sha256sum`: a line for each output. Comments at its head carry the
hash of the config, the codebook and the corpus, so every table is bound to them by one file.
"""

import hashlib
import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from framing import output, sheets
from framing.errors import InputError

SUMS = Path("SHA256SUMS")


def digest(paths: Iterable[Path | str]) -> str:
    """The hash of files, their names and contents, in whatever order they are given.

    Raises InputError for a file that cannot be read.
    """
    total = hashlib.sha256()
    for path in sorted(map(str, paths)):
        content = hashlib.sha256(sheets.read_bytes(path)).hexdigest()
        total.update(f"{path}\0{content}\n".encode())
    return total.hexdigest()


def digest_settings(settings: Mapping[str, Any]) -> str:
    """The hash of settings, whatever the order of their keys."""
    text = json.dumps(settings, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def list_outputs(folders: Iterable[Path | str]) -> list[Path]:
    """The files in the folders, without hidden ones."""
    return sorted(
        path
        for folder in folders
        for path in Path(folder).rglob("*")
        if path.is_file() and not any(part.startswith(".") for part in path.parts)
    )


def write(path: Path | str, outputs: Iterable[Path], inputs: Mapping[str, str]) -> None:
    """Write the hashes of the outputs, under those of the inputs by name."""
    heads = [f"# {name} {value}" for name, value in inputs.items()]
    lines = [f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.as_posix()}" for p in outputs]
    with output.replace(path) as (file,):
        file.write("\n".join([*heads, *lines]) + "\n")


def check(path: Path | str = SUMS, root: Path | str = ".") -> list[str]:
    """The files under `root` that differ from the hashes, or are missing, a line each.

    Raises InputError for a line that is no hash and name.
    """
    wrong = []
    for number, line in enumerate(sheets.read_text(path).splitlines(), start=1):
        if line.startswith("#"):
            continue
        expected, gap, name = line.partition("  ")
        if not gap or len(expected) != 64:
            raise InputError(f"{path}: line {number}", "is no hash and name", "rebuild the file")
        place = Path(root) / name
        if not place.is_file():
            wrong.append(f"{name}: is missing")
        elif hashlib.sha256(place.read_bytes()).hexdigest() != expected:
            wrong.append(f"{name}: differs")
    return wrong


def main(arguments: list[str]) -> int:
    """Print how the files under a folder differ from its SHA256SUMS; 1 if any does."""
    root = Path(arguments[0] if arguments else ".")
    try:
        wrong = check(root / SUMS, root)
    except InputError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    for line in wrong:
        print(line)
    print("every figure, table and manuscript is the same" if not wrong else f"{len(wrong)} differ")
    return int(bool(wrong))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
