"""Whatever text comes, offsets lead to its words, and coding ends with a result.

`make fuzz` tries many more texts (profile `fuzz` of tests/conftest.py).
"""

from itertools import pairwise

import pytest
from framing.instrument import codebook, coder, quotes
from framing.texts import text
from hypothesis import given, settings
from hypothesis import strategies as st

HEBREW = "אבגדהוזחטיכךלמםנןסעפףצץקרשת"
ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآءؤئ"
MARKS = "ְִַָֹּׁ" + "ًٌٍَُِّْٰ" + "ـ"
SIGNS = ".!?؟،,;:…\"'״׳“”„«»()[]-–־_/@#%&*=<>|\\ \t\n\r\u2028"
CONTROLS = "\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202e\u2066\u2069\ufeff\x00\x07\x85"
OTHERS = "aZé9٣۴߀😀👩‍👩‍👧🇮🇱中Яﷺﬡ"
WORDS = ["הפסקת האש", "נהרגו", "אמר", "خرق", "الهدنة", "مدنيين", "وقال", "http://a.b", "1.5", "ש."]
WORDS += [" רוסיה ", " אזהרה ", " روسيا ", " تحذير "]  # cues of the small codebook

pieces = st.one_of(
    st.sampled_from(WORDS),
    st.text(st.sampled_from(HEBREW + ARABIC + MARKS + SIGNS + CONTROLS + OTHERS), max_size=12),
    st.text(max_size=6),
)
texts = st.lists(pieces, max_size=12).map("".join)
languages = st.sampled_from(["he", "ar"])
fewer = settings(max_examples=settings().max_examples // 5)  # coding takes longer


@pytest.fixture(scope="module")
def reader(book):
    """A coder of many texts."""
    return coder.Coder(book)


@pytest.fixture(scope="module")
def few_cues(small_to_read):
    """A codebook of few cues, for which a coder is made in no time, and a coder of many texts."""
    book = codebook.read(small_to_read)
    return book, coder.Coder(book)


@given(texts)
def test_offsets_round_trip(raw):
    """Words and sentences are in order, apart from each other, and not empty; words are words."""
    words, sentences = text.tokenise(raw), text.split_sentences(raw)
    for spans in (words, sentences):
        assert all(0 <= start < end <= len(raw) for start, end in spans)
        assert all(first[1] <= second[0] for first, second in pairwise(spans))
    assert all(any(char.isalnum() for char in raw[a:b]) for a, b in words)
    assert all(raw[a:b] == raw[a:b].strip() for a, b in sentences)


@given(texts)
def test_the_parts_of_a_word_are_within_it(raw):
    """In order, and apart."""
    for start, end in text.tokenise(raw):
        parts = text.split_compound(raw[start:end])
        assert all(0 <= a < b <= end - start for a, b in parts)
        assert all(first[1] <= second[0] for first, second in pairwise(parts))


@pytest.mark.parametrize("code", ["he", "ar"])
@given(raw=texts)
def test_normalisation_is_idempotent(book, code, raw):
    """What is folded is folded once and for all, word by word."""
    language = book.languages[code]
    for start, end in text.tokenise(raw):
        once = language.normalise(raw[start:end])
        assert language.normalise(once) == once


@given(texts)
def test_quotations_do_not_overlap(raw):
    """They are in order, within the text."""
    spans = quotes.find_spans(raw)
    assert all(0 <= start <= end <= len(raw) for start, end in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


@fewer
@given(raw=texts, code=languages)
def test_coding_never_raises(reader, raw, code):
    """Every cue found is the words at its offsets."""
    (found,) = reader.find([coder.Text(code, raw)])
    for mention in found:
        entry = dict(zip(coder.MENTION_COLUMNS[1:], mention, strict=True))
        assert raw[entry["start"] : entry["end"]] == entry["text"]


@fewer
@given(rows=st.lists(st.tuples(languages, texts), min_size=2, max_size=4))
def test_the_order_of_texts_does_not_matter(few_cues, rows):
    """Each text is coded as if it were alone, by a new coder as by one that has read many texts."""
    book, old = few_cues
    table = [coder.Text(code, raw) for code, raw in rows]
    assert old.find(table) == coder.Coder(book).find(table[::-1])[::-1]
