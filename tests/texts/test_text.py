"""Sentences and words: a gold set of hard words, sentences cut by hand, exact offsets."""

import csv

import pytest
from framing.texts import text
from hypothesis import given
from hypothesis import strategies as st

import workflow

DATA = workflow.ROOT / "tests" / "data"


def gold(language: str) -> list[tuple[str, list[str]]]:
    """Rows of a gold sheet: a text and the words it holds."""
    with (DATA / f"tokens_{language}.tsv").open(encoding="utf-8", newline="") as sheet:
        rows = list(csv.DictReader(sheet, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [(row["text"].replace("\\n", "\n"), row["forms"].split()) for row in rows]


@pytest.mark.parametrize(("raw", "forms"), [*gold("he"), *gold("ar"), *gold("en")])
def test_gold_words(raw, forms):
    """Acronyms, foreign sounds, compounds, clitics, numbers, dates, tags and marks."""
    assert [raw[start:end] for start, end in text.tokenise(raw)] == forms


@pytest.mark.parametrize("language", ["he", "ar", "en"])
def test_gold_is_large_enough(language):
    """At least forty hard words of each language are in the gold set."""
    assert sum(len(forms) for _, forms in gold(language)) >= 40


HARD = st.text(
    st.sampled_from("אבהלשםץ\"'״׳”“־-_#@. ,:1٢ابةوللـَُ\u200f\u200c\n؟aZ/") | st.characters()
)


@given(HARD)
def test_offsets_round_trip(raw):
    """Words are in order, do not overlap, are not empty, and are where their offsets say."""
    last = 0
    for start, end in text.tokenise(raw):
        assert last <= start < end <= len(raw)
        assert any(char.isalnum() for char in raw[start:end])
        assert not raw[start:end][0].isspace()
        last = end


@given(HARD)
def test_sentences_hold_every_word(raw):
    """Sentences do not overlap, have no blanks at either end, and lose or cut no word."""
    bounds = text.split_sentences(raw)
    assert all(a < b for a, b in bounds)
    assert all(raw[a:b] == raw[a:b].strip() for a, b in bounds)
    for start, end in text.tokenise(raw):
        assert sum(a <= start and end <= b for a, b in bounds) == 1


@given(HARD)
def test_parts_cover_letters(raw):
    """The parts of a compound lie inside the word, in order, and hold all its letters."""
    for start, end in text.tokenise(raw):
        form = raw[start:end]
        parts = text.split_compound(form)
        letters = "".join(char for char in form if char.isalnum())
        assert "".join(c for a, b in parts for c in form[a:b] if c.isalnum()) == letters


@pytest.mark.parametrize(
    ("raw", "count"),
    [
        ("סוף. התחלה", 2),
        ("נסיגה של 3.5 ק״מ. ועוד", 2),
        ("أين؟ هنا! نعم.", 3),
        ("قال “نعم.” ثم مضى", 2),
        ("שורה\nשורה", 2),
        ("ד. בן גוריון", 1),
        (" . . ! ", 0),
        ("ועוד הרבה.והם הלכו", 2),
        ("وغيرها.وهي كثيرة", 2),
        ("מה קרה?איש לא ידע", 2),
        ("أين كانوا؟لا أحد يعلم", 2),
        ("3.5 אחוזים ב־12.5.1990 לערך", 1),
        ("في 12.5.1990 نحو 3.5 بالمئة", 1),
        ("פרופ.לוי וא.ב.יהושע מרח.הרצל", 1),
        ("ا.ف.ب ود.محمد", 1),
        ("ראו www.דוגמה.קום ו@דובר.צבא", 1),
        ("انظر www.مثال.كوم و@ناطق.الجيش", 1),
        ('הוא הוסיף " זו טעות . " ואז הלך', 2),
        ('واضاف " هذا خطأ . " ثم مضى', 2),
        ("הוא אמר »זו טעות.« אחר כך הלך", 2),
        ("قال »هذا خطأ.« ثم مضى", 2),
    ],
)
def test_sentence_ends(raw, count):
    """Full stops, question marks of both scripts, closing quotes, line ends, initials, numbers."""
    assert len(text.split_sentences(raw)) == count


def test_boundaries_cut_a_sentence():
    """A further cut point separates what no mark separates."""
    assert text.split_sentences("lead body", (4,)) == [(0, 4), (5, 9)]


def test_parts_of_a_tag_and_of_a_compound():
    """The mark of a tag is no part; an address has no parts."""
    assert text.split_compound("#a_bc") == [(1, 2), (3, 5)]
    assert text.split_compound("a-b") == [(0, 1), (2, 3)]
    assert text.split_compound("@a_b") == [(0, 4)]
