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

# As newspapers print them: (kind, language, text, what its quotations contain)
PRINTED = [
    ("inverted", "he", "השר אמר »ההסכם לא הופר« אתמול", ["ההסכם לא הופר"]),
    ("inverted", "ar", "قال الوزير » لن نقبل بذلك « أمس", [" لن نقبل بذلك "]),
    ("inverted, a stray one", "ar", "انتهى البيان» ثم غادر", []),
    ("both ways in one text", "he", "«אחת» ואז »שתיים«", ["אחת", "שתיים"]),
    ("blanks inside", "he", 'הוא הוסיף " כי זו טעות ". ואז הלך', [" כי זו טעות "]),
    ("blanks inside", "ar", 'واضاف " ان ذلك خطأ ".', [" ان ذلك خطأ "]),
    ("single", "he", "הדובר אמר: 'לא ניסוג מכאן', והלך", ["לא ניסוג מכאן"]),
    ("single", "ar", "قال الناطق ‘لن ننسحب من هنا’ ثم مضى", ["لن ننسحب من هنا"]),
    ("single, behind a letter that may have a geresh", "he", "אמר: 'כך נצעד' והלך", ["כך נצעד"]),
    ("single marks twice", "ar", "سنفرق ' ' المتظاهرين ' ' بالقوة", [" المتظاهرين "]),
    ("geresh is no mark", "he", "ברח' הרצל, מול צ'כיה (כיתה ג') וגב' לוי", []),
    ("nested, same marks", "he", '"הוא אמר "לא אלך" ונשאר", סיפרה', ['הוא אמר "לא אלך" ונשאר']),
    ("nested, same marks", "ar", '"قال "لن أذهب" ثم عاد" الرجل', ['قال "لن أذهب" ثم عاد']),
    ("nested, other marks", "ar", 'سأل «هل قال "نعم" حقا» أمس', ['هل قال "نعم" حقا']),
    ("outer one unclosed", "he", '"הוא אמר "לא" והלך', ["לא"]),
]


@pytest.mark.parametrize(("text", "inside"), CASES)
def test_find_spans(text: str, inside: list[str]) -> None:
    """The spans hold what a reader sees quoted."""
    assert [text[a:b] for a, b in quotes.find_spans(text)] == inside


@pytest.mark.parametrize(("kind", "language", "text", "inside"), PRINTED)
def test_printed_marks(kind: str, language: str, text: str, inside: list[str]) -> None:
    """Inverted, single, nested marks and blanks inside them, in both languages."""
    assert [text[a:b] for a, b in quotes.find_spans(text)] == inside, (kind, language)


# Lines with a single mark: (language, text, what is quoted)
LOOSE = [
    ("he", '"אין לי מה להוסיף על כך.', ["אין לי מה להוסיף על כך."]),
    ("ar", "« ليس لدي ما أضيف إلى ذلك.", [" ليس لدي ما أضيف إلى ذلك."]),
    ("he", 'אין לי מה להוסיף על כך ".', ["אין לי מה להוסיף על כך "]),
    ("ar", "ليس لدي ما أضيف إلى ذلك ».", ["ليس لدي ما أضيف إلى ذلك "]),
    ("he", 'כך אמר.\n"אין לי מה להוסיף.\nהוא הלך.', ["אין לי מה להוסיף."]),
    ("he", 'הוא אמר "אין לי מה להוסיף', []),  # in the middle
    ("ar", "انتهى البيان» ثم غادر", []),
    ("he", '"אין לי מה להוסיף", אמר', []),  # closed
    ("he", '"לא הלך', []),  # too short
    ("ar", "» ليس لدي ما أضيف", []),  # a mark that only closes
    ("he", 'ארה"ב לא תסכים לכך', []),
]


@pytest.mark.parametrize(("language", "text", "inside"), LOOSE)
def test_loose_lines(language: str, text: str, inside: list[str]) -> None:
    """A line of a longer quotation has its one mark at an edge."""
    assert [text[a:b] for a, b in quotes.find_loose(text)] == inside, language


def test_short_quotation_is_no_speech() -> None:
    """A name in quotation marks is no reported speech, three words are."""
    text = "הרئيس “فلاديمير بوتين” قال “لن نسمح بذلك”"
    assert [text[a:b] for a, b in quotes.find_speech(text)] == ["لن نسمح بذلك"]


@given(st.text(alphabet="אבג دذر\"״“”«»„'’‘\n .,", max_size=60))
def test_spans_are_apart(text: str) -> None:
    """Spans are in order, apart, within a line, whatever the marks."""
    spans = quotes.find_spans(text)
    assert all(0 < a <= b < len(text) for a, b in spans)
    assert all(first[1] < second[0] for first, second in pairwise(spans))
    assert not any("\n" in text[a:b] for a, b in spans)
    loose = quotes.find_loose(text)
    assert all(0 <= a < b <= len(text) and "\n" not in text[a:b] for a, b in loose)
    assert all(first[1] < second[0] for first, second in pairwise(loose))


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


def test_the_outer_of_two_spans_is_kept():
    """Also where both begin at one place; a span that touches another is none inside it."""
    assert quotes._keep_outer([(0, 3), (0, 9), (4, 8), (9, 11)]) == [(0, 9), (9, 11)]
    longest = quotes.LONGEST
    assert quotes._keep_outer([(0, longest), (0, longest + 1)]) == [(0, longest)]
