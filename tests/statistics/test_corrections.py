"""Corrections for many comparisons against hand-worked values."""

import numpy as np
import pytest
from framing.statistics import corrections, permutation
from hypothesis import given
from hypothesis import strategies as st

families = st.lists(st.floats(0, 1), min_size=1, max_size=12)


def test_holm_by_hand():
    """Holm by hand."""
    # sorted .005 .01 .03 .04, times 4 3 2 1: .02 .03 .06 .04, never falling: .02 .03 .06 .06
    assert corrections.holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])


def test_bh_by_hand():
    """Benjamini-Hochberg by hand."""
    # sorted .005 .01 .03 .04, times 4/1 4/2 4/3 4/4: .02 .02 .04 .04
    assert corrections.bh([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.02, 0.04, 0.04, 0.02])


def test_bh_rejects_what_benjamini_and_hochberg_rejected():
    """Bh rejects what benjamini and hochberg rejected."""
    # Benjamini & Hochberg (1995), section 4: 15 p-values, four rejected at .05, Holm three.
    p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344]
    p += [0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0]
    assert (corrections.bh(p) <= 0.05).sum() == 4
    assert (corrections.holm(p) <= 0.05).sum() == 3


def test_nan_is_no_member_of_the_family():
    """Nan is no member of the family."""
    assert corrections.holm([0.02, np.nan, 0.04]) == pytest.approx(
        [0.04, np.nan, 0.04], nan_ok=True
    )
    assert np.isnan(corrections.bh([np.nan])).all()
    with pytest.raises(ValueError, match="between 0 and 1"):
        corrections.bh([1.2])


@given(families, st.randoms())
def test_corrections_grow_keep_order_and_ignore_position(p, random):
    """Corrections grow keep order and ignore position."""
    p = np.array(p)
    shuffled = list(range(p.size))
    random.shuffle(shuffled)
    for correct in (corrections.holm, corrections.bh):
        adjusted = correct(p)
        assert (adjusted >= p - 1e-12).all()
        assert (adjusted <= 1).all()
        assert (np.diff(adjusted[np.argsort(p, kind="stable")]) >= -1e-12).all()
        assert np.allclose(correct(p[shuffled]), adjusted[shuffled])
    assert (corrections.holm(p) >= corrections.bh(p) - 1e-12).all()


def test_max_t_by_hand():
    """Max t by hand."""
    # Columns of equal spread; largest |t| of the rows: 3, 2, 3, 2. The first comparison (3) is
    # reached by two rows of four, the second (1) by all.
    statistics = [[3, 1], [1, 2], [-1, -3], [-2, 0.0]]
    spread = np.sqrt((np.array(statistics) ** 2).mean(axis=0))
    assert corrections.max_t(np.array(statistics) / spread * [2, 5]) == pytest.approx([0.5, 1.0])


def test_max_t_of_one_comparison_is_the_plain_test():
    """Max t of one comparison is the plain test."""
    means = np.array([[1, 1, 0.5, 1, 0, 0.5, 0, 0]])
    statistics = permutation.differences(means, permutation.splits(4, 4))
    alone = permutation.share_as_far(statistics)
    assert corrections.max_t(statistics) == pytest.approx(alone)


def test_max_t_ignores_constant_comparisons_and_refuses_vectors():
    """Max t ignores constant comparisons and refuses vectors."""
    adjusted = corrections.max_t([[2.0, 0.0], [1.0, 0.0], [-1.0, 0.0], [-2.0, 0.0]])
    assert adjusted[0] == pytest.approx(0.5)
    assert np.isnan(adjusted[1])
    with pytest.raises(ValueError, match="matrix"):
        corrections.max_t([1.0, 2.0])


def test_max_t_controls_the_family_of_many_null_comparisons():
    """Max t controls the family of many null comparisons."""
    rng = np.random.default_rng(3)
    false = 0
    for _ in range(300):
        means = (rng.random((10, 8, 4)) < 0.4).mean(axis=2)
        statistics = permutation.differences(means, permutation.splits(4, 4))
        false += (corrections.max_t(statistics) <= 0.05).any()
    assert false / 300 <= 0.09  # .05 and three standard errors
