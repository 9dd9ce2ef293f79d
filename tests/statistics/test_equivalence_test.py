"""Three answers from two intervals."""

import math

import pytest
from framing.statistics.equivalence_test import answer, inner_level

NONE = (math.nan, math.nan)


@pytest.mark.parametrize(
    ("outer", "inner", "expected"),
    [
        ((0.01, 0.5), (0.05, 0.45), "different"),
        ((-0.5, -0.01), (-0.45, -0.05), "different"),
        ((-0.25, 0.1), (-0.19, 0.05), "equivalent"),
        ((-0.1, 0.25), (-0.05, 0.2), "cannot tell"),
        ((-0.6, 0.3), (-0.5, 0.2), "cannot tell"),
        ((0.01, 0.1), (0.02, 0.09), "different"),
        (NONE, NONE, "cannot tell"),
    ],
)
def test_answers_by_hand(outer, inner, expected):
    """The smallest difference of interest is .2."""
    assert answer(outer, inner, smallest_difference=0.2) == expected


def test_two_one_sided_tests_of_05_need_a_90_percent_interval():
    """Schuirmann (1987)."""
    assert inner_level(0.95) == pytest.approx(0.90)
