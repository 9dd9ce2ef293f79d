"""Where the two texts of the overview are drawn: two mirrored blocks."""

import pytest
from framing.plots import strips


def test_two_mirrored_blocks():
    """Columns run outwards; the gutter lies between the spines."""
    blocks = strips.place(["first", "second"], 8.0, 3)
    left, right = blocks["first"], blocks["second"]
    assert (left.columns, right.columns) == (3, 3)
    assert left.step == -right.step < 0
    assert left.spine == pytest.approx(strips.EDGE + 3 * right.step)
    assert right.spine - left.spine == pytest.approx(strips.SPINE + strips.GUTTER)
    assert left.outer == pytest.approx(strips.EDGE + 0.02 * right.step)
    assert right.outer == pytest.approx(8.0 - strips.RIGHT - 0.02 * right.step)
    assert left.inner == pytest.approx(left.spine + strips.SPINE)
    assert right.inner == right.spine
    assert right.inner - left.inner == pytest.approx(strips.GUTTER)


def test_columns():
    """Each leaves six and two hundredths of its width free, and begins behind the spine."""
    right, left = strips.Block(1.0, 0.5, 2), strips.Block(1.0, -0.5, 2)
    assert right.column(0) == pytest.approx((1.0 + strips.SPINE + 0.03, 1.0 + strips.SPINE + 0.49))
    assert right.column(1) == pytest.approx((1.5 + strips.SPINE + 0.03, 1.5 + strips.SPINE + 0.49))
    assert left.column(1) == pytest.approx((0.5 - 0.03, 0.5 - 0.49))
