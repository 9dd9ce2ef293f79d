"""Frequencies of lemmas in general: forms are read as the words of an article are."""

import pytest
from framing.measures import general
from framing.texts import lemmas
from framing.texts.languages import Language
from framing.texts.morphology import Lexicon

KNOWN = {"house": "house", "houses": "house", "the": "the", "old": "old"}
LISTED = {"the": 0.4, "andthe": 0.1, "house": 0.02, "houses": 0.01, "andhouse": 0.005, "old": 0.1}
LISTED |= {"House": 0.015, "seldom": 2e-7, "andseldom": 1e-7}


@pytest.fixture
def language(monkeypatch):
    """`and` is written together with the next word; `the` is a function word; case is folded."""
    monkeypatch.setattr(lemmas, "_known", lambda _: KNOWN)
    monkeypatch.setattr(lemmas, "_common", lambda _: {})
    monkeypatch.setattr(general, "get_frequency_dict", lambda _: LISTED)
    lexicon = Lexicon(proclitics={"and": 3}, enclitics={}, paradigms={})
    rules = [("case", str.lower)]
    return Language("xx", "ltr", "xx", "xx", rules, lexicon, [], frozenset({"the"}))


def test_forms_of_a_lemma_are_added_up(language):
    """house, houses, andhouse, and House by its folded lemma: .05 of the half that is content."""
    assert general.frequencies(["house", "old"], language) == pytest.approx(
        {"house": 0.05 / 0.5, "old": 0.1 / 0.5}
    )


def test_a_rare_form_counts_only_if_it_is_asked_for(language):
    """Below the limit forms are not read, but a lemma of the article is looked up."""
    assert general.frequencies(["seldom"], language)["seldom"] == pytest.approx(2e-7 / 0.5)


def test_what_the_list_lacks_is_zero(language):
    """Also for a language that wordfreq does not cover; the key is folded."""
    assert general.frequencies(["Never"], language) == {"never": 0}
    language.wordfreq = ""
    assert general.frequencies(["house"], language) == {"house": 0}
    assert general.frequencies([], language) == {}


@pytest.mark.parametrize(
    ("code", "lemma", "forms"),
    [
        ("he", "הפסקה", ["הפסקה", "הפסקת", "ההפסקה", "בהפסקת"]),
        ("ar", "جبهة", ["جبهة", "الجبهة", "وجبهة"]),
    ],
)
def test_a_lemma_is_commoner_than_all_of_its_forms(book, code, lemma, forms):
    """The general frequency of the lemma exceeds the sum of these four or three forms."""
    language = book.languages[code]
    found = general.frequencies([lemma], language)[language.normalise(lemma)]
    listed = general.get_frequency_dict(code)
    assert all(form in listed for form in forms)
    assert found > sum(listed[form] for form in forms)
