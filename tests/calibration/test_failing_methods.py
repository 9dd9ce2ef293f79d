"""Methods that ignore the order of sentences: right by their own rules, never offered."""

import math

import numpy as np
import pytest
from framing.calibration import failing_methods
from framing.calibration.failing_methods import FAILING, max_t
from framing.statistics import effects, permutation
from framing.statistics.articles import Comparison
from framing.statistics.pair import Series
from scipy import stats


def apply(method, a, b, **options):
    """Contrast two series, an article each, by a method that fails."""
    return FAILING[method](Comparison.of([a], [b]), **options).first(1.0)


SINGLE = [name for name in FAILING if name != "welch_t"]
A = [1, 0, 0, 1, 1, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0]
B = [1, 0, 1, 0, 0, 1, 1, 1, 1, 1, 1, 0]


def test_g2_as_a_test_takes_the_chi_square_tail():
    """7 of 17 against 8 of 12 sentences."""
    g2 = float(effects.g2(7, 17, 8, 12))
    assert apply("g2_test", A, B).p == pytest.approx(stats.chi2.sf(abs(g2), 1))
    assert math.isnan(apply("g2_test", A, B).low)


@pytest.mark.parametrize("method", ["plain_permutation", "percentile_bootstrap"])
def test_random_methods_repeat_under_a_seed(method):
    """The same seed gives the same answer, another seed another."""
    first, again, other = (apply(method, A, B, seed=seed) for seed in (1, 1, 2))
    assert first.p == again.p
    assert (first.p, first.high) != (other.p, other.high)


def test_the_bootstrap_interval_follows_the_level():
    """More of the resamples lie in an interval of 99 % than in one of 80 %."""
    narrow, wide = (apply("percentile_bootstrap", A, B, level=level) for level in (0.8, 0.99))
    assert wide.low < narrow.low < narrow.high < wide.high


def test_welch_by_hand():
    """As scipy computes it on the means of the articles; one article in a source has no spread."""
    rng = np.random.default_rng(8)
    groups = [
        [(rng.random(60) < p).astype(float) for p in ps]
        for ps in ((0.1, 0.3, 0.5, 0.7), (0.2, 0.8, 0.9, 0.6, 0.4))
    ]
    result = FAILING["welch_t"](Comparison.of(*groups)).first(1.0)
    means = [[series.mean() for series in group] for group in groups]
    welch = stats.ttest_ind(*means, equal_var=False)
    assert (result.p, result.df) == pytest.approx((welch.pvalue, welch.df))
    assert (result.low, result.high) == pytest.approx(tuple(welch.confidence_interval()))
    alone = apply("welch_t", A, B)
    assert math.isnan(alone.p)
    assert alone.reason == "fewer than 2 articles in a source"


@pytest.mark.parametrize("method", SINGLE)
def test_swapping_the_series_mirrors_the_estimate(method):
    """A difference changes its sign."""
    there, back = apply(method, A, B), apply(method, B, A)
    assert there.estimate == pytest.approx(-back.estimate)


@pytest.mark.parametrize("method", SINGLE)
def test_a_frame_absent_from_both_has_no_p(method):
    """No test where all sentences are alike."""
    result = apply(method, [0] * 12, [0] * 12)
    assert math.isnan(result.p)
    assert "same value" in result.reason


@pytest.mark.parametrize("method", SINGLE)
def test_worlds_and_single_series_are_the_same_computation(method):
    """A row of worlds gives what the series alone gives; the bootstrap draws again for each."""
    rng = np.random.default_rng(2)
    a, b = rng.random((5, 17)) < 0.4, rng.random((5, 12)) < 0.4
    many = FAILING[method](Comparison.of([a], [b]))
    for world in range(5):
        one = apply(method, a[world], b[world])
        assert one.estimate == pytest.approx(many.estimate[world])
        if method == "g2_test":
            assert one.p == pytest.approx(many.p[world])


def test_max_t_by_hand():
    """Max t by hand."""
    # Columns of equal spread; largest |t| of the rows: 3, 2, 3, 2. The first comparison (3) is
    # reached by two rows of four, the second (1) by all.
    statistics = [[3, 1], [1, 2], [-1, -3], [-2, 0.0]]
    spread = np.sqrt((np.array(statistics) ** 2).mean(axis=0))
    assert max_t(np.array(statistics) / spread * [2, 5]) == pytest.approx([0.5, 1.0])


def test_max_t_of_one_comparison_is_the_plain_test():
    """Max t of one comparison is the plain test."""
    means = np.array([[1, 1, 0.5, 1, 0, 0.5, 0, 0]])
    statistics = permutation.differences(means, permutation.splits(4, 4))
    alone = permutation.share_as_far(statistics)
    assert max_t(statistics) == pytest.approx(alone)


def test_max_t_ignores_constant_comparisons_and_refuses_vectors():
    """Max t ignores constant comparisons and refuses vectors."""
    adjusted = max_t([[2.0, 0.0], [1.0, 0.0], [-1.0, 0.0], [-2.0, 0.0]])
    assert adjusted[0] == pytest.approx(0.5)
    assert np.isnan(adjusted[1])
    with pytest.raises(ValueError, match="matrix"):
        max_t([1.0, 2.0])


def test_resampled_means():
    """Weights 3 and 1 of the values 1 and 0: three quarters on average, 1 and 0 at the ends."""
    series = Series(np.array([[1.0, 0.0]]), np.array([[3.0, 1.0]]))
    drawn = failing_methods._resample(series, np.random.default_rng(1))
    assert drawn.shape == (1, failing_methods.DRAWS)
    assert set(drawn[0].tolist()) == {0.0, 0.75, 1.0}
    assert np.mean(drawn == 0.75) == pytest.approx(0.5, abs=0.05)
