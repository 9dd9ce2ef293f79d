"""Pauses, colons, semicolons and dashes between words, and edges of quotations."""

import re

from framing.instrument import gaps
from framing.instrument.annotate import Sentence

TEXT = "aa bb, cc: dd؛ ee; ff - gg—hh (ii)  jj"
SPANS = tuple(found.span() for found in re.finditer(r"\w\w", TEXT))
BETWEEN = gaps.find(Sentence(0, len(TEXT), SPANS, ()), TEXT)


def test_find():
    """Marks between words, also several in a row; none within a word, none at an edge."""
    assert BETWEEN == [
        (2, ","), (3, ":"), (4, "؛"), (5, ";"), (6, " - "), (7, "—"), (8, "("), (9, ")")
    ]  # fmt: skip
    spans = ((1, 5), (8, 10), (12, 14))
    text = "(1:30), aa  bb;"
    assert gaps.find(Sentence(0, len(text), spans, ()), text) == [(1, ")"), (1, ",")]


def test_kinds():
    """Each mark by the word behind it; a hyphen counts between blanks alone."""
    assert gaps.find_colons(BETWEEN) == {3}
    assert gaps.find_semicolons(BETWEEN) == {4, 5}
    assert gaps.find_dashes(BETWEEN) == {6, 7}
    assert gaps.find_dashes([(1, "-"), (2, "–")]) == {2}


def test_breaks():
    """All marks, the edges of a quotation, and the first word."""
    nothing = (None,) * len(SPANS)
    assert gaps.find_breaks(BETWEEN, nothing) == {0, 2, 3, 4, 5, 6, 7, 8, 9}
    assert gaps.find_breaks([], nothing) == {0}
    assert gaps.find_breaks([], (None, 0, 0, 1, None)) == {0, 1, 3, 4}


def test_divider():
    """A colon, a long dash, or a hyphen between blanks; no comma, no hyphen within a word."""
    for find in (gaps.find_divider, gaps.has_divider):
        assert all(map(find, ("a: b", "a – b", "a—b", "a - b")))
        assert not any(map(find, ("a, b", "a-b", "a; b")))
