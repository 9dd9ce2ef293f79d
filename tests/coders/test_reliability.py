"""Agreement of coders against published values."""

import math

import numpy as np
import polars as pl
import pytest
from framing.coders import reliability
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

# Krippendorff's example of four observers and twelve units (also table 2.10 of Gwet's handbook).
FOUR = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."]
# His example of three observers and fifteen units.
THREE = ["*****34121133*3", "1*213343*******", "**21344*21133*4"]


def ratings(rows, variable="v"):
    """Ratings."""
    long = [
        (unit, coder, variable, int(value))
        for coder, row in enumerate(rows)
        for unit, value in enumerate(row)
        if value.isdigit()
    ]
    return pl.DataFrame(long, schema=["unit", "coder", "variable", "value"], orient="row")


def own_alpha(table):
    """Own alpha."""
    table = np.asarray(table, dtype=float)
    return reliability._coefficients(table, np.ones((1, len(table))))["alpha"][0]


def test_alpha_published():
    """Krippendorff: .743 for the nominal values of four observers, .691 for those of three."""
    assert reliability.alpha(ratings(FOUR)) == pytest.approx(0.743, abs=5e-4)
    assert reliability.alpha(ratings(THREE)) == pytest.approx(0.691, abs=5e-4)


def estimates(table):
    """Estimate of each coefficient of the one variable."""
    return dict(table.select("coefficient", "estimate").iter_rows())


def test_ac1_published():
    """Gwet 2008: 118 and 0 agreements of 125, 5 and 2 disagreements: kappa -.023, AC1 .941.

    Agreement .944; yes has the share (123 + 120) / 250 = .972, so chance 2 · .972 · .028 = .0544;
    (.944 - .0544) / (1 - .0544) = .9408. The four observers above: .7754 (Gwet 2014).
    """
    two = ["1" * 118 + "1" * 5 + "0" * 2, "1" * 118 + "0" * 5 + "1" * 2]
    found = estimates(reliability.measure(ratings(two), resamples=10, seed=1))
    assert found["ac1"] == pytest.approx(0.9408, abs=5e-5)
    assert found["agreement"] == pytest.approx(0.944)
    found = estimates(reliability.measure(ratings(FOUR), resamples=10, seed=1))
    assert found["ac1"] == pytest.approx(0.77544, abs=5e-6)


@given(arrays(int, (7, 3), elements=st.integers(0, 2)))
@settings(max_examples=50, deadline=None)
def test_resampled_alpha_is_the_alpha_of_the_library(codes):
    """Resampled alpha is the alpha of the library."""
    mine = ratings(["".join(map(str, column)) for column in codes.T])
    expected = reliability.alpha(mine)
    value = own_alpha(reliability.count_values(mine))
    assert value == pytest.approx(expected, nan_ok=True)
    if not math.isnan(expected):
        shuffled = mine.with_columns(pl.col("coder") + 5).reverse()
        assert reliability.alpha(shuffled) == pytest.approx(expected)


def test_perfect_agreement_is_not_certainty():
    """Nobody differs in four units: no interval, but up to 1 - .05 ** (1 / 4) = .527 may differ."""
    table = reliability.measure(ratings(["0110", "0110"]), categories=[0, 1], seed=1)
    assert table["coefficient"].to_list() == list(reliability.COEFFICIENTS)
    assert table["estimate"].to_list() == [1, 1, 1]
    assert table["low"].is_nan().all()
    assert table["high"].is_nan().all()
    assert table["differing"].to_list() == [0, 0, 0]
    assert table["differing_high"].to_list() == pytest.approx([1 - 0.05 ** (1 / 4)] * 3)


def test_exact_bound():
    """Seventeen without a case: 1 - .05 ** (1 / 17). One of two: x² = .95."""
    assert reliability.upper_bound(0, 17, level=0.95) == pytest.approx(1 - 0.05 ** (1 / 17))
    assert reliability.upper_bound(1, 2, level=0.95) == pytest.approx(math.sqrt(0.95))
    assert reliability.upper_bound(2, 2, level=0.95) == 1
    assert math.isnan(reliability.upper_bound(0, 0, level=0.95))


def test_no_interval_where_the_coefficient_is_often_undefined():
    """One positive among eight units, seen by one of two: a third of the resamples miss it."""
    table = reliability.measure(ratings(["1" + "0" * 7, "0" * 8]), resamples=400, seed=1)
    rows = {row["coefficient"]: row for row in table.iter_rows(named=True)}
    assert rows["alpha"]["differing"] == 1
    assert 0.5 < rows["alpha"]["defined"] < 0.8
    assert math.isnan(rows["alpha"]["low"])
    assert rows["agreement"]["low"] < rows["agreement"]["estimate"] == 7 / 8


def test_interval_of_agreement_has_the_tails_of_its_level():
    """Fifty of a hundred units agree: ends within .5 ± 1.96 × .05, and narrower at 50 %."""
    rows = ["01" * 50, "0" * 100]
    wide, narrow = (
        reliability.measure(ratings(rows), resamples=4000, level=level, seed=3).row(2, named=True)
        for level in (0.95, 0.5)
    )
    assert (wide["low"], wide["high"]) == pytest.approx((0.402, 0.598), abs=0.011)
    assert (narrow["low"], narrow["high"]) == pytest.approx((0.466, 0.534), abs=0.011)


def test_one_value_only_has_no_alpha():
    """One value only has no alpha."""
    table = reliability.measure(ratings(["000", "000"]), categories=[0, 1], seed=1)
    rows = {row["coefficient"]: row for row in table.iter_rows(named=True)}
    assert math.isnan(rows["alpha"]["estimate"])
    assert rows["alpha"]["defined"] == 0
    assert rows["ac1"]["estimate"] == rows["agreement"]["estimate"] == 1


def test_interval_holds_the_estimate_and_repeats_itself():
    """Interval holds the estimate and repeats itself."""
    runs = [reliability.measure(ratings(FOUR), resamples=500, seed=9) for _ in range(2)]
    assert runs[0].equals(runs[1])
    for row in runs[0].iter_rows(named=True):
        assert row["low"] < row["estimate"] < row["high"]
        assert (row["units"], row["coders"]) == (11, 4)  # unit 12 was rated once
        assert 0.9 < row["defined"] <= 1


def test_each_variable_has_its_rows():
    """Each variable has its rows."""
    both = pl.concat([ratings(["0101", "0111"], "threat"), ratings(["0011", "0011"], "violation")])
    table = reliability.measure(both, resamples=50, seed=0)
    assert table["variable"].to_list() == ["threat"] * 3 + ["violation"] * 3
    agreement = table.filter(pl.col("coefficient") == "agreement")["estimate"].to_list()
    assert agreement == [0.75, 1]


def test_an_unknown_value_is_refused():
    """An unknown value is refused."""
    with pytest.raises(ValueError, match="unknown value 2"):
        reliability.count_values(ratings(["012"]), categories=[0, 1])


def test_majority_needs_more_than_half():
    """Majority needs more than half."""
    table = reliability.majority(ratings(["0110", "0120", "1131"]))
    assert table["value"].to_list() == [0, 1, None, 0]
    assert table["votes"].to_list() == [2, 3, 1, 2]
    assert reliability.majority(ratings(["01", "00"]))["value"].to_list() == [0, None]
