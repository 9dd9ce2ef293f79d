"""Three answers from two intervals."""

import math

import pytest
from framing.statistics.equivalence_test import answer


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0.01, 0.5, "different"),
        (-0.5, -0.01, "different"),
        (0.01, 0.1, "different"),
        (-0.19, 0.1, "equivalent"),
        (-0.1, 0.2, "cannot tell"),
        (-0.2, 0.1, "cannot tell"),
        (-0.6, 0.3, "cannot tell"),
        (math.nan, math.nan, "cannot tell"),
    ],
)
def test_answers_by_hand(low, high, expected):
    """The smallest difference of interest is .2; an end that reaches it is outside."""
    assert answer(low, high, smallest_difference=0.2) == expected
