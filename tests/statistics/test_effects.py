"""Effect sizes against hand-worked values and the published formulas of quanteda.textstats."""

import math

import numpy as np
import pytest
from framing.statistics import effects
from hypothesis import given
from hypothesis import strategies as st

counts = st.integers(0, 60)
sizes = st.integers(61, 900)


def quanteda_g2(a, n_a, b, n_b):
    """Compute the likelihood ratio of one table cell by cell, as `lr_lambda` does."""
    c, d = n_a - a, n_b - b
    total, expected = a + b + c + d, (a + b) * n_a / (a + b + c + d)
    score = 0.0
    for cell, row, column in (
        (a, a + b, a + c),
        (b, a + b, b + d),
        (c, c + d, a + c),
        (d, c + d, b + d),
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
    forward, back = float(effects.g2(a, n_a, b, n_b)), float(effects.g2(b, n_b, a, n_a))
    assert forward == pytest.approx(-back, abs=1e-9)
    assert (forward > 0) == (a / n_a > b / n_b) or abs(forward) < 1e-5
    forward = float(effects.log_ratio(a, n_a, b, n_b))
    assert forward == pytest.approx(-float(effects.log_ratio(b, n_b, a, n_a)), abs=1e-12)


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
