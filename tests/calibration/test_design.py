"""Power, the smallest detectable difference, articles to collect."""

import math

import numpy as np
import pytest
from framing.calibration import design
from framing.statistics.designs import Design
from framing.statistics.pair import ARTICLES_AS_UNIT
from scipy import special


def test_spread_by_hand():
    """A sentence: √(p q). Three sentences, correlations .5 and .25: 9/5.5 in effect."""
    assert design.spread(0.3, 1) == pytest.approx(math.sqrt(0.21))
    assert design.spread(0.3, 3) == pytest.approx(math.sqrt(0.21 * (0.1 + 0.9 * 5.5 / 9)))


def test_no_spread_is_below_chance():
    """An article of twelve sentences at .3 varies by .13 even if nothing depends on anything."""
    assert design.spread(0.3, 12) > math.sqrt(0.21 / 12)


def test_articles_needed_have_the_power_they_claim():
    """The smallest number: one less has less. Noncentral t with 2(8 + n − 1) degrees of freedom."""
    found = design.articles_needed(0.2, 0.22)

    def power(n):
        df, centre = 2 * (8 + n - 1), 0.2 / 0.22 * math.sqrt(n / 2)
        return 1 - special.nctdtr(df, centre, special.stdtrit(df, 0.975))

    assert power(found - 1) < 0.8 <= power(found)
    assert design.articles_needed(0.9, 0.1) == ARTICLES_AS_UNIT
    with pytest.raises(ValueError, match="20,000"):
        design.articles_needed(0.001, 0.5)


def test_many_articles_need_what_cohen_published():
    """Cohen (1988), table 2.4.1, two-sided .05, power .80: d = .2 needs 393 per source."""
    assert design.articles_needed(0.04, 0.2) in (392, 393, 394)


def test_design_table_needs_fewer_articles_for_larger_differences_and_longer_articles():
    """By share, length and difference."""
    table = design.design_table(differences=(0.1, 0.3), lengths=(12, 48), shares=(0.1, 0.3))
    assert table.height == 6  # shares around .1 differ by .2 at most
    by = {(row["share"], row["length"], row["difference"]): row["articles"]
          for row in table.to_dicts()}  # fmt: skip
    assert by[0.3, 12, 0.1] > by[0.3, 12, 0.3]
    assert by[0.3, 12, 0.1] > by[0.3, 48, 0.1] > by[0.1, 48, 0.1]


def test_smallest_detectable_interpolates():
    """Between .6 at .2 and 1 at .3."""
    differences = np.array([0.1, 0.2, 0.3])
    assert design.smallest_detectable(differences, np.array([0.2, 0.6, 1.0])) == pytest.approx(0.25)
    assert math.isnan(design.smallest_detectable(differences, np.array([0.1, 0.2, 0.3])))
    assert design.smallest_detectable(differences, np.array([0.9, 1.0, 1.0])) == 0.1


def test_power_rises_with_the_difference_and_the_length():
    """And is that of every method with an interval."""
    short, long = (
        design.power(
            Design(1, 1, n, n), bases=[0.05], structures=["independent"], worlds=200, seed=1
        )
        for n in (12, 48)
    )
    assert set(short["method"]) == {"effective_n", "hac", "batch_means"}
    for table in (short, long):
        part = table.filter(method="effective_n")
        assert part["power"][-1] > 0.9 > 0.1 > part["power"][0]
    assert long["detectable"][0] < short["detectable"][0]
