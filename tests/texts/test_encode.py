"""Texts as arrays: the words and sentences of the plain functions, whatever the text."""

import hard_texts
import language_by_hand as by_hand
import numpy as np
from framing.instrument import annotate
from framing.texts import chunks, encode
from framing.texts.chunks import Readings
from framing.texts.encode import Encoder
from hypothesis import given, settings
from hypothesis import strategies as st


def classify(form):
    """Every letter of a form is a word."""
    return frozenset(map(ord, form))


def readings():
    """Readings of forms by their letters."""
    return Readings(lambda forms: list(map(classify, forms)), classify)


def rows(shard, known):
    """The parts of words of a shard: text, sentence, start, end, words."""
    found = []
    for number, (first, last) in enumerate(zip(shard.firsts, shard.lasts, strict=True)):
        assert shard.readings[last] == 0
        found += [
            (
                int(shard.texts[number]),
                int(shard.numbers[number]),
                int(shard.starts[slot]),
                int(shard.ends[slot]),
                known.sets[shard.readings[slot]],
            )
            for slot in range(first, last)
        ]
    return found


def expected(texts):
    """The same of `annotate.prepare_text`."""
    language = by_hand.language()
    return [
        (at, number, *span, words)
        for at, text in enumerate(texts)
        for number, sentence in enumerate(annotate.prepare_text(text, language, classify))
        for span, words in zip(sentence.spans, sentence.words, strict=True)
    ]


def test_encode():
    """Two texts: a compound has two parts, a sentence without a word is none."""
    known = readings()
    shard = Encoder(known).encode(["a-b.  !! c", "", "d"])
    assert rows(shard, known) == [
        (0, 0, 0, 1, {97}),
        (0, 0, 2, 3, {98}),
        (0, 1, 9, 10, {99}),
        (2, 0, 0, 1, {100}),
    ]
    assert shard.sentence.tolist() == [0, 0, 0, 0, 1, 1, 2, 2]
    assert shard.firsts.tolist() == [1, 4, 6]
    assert shard.lasts.tolist() == [3, 5, 7]


def test_no_text():
    """Nothing, and texts without a word."""
    encoder = Encoder(readings())
    for texts in ([], ["", " . "]):
        shard = encoder.encode(texts)
        assert shard.firsts.size == 0
        assert shard.readings.tolist() == [0]


@settings(deadline=None)
@given(st.lists(hard_texts.texts, max_size=4))
def test_like_the_plain_functions(texts):
    """Words, sentences and offsets of texts of marks, joiners, quotations, addresses, numbers."""
    known = readings()
    assert rows(Encoder(known).encode(texts), known) == expected(texts)


@settings(deadline=None, max_examples=20)
@given(
    st.lists(st.sampled_from(["a.", "b", "דבר", "\n", "no-end"]), min_size=700), st.integers(0, 9)
)
def test_long_sentences(words, seed):
    """A sentence that is longer than allowed is cut before the same word."""
    texts = [" ".join(words), "a b. c", "x" * 30 * seed + " " + " ".join(words[::-1])]
    known = readings()
    assert rows(Encoder(known).encode(texts), known) == expected(texts)


def test_memory_is_bounded(monkeypatch):
    """Chunks are forgotten, the rarest first, and the result does not change."""
    monkeypatch.setattr(chunks.Chunks.forget, "__defaults__", (10,))
    known = readings()
    encoder = Encoder(known)
    for start in range(0, 60, 6):
        texts = ["the the the", " ".join(f"w{n}. v-{n}" for n in range(start, start + 6))]
        assert rows(encoder.encode(texts), known) == expected(texts)
        assert "the" in encoder.chunks
        assert len(encoder.chunks) <= 10 + 13


def test_many_blocks(monkeypatch):
    """Texts are taken apart some at a time."""
    monkeypatch.setattr(encode, "BLOCK", 2)
    known, texts = readings(), ["a. b", "", "c", "a. b-c", "d"]
    assert rows(Encoder(known).encode(texts), known) == expected(texts)


def test_readings():
    """Forms with the same words share a number."""
    known = readings()
    assert known.number(["ab", "ba", "a"]).tolist() == [1, 1, 2]
    assert known.number(["a"]).tolist() == [2]
    assert known.sets[1] == classify("ab")
    assert known.take(frozenset()) == 0


def test_arrange_by_number():
    """The numbers of sentences are kept where they are given."""
    columns = np.array([[1, 0, 1, 0, 3], [1, 2, 3, 0, 5], [2, 0, 1, 1, 2]]).T
    shard = encode.arrange(encode.Parts(*columns), numbered=True)
    assert shard.numbers.tolist() == [3, 5, 2]
    assert shard.texts.tolist() == [0, 0, 1]
