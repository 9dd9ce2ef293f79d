"""Which choices move the results most, by the mean over all curves."""

from framing.paper.facts import choices
from robustness_by_hand import LABELS, moved


def test_the_two_that_move_most():
    """The greater mean first; none that is known to be worse; those that move nothing apart."""
    table = moved(
        ("harm", "both", "base", 0.1, False),
        ("harm", "own", "base", 0.1, False),
        ("harm", "both", "unit", 0.4, False),
        ("harm", "own", "unit", 0.0, False),
        ("harm", "both", "spelling", 0.9, True),
        ("harm", "both", "voices", 1e-13, False),
    )
    found = choices._moves(table, LABELS)
    assert found == {"movers": ["unit of text", "base"], "idle": ["voice"]}
