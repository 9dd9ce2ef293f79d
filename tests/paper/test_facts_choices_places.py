"""The place of the study's own choice among all results, in words."""

import pytest
from choices_by_hand import caption, facts
from framing.paper.facts import choices as facts_of
from robustness_by_hand import curve, negative


def test_the_place_of_the_study_is_said():
    """The old caption kept silent where the study's own choice was among the most extreme."""
    text, _ = caption(curve("harm", distinct_rank=1))
    assert "Our results (red) of all distinct ones: lowest of 10 (civilian harm)." in text
    text, _ = caption(curve("harm", own_end="high"), curve("breach", distinct=7))
    assert "3rd highest of 10 (civilian harm), 3rd lowest of 7 (violation)." in text


def test_only_the_study_s_own_question_is_placed():
    """The place in the curve of another voice is left to the table."""
    found = facts(curve("harm"), curve("harm", "own", **negative()))
    assert [row["question"] for row in found["placed"]] == ["as both"]
    assert [row["question"] for row in found["curves"]] == ["as both", "as own"]


@pytest.mark.parametrize(
    ("place", "end", "words"),
    [
        (1, "low", "lowest"),
        (2, "high", "2nd highest"),
        (3, "low", "3rd lowest"),
        (4, "low", "4th lowest"),
        (11, "low", "11th lowest"),
        (12, "low", "12th lowest"),
        (21, "high", "21st highest"),
        (113, "low", "113th lowest"),
    ],
)
def test_rank(place, end, words):
    """Places in words."""
    assert facts_of.rank(place, end) == words
