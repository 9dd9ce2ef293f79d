"""Many forms looked up at once: the words that the plain function finds in each."""

import hard_texts
import numpy as np
import pytest
from framing.texts import normalise
from framing.texts.letters import Words, spell
from framing.texts.lookup import Lookup
from framing.texts.morphology import Lexicon
from hypothesis import given
from hypothesis import strategies as st

stems = st.text(st.sampled_from("abc"), min_size=1, max_size=5)
marked = st.one_of(
    stems, stems.map("={}".format), stems.map("{}!".format), stems.map(lambda s: f"{s:a<3}*")
)
clitics = st.dictionaries(
    st.text(st.sampled_from("abc"), min_size=1, max_size=3), st.integers(0, 3)
)


doubled = st.dictionaries(st.sampled_from("abc"), st.integers(1, 3))


@given(st.lists(marked, max_size=8), clitics, clitics, doubled, st.lists(stems, max_size=20))
def test_any_lexicon(words, before, after, twice, forms):
    """Clitics at both ends, words with every mark; forms of few letters, so that many match."""
    lexicon = Lexicon(str, before, after, {}, doubled=twice)
    for word in words:
        lexicon.add(word)
    lookup = Lookup(lexicon)
    for some in (forms, forms[::-1], ["", *forms]):
        assert lookup.classify(some) == list(map(lexicon.classify, some))


@pytest.mark.parametrize("code", ["he", "ar", "en"])
@given(data=st.data())
def test_the_languages_of_the_study(book, code, data):
    """Forms of words with a clitic, and hard texts."""
    language = book.languages[code]
    lexicon = language.lexicon
    known = st.builds(
        "{}{}{}".format,
        st.sampled_from(["", *lexicon.proclitics]),
        st.sampled_from([*lexicon.plain, *lexicon.prefixes]),
        st.sampled_from(["", *lexicon.enclitics]),
    )
    forms = data.draw(st.lists(known | hard_texts.pieces, max_size=20))
    plain = [lexicon.classify(language.normalise(form)) for form in forms]
    assert Lookup(lexicon).classify(forms) == plain


@pytest.mark.parametrize("pattern", ["a|bc", "^a", "a$", r"\bab", "a.", "[^b]", "c|", "(?<!b)a"])
@given(forms=st.lists(st.text(st.sampled_from("abc\n"), max_size=4)))
def test_folding_of_many_forms(pattern, forms):
    """A rule that looks beyond what it replaces sees no other form."""
    row = {"switch": "s", "language": "*", "pattern": pattern, "replacement": "x"}
    rules = normalise.build_rules([row], (), {})
    alone = [normalise.normalise(form, rules) for form in forms]
    assert normalise.Folding(rules).all(forms) == alone


@given(st.sets(st.text(max_size=3)), st.text(max_size=40))
def test_words_among_letters(words, text):
    """Every stretch of a text that is a word is found, and no other."""
    known, letters = sorted(words), spell([text])
    spans = [(a, b) for a in range(len(text) + 1) for b in range(a, min(a + 4, len(text)) + 1)]
    starts, ends = np.array(spans).T
    places, numbers = Words(known).find(letters, starts, ends)
    found = {spans[at]: known[number] for at, number in zip(places, numbers, strict=True)}
    assert found == {(a, b): text[a:b] for a, b in spans if text[a:b] in words}
