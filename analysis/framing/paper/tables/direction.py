"""The direction of a text, and its parts that run the other way."""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

ATTACHED = "'\"׳״"  # marks that belong to the Hebrew letter before them
_CLASSES = {"L": "L", "R": "R", "AL": "R", "NSM": "M"}


class Run(NamedTuple):
    """A part of a text in one direction; `language` is he or ar, "" from left to right."""

    text: str
    language: str


def is_rtl(text: str) -> bool:
    """Whether most letters of the text are Hebrew or Arabic."""
    classes = _classes(text)
    return classes.count("R") > classes.count("L")


def runs(text: str) -> list[Run]:
    """The text in runs of one direction, in the order in which it is read.

    A run ends at its last letter, so that what lies between two letters of one direction (blanks,
    digits, marks) is inside the run; what lies between runs belongs to the direction of most
    letters. A geresh or gershayim after the last letter stays with it.
    """
    inner = "L" if is_rtl(text) else "R"
    outside = "" if inner == "R" else _language(text)
    found, at = [], 0
    for match in re.finditer(rf"{inner}M*(?:[{inner}NM]*{inner}M*)?", _classes(text)):
        start, end = match.span()
        while inner == "R" and end < len(text) and text[end] in ATTACHED:
            end += 1
        found.append(Run(text[at:start], outside))
        found.append(Run(text[start:end], _language(text[start:end]) if inner == "R" else ""))
        at = end
    found.append(Run(text[at:], outside))
    return [run for run in found if run.text]


def _classes(text: str) -> str:
    """A letter a character: L, R, M (a mark on the letter before it) or N (neutral)."""
    return "".join(map(_class, text))


@cache
def _class(char: str) -> str:
    return _CLASSES.get(unicodedata.bidirectional(char), "N")


def _language(text: str) -> str:
    return "he" if re.search(r"[\u0590-\u05ff\ufb1d-\ufb4f]", text) else "ar"
