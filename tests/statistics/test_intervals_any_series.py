"""What must hold for the contrast of any series, by every method."""

import numpy as np
import pytest
from framing.statistics import intervals
from hypothesis import given, settings
from hypothesis import strategies as st
from intervals_by_hand import INTERVALS, SENTENCES, apply

series = st.lists(st.sampled_from([0.0, 1.0]), min_size=6, max_size=30)
reals = st.lists(st.integers(0, 8).map(lambda k: k / 8), min_size=6, max_size=30)


@pytest.mark.parametrize("method", SENTENCES)
def test_worlds_and_single_series_are_the_same_computation(method):
    """Worlds and single series are the same computation."""
    rng = np.random.default_rng(2)
    a, b = rng.random((5, 17)) < 0.4, rng.random((5, 12)) < 0.4
    many = intervals.contrast_worlds([a], [b], method=method)
    for world in range(5):
        one = apply(method, a[world], b[world])
        for field in ("estimate", "low", "high", "p"):
            expected = getattr(many, field)[world]
            assert getattr(one, field) == pytest.approx(expected, nan_ok=True)


@settings(deadline=None)
@given(series, series)
def test_swapping_sides_mirrors(a, b):
    """Swapping sides mirrors."""
    for name in (*INTERVALS, "block_permutation"):
        there, back = (apply(name, *pair) for pair in ((a, b), (b, a)))
        assert there.estimate == pytest.approx(-back.estimate)
        assert there.p == pytest.approx(back.p, nan_ok=True)
        assert there.low == pytest.approx(-back.high, nan_ok=True)


@settings(deadline=None)
@given(reals, st.data())
def test_identical_series_differ_by_nothing(a, data):
    """Identical series differ by nothing."""
    lengths = data.draw(st.lists(st.integers(1, 40), min_size=len(a), max_size=len(a)))
    for name in INTERVALS:
        result = apply(name, a, a, weights=(lengths, lengths))
        assert result.estimate == 0
        if not result.reason:
            assert result.p == pytest.approx(1)
            assert result.low == pytest.approx(-result.high)


@settings(deadline=None)
@given(reals, reals)
def test_equal_weights_change_nothing(a, b):
    """Equal weights change nothing."""
    weights = [7.0] * len(a), [7.0] * len(b)
    for name in (*INTERVALS, "block_permutation"):
        plain, weighted = apply(name, a, b), apply(name, a, b, weights)
        assert weighted.estimate == pytest.approx(plain.estimate)
        assert weighted.p == pytest.approx(plain.p, nan_ok=True)


@settings(deadline=None)
@given(series, series)
def test_interval_and_p_agree(a, b):
    """Interval and p agree."""
    for name in INTERVALS:
        result = apply(name, a, b)
        if not result.reason and abs(result.p - 0.05) > 1e-6:
            assert (result.p < 0.05) == (not result.low <= 0 <= result.high)
            assert result.low <= result.estimate + 1e-12
            assert result.estimate - 1e-12 <= result.high


@settings(max_examples=30, deadline=None)
@given(
    st.lists(reals, min_size=2, max_size=5), st.lists(reals, min_size=2, max_size=5), st.randoms()
)
def test_order_of_articles_does_not_matter(group_a, group_b, random):
    """Order of articles does not matter."""
    before = intervals.contrast(group_a, group_b)
    shuffled = random.sample(group_a, len(group_a)), random.sample(group_b, len(group_b))
    after = intervals.contrast(*shuffled)
    assert after.method == before.method
    for field in ("estimate", "low", "high", "p"):
        assert getattr(after, field) == pytest.approx(getattr(before, field), nan_ok=True)
