"""Contrasts against hand-worked and published values, and what none is given for."""

import math

import numpy as np
import pytest
from framing.statistics import intervals, permutation
from intervals_by_hand import INTERVALS, SENTENCES, A, B, apply
from scipy import integrate, stats


def test_batch_means_by_hand():
    """Batch means by hand."""
    # a: batches of two with means 1, .5, 0, so the mean is .5 and the batches' standard
    # deviation .5: variance of the mean .25 / 3. b: all means .5, variance 0, raised to that
    # of independent sentences with one hit and one miss more: (4/8)(4/8)/8 = 1/32.
    a, b = [1, 1, 1, 0, 0, 0], [1, 0, 1, 0, 1, 0]
    result = apply("batch_means", a, b)
    se = math.sqrt(0.25 / 3 + 1 / 32)
    assert result.estimate == 0
    assert result.df == 2
    assert result.high == pytest.approx(min(stats.t.ppf(0.975, 2) * se, 1))
    shifted = apply("batch_means", a, [0, 0, 0, 1, 0, 0])
    se = math.sqrt(0.25 / 3 + max((0.5**2 * 2 / 3 / 2) / 3, (2 / 8) * (6 / 8) / 8))
    assert shifted.p == pytest.approx(2 * stats.t.sf((1 / 2 - 1 / 6) / se, 2))


def test_hac_by_hand():
    """HAC by hand."""
    # residuals of (1, 1, 0, 0): ±.5, partial sums .5 1 .5 0, V/n = 2 · 1.5 / 4³ = .046875;
    # the floor is .7 · (3/6)(3/6)/6 = .0291667 and does not bind. (0, 1, 0, 1): sums −.5 0 −.5 0,
    # 2 · .5 / 64 = .015625, raised to the floor.
    result = apply("hac", [1, 1, 0, 0], [0, 1, 0, 1])
    width = intervals.fixed_b_critical(0.95) * math.sqrt(0.046875 + 0.7 / 24)
    assert width > 1
    assert (result.estimate, result.low, result.high) == (0, -1, 1)
    scaled = apply("hac", np.array([1, 1, 0, 0]) * 10, np.array([0, 1, 0, 1]) * 10)
    assert scaled.high == pytest.approx(10 * width)


def test_fixed_b_critical_values_are_the_published_ones():
    """Fixed b critical values are the published ones."""
    # Kiefer, Vogelsang & Bunzel (2000), 95 % and 97.5 % points over √2: 3.764 and 4.771.
    assert intervals.fixed_b_tail(5.323 / math.sqrt(2)) == pytest.approx(0.10, abs=2e-4)
    assert intervals.fixed_b_tail(6.747 / math.sqrt(2)) == pytest.approx(0.05, abs=2e-4)
    assert intervals.fixed_b_critical(0.95) == pytest.approx(4.771063076, abs=1e-9)


@pytest.mark.parametrize("method", INTERVALS)
def test_the_level_widens_the_interval_and_leaves_p(method):
    """99 % is wider than 80 %, and p stays."""
    groups = [[A, B], [A[::-1], [0] * 12]]
    narrow, wide = (intervals.contrast(*groups, method=method, level=x) for x in (0.8, 0.99))
    assert narrow.p == wide.p
    assert wide.low <= narrow.low < narrow.high <= wide.high


def test_fixed_b_tail_agrees_with_adaptive_quadrature():
    """Fixed b tail agrees with adaptive quadrature."""

    def transform(s):
        return math.sqrt(math.sqrt(2 * s) / math.sinh(math.sqrt(2 * s)))

    for t in (0.5, 2.0, 4.0):
        value, _ = integrate.quad(
            lambda v, t=t: transform((t / math.sin(v)) ** 2), t / 400, math.pi / 2
        )
        assert intervals.fixed_b_tail(t) == pytest.approx(2 / math.pi * value, abs=1e-6)
    assert intervals.fixed_b_tail([0.0]) == pytest.approx([1.0])


def test_block_permutation_by_hand():
    """Block permutation by hand."""
    # Every sentence of a is a hit, none of b: only the observed split and its mirror are as far.
    assert apply("block_permutation", [1] * 8, [0] * 8).p == pytest.approx(2 / 70)
    # Block means (1, 0, 0, 0) and (0, 0, 0, 0): all splits differ by one quarter.
    assert apply("block_permutation", [1, 0, 0, 0], [0, 0, 0, 0]).p == 1


def test_block_permutation_is_only_a_test():
    """Block permutation is only a test."""
    result = apply("block_permutation", A, B)
    assert math.isnan(result.low)
    assert result.p >= 2 / 70


def test_article_permutation_by_hand():
    """Article permutation by hand."""
    # means .1 .2 .3 .4 against .5 .6 .7 .8: the extreme split, and its mirror.
    groups = [
        [[share] * 3 for share in shares] for shares in ((0.1, 0.2, 0.3, 0.4), (0.5, 0.6, 0.7, 0.8))
    ]
    result = intervals.contrast(*groups, method="article_permutation")
    assert result.p == pytest.approx(result.floor) == pytest.approx(2 / 70)
    assert result.method.startswith("articles")
    assert (result.n_a, result.n_b) == (4, 4)


def test_the_default_takes_any_number_of_articles():
    """All sentences count; the floor is that of exchanged articles."""
    for groups in (([A], [B]), ([A] * 3, [B] * 4), ([A, B, A, B], [B, A, B, B])):
        result = intervals.contrast(*groups)
        assert result.method.startswith("effective number of sentences")
        assert result.n_a == sum(map(len, groups[0]))
        assert result.floor == pytest.approx(permutation.smallest_p(*map(len, groups)))


def test_unknown_methods_and_empty_groups_are_refused():
    """No method is guessed."""
    with pytest.raises(ValueError, match="unknown"):
        intervals.contrast([A], [B], method="magic")
    with pytest.raises(ValueError, match="empty"):
        intervals.contrast([], [B])


@pytest.mark.parametrize("method", SENTENCES)
def test_a_frame_absent_from_both_says_so(method):
    """A frame absent from both says so."""
    result = apply(method, [0] * 12, [0] * 12)
    assert result.estimate == 0
    assert math.isnan(result.p)
    assert math.isnan(result.low)
    assert "same value" in result.reason


@pytest.mark.parametrize("method", SENTENCES)
def test_no_interval_has_zero_width(method):
    """No interval has zero width."""
    result = apply(method, [0] * 12, [1] * 12)
    assert result.estimate == -1
    assert math.isnan(result.low) or result.high - result.low > 0.05


@pytest.mark.parametrize("method", ["hac", "batch_means", "block_permutation"])
def test_too_few_sentences_say_so(method):
    """Too few sentences say so."""
    result = apply(method, [1, 0], [0, 1, 1])
    assert math.isnan(result.p)
    assert "fewer than" in result.reason


def test_one_article_per_source_is_no_test_over_articles():
    """Its only exchange is the other way round."""
    assert intervals.contrast([A], [B], method="article_permutation").p == 1


@pytest.mark.parametrize(
    "weights", [([1] * 16, [1] * 12), ([0] * 17, [1] * 12), ([math.nan] * 17, [1] * 12)]
)
def test_wrong_weights_are_refused(weights):
    """Wrong weights are refused."""
    with pytest.raises(ValueError, match="weights"):
        apply("hac", A, B, weights=weights)


def test_empty_series_are_refused():
    """No mean of nothing."""
    with pytest.raises(ValueError, match="empty"):
        apply("hac", [], B)
