"""Sentences of one text among those of many: which open, and in which somebody speaks."""

from types import SimpleNamespace

import pytest
from framing.instrument.attribution import Ready

# Texts of two, three and one sentences; words of two characters with a blank or a colon between.
TEXTS = ["ab cd. ef", "gh: ij kl. mn", "op:"]
READY = SimpleNamespace(
    _bounds=[0, 2, 5, 6],
    _opening=[False, True, False, True, True, True],
    _acting=[True, False, False, False, True, False],
    _firsts=[0, 2, 3, 4, 6, 7],
    _starts=[0, 3, 7, 0, 4, 7, 11, 0],
)


@pytest.mark.parametrize(("text", "opening"), [(0, {1}), (1, {1, 2}), (2, {0})])
def test_opening(text, opening):
    """The places of its sentences alone."""
    assert Ready.opening(READY, text) == opening


def mention(sentence, last, end):
    """An actor: its sentence in the text, the word behind it, and where it ends."""
    return SimpleNamespace(sentence=sentence, last=last, end=end)


@pytest.mark.parametrize(
    ("text", "actors", "speaking"),
    [
        (0, [], {0}),
        (1, [], {2}),
        (1, [mention(1, 0, 2)], {1, 2}),  # gh, and a colon before the next word
        (1, [mention(1, 1, 6)], {2}),  # no colon behind ij
        (2, [], set()),
    ],
)
def test_find_speaking(text, actors, speaking):
    """By an act, or by an actor before a colon."""
    assert Ready.find_speaking(READY, TEXTS[text], text, actors) == speaking


def test_sentences_of_a_text():
    """Those that tell are read with their words."""
    ready = SimpleNamespace(
        _bounds=READY._bounds,
        _sentence=lambda number, with_words: (number, with_words),
    )
    assert Ready.sentences(ready, 1, {0, 2}) == [(2, True), (3, False), (4, True)]
    assert Ready.sentences(ready, 2, set()) == [(5, False)]
