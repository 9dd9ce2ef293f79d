"""Time grows with the length of a text, also of one that nobody would write."""

import time

import pytest
from framing.instrument import coder
from framing.texts import corpus, languages, lemmas, text

import workflow

PATHOLOGICAL = {
    "full stops": lambda n: "." * n + "a",
    "full stops and marks": lambda n: '."' * n + "a",
    "tatweel": lambda n: "ـ" * n,
    "address": lambda n: "http://" + "a." * n,
    "Hebrew word": lambda n: "א" * n,
    "Arabic word": lambda n: "ب" * n,
    "compound": lambda n: "א-" * (n // 8),
    "quotation marks": lambda n: '"' * n,
    "vowel signs": lambda n: "א" + "ְ" * n,
    "digits": lambda n: "1" * n,
    "line ends": lambda n: "\n" * n,
    "sentences of one word": lambda n: "אזרח. " * (n // 40),
}


def best_time(work):
    """The shorter of two times of the processor in seconds."""
    times = []
    for _ in range(2):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize("make", PATHOLOGICAL.values(), ids=PATHOLOGICAL)
def test_four_times_the_text_takes_about_four_times_as_long(make, book):
    """Quadratic time would be sixteen times as long; two hundredths of a second are noise."""

    def code(length):
        return lambda: [*coder.code([{"language": "he", "text": make(length)}], book)]

    code(100)()
    assert best_time(code(40_000)) < 10 * max(best_time(code(10_000)), 0.02)


def test_an_article_of_many_sentences():
    """Four times the sentences take less than eight times as long to cut and to compare."""
    known = languages.read(workflow.ROOT / "data/codebook", {})["he"]
    settings = {"repairs": False, "duplicates": {"ratio": 0.85, "min_words": 1}}

    def split(number):
        raw = "".join(f"אזרח {n} ראה {n % 977} דבר. " for n in range(number))
        return lambda: corpus.split(raw, known, "raw", settings)

    split(10)()
    assert best_time(split(8000)) < 8 * max(best_time(split(2000)), 0.02)


@pytest.mark.parametrize("code", ["he", "ar"])
def test_a_long_word_is_lemmatised_at_once(book, code):
    """A million letters: each clitic is tried once, not each place of the word."""
    word = {"he": "א", "ar": "ب"}[code] * 1_000_000
    assert best_time(lambda: lemmas.lemmatise([word], book.languages[code])) < 1


def test_a_sentence_without_end_is_cut_before_a_word():
    """6 characters a word: the 334th begins at 1998 and ends at 2003, beyond the limit of 2000."""
    raw = "אבגדה " * 700
    spans = text.split_sentences(raw)
    assert spans == [(0, 1997), (1998, 3995), (3996, 4199)]
    assert text.split_sentences("א" * 9000) == [(0, 9000)]


def test_stops_in_a_row_end_a_sentence_once():
    """Also after an initial, where a single full stop ends none; not before a letter."""
    assert text.split_sentences("הוא בא... היא הלכה") == [(0, 9), (10, 18)]
    assert text.split_sentences('ש. פרס... בא?!" כן') == [(0, 9), (10, 15), (16, 18)]
    assert text.split_sentences("ש... פרס") == [(0, 4), (5, 8)]
    assert text.split_sentences("ראו a...b") == [(0, 9)]
