"""Readings of a written form: clitics off, paradigms out, ta marbuta in its three shapes."""

import pytest
from framing.errors import InputError


def same(text):
    """No folding."""
    return text


@pytest.mark.parametrize(
    ("word", "form", "found"),
    [
        ("قرار", "قرار", True),
        ("قرار", "والقرار", True),
        ("قرار", "قرارها", True),
        ("قرار", "قرارات", False),
        ("طن", "وطن", False),
        ("=قرار", "القرار", False),
        ("=قرار", "قرار", True),
        ("حدود!", "والحدود", True),
        ("حدود!", "حدودها", False),
        ("قرار*", "والقرارات", True),
        ("هدنة", "هدنه", True),
        ("هدنة", "هدنتها", True),
        ("هدنة", "هدنت", False),
        ("I:خرق", "ويخرق", True),
        ("I:خرق", "خارق", False),
    ],
)
def test_classify(lexicon, word, form, found):
    """A word is found in a form when one of its readings is a form of the word."""
    number = lexicon.add(word, same)
    assert (number in lexicon.classify(form)) is found


def test_same_word_has_one_number(lexicon):
    """Adding a word twice gives the number it has."""
    assert lexicon.add("قرار", same) == lexicon.add("قرار", same)


@pytest.mark.parametrize(
    ("word", "message"), [("XI:خرق", "no paradigm 'XI'"), ("I:خر", "root of three")]
)
def test_bad_paradigm(lexicon, word, message):
    """An unknown paradigm and a root that does not fit it are named."""
    with pytest.raises(InputError, match=message):
        lexicon.add(word, same)


@pytest.mark.parametrize(
    ("language", "word", "forms"),
    [
        ("he", "paal:הרג", ["הרג", "הרגו", "הורגים", "יהרוג", "להרוג", "והרגה", "שנהרוג"]),
        ("he", "nifal:הרג", ["נהרג", "נהרגו", "ייהרגו", "להיהרג", "שנהרגו"]),
        ("he", "hifil:זהר", ["הזהיר", "מזהירים", "יזהירו", "והזהירה"]),
        ("he", "hufal:צהר", ["הוצהר"]),
        ("ar", "I:خرق", ["خرق", "خرقت", "يخرقون", "ويخرق", "مخروقة"]),
        ("ar", "VIII:خرق", ["اخترق", "اختراق", "الاختراقات", "يخترقون"]),
        ("ar", "II:هدد", ["هدد", "هددت", "تهديد", "بالتهديدات", "مهددين"]),
        ("ar", "X:هدف", ["استهدف", "استهداف", "يستهدفون", "واستهدفت"]),
    ],
)
def test_paradigms_of_the_study(book, language, word, forms):
    """Each form of the paradigm is found in the spelling of newspapers."""
    known = book.languages[language]
    number = known.lexicon.add(word, known.normalise)
    missed = [f for f in forms if number not in known.lexicon.classify(known.normalise(f))]
    assert not missed
