"""A text that is not in the stated language or form is accepted with a warning of one line."""

import warnings

import pytest
from framing.errors import InputWarning
from framing.texts import suspicion

import workflow

pytestmark = pytest.mark.study

RAW = workflow.ROOT / "data" / "raw"
HEBREW, ARABIC = (
    (RAW / f"{name}.txt").read_text(encoding="utf-8") if workflow.is_the_study() else ""
    for name in ("hebrew", "arabic")
)


def warned(text, language, form="raw"):
    """The warnings on a text, as lines."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", InputWarning)
        suspicion.check({"file": "a.txt", "text": text, "form": form}, language)
    return [str(warning.message) for warning in caught]


def test_the_articles_of_the_study(book):
    """Nothing to warn of."""
    assert warned(HEBREW, book.languages["he"], "lemmatised") == []
    assert warned(ARABIC, book.languages["ar"]) == []


@pytest.mark.parametrize(("text", "stated"), [(ARABIC, "he"), (HEBREW, "ar"), ("English.", "he")])
def test_another_script(book, text, stated):
    """Told by the letters."""
    lines = warned(text, book.languages[stated])
    assert len(lines) == 1
    assert lines[0].startswith("a.txt: only ")
    assert lines[0].endswith(f"; is its language {stated}?")


def test_another_language_in_the_same_script(book):
    """Persian in Arabic letters: hardly any function word of Arabic, in 56 words."""
    persian = "این کتاب را برای دوستم خریدم و او خیلی خوشحال شد چون سال‌ها پیش "
    lines = warned(persian * 4, book.languages["ar"])
    assert len(lines) == 1
    assert "of its words are function words; is its language ar?" in lines[0]


def test_running_text_declared_lemmatised(book):
    """Half of its words are lemmas."""
    lines = warned(ARABIC, book.languages["ar"], "lemmatised")
    assert lines == [
        "a.txt: is said to be lemmatised, but only 53% of its words are lemmas; is its form raw?"
    ]


def test_share_of_letters(book):
    """Two of three letters; digits and marks do not count."""
    assert suspicion.share_of_letters("אבc, 1!", book.languages["he"]) == pytest.approx(2 / 3)
    assert suspicion.share_of_letters("12", book.languages["he"]) == 0
