"""The scientific assumptions of the study, collected from the comments ASSUME of the code."""

import re
from dataclasses import dataclass
from pathlib import Path

from framing.errors import InputError

MARK = re.compile(r"(?:(?P<alone>^\s*)|.*  )# ASSUME\b\s*(?P<words>.*)")
COMMENT = re.compile(r"\s*# ?(?P<words>.*)")
CONSTANT = re.compile(r"[A-Z_]+ = (?P<value>[\d.]+)\b")
BY_CONSTANT = "this many"  # words for the number that the line below a comment sets


@dataclass(frozen=True)
class Assumption:
    """An assumption as a sentence, with its subpackage and module."""

    subpackage: str
    module: str
    text: str


def collect(package: Path | str) -> list[Assumption]:
    """All assumptions in the modules of a package, in the order of their files and lines.

    A comment that has its line for itself goes on in the comment lines below it, until a line
    without comment, an empty comment or the next mark. Where it says “this many”, the constant
    that is set below it is filled in. InputError (file, line) for a mark without words.
    """
    found = []
    for path in sorted(Path(package).rglob("*.py")):
        lines = path.read_text(encoding="utf-8").splitlines()
        subpackage = path.relative_to(package).parts[0]
        for number, line in enumerate(lines):
            if mark := MARK.fullmatch(line):
                below = [] if mark["alone"] is None else lines[number + 1 :]
                said = _sentence(mark["words"], below, f"{path}:{number + 1}")
                found.append(Assumption(subpackage, path.stem, said))
    return found


def _sentence(first: str, below: list[str], place: str) -> str:
    parts = [first]
    for line in below:
        comment = COMMENT.fullmatch(line)
        if not comment or not comment["words"].strip() or MARK.fullmatch(line):
            break
        parts.append(comment["words"])
    text = " ".join(" ".join(parts).split())
    if not text:
        raise InputError(place, "an ASSUME says nothing", "write what is assumed")
    constant = CONSTANT.match(below[len(parts) - 1]) if len(below) >= len(parts) else None
    text = text.replace(BY_CONSTANT, constant["value"]) if constant else text
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?")) else f"{text}."
