"""Sentences of one text among those of many: which open, and in which somebody speaks."""

from types import SimpleNamespace

import numpy as np
import pytest
from framing.instrument.attribution import Ready, _Found
from framing.instrument.constructions import Match

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


def test_constructions_of_a_sentence():
    """Those of its own, in order, with their places in it; and which sentences have some."""
    # Sentences of 2, 3 and 2 words; row 1 in the first, rows 0 and 1 in the second.
    slots = np.array([0, 0, 1, 1, 1, 2, 2])
    shard = SimpleNamespace(sentence=slots, firsts=np.array([0, 2, 5]))
    hits = SimpleNamespace(
        rows=np.array([1, 0, 1]), starts=np.array([1, 2, 3]), ends=np.array([2, 3, 5])
    )
    found = _Found(shard, hits, ["zero", "one"])
    assert found.list(0) == [Match("one", 1, 2)]
    assert found.list(1) == [Match("zero", 0, 1), Match("one", 1, 3)]
    assert found.list(2) == []
    assert found.have([True, False]).tolist() == [False, True, False]
    assert found.have([False, True]).tolist() == [True, True, False]
