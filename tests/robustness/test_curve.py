"""The specification curve in numbers: influence of a choice, joint test, blocks, permits."""

import numpy as np
import polars as pl
import pytest
from articles_by_hand import (
    FIRST,
    SECOND,
    SOURCES,
    always,
    article,
    sheets,
)
from framing.robustness import curve, joint_test
from framing.statistics import allowed, permutation


def small_curve():
    """Two choices of two options: estimates .1 and .3 under x = p, −.1 and .6 under x = q."""
    rows = [("p", "s", 0.1), ("p", "t", 0.3), ("q", "s", -0.1), ("q", "t", 0.6)]
    table = pl.DataFrame(rows, schema=["x", "y", "estimate"], orient="row")
    own = pl.Series("own", [True, False, False, False])
    return table.with_columns(
        own,
        contrast=pl.lit("c"),
        measure=pl.lit("difference"),
        weight=pl.lit("units"),
        n_first=4,
        n_second=4,
        first=0.5,
        second=0.25,
        low=pl.col("estimate") - 0.2,
        high=pl.col("estimate") + 0.2,
    )


def test_influence():
    """x moves by (.2 + .3)/2 and turns one sign of two; y by (.2 + .7)/2, also one of two.

    Variance: mean .225; squares .0156, .0056, .1056, .1406, in all .2675; between x (.2, .25):
    4 · .000625 = .0025; between y (0, .45): 4 · .0506 = .2025.
    """
    moved = curve.influence(small_curve(), ["x", "y"])
    assert moved["choice"].to_list() == ["y", "x"]
    assert moved["mean_change"].to_list() == pytest.approx([0.45, 0.25])
    assert moved["greatest_change"].to_list() == pytest.approx([0.7, 0.3])
    assert moved["sign_changes"].to_list() == [0.5, 0.5]
    assert moved["variance_share"].to_list() == pytest.approx([0.2025 / 0.2675, 0.0025 / 0.2675])


def test_permute_and_summarise():
    """Blocks 1, 1 against 0, 0: of the six exchanges only this and its mirror are as large."""
    means = np.tile([1.0, 1.0, 0.0, 0.0], (4, 1))
    tested = joint_test.permute(small_curve(), means, (2, 2), permit=always)
    assert tested.select("as_large_median", "as_large_sign", "floor", "exchanges").row(
        0
    ) == pytest.approx((2 / 6, 2 / 6, 2 / 6, 6))
    summary = curve.summarise(
        small_curve(), means, curve.influence(small_curve(), ["x", "y"]), (2, 2), permit=always
    )
    row = summary.row(0, named=True)
    assert row["median"] == pytest.approx(0.2)
    assert (row["positive"], row["negative"], row["same_sign"]) == (0.75, 0.25, 0.75)
    assert (row["own"], row["moved_by"], row["excluding_zero"]) == (0.1, "y", 0.5)


def test_no_joint_test_where_it_does_not_hold():
    """The permit is asked for the units of the study's own specification and their pooled share."""
    asked = []
    means = np.tile([1.0, 1.0, 0.0, 0.0], (4, 1))
    refuse = lambda *given: asked.append(given) is not None  # noqa: E731
    tested = joint_test.permute(small_curve(), means, (2, 2), permit=refuse)
    assert asked == [((4, 4), 0.375, 1, "units")]
    assert tested.select("holds", "p_family").row(0) == (False, None)


def test_permits_remember_the_calibration():
    """Longer articles than calibrated are judged by the longest, shorter ones by none."""
    keys = {"articles": 1, "n_a": 12, "n_b": 12, "measure": ["sentences", "words"], "share": 0.3}
    verdicts = pl.DataFrame(keys | {"method": "hac", "offered": [True, False]})
    permit = allowed.remember(verdicts, "hac")
    assert permit((12, 12), 0.3, 1, "units")
    assert not permit((12, 12), 0.3, 1, "words")
    assert not permit((12, 12), 0.3, 1, "content_words")
    assert not permit((12, 11), 0.3, 1, "units")


def test_an_undecided_exchange_counts_as_large():
    """Values in one block a side: exchanges that put both on one side leave nothing, p is 1."""
    means = np.tile([1.0, np.nan, 0.0, np.nan], (4, 1))
    tested = joint_test.permute(small_curve(), means, (2, 2), permit=always)
    assert tested["as_large_median"].to_list() == [1.0]


def test_blocks():
    """Three sentences in two blocks: 1 and 2; the repetition goes with the first."""
    table = permutation.number(*sheets(FIRST, SECOND), SOURCES, 2)
    assert table["block"].to_list() == [0, 1, 1, 0] * 2
    several = [article(name, [(0, "a", True, True)]) for name in "abcdefgh"]
    names, rows = sheets(*several)
    names = names.with_columns(source=pl.Series(SOURCES * 4))
    assert permutation.number(names, rows, SOURCES, 2)["block"].n_unique() == 4
