"""Sentences of one text among those of many: which open, and in which somebody speaks."""

from types import SimpleNamespace

import numpy as np
import pytest
from framing.instrument.annotate import NO_WORDS
from framing.instrument.attribution import Ready, _Found
from framing.instrument.constructions import Match

# Texts of two, three and one sentences, in words of two characters.
TEXTS = ["ab cd. ef", "gh. ij: kl mn", "op:"]


class Prepared(Ready):
    """The texts with what was found in them."""

    def __init__(self):
        """Opening, acts and sources by sentence; offsets by word."""
        self._bounds = [0, 2, 5, 6]
        self._opening = [False, True, False, True, True, True]
        self._acting = [True, False, False, False, True, False]
        self._sources = [False, False, False, False, False, True]
        self._firsts, self._lasts = [0, 2, 3, 4, 6, 7], [2, 3, 4, 6, 7, 8]
        self._starts, self._ends = [0, 3, 7, 0, 4, 8, 11, 0], [2, 5, 9, 2, 6, 10, 13, 2]


READY = Prepared()


@pytest.mark.parametrize(("text", "opening"), [(0, {1}), (1, {1, 2}), (2, {0})])
def test_opening(text, opening):
    """The places of its sentences alone."""
    assert READY.opening(text) == opening


def mention(sentence):
    """An actor in this sentence of a text."""
    return SimpleNamespace(sentence=sentence)


@pytest.mark.parametrize(
    ("text", "actors", "speaking"),
    [
        (0, [], {0}),
        (1, [], {2}),
        (1, [mention(1)], {1, 2}),  # a colon in the sentence
        (1, [mention(0)], {2}),  # none in this one
        (2, [], set()),  # a source, but the colon is behind the last word
    ],
)
def test_find_speaking(text, actors, speaking):
    """By an act, or by an actor or another source beside a colon."""
    assert READY.find_speaking(TEXTS[text], text, actors) == speaking


def test_sentences_of_a_text():
    """Those that tell are read with their words, those with a deed with what tells of the agent."""
    ready = SimpleNamespace(
        _bounds=READY._bounds,
        _sentence=lambda number, blamable: (number, blamable),
    )
    found = Ready.sentences(ready, 1, {0, 2}, {2})
    assert found == [(2, False), NO_WORDS, (4, True)]
    assert Ready.sentences(ready, 2, set(), set()) == [NO_WORDS]


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
