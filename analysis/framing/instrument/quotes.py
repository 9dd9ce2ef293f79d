"""Quotations: spans between the quotation marks of Hebrew and Arabic print."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from framing.texts import text as texts
from framing.texts.text import Span

# ASSUME one or two words in quotation marks are a name, a title or irony, not reported speech.
SPEECH_WORDS = 3
LONGEST = 1500

# Each pattern begins with its marks: so most texts are passed over fast.
_ANY = re.compile(r"[\"״”“„«»'׳’‘‚]")
# Some newspapers print a double mark as two single ones with a blank between: ' ' word ' '.
_DOUBLE = re.compile(r"[\"״”“„«»'׳](?:(?<=[\"״”“„«»])|(?<=')'|(?<=׳)׳|(?<=')(?<!\S') '(?!\S))")
_SINGLE = re.compile(r"['׳’‘‚](?<!['׳’‘].)(?<!' .)(?!['׳’‘]| ')")
_OPENING, _CLOSING = "„«‘‚", "»"
_INVERTED = {"»": "«"}
_SPACE = re.compile(r"[\s(\[–—:,،؛;/-]")
_SMALL_WORD = re.compile(r"(?:^|\s)\w{1,2}-?$")
_LINE_END = re.compile(r"[\r\n\u2028\u2029]")
_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_ENDING = " .,!?؟…)]"

Mark = re.Match[str]

REMEMBERED = 2**12  # chunks

tokenise = lru_cache(REMEMBERED)(texts.tokenise)


@lru_cache(16)
def find_spans(text: str) -> list[Span]:
    """Spans of the quotations, without their marks, in order; none is within another.

    Gershayim and geresh inside a word are no marks. A mark that nothing closes before the line
    ends, or that nothing opened, is left out, so that it swallows no text. Both ends may have the
    same mark, and guillemets may be inverted: »so«. Of nested quotations the outer one counts;
    single marks count outside double ones only.
    """
    if not _ANY.search(text):
        return []
    spans = _keep_outer(_pair(text, _find_double_marks(text)))
    singles = _pair(text, _find_marks(text, _SINGLE))
    apart = [s for s in singles if all(s[1] < a or b < s[0] for a, b in spans)]
    return sorted(spans + _keep_outer(apart))


def find_speech(text: str) -> list[Span]:
    """The quotations that are long enough to report speech (`SPEECH_WORDS`)."""
    return [(a, b) for a, b in find_spans(text) if texts.has_words(text[a:b], SPEECH_WORDS)]


def find_loose(text: str) -> list[Span]:
    """Lines that are part of a longer quotation, in order: a mark at an edge is their only one.

    A quotation of several paragraphs opens each of them, and closes the last one alone.
    """
    marks = _find_double_marks(text)
    if not marks or (len(marks) > 1 and not _LINE_END.search(text)):
        return []
    found = []
    for line in _LINE.finditer(text):
        inside = [mark for mark in marks if line.start() <= mark.start() < line.end()]
        if len(inside) == 1:
            span = _find_rest(text, line, inside[0])
            if texts.has_words(text[slice(*span)], SPEECH_WORDS):
                found.append(span)
    return found


def _find_rest(text: str, line: Mark, mark: Mark) -> Span:
    """What is quoted of a line by its only mark: what is behind the first, before the last word."""
    if not text[line.start() : mark.start()].strip() and mark.group() not in _CLOSING:
        return mark.end(), line.end()
    if not text[mark.end() : line.end()].strip(_ENDING) and mark.group() not in _OPENING:
        return line.start(), mark.start()
    return mark.start(), mark.start()


@lru_cache(maxsize=1)
def _find_double_marks(text: str) -> list[Mark]:
    """The double marks; several questions are asked of a text in a row."""
    return list(_find_marks(text, _DOUBLE))


def _find_marks(text: str, kind: re.Pattern[str]) -> Iterator[Mark]:
    """Marks of a kind that are not inside a word; a geresh at its end may close a quotation."""
    return (mark for mark in kind.finditer(text) if not _is_inside(text, *mark.span()))


def _is_inside(text: str, start: int, end: int) -> bool:
    """Whether a mark is inside a word; no word is longer than what is between two blanks."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if not before or not after or before.isspace() or after.isspace():
        return False
    first, last = text.rfind(" ", 0, start) + 1, text.find(" ", end)
    chunk = text[first:last] if last >= 0 else text[first:]
    return any(a < start - first and end - first < b for a, b in tokenise(chunk))


def _pair(text: str, marks: Iterable[Mark]) -> list[Span]:
    """Spans between marks that open and close one another, also of nested quotations."""
    spans, opened = [], list[Mark]()
    for mark in marks:
        if opened and not _same_stretch(text, opened[-1].end(), mark.start()):
            opened.clear()
        opens, closes = _sides(text, mark, opened)
        if opened and closes:
            spans.append((opened.pop().end(), mark.start()))
        elif opens:
            opened.append(mark)
    return spans


def _keep_outer(spans: list[Span]) -> list[Span]:
    """The spans that are in no other and not too long, in order."""
    kept: list[Span] = []
    for a, b in sorted(spans, key=lambda span: (span[0], -span[1])):
        if b - a <= LONGEST and not (kept and a < kept[-1][1]):
            kept.append((a, b))
    return kept


def _same_stretch(text: str, start: int, end: int) -> bool:
    return end - start <= LONGEST and not _LINE_END.search(text, start, end)


def _sides(text: str, mark: Mark, opened: list[Mark]) -> tuple[bool, bool]:
    """Whether the mark can open and whether it can close, by its shape and neighbours."""
    start, end = mark.span()
    shape, before, after = mark.group(), text[max(0, start - 4) : start], text[end : end + 2]
    blank_before = not before or bool(_SPACE.match(before[-1]))
    if opened and _INVERTED.get(opened[-1].group()) == shape:
        return False, True
    if shape in _INVERTED and not opened and blank_before and not _closes_nothing(text, mark):
        return True, False
    if shape in _OPENING or shape in _CLOSING:
        return shape in _OPENING, shape in _CLOSING
    blank_after = not after or not (after[0].isalnum() or after[0] in "([…" or after == "..")
    if blank_before == blank_after:
        # Between two letters a mark opens after a clitic (و”يأخذ) and closes otherwise.
        clitic = bool(_SMALL_WORD.search(before))
        return (True, True) if blank_before else (clitic, not clitic)
    if blank_before and after[:1] in (".", "!", "?", "؟"):
        return False, True
    return blank_before, not blank_before


def _closes_nothing(text: str, mark: Mark) -> bool:
    """Whether an inverted mark has no partner behind it."""
    stretch = text[mark.end() : mark.end() + LONGEST]
    return _INVERTED[mark.group()] not in _LINE_END.split(stretch, maxsplit=1)[0]


def number_words(spans: list[Span], words: Sequence[Span]) -> list[int | None]:
    """For each word the number of the quotation around it, or None."""
    if not spans:
        return [None] * len(words)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    result: list[int | None] = []
    at = 0
    for start, _ in words:
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        result.append(at if at < len(spans) and spans[at][0] <= start else None)
    return result
