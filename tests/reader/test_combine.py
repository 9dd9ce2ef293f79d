"""The final codes and who found them, for all four cases of one frame."""

import numpy as np
import pytest
from framing.reader import combine
from framing.reader.model import Model
from learned_by_hand import A

FRAMES = ("f", "g")
ONE = np.ones(1)
MODEL = Model(("g",), (A,), ONE[:, None], 0 * ONE, 0.5 * ONE, keeps=0.2 * ONE, adds=0.7 * ONE)
RULES = np.array([[True, True], [True, False], [False, True], [False, False]])
PROBABILITIES = np.array([[0.9], [0.9], [0.1], [0.5]])
BOTH = np.array([[True, True], [True, True], [False, False], [False, False]])
LEARNED = np.array([[True, True], [True, True], [False, False], [False, True]])


def test_a_frame_that_was_not_learned_keeps_its_rules():
    """Only g has weights; a probability equal to the threshold counts."""
    codes = combine.decide(MODEL, PROBABILITIES, RULES, FRAMES)
    assert np.array_equal(codes["learned"], LEARNED)
    assert np.array_equal(codes["rules"], RULES)
    assert RULES[1].tolist() == [True, False]  # the input is not changed


@pytest.mark.parametrize(
    ("reader", "codes", "finders"),
    [
        ("rules", RULES, ["f:both|g:both", "f:both", "g:rules", ""]),
        ("learned", LEARNED, ["f:both|g:both", "f:both|g:learned", "", "g:learned"]),
        ("both", BOTH, ["f:both|g:both", "f:both|g:learned", "", ""]),
    ],
)
def test_readers(reader, codes, finders):
    """Codes of each; `both` drops the g of the third text, and .5 is too low to add the last."""
    found = combine.decide(MODEL, PROBABILITIES, RULES, FRAMES)
    assert np.array_equal(found[reader], codes)
    assert combine.name_finders(RULES, LEARNED, codes, FRAMES) == finders


def test_a_doubted_frame_of_the_rules_is_theirs():
    """At .3 the weights alone do not find it, and beside the rules it is kept."""
    rules, some = np.array([[False, True]]), np.array([[0.3]])
    found = combine.decide(MODEL, some, rules, FRAMES)
    assert np.array_equal(found["both"], rules)
    assert combine.name_finders(rules, found["learned"], found["both"], FRAMES) == ["g:rules"]
