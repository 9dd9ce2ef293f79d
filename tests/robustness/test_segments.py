"""Units of an article: sentences, clauses, windows of words, and the voice of each."""

import pytest
from articles_by_hand import (
    FIRST,
    SECOND,
)
from framing.robustness import segments


@pytest.mark.parametrize(
    ("unit", "repeated", "starts", "words", "content"),
    [
        ("sentence", False, [0, 40, 80], [4, 4, 4], [3, 3, 3]),
        ("sentence", True, [0, 40, 80, 120], [4, 4, 4, 4], [3, 3, 3, 3]),
        ("clause", False, [0, 20, 40, 80], [2, 2, 4, 4], [1, 2, 3, 3]),
        ("window", False, [0, 60], [6, 6], [4, 5]),  # words 1, 5 and 9 are function words
        ("window", True, [0, 60, 120], [6, 6, 4], [4, 5, 3]),
    ],
)
def test_cut(unit, repeated, starts, words, content):
    """Sentences, clauses and windows of six words."""
    cut = segments.cut(FIRST, unit, repeated=repeated, window=6)
    assert cut.starts.tolist() == starts
    assert cut.weights["words"].tolist() == words
    assert cut.weights["content_words"].tolist() == content
    assert cut.weights["units"].tolist() == [1.0] * len(starts)


def test_a_short_rest_joins_the_last_window():
    """Twelve words by windows of five: 5, and 7, for two words are less than half of five."""
    cut = segments.cut(FIRST, "window", repeated=False, window=5)
    assert cut.weights["words"].tolist() == [5, 7]


def test_an_unknown_unit_is_an_error():
    """Only three units exist."""
    with pytest.raises(ValueError, match="paragraph"):
        segments.cut(FIRST, "paragraph", repeated=False, window=5)


def test_the_voice_of_a_unit():
    """Of two cues with different voices the first decides; a unit without cues has none."""
    cut = segments.cut(FIRST, "sentence", repeated=False, window=6)
    carried, own = segments.carry(FIRST, cut, FIRST.frames == "a")
    assert carried.tolist() == [1, 0, 0]
    assert own.tolist() == [1, 0, 0]
    cut = segments.cut(SECOND, "sentence", repeated=False, window=6)
    carried, own = segments.carry(SECOND, cut, SECOND.frames == "a")
    assert carried.tolist() == [0, 1, 0]
    assert own.tolist() == [0, 0, 0]
