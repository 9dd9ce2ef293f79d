"""Repeated sentences: the same as by comparing all pairs, in less than their time."""

import time
from difflib import SequenceMatcher

import numpy as np
import pytest
from framing.texts import duplicates
from hypothesis import given
from hypothesis import strategies as st


def compare_all(sentences, *, ratio, min_words):
    """The reference: each sentence with every earlier one that repeats none."""
    result = []
    for index, words in enumerate(sentences):
        match = SequenceMatcher(b=words, autojunk=False)
        found = None
        for earlier in range(index):
            if result[earlier] is None and min(len(words), len(sentences[earlier])) >= min_words:
                match.set_seq1(sentences[earlier])
                if match.ratio() >= ratio:
                    found = earlier
                    break
        result.append(found)
    return result


def write(number, *, repeated=0.2, seed=1):
    """Sentences of 4 to 30 words as frequent as in a language; some repeat another but a word."""
    rng = np.random.default_rng(seed)
    sentences = []
    for _ in range(number):
        if sentences and rng.random() < repeated:
            words = list(sentences[rng.integers(len(sentences))])
            words[rng.integers(len(words))] = "other"
        else:
            ranks = 50_000 ** rng.random(rng.integers(4, 31))  # Zipf's law
            words = [f"w{int(rank)}" for rank in ranks]
        sentences.append(words)
    return sentences


def test_by_hand():
    """The third sentence repeats the first but for one word of six; short ones never count."""
    first, other, again = list("abcdef"), list("uvwxyz"), list("abcdez")
    # 2·5 matching words of 6 + 6: ratio .83
    assert duplicates.find([first, other, again], ratio=0.8, min_words=4) == [None, None, 0]
    assert duplicates.find([first, other, again], ratio=0.9, min_words=4) == [None] * 3
    assert duplicates.find([["a"], ["a"]], ratio=0.8, min_words=2) == [None, None]


def test_what_a_repetition_repeats():
    """The earliest original, not another repetition; the order of words counts."""
    a, b, c = list("abcdefgh"), list("abcdefgx"), list("abcdefyx")
    assert duplicates.find([a, b, c], ratio=0.85, min_words=4) == [None, 0, None]
    assert duplicates.find([a, a, b, a], ratio=0.85, min_words=4) == [None, 0, 0, 0]
    assert duplicates.find([a, a[::-1]], ratio=0.85, min_words=4) == [None, None]


@given(
    st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=9), max_size=12),
    st.sampled_from([0.05, 0.3, 0.5, 2 / 3, 0.75, 0.8, 0.85, 0.9, 1.0]),
    st.integers(1, 5),
)
def test_as_all_pairs(sentences, ratio, min_words):
    """Whatever the words, the ratio and the least length."""
    options = {"ratio": ratio, "min_words": min_words}
    assert duplicates.find(sentences, **options) == compare_all(sentences, **options)


def test_as_all_pairs_in_a_language():
    """On sentences with rare and frequent words, a fifth of them repeated."""
    sentences = write(300)
    found = duplicates.find(sentences, ratio=0.85, min_words=4)
    assert found == compare_all(sentences, ratio=0.85, min_words=4)
    assert 20 < len([one for one in found if one is not None]) < 80


@pytest.mark.parametrize("make", [write, lambda n: [["a", "b", "c", "d", "e"]] * n])
def test_growth(make):
    """Four times the sentences take less than eight times as long, where all pairs take sixteen."""

    def measure(sentences):
        times = []
        for _ in range(2):
            start = time.process_time()
            duplicates.find(sentences, ratio=0.85, min_words=4)
            times.append(time.process_time() - start)
        return min(times)

    assert measure(make(6000)) < 8 * max(measure(make(1500)), 0.02)


def test_only_near_sentences_are_compared():
    """Of four words at .75 three must be common: one of the two rarest, at one of two places."""
    index = duplicates._Index(0.75)
    index.add(0, [("a", 0), ("b", 0), ("c", 0), ("d", 0)])
    index.add(1, [("e", 0), ("f", 0), ("a", 0), ("b", 0)])
    assert index.near([("a", 0), ("x", 0), ("y", 0), ("z", 0)]) == [0]
    assert index.near([("x", 0), ("b", 0), ("y", 0), ("z", 0)]) == [0]
    assert index.near([("x", 0), ("y", 0), ("b", 0), ("c", 0)]) == []
    assert index.near([("e", 0), ("a", 0), ("y", 0), ("z", 0)]) == [0, 1]
    assert index.near([("a", 1), ("x", 0), ("y", 0), ("z", 0)]) == []  # its second occurrence
    assert index.near([("a", 0), ("b", 0)]) == []  # too short to have three words in common


def test_words_are_numbered_as_they_come_again():
    """The second `a` is another one than the first."""
    assert duplicates._number(["a", "b", "a", "a"]) == [("a", 0), ("b", 0), ("a", 1), ("a", 2)]
