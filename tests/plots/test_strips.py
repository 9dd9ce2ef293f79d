"""Where the two texts of the overview are drawn: two mirrored blocks."""

import matplotlib.pyplot as plt
import numpy as np
import polars as pl
import pytest
from framing.plots import strips, style
from matplotlib.colors import to_hex


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


BLOCK = strips.Block(1.0, 0.5, 2)
PART = {"part": 1, "start": 0.0, "end": 10.0, "sentences": 4, "repeated": False}


def boxes(axes):
    """Left, top, width and height of each box, in the order in which they were drawn."""
    return [(p.get_x(), p.get_y(), p.get_width(), p.get_height()) for p in axes.patches]


def test_parts_of_a_text():
    """The ground of each cell, the part on the spine with its number; a repeated one is pale."""
    _, axes = plt.subplots()
    parts = [PART, PART | {"part": 2, "start": 10.0, "end": 20.0, "repeated": True}]
    strips.spine(axes, pl.DataFrame(parts), BLOCK, lambda words: 3 + words / 10)
    drawn = boxes(axes)
    assert len(drawn) == 2 * 3
    first, gap = BLOCK.column(0), 0.025
    assert drawn[0] == pytest.approx((first[0], 3 + gap / 2, first[1] - first[0], 1 - gap))
    assert drawn[2] == pytest.approx((1.0, 3 + gap / 2, strips.SPINE, 1 - gap))
    assert [to_hex(axes.patches[n].get_facecolor()) for n in (0, 2, 5)] == [
        *(strips.GROUND, strips.GREYS[False], strips.GREYS[True])
    ]
    one, two = axes.texts
    assert one.get_position() == pytest.approx((1.0 + strips.SPINE / 2, 3.5))
    assert two.get_position()[1] == pytest.approx(4.5)
    assert (one.get_color(), two.get_color()) == (style.INK, style.QUIET)


def test_a_part_without_sentences_has_no_cells():
    """Its spine alone."""
    _, axes = plt.subplots()
    strips.spine(axes, pl.DataFrame([PART | {"sentences": 0}]), BLOCK, lambda words: words / 10)
    assert len(axes.patches) == 1


def test_cells_are_filled_by_their_shares():
    """Of four sentences one in own voice and two attributed: a quarter, then a half, hatched."""
    _, axes = plt.subplots()
    row = PART | {"label": "b", "narrator": 1, "attributed": 2}
    rows = [row, row | {"attributed": 0}, row | {"narrator": 0}, row | {"repeated": True}]
    rows.append(row | {"narrator": 0, "attributed": 0})
    strips.cells(axes, pl.DataFrame(rows), ["a", "b"], BLOCK, "#0072B2", lambda words: words / 10)
    inner, outer = BLOCK.column(1)
    wide = outer - inner
    assert [box[0] for box in boxes(axes)] == pytest.approx(
        [inner, inner + wide / 4, inner, inner, inner, inner + wide / 4]
    )
    assert [box[2] for box in boxes(axes)] == pytest.approx(
        [wide / 4, wide / 2, wide / 4, wide / 2, wide / 4, wide / 2]
    )
    hatched = [bool(patch.get_hatch()) for patch in axes.patches]
    assert hatched == [False, True, False, True, False, True]
    full, pale = (to_hex(axes.patches[n].get_facecolor()) for n in (0, 4))
    assert (full, pale) == ("#0072b2", style.tint("#0072B2", strips.PALE))


def test_a_low_part_has_a_smaller_gap():
    """Fifteen hundredths of its height."""
    _, axes = plt.subplots()
    strips._box(axes, (2.0, 1.0), (0.0, 0.1))
    assert boxes(axes) == [pytest.approx((1.0, 0.0075, 1.0, 0.085))]


@pytest.mark.parametrize(
    ("heights", "numbers"),
    [
        ([1.0] * 4, {1, 2, 3, 4}),
        ([1.0, 1.0, 1.0, 0.9], {1, 2, 3}),  # three quarters fit
        ([1.0, 1.0, 0.9, 0.9] * 3, {5, 10}),
        ([0.3] * 12, {10}),
    ],
)
def test_numbers_that_find_room(heights, numbers):
    """All that fit where most do, else each fifth, tenth …"""
    inch = 5.4 / 72  # the height of a figure of 7 points
    ends = np.cumsum(heights)
    parts = pl.DataFrame(
        {"part": range(1, len(ends) + 1), "start": ends - heights, "end": ends + 1e-9}
    )
    assert strips._numbered(parts, inch) == numbers


def test_heads_over_their_columns():
    """Amid each, a little above the first part, tilted."""
    _, axes = plt.subplots()
    strips.heads(axes, ["a", "b"], BLOCK, 2.0)
    assert [text.get_text() for text in axes.texts] == ["a", "b"]
    for number, text in enumerate(axes.texts):
        assert text.get_position() == pytest.approx((sum(BLOCK.column(number)) / 2, 1.94))
        assert text.get_rotation() == 45
