"""Lemmas without clitics: hard words of both languages, and the rules in a made-up language."""

import pytest
from framing.texts import lemmas
from framing.texts.languages import Language
from framing.texts.morphology import Lexicon

KNOWN = {"house": "house", "houses": "house", "andorra": "andorra", "ace": "ace"}
COMMON = {"house": 10.0, "dora": 50.0, "ace": 5.0, "mary": 8.0, "rare": 3.0}


@pytest.fixture
def language(monkeypatch):
    """`and` is written together with the next word, `y` with the word before it."""
    monkeypatch.setattr(lemmas, "_known", lambda _: KNOWN)
    monkeypatch.setattr(lemmas, "_common", lambda _: COMMON)
    lexicon = Lexicon(
        fold=str, proclitics={"and": 3, "a": 3}, enclitics={"y": 3, "es": 3}, paradigms={}
    )
    return Language("xx", "ltr", ("Latin",), "xx", "xx", [], lexicon, [], frozenset())


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("houses", "house"),  # known as it is
        ("#houses", "house"),  # a tag
        ("andorra", "andorra"),  # known, although `and` begins it
        ("andhouses", "house"),  # known without the clitic
        ("andhousesy", "house"),  # clitics at both ends
        ("andmary", "mary"),  # unknown name, eight times and more as common without
        ("andrare", "rare"),
        ("anddora", "dora"),  # `ddora` without the shorter clitic is unknown
        ("other", "other"),  # nothing known
        ("andit", "andit"),  # two letters are too few to remain
    ],
)
def test_rules(language, form, lemma):
    """Each rule on one word."""
    assert lemmas.lemmatise([form], language) == {form: lemma}


def test_an_unknown_form_keeps_what_is_not_much_commoner(language, monkeypatch):
    """`mary` is 8 in a million: four times as common as `andmary` at 1.9, but not at 2."""
    for frequency, lemma in ((1.9, "mary"), (2.0, "andmary")):
        monkeypatch.setitem(COMMON, "andmary", frequency)
        assert lemmas.lemmatise(["andmary"], language)["andmary"] == lemma


def test_a_suffix_needs_a_stem_a_hundred_times_as_common(language, monkeypatch):
    """`acey`: `ace` at 5 against `cey` at 0.04, then at 0.06 (which `a` leaves)."""
    monkeypatch.setitem(KNOWN, "cey", "cey")
    for frequency, lemma in ((0.04, "ace"), (0.06, "cey")):
        monkeypatch.setitem(COMMON, "cey", frequency)
        assert lemmas.lemmatise(["acey"], language)["acey"] == lemma


def test_without_a_lemmatiser_forms_stay(language):
    """A language that simplemma does not cover."""
    language.simplemma = ""
    lemmas_of = lemmas.lemmatise
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lemmas, "_known", lambda code: KNOWN if code else {})
        assert lemmas_of(["#andhouses"], language) == {"#andhouses": "andhouses"}


@pytest.mark.parametrize(
    ("code", "form", "lemma"),
    [
        ("he", "בהפסקת", "הפסקה"),
        ("he", "ההפסקה", "הפסקה"),
        ("he", "הפסקה", "הפסקה"),  # ה is part of the word
        ("he", "ופוטין", "פוטין"),
        ("he", "ברדא", "ברדא"),  # a place; ב is part of it
        ("he", "במניעת", "מניעה"),
        ("ar", "وجبهة", "جبهة"),
        ("ar", "جبهة", "جبهة"),
        ("ar", "وقف", "وقف"),  # و is part of the word
        ("ar", "والتنسيق", "تنسيق"),
        ("ar", "تفاصيلها", "تفصيل"),
        ("ar", "واجبنا", "واجب"),
        ("ar", "حكومتها", "حكومة"),  # ta marbuta before a suffix
        ("ar", "الإيراني", "إيراني"),  # ي is no suffix here
    ],
)
def test_hard_words(book, code, form, lemma):
    """A conjunction, an article, a preposition, a suffix: none is part of the lemma."""
    assert lemmas.lemmatise([form], book.languages[code])[form] == lemma
