"""Frequencies of lemmas in general: forms are read as the words of an article are."""

import pytest
import wordfreq
from framing.measures import general
from framing.texts import lemmas
from framing.texts.languages import Language
from framing.texts.morphology import Lexicon

KNOWN = {"house": "house", "houses": "house", "the": "the", "old": "old"}
# Shares are powers of a hundredth of ten: the place in the list is the power.
LISTED = {40: ["the"], 100: ["andthe", "old"], 170: ["house", "House"], 200: ["houses"]}
LISTED |= {230: ["andhouse"], 670: ["seldom"], 700: ["andseldom"]}


def share(place):
    """The share of a form at this place of the list."""
    return 10 ** (-place / 100)


CONTENT = 1 - share(40) - share(100)


@pytest.fixture
def language(monkeypatch):
    """`and` is written together with the next word; `the` is a function word; case is folded."""
    monkeypatch.setattr(lemmas, "_known", lambda _: KNOWN)
    monkeypatch.setattr(lemmas, "_common", lambda _: {})
    monkeypatch.setattr(
        general, "get_frequency_list", lambda _: [LISTED.get(n, []) for n in range(801)]
    )
    lexicon = Lexicon(str.lower, proclitics={"and": 3}, enclitics={}, paradigms={})
    rules = [("case", str.lower)]
    return Language("xx", "ltr", ("Latin",), "xx", "xx", rules, lexicon, [], frozenset({"the"}))


def test_forms_of_a_lemma_are_added_up(language):
    """house, House by its folded lemma, houses and andhouse; the and andthe are no content."""
    house = 2 * share(170) + share(200) + share(230)
    assert general.frequencies(["house", "old"], language) == pytest.approx(
        {"house": house / CONTENT, "old": share(100) / CONTENT}
    )


def test_a_rare_form_counts_only_if_it_is_asked_for(language):
    """Below the limit forms are not read, but a lemma of the article is looked up."""
    found = general.frequencies(["seldom"], language)["seldom"]
    assert found == pytest.approx(share(670) / CONTENT)


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
    listed = wordfreq.get_frequency_dict(code)
    assert all(form in listed for form in forms)
    assert found > sum(listed[form] for form in forms)
