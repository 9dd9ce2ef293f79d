"""Intervals on effective numbers of sentences, against hand-worked values."""

import math

import numpy as np
import pytest
from framing.statistics import effective_n as module
from framing.statistics.articles import Articles, Comparison
from framing.statistics.effective_n import effective_n, effective_sentences
from scipy import stats


def compare(first, second, weights=None, **options):
    """Contrast two groups of articles."""
    return effective_n(Comparison.of(first, second, weights), **options).first(1.0)


def test_independent_sentences_count_each():
    """Without dependence every sentence of a single article counts as one."""
    assert effective_sentences(Articles.of([[0] * 7]), 0) == pytest.approx(7)


def test_effective_sentences_by_hand():
    """Correlations .5 and .25: the sum over three sentences is 3 + 2(.5 + .5 + .25) = 5.5."""
    assert effective_sentences(Articles.of([[0] * 3]), 0.5) == pytest.approx(9 / 5.5)


def test_articles_of_a_source_resemble_one_another():
    """Two articles of two sentences: each adds .1 · 2² + .9 · (2 + 2 · .5) = 3.1."""
    assert module.BETWEEN == 0.1
    found = effective_sentences(Articles.of([[0, 1], [1, 1]]), 0.5)
    assert found == pytest.approx(16 / 6.2)


def test_long_sentences_weigh_more():
    """Weights 1 and 3: 1 + 9 + 2 · 3 · .5 = 13."""
    assert effective_sentences(Articles.of([[0, 1]], [[1, 3]]), 0.5) == pytest.approx(16 / 13)


def test_interval_of_agresti_and_caffo_by_hand():
    """8 of 10 against 2 of 10, independent: shares 9/12 and 3/12, error √(2 · 3/16/12).

    The variances are equal, so the degrees of freedom are those of both: 50 + 50.
    """
    found = compare([[1] * 8 + [0] * 2], [[1] * 2 + [0] * 8], dependence=0)
    error = math.sqrt(2 * 3 / 16 / 12)
    assert found.estimate == pytest.approx(0.6)
    width = stats.t.ppf(0.975, 100) * error
    assert (found.low, found.high) == pytest.approx((0.5 - width, 0.5 + width))
    assert found.p == pytest.approx(2 * stats.t.sf(0.5 / error, 100))


def test_level_and_dependence_widen_the_interval():
    """99 % is wider than 90 %, dependence of .7 wider than .3; p follows the dependence only."""
    pair = [[1] * 5 + [0] * 12], [[1] * 8 + [0] * 4]
    narrow, wide = (compare(*pair, level=level) for level in (0.9, 0.99))
    weak, strong = (compare(*pair, dependence=dependence) for dependence in (0.3, 0.7))
    for inner, outer in ((narrow, wide), (weak, strong)):
        assert outer.low < inner.low < inner.high < outer.high
    assert narrow.p == wide.p
    assert weak.p < strong.p


def test_spread_between_articles_by_hand():
    """Means .5 and 0, each with half of the weight: the observed variance is s²/2 = .0625."""
    first = [[1, 0], [0, 0]]
    found = compare(first, first[::-1])
    n = 16 / 6.2
    share = (n * 0.25 + 1) / (n + 2)
    assumed = share * (1 - share) / (n + 2)
    variance = (8 * assumed + 1 * 0.0625) / 9
    assert found.df == pytest.approx(18)
    assert found.high == pytest.approx(stats.t.ppf(0.975, 18) * math.sqrt(2 * variance))


def test_articles_of_unequal_length_have_fewer_degrees_of_freedom():
    """Parts 4/5 and 1/5: 25/17 articles in effect; observed: (4/5 · .2)²/(1 − 8/5 + 17/25) + …"""
    first, second = [[1, 0, 1, 1], [0]], [[1, 0, 1, 0], [1]]
    found = effective_n(Comparison.of(first, second))
    freedom = 25 / 17 - 1
    assert found.df[0] <= 2 * (8 + freedom) + 1e-9
    articles = Articles.of(first)
    share, variance, df = module._estimate(articles, 0.5)
    n = effective_sentences(articles)[0]
    mean, unequal = 0.6, 17 / 25
    observed = (0.8 * 0.15) ** 2 / (1 - 1.6 + unequal) + (0.2 * 0.6) ** 2 / (1 - 0.4 + unequal)
    assert share == pytest.approx((n * mean + 1) / (n + 2))
    assumed = share * (1 - share) / (n + 2)
    assert df == pytest.approx(8 + freedom)
    assert variance == pytest.approx((8 * assumed + freedom * observed) / (8 + freedom))


def test_one_long_article_hides_the_short_ones():
    """One article of 400 among 19 of 5 sentences is hardly more than one article."""
    alone = effective_sentences(Articles.of([[0] * 400]))[0]
    among = effective_sentences(Articles.of([[0] * 400, *[[0] * 5] * 19]))[0]
    assert among < 20 < alone


def test_values_between_hit_and_miss_are_taken_for_as_uncertain():
    """Values of .5 everywhere but once have the interval of hits and misses with the same mean."""
    between, hits = [0.5] * 11 + [0.4999], [1, 0] * 6
    found, other = compare([between], [hits]), compare([hits], [hits])
    assert (found.low, found.high) == pytest.approx((other.low, other.high), abs=1e-4)


def test_values_outside_0_to_1_are_refused():
    """A share cannot be 2."""
    with pytest.raises(ValueError, match="between 0 and 1"):
        compare([[0, 2]], [[0, 1]])


def test_nothing_is_said_where_all_sentences_are_alike():
    """No hit anywhere; one hit is enough for an interval."""
    none = compare([[0] * 12], [[0] * 12])
    assert math.isnan(none.p)
    assert math.isnan(none.low)
    assert "same value" in none.reason
    assert compare([[1] + [0] * 11], [[0] * 12]).reason == ""


def test_certainty_is_never_reached():
    """All against none in five sentences each: the interval is wide all the same."""
    found = compare([[1] * 5], [[0] * 5])
    assert found.estimate == 1
    assert found.high == 1
    assert found.low < 0.2


def test_worlds_and_single_articles_are_the_same_computation():
    """Also with weights, and with articles of other lengths."""
    rng = np.random.default_rng(6)
    first = [(rng.random((4, n)) < 0.4).astype(float) for n in (9, 14)]
    second = [(rng.random((4, n)) < 0.4).astype(float) for n in (6, 11)]
    weights = tuple([rng.integers(1, 40, one.shape) for one in group] for group in (first, second))
    for given in (None, weights):
        many = effective_n(Comparison.of(first, second, given))
        for world in range(4):
            one = compare(
                [x[world] for x in first],
                [x[world] for x in second],
                None if given is None else tuple([x[world] for x in group] for group in given),
            )
            for field in ("estimate", "low", "high", "p"):
                assert getattr(one, field) == pytest.approx(getattr(many, field)[world])


def test_many_articles_are_reckoned_once(monkeypatch):
    """Other values of the same sentences need no second look; other weights do."""
    rng = np.random.default_rng(3)
    sizes = rng.integers(1, 9, 150)
    words = [rng.integers(3, 30, size).astype(float) for size in sizes]
    calls = []
    plain = module._effective
    monkeypatch.setattr(module, "_effective", lambda *given: calls.append(given) or plain(*given))
    for _ in range(2):
        values = [rng.integers(0, 2, size).astype(float) for size in sizes]
        found = effective_sentences(Articles.of(values, words), 0.4)
    assert len(calls) == 1
    assert found == plain(Articles.of(values, words), 0.4)
    other = effective_sentences(Articles.of(values, [2 * one for one in words]), 0.4)
    assert len(calls) == 2
    assert other == pytest.approx(found)
    effective_sentences(Articles.of(values, words), 0.5)
    assert len(calls) == 3
