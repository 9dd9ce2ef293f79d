"""Articles of a source joined to one reading."""

import numpy as np
from articles_by_hand import FIRST, SECOND
from framing.robustness import places


def test_joined_places_are_moved_by_article():
    """Those of number n, counted from 0, by n times SPAN; flags and frames stay as they are."""
    joined = places.join([FIRST, SECOND, FIRST])
    assert (joined.article, joined.source) == ("", FIRST.source)
    for name in ("words", "sentences", "clauses", "cues"):
        one, other = getattr(FIRST, name), getattr(SECOND, name)
        moved = [one, other + places.SPAN, one + 2 * places.SPAN]
        assert getattr(joined, name).tolist() == np.concatenate(moved).tolist()
    for name in ("content", "repeated", "frames", "core", "narrated"):
        parts = [getattr(one, name) for one in (FIRST, SECOND, FIRST)]
        assert getattr(joined, name).tolist() == np.concatenate(parts).tolist()
    assert places.SPAN > 2**31
