"""Chunks of texts: each analysed once, and forgotten where they are too many."""

import pytest
from framing.texts.chunks import Chunks, Readings


@pytest.fixture
def chunks():
    """Chunks of a language in which every form with an `a` is the word 7."""
    read = lambda form: frozenset([7] if "a" in form else [])  # noqa: E731
    return Chunks(Readings(lambda forms: [read(form) for form in forms], read))


def test_numbers(chunks):
    """In the order in which they are first met; the same again."""
    assert chunks.number(["b", "a", "b"]).tolist() == [0, 1, 0]
    assert chunks.number(["c", "a"]).tolist() == [2, 1]
    assert len(chunks) == 3
    assert "a" in chunks
    assert "z" not in chunks


def test_parts(chunks):
    """Length, ends of sentences and words of each; readings, and places in the chunk."""
    numbers = chunks.number(["b", "ab.", "x-a"])
    assert chunks.sizes[numbers].tolist()[0] == [1, 0, 1]
    assert chunks.sizes[numbers, 0].tolist() == [1, 3, 3]
    assert chunks.parts[0].tolist() == [0, 0, 1, 0]
    assert [7 in chunks.readings.sets[number] for number in chunks.parts[:2, 0]] == [False, True]


def test_forget(chunks):
    """More than the most: half of that remain, those met most often, with their parts."""
    chunks.number(["b", "a", "c", "d", "a", "d", "d"])
    chunks.forget(4)
    assert len(chunks) == 4
    chunks.number(["e"])
    chunks.forget(4)
    assert [one for one in "abcde" if one in chunks] == ["a", "d"]
    assert len(chunks.sizes) == len(chunks.parts) == 2
    assert [7 in chunks.readings.sets[number] for number in chunks.parts[:, 0]] == [True, False]
    # They were met twice and three times, which counts half: once and once.
    chunks.number(["f", "f", "g", "h"])
    chunks.forget(4)
    assert [one for one in "adfgh" if one in chunks] == ["a", "f"]
