"""Readings of a written form: clitics off, paradigms out, ta marbuta in its three shapes."""

import re
from dataclasses import replace

import pytest
from framing.errors import InputError
from framing.texts.morphology import Forms, Lexicon


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
    number = lexicon.add(word)
    assert (number in lexicon.classify(form)) is found


def test_same_word_has_one_number(lexicon):
    """Adding a word twice gives the number it has; numbers count from 0."""
    assert lexicon.add("قرار") == lexicon.add("قرار") == 0
    assert lexicon.add("هدنة") == 1
    assert lexicon.names == ["قرار", "هدنة"]


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("XI:خرق", "no paradigm 'XI'; use one of I"),
        ("I:خر", "I has no forms of the root 'خر'; it has ..."),
        ("I.past:خرق", "I has no part 'past' for this root; use all"),
    ],
)
def test_bad_paradigm(lexicon, word, message):
    """An unknown paradigm or part, and a root that does not fit, are named with what is known."""
    with pytest.raises(InputError, match=re.escape(message)):
        lexicon.add(word)


def test_expand():
    """The first kind of root that fits gives the forms; a part alone when it is named."""
    strong, weak = re.compile("..."), re.compile("..h")
    rows = [
        Forms("past", True, weak, "12h"),
        Forms("noun", False, weak, "12yN"),
        Forms("past", True, strong, "123 123t"),
        Forms("future", True, strong, "y123"),
    ]
    made = Lexicon(str, {}, {}, {"v": rows, "n": [Forms("all", True, re.compile(".+"), "~ ~m")]})
    assert made.expand("v:abc") == ["abc", "abct", "yabc"]
    assert made.expand("v:abh") == ["abh"]
    assert made.expand("v.noun:abh") == ["abyN"]
    assert made.expand("v.past:abc") == ["abc", "abct"]
    assert made.expand("n:abc") == ["abc", "abcm"]
    assert made.expand("word") == ["word"]


def test_final_letters():
    """A letter has its final shape at the end of a form, and there alone."""
    rows = {"n": [Forms("all", True, re.compile(".+"), "~ ~ים ~")]}
    made = Lexicon(str, {}, {}, rows, finals={"ן": "ן", "נ": "ן", "מ": "ם"})
    assert made.expand("n:קצין") == ["קצין", "קצינים", "קצין"]


def test_fold_comes_first():
    """Words, marks and roots are folded before they are kept."""
    made = Lexicon(str.lower, {}, {}, {"n": [Forms("all", True, re.compile(".+"), "~ ~s")]})
    numbers = [made.add(word) for word in ("Word", "=Exact", "Long*", "Bare!", "n:Dog")]
    assert [made.classify(f) for f in ("word", "exact", "longer", "bare", "dogs")] == [
        frozenset({n}) for n in numbers
    ]
    assert made.classify("Word") == frozenset()


def test_strip(lexicon):
    """The form, and what is left without each proclitic, if enough is left."""
    strip = lexicon.strip
    assert list(strip("والقرار")) == ["والقرار", "القرار", "قرار"]
    assert list(strip("وطن")) == ["وطن"]


@pytest.mark.parametrize(
    ("form", "found"),
    [
        ("ועידה", True),
        ("לוועידה", True),  # a vav behind a prefix is written twice
        ("ובוועידות", False),
        ("בוועידה", True),
        ("לועידה", True),
        ("ווועידה", True),
        ("לוווועידה", False),
    ],
)
def test_a_doubled_letter(book, form, found):
    """Of a word that begins with vav; only one of the two is taken off."""
    lexicon = replace(book.languages["he"].lexicon, numbers={}, names=[])
    for index in ("exact", "unsuffixed", "prefixes", "plain", "construct"):
        setattr(lexicon, index, {})
    number = lexicon.add("ועידה")
    assert (number in lexicon.classify(form)) is found


def test_too_little_remains_of_a_doubled_letter():
    """Three letters must: of a word of two letters none is taken off."""
    strip = Lexicon(str, {"x": 1}, {}, {}, doubled={"v": 3}).strip
    assert list(strip("xvvab")) == ["xvvab", "vvab", "vab"]
    assert list(strip("xvva")) == ["xvva", "vva"]
    assert list(strip("xaab")) == ["xaab", "aab"]


@pytest.mark.parametrize(
    ("language", "word", "forms"),
    [
        ("he", "paal:הרג", ["הרג", "הרגו", "הורגים", "יהרוג", "להרוג", "והרגה"]),
        ("he", "paal.spoken:הרג", ["הרגתי", "הרגנו", "שנהרוג"]),
        ("he", "paal.passive:הרג", ["הרוג", "ההרוגים", "הרוגות"]),
        ("he", "paal:בנה", ["בנה", "בנתה", "בנו", "בונים", "יבנה", "לבנות"]),
        ("he", "paal:קום", ["קם", "קמה", "קמו", "קמים", "יקום", "יקומו", "לקום"]),
        ("he", "paal:נפל", ["נפל", "נפלו", "נופלים", "ייפול", "יפלו", "לנפול", "ליפול"]),
        ("he", "paal:ירד", ["ירד", "ירדו", "יורדים", "תרד", "לרדת"]),
        ("he", "nifal:הרג", ["נהרג", "נהרגו", "ייהרגו", "להיהרג", "שנהרגו"]),
        ("he", "nifal:ילד", ["נולד", "נולדה", "נולדים", "להיוולד"]),
        ("he", "piel:גרש", ["גירש", "גירשו", "מגרשת", "יגרשו", "לגרש"]),
        ("he", "piel:סיע", ["סייע", "סייעו", "מסייעת", "תסייע", "לסייע"]),
        ("he", "piel:פנה", ["פינה", "פינתה", "פינו", "מפנים", "יפנה", "לפנות"]),
        ("he", "piel:שחרר", ["שחרר", "שיחרר", "משחררים", "ישחרר", "לשחרר"]),
        ("he", "pual:גרש", ["גורש", "גורשו", "מגורשים", "יגורש"]),
        ("he", "hifil:זהר", ["הזהיר", "מזהירים", "יזהירו", "והזהירה", "להזהיר"]),
        ("he", "hifil:פר", ["הפר", "הפרה", "הפרו", "מפרים", "יפר", "להפר"]),
        ("he", "hifil:נגע", ["הגיע", "הגיעה", "מגיעים", "יגיע", "להגיע"]),
        ("he", "hifil:ידע", ["הודיע", "הודיעה", "מודיעים", "יודיע", "להודיע"]),
        ("he", "hifil:שוב", ["השיב", "השיבה", "משיבים", "ישיב", "להשיב"]),
        ("he", "hifil:פנה", ["הפנה", "הפנתה", "מפנים", "יפנה", "להפנות"]),
        ("he", "hufal:צהר", ["הוצהר", "הוצהרה"]),
        ("he", "hitpael:נגד", ["התנגד", "מתנגדים", "יתנגדו", "להתנגד"]),
        ("he", "hitpael:שמש", ["השתמש", "משתמשת", "ישתמשו", "להשתמש"]),
        ("he", "hitpael:פוצץ", ["התפוצץ", "התפוצצה", "מתפוצץ", "להתפוצץ"]),
        ("he", "nm:הסכם", ["הסכם", "הסכמים", "הסכמיו", "בהסכמי", "ההסכם"]),
        ("he", "nf:תקיפ", ["תקיפה", "תקיפת", "תקיפותיה", "התקיפה"]),
        ("he", "nut:התנחל", ["התנחלות", "התנחלויות", "בהתנחלויות"]),
        ("ar", "I:خرق", ["خرق", "خرقت", "يخرقون", "ويخرق"]),
        ("ar", "I.patient:خرق", ["مخروقة", "المخروق"]),
        ("ar", "I:قول", ["قال", "قالوا", "قلت", "يقول", "تقولون"]),
        ("ar", "I.passive:قول", ["قيل", "يقال"]),
        ("ar", "I:شنن", ["شن", "شنت", "شنوا", "يشن", "تشنون"]),
        ("ar", "I:دعو", ["دعا", "دعت", "دعوا", "يدعو", "يدعون"]),
        ("ar", "I:وقف", ["وقف", "وقفت", "يقف", "يقفون"]),
        ("ar", "I:أخذ", ["أخذ", "أخذوا", "يأخذ", "تأخذون"]),
        ("ar", "II:هدد", ["هدد", "هددت", "هددوا", "يهدد", "تهددون"]),
        ("ar", "II:أكد", ["أكد", "أكدت", "يؤكد", "تؤكد"]),
        ("ar", "II.participle:هدد", ["مهددين", "مهددة"]),
        ("ar", "III:حصر", ["حاصر", "حاصروا", "يحاصر", "تحاصرون"]),
        ("ar", "III.passive:حصر", ["حوصر", "حوصرت"]),
        ("ar", "IV:صوب", ["أصاب", "أصابت", "يصيب", "تصيب"]),
        ("ar", "IV.passive:صوب", ["أصيب", "أصيبوا", "يصاب"]),
        ("ar", "IV:جري", ["أجرى", "أجرت", "أجروا", "يجري", "يجرون"]),
        ("ar", "V:وعد", ["توعد", "توعدت", "يتوعد"]),
        ("ar", "VI:عون", ["تعاون", "تعاونت", "يتعاونون"]),
        ("ar", "VII:هور", ["انهار", "انهارت", "ينهار"]),
        ("ar", "VIII:خرق", ["اخترق", "اخترقت", "يخترقون"]),
        ("ar", "VIII:وصل", ["اتصل", "اتصلت", "يتصل"]),
        ("ar", "VIII:حلل", ["احتل", "احتلت", "يحتل"]),
        ("ar", "VIII:عدي", ["اعتدى", "اعتدت", "يعتدون"]),
        ("ar", "X:هدف", ["استهدف", "يستهدفون", "واستهدفت"]),
        ("ar", "X:مرر", ["استمر", "استمرت", "يستمر"]),
        ("ar", "I.future:قتل", ["سيقتل", "ستقتلون"]),
        ("ar", "n:قرار", ["قرار", "قرارا", "قرارات", "قراران", "قراره", "وقراراتها"]),
        ("ar", "nt:هدنة".removesuffix("ة"), ["هدنة", "هدنتان", "هدنتها"]),
        ("ar", "adj:روسي", ["روسي", "روسية", "روسيون", "الروسيتين"]),
    ],
)
def test_paradigms_of_the_study(book, language, word, forms):
    """Each form of the paradigm is found in the spelling of newspapers."""
    known = book.languages[language]
    number = known.lexicon.add(word)
    missed = [f for f in forms if number not in known.lexicon.classify(known.normalise(f))]
    assert not missed


@pytest.mark.parametrize(
    ("language", "word", "forms"),
    [
        ("he", "paal:הרג", ["הרוגים", "הרגתי", "נהרג"]),
        ("he", "nf:הצע", ["הצעתי"]),
        ("he", "hifil:פר", ["הפריר"]),
        ("ar", "IV:صوب", ["أصيب", "يصاب"]),
        ("ar", "III:وصل", ["ووصل"]),
        ("ar", "I:قتل", ["قاتل", "مقتول", "سيقتلها".removeprefix("س") + "ت"]),
        ("ar", "adj:روسي", ["روسيا"]),
    ],
)
def test_forms_of_other_words(book, language, word, forms):
    """What is another word, or a part that is to be named, is not found."""
    known = book.languages[language]
    number = known.lexicon.add(word)
    assert not [f for f in forms if number in known.lexicon.classify(known.normalise(f))]
