"""Corrections for many comparisons against hand-worked values."""

import numpy as np
import pytest
from framing.statistics import corrections
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
