"""The specification curve in numbers: distinct results, signs, and where the study lies."""

import numpy as np
import polars as pl
import pytest
from articles_by_hand import KNOWN, always, article, run
from curves_by_hand import KNOWN as SMALL
from curves_by_hand import curve as small_curve
from framing.robustness import curve, influence

MEANS = np.tile([1.0, 1.0, 0.0, 0.0], (6, 1))


def summarise(table, means=MEANS, known=SMALL):
    """The summary of a table of two blocks per source."""
    moved = influence.influence(table, known)
    return curve.summarise(table, means, moved, (2, 2), known, permit=always)


def test_summarise():
    """Over −.1, .1, .3, .6 that count: median .2; one of four negative; .1 is the 2nd lowest."""
    row = summarise(small_curve()).row(0, named=True)
    assert (row["specifications"], row["estimable"], row["run"]) == (4, 4, 6)
    spread = [row[name] for name in ("least", "lower", "median", "upper", "greatest")]
    assert spread == pytest.approx([-0.1, 0.05, 0.2, 0.375, 0.6])
    assert (row["least_run"], row["greatest_run"]) == (-0.2, 0.7)
    assert (row["positive"], row["negative"], row["zero"], row["same_sign"]) == (
        0.75,
        0.25,
        0,
        0.75,
    )
    assert (row["own"], row["own_low"], row["own_high"]) == pytest.approx((0.1, -0.1, 0.3))
    assert (row["n_first"], row["carrying_first"], row["carrying_second"]) == (4, 2, 1)
    assert (row["own_end"], row["own_rank"], row["as_extreme"]) == ("low", 2, 0.5)
    assert (row["intervals"], row["excluding_zero"]) == (4, 0.5)  # .1 to .5, and .4 to .8
    assert (row["moved_by"], row["idle"]) == ("y", "")
    assert row["mean_change"] == pytest.approx(0.45)


def test_distinct_results_are_counted_once():
    """.1 twice, −.1, 0 and .6: four results in five, of which one is zero, two are positive."""
    table = (
        small_curve()
        .filter("counted")
        .with_columns(estimate=pl.Series([0.1, 0.1 + 1e-13, -0.1, 0.6]))
    )
    zero = table.head(1).with_columns(x=pl.lit("q"), y=pl.lit("w"), own=False, estimate=0.0)
    row = summarise(pl.concat([table, zero]), MEANS[:5]).row(0, named=True)
    assert (row["specifications"], row["distinct"]) == (5, 4)
    assert (row["positive"], row["negative"], row["zero"]) == pytest.approx((0.6, 0.2, 0.2))
    names = ("distinct_positive", "distinct_negative", "distinct_zero", "same_sign")
    assert [row[name] for name in names] == [0.5, 0.25, 0.25, 0.5]


@pytest.mark.parametrize(
    ("own", "end", "rank", "share", "distinct"),
    [
        (-0.3, "low", 1, 0.4, 1),  # two of five as low
        (-0.2, "low", 3, 0.6, 2),  # the median itself is counted from below; two lie beyond it
        (0.1, "high", 2, 0.4, 2),
        (0.5, "high", 1, 0.2, 1),
    ],
)
def test_place(own, end, rank, share, distinct):
    """The study's own among −.3, −.3, −.2, .1, .5, counted from the nearer end."""
    found = curve.place(np.array([0.5, -0.3, 0.1, -0.3, -0.2]), own)
    assert (found["own_end"], found["own_rank"], found["distinct_rank"]) == (end, rank, distinct)
    assert found["as_extreme"] == pytest.approx(share)


def test_no_place_without_an_estimate():
    """Where the study's own specification has no estimate nothing is said."""
    assert set(curve.place(np.array([0.1]), None).values()) == {None}
    assert set(curve.place(np.array([]), 0.1).values()) == {None}


def test_a_curve_without_estimates():
    """Every share is missing, not zero; the counts are zero."""
    table = small_curve().with_columns(
        estimate=pl.lit(None, pl.Float64), low=pl.lit(None, pl.Float64)
    )
    empty = influence.influence(small_curve(), SMALL).clear()
    row = curve.summarise(table, MEANS, empty, (2, 2), SMALL, permit=always).row(0, named=True)
    assert (row["specifications"], row["estimable"], row["distinct"], row["intervals"]) == (
        4,
        0,
        0,
        0,
    )
    assert row["median"] is row["positive"] is row["same_sign"] is row["own_rank"] is None


def test_identical_texts_differ_by_zero():
    """Zero everywhere: one result, no choice that moves anything, no exchange less extreme."""
    cues = [(0, "a", True, True), (20, "a", False, False), (50, "b", True, False)]
    table, means = run(article("first", cues), article("second", cues))
    assert table["estimate"].abs().max() == 0
    moved = influence.influence(table, KNOWN)
    summary = curve.summarise(table, means, moved, (3, 3), KNOWN, permit=always)
    assert summary["distinct"].to_list() == [1] * summary.height
    assert summary["zero"].to_list() == [1] * summary.height
    assert summary["as_large_median"].to_list() == [1] * summary.height
    assert summary["moved_by"].to_list() == [None] * summary.height
    idle = "unit|repeated_lead|tiers|weight|base"
    assert set(summary.filter(contrast="a", measure="difference")["idle"]) == {idle}
    assert summary["same_sign"].to_list() == [1] * summary.height


def test_a_curve_for_each_voice():
    """Shares have two curves and a log ratio of each, own voice has one."""
    table, means = run(
        article("first", [(0, "a", True, True)]), article("second", [(0, "a", True, False)])
    )
    moved = influence.influence(table, KNOWN)
    summary = curve.summarise(table, means, moved, (3, 3), KNOWN, permit=always)
    assert summary.select("contrast", "question", "measure").rows() == [
        ("a", "all", "difference"),
        ("a", "all", "log_ratio"),
        ("a", "own", "difference"),
        ("a", "own", "log_ratio"),
        ("voice", "", "difference"),
    ]
    by_voice = summary.filter(contrast="a", measure="difference")
    assert by_voice["own"].to_list() == pytest.approx([0, 1 / 3])


def test_an_interval_that_touches_zero_does_not_exclude_it():
    """Of four intervals one lies above zero, one below; two end at it."""
    ends = [(0.0, 0.5), (-0.5, 0.0), (0.1, 0.5), (-0.5, -0.1)]
    row = {"estimate": 0.1, "own": False} | dict.fromkeys(curve.COUNTS, 1)
    rows = [row | {"low": low, "high": high} for low, high in ends]
    found = curve._spread(pl.DataFrame([*rows, row | {"low": None, "high": None}]))
    assert (found["intervals"], found["excluding_zero"]) == (4, 0.5)
    assert (found["specifications"], found["estimable"], found["own"]) == (5, 5, None)


def test_the_choice_that_moves_a_curve_most():
    """The first that moves it by more than rounding; those that move nothing; no sensitivity."""
    key = dict.fromkeys(curve.KEYS, "k")
    moved = pl.DataFrame(
        [
            key | {"choice": name, "mean_change": change, "sensitivity": worse}
            for name, change, worse in (
                *(("a", 0.5, True), ("b", 1e-13, False)),
                *(("c", 0.2, False), ("d", 0.1, False), ("e", 0.0, False)),
            )
        ]
    )
    (row,) = curve._movers(moved).to_dicts()
    assert (row["moved_by"], row["mean_change"], row["idle"]) == ("c", 0.2, "b|e")
