"""The joint test of a curve: blocks of sentences exchanged, all specifications alike."""

import numpy as np
import polars as pl
import pytest
from articles_by_hand import FIRST, KNOWN, SECOND, SOURCES, always, run
from curves_by_hand import KNOWN as SMALL
from curves_by_hand import curve as small_curve
from framing.robustness import joint_test


def permute(means, table=None, permit=always, **options):
    """The joint test of the specifications that count, with two blocks per source."""
    table = small_curve().filter("counted") if table is None else table
    rows = np.tile(means, (table.height, 1)) if np.ndim(means) == 1 else means
    return joint_test.permute(table, rows, (2, 2), SMALL, permit=permit, **options)


def test_permute():
    """Blocks 1, 1 against 0, 0: of the six exchanges only this and its mirror are as large."""
    tested = permute([1.0, 1.0, 0.0, 0.0])
    columns = ("as_large_median", "as_large_sign", "floor", "exchanges", "holds")
    assert tested.select(columns).row(0) == pytest.approx((2 / 6, 2 / 6, 2 / 6, 6, True))


def test_the_median_and_the_sign_are_tested_by_themselves():
    """Blocks 3, 1 against 0, 0: differences 2, 1, 1 and the mirrors; but all of one sign."""
    tested = permute([3.0, 1.0, 0.0, 0.0])
    assert tested.select("as_large_median", "as_large_sign").row(0) == pytest.approx((2 / 6, 1))


def test_no_joint_test_where_it_does_not_hold():
    """The permit is asked for the units of the study's own specification and their pooled share."""
    asked = []
    refuse = lambda *given: asked.append(given) is not None  # noqa: E731
    tested = permute([1.0, 1.0, 0.0, 0.0], permit=refuse, articles=(2, 1))
    assert asked == [((2, 1, 2, 4), 0.375, "units")]
    assert tested.select("holds", "p_family").row(0) == (False, None)


def test_the_family_is_corrected_by_holm():
    """Two curves that hold, p = 1/3 and 1: the smaller counts twice."""
    table = small_curve().filter("counted")
    both = pl.concat([table, table.with_columns(contrast=pl.lit("d"))])
    means = np.array([[1.0, 1.0, 0.0, 0.0]] * 4 + [[1.0, 0.0, 1.0, 0.0]] * 4)
    tested = joint_test.permute(both, means, (2, 2), SMALL, permit=always)
    assert tested["as_large_median"].to_list() == pytest.approx([1 / 3, 1])
    assert tested["p_family"].to_list() == pytest.approx([2 / 3, 1])


def test_an_undecided_exchange_counts_as_large():
    """One block with values per source: exchanges that join both decide nothing, so p is 1."""
    assert permute([1.0, np.nan, 0.0, np.nan])["as_large_median"].to_list() == [1.0]


def test_swapped_sources_give_the_same_test():
    """Labels of sources do not matter."""
    (one, means), (two, other) = run(FIRST, SECOND), run(FIRST, SECOND, sources=SOURCES[::-1])
    left, right = (
        joint_test.permute(t, m, (3, 3), KNOWN, permit=always).drop(joint_test.KEYS).to_numpy()
        for t, m in ((one, means), (two, other))
    )
    assert left == pytest.approx(right)


def test_the_log_ratio_is_smoothed_as_the_specification_says():
    """The estimate of the exchange that changes nothing is the log ratio of the means over blocks.

    Four units in two blocks per source, means 1, 0 and 0, 0: with .5 log2 (2.5/5)/(.5/5), with 1
    log2 (3/6)/(1/6).
    """
    table, _ = run(FIRST, SECOND)
    mine = table.filter(contrast="a", measure="log_ratio", question="all").filter(
        unit="clause", tiers="all", repeated_lead="left_out", weight="units", base="all_units"
    )
    first, second = np.full((1, mine.height), 0.5), np.zeros((1, mine.height))
    found = joint_test._estimates(mine, first, second, KNOWN)
    assert mine["smoothing"].to_list() == ["half", "one"]
    assert mine.select("n_first", "n_second").row(0) == (4, 4)
    assert found[0].tolist() == pytest.approx([np.log2(5), np.log2(3)])


def test_signs_ignore_rounding():
    """A difference that is only rounding has no sign."""
    assert joint_test.sign(np.array([0.1, 1e-14, -1e-14, -2])).tolist() == [1, 0, 0, -1]
