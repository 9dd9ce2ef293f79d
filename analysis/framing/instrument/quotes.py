"""Quotations: spans between the quotation marks of Hebrew and Arabic print."""

import re
from itertools import pairwise

from framing.texts.text import Span, tokenise

# ASSUME one or two words in quotation marks are a name, a title or irony, not reported speech.
SPEECH_WORDS = 3
LONGEST = 1500

_MARK = re.compile(r"[\"״“”„«»]|''|׳׳")
_OPENING, _CLOSING = "„«", "»"
_SPACE = re.compile(r"[\s(\[–—:,،؛;/-]")
_SMALL_WORD = re.compile(r"(?:^|\s)\w{1,2}-?$")


def find_spans(text: str) -> list[Span]:
    """Spans of the quotations, without their marks, in order; none is within another.

    Gershayim inside a word are no marks. A mark that nothing closes before the line ends, or that
    nothing opened, is left out, so that it swallows no text. Both ends may have the same mark.
    """
    spans: list[Span] = []
    opened: re.Match[str] | None = None
    for mark in _marks(text):
        if opened and not _same_stretch(text, opened.end(), mark.start()):
            opened = None
        opens, closes = _sides(text, mark)
        if opened and closes:
            spans.append((opened.end(), mark.start()))
            opened = None
        elif opens:
            opened = mark
    return spans


def find_speech(text: str) -> list[Span]:
    """The quotations that are long enough to report speech (`SPEECH_WORDS`)."""
    return [(a, b) for a, b in find_spans(text) if len(tokenise(text[a:b])) >= SPEECH_WORDS]


def _marks(text: str) -> list[re.Match[str]]:
    """Quotation marks between words, not inside one."""
    words = iter(tokenise(text))
    word = next(words, None)
    found = []
    for mark in _MARK.finditer(text):
        while word and word[1] <= mark.start():
            word = next(words, None)
        if not (word and word[0] < mark.start() and mark.end() < word[1]):
            found.append(mark)
    return found


def _same_stretch(text: str, start: int, end: int) -> bool:
    return end - start <= LONGEST and not re.search(r"[\r\n\u2028\u2029]", text[start:end])


def _sides(text: str, mark: re.Match[str]) -> tuple[bool, bool]:
    """Whether the mark can open and whether it can close, by its shape and neighbours."""
    if mark.group() in _OPENING or mark.group() in _CLOSING:
        return mark.group() in _OPENING, mark.group() in _CLOSING
    before = text[max(0, mark.start() - 4) : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    blank_before = not before or bool(_SPACE.match(before[-1]))
    blank_after = not after or not (after.isalnum() or after in "([.…")
    if blank_before == blank_after:
        # Between two letters a mark opens after a clitic (و”يأخذ) and closes otherwise.
        clitic = bool(_SMALL_WORD.search(before))
        return (True, True) if blank_before else (clitic, not clitic)
    return blank_before, not blank_before


def number_words(spans: list[Span], words: list[Span]) -> list[int | None]:
    """For each word the number of the quotation around it, or None."""
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    result, at = [], 0
    for start, _ in words:
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        result.append(at if at < len(spans) and spans[at][0] <= start else None)
    return result
