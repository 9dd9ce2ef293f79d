"""Of overlapping hits of one thing the longest remains."""

import numpy as np
from framing.instrument import annotate
from framing.instrument.annotate import Hit
from framing.instrument.cues import Cue
from framing.instrument.overlaps import keep_longest
from hypothesis import given
from hypothesis import strategies as st

hits = st.lists(st.tuples(st.integers(0, 12), st.integers(1, 5), st.integers(0, 5)), max_size=25)


def keep(rows):
    """Places and ranks of what remains of (start, end, thing, rank)."""
    columns = np.array(rows, np.int32).reshape(-1, 4).T
    return sorted(rows[at] for at in keep_longest(*columns).tolist())


def test_by_hand():
    """The longest, then the first, then the lower rank; other things do not compete."""
    assert keep([(0, 1, 0, 0), (0, 3, 0, 1), (2, 4, 0, 2), (3, 4, 0, 3)]) == [
        (0, 3, 0, 1),
        (3, 4, 0, 3),
    ]
    assert keep([(0, 2, 0, 1), (1, 3, 0, 0)]) == [(0, 2, 0, 1)]
    assert keep([(0, 2, 0, 1), (0, 2, 0, 0)]) == [(0, 2, 0, 0)]
    assert keep([(0, 2, 0, 0), (0, 2, 1, 1)]) == [(0, 2, 0, 0), (0, 2, 1, 1)]
    assert keep([]) == []


@given(hits)
def test_like_the_plain_function(rows):
    """`annotate.keep_longest`, for two things of three cues each."""
    cues = [Cue("frame", "f", f"c{n % 2}", "core", f"s:{n}", "", ()) for n in range(6)]
    plain = annotate.keep_longest([Hit(cues[n], at, at + length) for at, length, n in rows])
    expected = {(hit.first, hit.last, int(hit.cue.place[2:])) for hit in plain}
    mine = [(at, at + length, n % 2, n) for at, length, n in rows]
    assert {(a, b, n) for a, b, _, n in keep(mine)} == expected
