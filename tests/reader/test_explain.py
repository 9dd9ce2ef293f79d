"""Which frames the learned reader explains, and in which words."""

from types import SimpleNamespace

import numpy as np
import pytest
from framing.reader import explain
from framing.reader.features import Feature
from framing.reader.letters import Letters
from framing.reader.model import Model

BOOK = SimpleNamespace(
    frames={name: {"label": name.upper()} for name in ("threat", "harm")},
    actors={"un": {"label": "the UN"}},
    concepts={
        1: SimpleNamespace(kind="frame", code="threat", name="warn", gloss="a warning"),
        2: SimpleNamespace(kind="concept", code="truce", name="truce", gloss="a truce"),
    },
    languages={"he": SimpleNamespace(normalise=str)},
)


def described(*logits, thresholds=(0.5, 0.5), letters=None):
    """The lines on a text without cues, for a reader of two frames."""
    numbers = (np.array(values, dtype=float) for values in (logits, thresholds))
    limits = np.zeros(2), np.ones(2)
    model = Model(("threat", "harm"), (), np.zeros((0, 2)), *numbers, *limits, letters)
    return list(explain.describe([], "אב גד", "he", model, BOOK))


def test_a_frame_is_explained_from_a_probability_on():
    """From one in ten, or from its threshold if that is lower; below it nothing is said."""
    limit = -np.log(9)  # the logit of .1
    assert described(0, limit - 0.01) == [
        "learned reader, whole text",
        "  THREAT: probability 0.50 (found from 0.50), by learned",
        "    +0.00 without any cue",
    ]
    assert "  HARM: probability 0.10 (found from 0.50), by nobody" in described(0, limit + 1e-9)
    low = described(0, -3, thresholds=(0.5, 1 / (1 + np.exp(3))))
    assert "  HARM: probability 0.05 (found from 0.05), by learned" in low


@pytest.mark.parametrize(
    ("feature", "words"),
    [
        (Feature("actor", "un"), "actor the UN"),
        (Feature("frame", "threat"), "frame THREAT, any cue"),
        (Feature("frame", "threat", "warn"), "THREAT: a warning"),
        (Feature("concept", "truce"), "concept: a truce"),
    ],
)
def test_names_of_features(feature, words):
    """In the words of the codebook."""
    assert explain.name(feature, BOOK) == words


def test_letters_of_words():
    """By the root of all pieces of the text; a word that comes twice counts twice."""
    pieces = Letters(("^ab",), np.array([[2.0, 0.0]]))
    total = 2 * 3 + 3  # each word of two letters has three pieces
    found = explain.weigh_words(["ab", "ab", "cd"], pieces, 0)
    assert found == pytest.approx({"ab": 4 / np.sqrt(total), "cd": 0})
    assert explain.weigh_words(["ab"], pieces, 1) == {"ab": 0}
    assert explain.weigh_words([], pieces, 0) == {}


def test_few_words_are_listed():
    """Five, those whose letters weigh most, whatever their sign; the rest in one line."""
    names = [f"{letter}x" for letter in "abcdefg"]
    weights = np.array([[n * (-1) ** n, 0] for n in range(1, 8)], dtype=float)
    pieces = Letters(tuple(f"^{name}" for name in names), weights)
    lines = list(explain._describe_words(names, pieces, 0))
    assert [line.rpartition(" ")[2] for line in lines[:5]] == ["gx", "fx", "ex", "dx", "cx"]
    assert lines[0].split()[0] == f"{-7 / np.sqrt(21):+.2f}"
    assert lines[5:] == [f"    {1 / np.sqrt(21):+.2f} letters of the other words"]
    assert len(list(explain._describe_words(names[:5], pieces, 0))) == 5
