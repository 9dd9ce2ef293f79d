"""The final codes and who found them, for all four cases of one frame."""

import numpy as np
import pytest
from framing.reader import combine
from framing.reader.model import Model
from learned_by_hand import A

FRAMES = ("f", "g")
MODEL = Model(("g",), (A,), np.array([[1.0]]), np.array([0.0]), np.array([0.5]))
RULES = np.array([[True, True], [True, False], [False, True], [False, False]])
PROBABILITIES = np.array([[0.9], [0.9], [0.1], [0.5]])
LEARNED = np.array([[True, True], [True, True], [False, False], [False, True]])


def test_a_frame_that_was_not_learned_keeps_its_rules():
    """Only g has weights; a probability equal to the threshold counts."""
    learned = combine.decide(MODEL, PROBABILITIES, RULES, FRAMES)
    assert np.array_equal(learned, LEARNED)
    assert RULES[1].tolist() == [True, False]  # the input is not changed


@pytest.mark.parametrize(
    ("reader", "codes", "finders"),
    [
        ("rules", RULES, ["f:both|g:both", "f:both", "g:rules", ""]),
        ("learned", LEARNED, ["f:both|g:both", "f:both|g:learned", "", "g:learned"]),
        ("both", RULES | LEARNED, ["f:both|g:both", "f:both|g:learned", "g:rules", "g:learned"]),
    ],
)
def test_readers(reader, codes, finders):
    """Codes of each reader."""
    assert np.array_equal(combine.combine(RULES, LEARNED, reader), codes)
    assert combine.name_finders(RULES, LEARNED, codes, FRAMES) == finders
