"""Quotation spans in the marks of both traditions."""

from itertools import pairwise

import pytest
from framing.instrument import quotes
from hypothesis import given
from hypothesis import strategies as st

# (text, what its quotations contain)
CASES = [
    ('הוא אמר: "ההסכם יחזיק מעמד".', ["ההסכם יחזיק מעמד"]),
    ('" מוסקבה כשל עצור " נכתב', [" מוסקבה כשל עצור "]),
    ("קال “سنرد على الهجوم” غدا", ["سنرد على الهجوم"]),
    ("جهود السلام و”يأخذ علما” بالاتفاق", ["يأخذ علما"]),
    ("أكد «أن الهدنة صامدة» أمس", ["أن الهدنة صامدة"]),
    ("דובר צה״ל אמר: ״רמטכ״ל צה״ל נפגש״", ["רמטכ״ל צה״ל נפגש"]),
    ('ארה"ב והאו"ם בחנו את ההסכם', []),
    ('שר החוץ: ו"יאריך את ההסכם" בחודש', ["יאריך את ההסכם"]),
    ("عقد اجتماع كازاخستان”. ثم قال “سنعود غدا”", ["سنعود غدا"]),
    ("הוא אמר: “אין הסכם.\nלמחרת נמשכו הקרבות ב“אזור החיץ” בצפון", ["אזור החיץ"]),
    ('אמר "אחת" ואז "שתיים"', ["אחת", "שתיים"]),
    ("„ההסכם מת“", ["ההסכם מת"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "inside"), CASES)
def test_find_spans(text: str, inside: list[str]) -> None:
    """The spans hold what a reader sees quoted."""
    assert [text[a:b] for a, b in quotes.find_spans(text)] == inside


def test_short_quotation_is_no_speech() -> None:
    """A name in quotation marks is no reported speech, three words are."""
    text = "הרئيس “فلاديمير بوتين” قال “لن نسمح بذلك”"
    assert [text[a:b] for a, b in quotes.find_speech(text)] == ["لن نسمح بذلك"]


@given(st.text(alphabet='אבג دذر"״“”«»„\n .,', max_size=60))
def test_spans_are_apart(text: str) -> None:
    """Spans are in order, apart, within a line, whatever the marks."""
    spans = quotes.find_spans(text)
    assert all(0 < a <= b < len(text) for a, b in spans)
    assert all(first[1] < second[0] for first, second in pairwise(spans))
    assert not any("\n" in text[a:b] for a, b in spans)


def test_number_words() -> None:
    """Words get the number of the quotation around them."""
    assert quotes.number_words(
        [(3, 9), (12, 15)], [(0, 2), (4, 6), (7, 9), (10, 11), (12, 15)]
    ) == [
        None,
        0,
        0,
        None,
        1,
    ]


def test_words_behind_the_last_quotation() -> None:
    """They are in none, nor is a word that begins where a quotation ends."""
    assert quotes.number_words([(2, 5)], [(0, 1), (2, 3), (5, 6), (7, 8)]) == [None, 0, None, None]
    assert quotes.number_words([], [(0, 1)]) == [None]
