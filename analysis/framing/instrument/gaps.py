"""What is between the words of a sentence: pauses, colons, semicolons, dashes."""

import re
from bisect import bisect_right
from itertools import pairwise

from framing.instrument.annotate import Sentence

Gap = tuple[int, str]  # a word, and a mark between it and the word before

find_divider = re.compile(r"[:–—]|\s-\s").search  # what may divide a source from what it says
_DASH = re.compile(r"[–—]|\s-\s")
_PAUSE = re.compile(r"[,،;؛:()\[\]–—]|\s-\s")


def has_divider(text: str) -> bool:
    """Whether `find_divider` finds one: most texts have none of its marks."""
    return any(mark in text for mark in ":–—") or ("-" in text and find_divider(text) is not None)


def find(sentence: Sentence, text: str) -> list[Gap]:
    """The marks of a pause between words, each after the number of the word behind it."""
    starts, found = [start for start, _ in sentence.spans], []
    for mark in _PAUSE.finditer(text, sentence.spans[0][1], starts[-1]):
        at = bisect_right(starts, mark.start())
        if mark.start() >= sentence.spans[at - 1][1]:
            found.append((at, mark.group()))
    return found


def find_breaks(gaps: list[Gap], quoted: tuple[int | None, ...]) -> frozenset[int]:
    """Words that follow a comma, colon or bracket, or the edge of a quotation; and the first."""
    found = {0, *(at for at, _ in gaps)}
    if quoted.count(None) < len(quoted):
        found.update(at for at, (a, b) in enumerate(pairwise(quoted), start=1) if a != b)
    return frozenset(found)


def find_colons(gaps: list[Gap]) -> frozenset[int]:
    """Words behind a colon."""
    return frozenset(at for at, gap in gaps if ":" in gap)


def find_semicolons(gaps: list[Gap]) -> frozenset[int]:
    """Words behind a semicolon, of either script."""
    return frozenset(at for at, gap in gaps if ";" in gap or "؛" in gap)


def find_dashes(gaps: list[Gap]) -> frozenset[int]:
    """Words behind a dash: a long one, or a hyphen between blanks."""
    return frozenset(at for at, gap in gaps if _DASH.search(gap))
