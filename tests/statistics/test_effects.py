"""Effect sizes against hand-worked values and the published formulas of quanteda.textstats."""

import math

import numpy as np
import pytest
from framing.statistics import effects
from hypothesis import given
from hypothesis import strategies as st

counts = st.integers(0, 60)
sizes = st.integers(61, 900)


def quanteda_g2(a, n_a, b, n_b, *, delta=0.0):
    """Compute the likelihood ratio of one table cell by cell, as `lr_lambda` does."""
    c, d = n_a - a, n_b - b
    total, expected = a + b + c + d, (a + b) * n_a / (a + b + c + d)
    step = -delta if a * d - b * c > 0 else delta
    aa, bb, cc, dd = a + step, b - step, c - step, d + step
    score = 0.0
    for cell, row, column in (
        (aa, aa + bb, aa + cc),
        (bb, aa + bb, bb + dd),
        (cc, cc + dd, aa + cc),
        (dd, cc + dd, bb + dd),
    ):
        score += cell * math.log(cell / (row * column / total) + 1e-9)
    return 2 * score * (1 if a > expected else -1)


def test_g2_equals_quanteda_to_nine_decimals():
    """G² equals quanteda to nine decimals."""
    rng = np.random.default_rng(5)
    n_a, n_b = 240, 410
    a, b = rng.integers(0, 40, 200), rng.integers(0, 40, 200)
    a[0] = b[1] = 0
    b[0] = a[1] = 3
    keep = a + b > 0
    expected = [quanteda_g2(x, n_a, y, n_b) for x, y in zip(a[keep], b[keep], strict=True)]
    assert np.allclose(effects.g2(a[keep], n_a, b[keep], n_b), expected, rtol=0, atol=1e-9)


def test_chi2_of_quanteda_s_own_test():
    """Chi2 of quanteda's own test."""
    # d1 = 7 b, 3 a; d2 = 2 b, 7 a (test-textstat_keyness.R): N = 19, ad − bc = 49 − 6 = 43,
    # χ² = 19 · 43² / (9 · 10 · 10 · 9) = 35131 / 8100; Yates 19 · (43 − 9.5)² / 8100.
    assert effects.chi2(7, 10, 2, 9) == pytest.approx(35131 / 8100, abs=1e-12)
    yates = effects.chi2(7, 10, 2, 9, correction="yates")
    assert yates == pytest.approx(19 * 33.5**2 / 8100, abs=1e-12)
    assert effects.chi2(3, 10, 7, 9) == pytest.approx(-35131 / 8100, abs=1e-12)


def test_williams_divides_g2_and_multiplies_chi2_as_published():
    """Williams divides g2 and multiplies chi2 as published."""
    # q = 1 + (19/9 + 19/10 − 1)(19/10 + 19/9 − 1) / (6 · 19)
    q = 1 + (19 / 9 + 19 / 10 - 1) ** 2 / 114
    plain, corrected = (effects.g2(7, 10, 2, 9, correction=c) for c in ("none", "williams"))
    assert corrected == pytest.approx(plain / q, abs=1e-12)
    corrected = effects.chi2(7, 10, 2, 9, correction="williams")
    assert corrected == pytest.approx(35131 / 8100 * q, abs=1e-12)


def test_yates_moves_small_tables_half_a_count_towards_independence():
    """Yates moves small tables half a count towards independence."""
    corrected = effects.g2(7, 10, 2, 9, correction="yates")
    assert corrected == pytest.approx(quanteda_g2(7, 10, 2, 9, delta=0.5), abs=1e-9)
    large = (120, 400, 80, 420)
    assert effects.g2(*large, correction="yates") == effects.g2(*large)


def test_dunning_s_g2_without_offset_is_close():
    """Dunning's G² without offset is close."""
    # 10 of 100 against 5 of 100: E = 7.5 and 92.5 on both sides.
    by_hand = 2 * (
        10 * math.log(10 / 7.5)
        + 5 * math.log(5 / 7.5)
        + 90 * math.log(90 / 92.5)
        + 95 * math.log(95 / 92.5)
    )
    assert effects.g2(10, 100, 5, 100) == pytest.approx(by_hand, abs=1e-6)


@given(counts, sizes, counts, sizes)
def test_swapping_sources_flips_the_sign(a, n_a, b, n_b):
    """Swapping sources flips the sign."""
    if a * n_b == b * n_a:
        return
    for statistic in (effects.g2, effects.chi2):
        forward, back = float(statistic(a, n_a, b, n_b)), float(statistic(b, n_b, a, n_a))
        assert forward == pytest.approx(-back, abs=1e-9)
        assert (forward > 0) == (a / n_a > b / n_b) or abs(forward) < 1e-5
    for measure in (effects.log_ratio, effects.share_difference):
        forward, back = float(measure(a, n_a, b, n_b)), float(measure(b, n_b, a, n_a))
        assert forward == pytest.approx(-back, abs=1e-12)


def test_log_ratio_counts_doublings():
    """Log ratio counts doublings."""
    # 8 of 100 against 2 of 100 is two doublings; smoothed: 8.5/101 against 2.5/101.
    assert effects.log_ratio(8, 100, 2, 100, smoothing=0) == pytest.approx(2.0)
    assert effects.log_ratio(8, 100, 2, 100) == pytest.approx(math.log2(8.5 / 2.5))
    assert np.isposinf(effects.log_ratio(8, 100, 0, 100, smoothing=0))
    assert np.isfinite(effects.log_ratio(8, 100, 0, 100))
    assert np.isnan(effects.log_ratio(0, 100, 0, 50))
    with pytest.raises(ValueError, match="smoothing"):
        effects.log_ratio(1, 2, 1, 2, smoothing=-1)


def test_share_difference_without_text_is_nan():
    """Share difference without text is nan."""
    assert effects.share_difference([3, 1], [10, 10], [1, 1], [10, 0])[0] == pytest.approx(0.2)
    assert np.isnan(effects.share_difference(1, 10, 0, 0))


def test_log_odds_prior_by_hand():
    """Log odds prior by hand."""
    # counts (4, 6) and (1, 9), prior 1 each: odds 5/7 and 2/10, δ = ln(5/7) − ln(2/10),
    # variance 1/5 + 1/2.
    delta, z = effects.log_odds_prior([4, 6], [1, 9], 1.0)
    assert delta[0] == pytest.approx(math.log(5 / 7) - math.log(0.2))
    assert z[0] == pytest.approx(delta[0] / math.sqrt(1 / 5 + 1 / 2))
    assert delta[1] == pytest.approx(math.log(7 / 5) - math.log(5))


def test_a_stronger_prior_shrinks_the_log_odds():
    """A stronger prior shrinks the log odds."""
    weak = effects.log_odds_prior([40, 10, 50], [10, 40, 50], [0.5, 0.5, 0.5]).z
    strong = effects.log_odds_prior([40, 10, 50], [10, 40, 50], [500, 500, 500]).z
    assert abs(strong[0]) < abs(weak[0])
    assert weak[2] == pytest.approx(0)
    with pytest.raises(ValueError, match="positive"):
        effects.log_odds_prior([1, 2], [1, 2], [1, 0])


def test_unknown_correction_is_refused():
    """Unknown correction is refused."""
    with pytest.raises(ValueError, match="bonferroni"):
        effects.g2(1, 10, 2, 10, correction="bonferroni")
