"""Precision, recall and F1 with their intervals, by hand and by simulation."""

import math

import numpy as np
import polars as pl
import pytest
from framing.accuracy import scoring
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

BITS = arrays(int, (9, 2), elements=st.integers(0, 1))


def table(bits):
    """Table."""
    bits = np.asarray(bits)
    return pl.DataFrame(
        {"unit": [f"u{n}" for n in range(len(bits))], "threat": bits[:, 0], "harm": bits[:, 1]}
    )


# threat: hits 2, false 1, missed 1; harm: hits 1, false 0, missed 1
TRUTH = table([[1, 1], [1, 1], [1, 0], [0, 0], [0, 0]])
FOUND = table([[1, 1], [1, 0], [0, 0], [1, 0], [0, 0]])


def values(scores, column="estimate"):
    """Values."""
    return {(r["code"], r["measure"]): r[column] for r in scores.iter_rows(named=True)}


def test_scores_by_hand():
    """threat: P 2/3, R 2/3, F1 4/6. harm: P 1, R 1/2, F1 2/3. Micro: 3 hits, 1 false, 2 missed."""
    found = values(scoring.scores(TRUTH, FOUND, seed=1))
    assert found["threat", "precision"] == found["threat", "recall"] == pytest.approx(2 / 3)
    assert found["threat", "f1"] == pytest.approx(2 / 3)
    assert [found["harm", m] for m in scoring.MEASURES] == pytest.approx([1, 1 / 2, 2 / 3])
    assert [found["micro", m] for m in scoring.MEASURES] == pytest.approx([3 / 4, 3 / 5, 6 / 9])


def test_wilson_published():
    """Newcombe 1998 (single proportion), method 3: 81 of 263: .2553 to .3662; 0 of 20: to .1611."""
    assert scoring.wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert scoring.wilson(0, 20) == pytest.approx((0, 0.1611), abs=5e-5)
    assert all(math.isnan(end) for end in scoring.wilson(0, 0))


def test_difference_published():
    """Newcombe 1998 (two proportions), method 10: 56/70 - 48/80 = .2 has .0524 to .3339."""
    rows = []
    for hits, n in ((56, 70), (48, 80)):
        low, high = scoring.wilson(hits, n)
        row = {"code": "x", "measure": "recall", "estimate": hits / n, "low": low, "high": high}
        rows.append(pl.DataFrame([row]))
    row = scoring.difference(*rows).row(0, named=True)
    assert row["difference"] == pytest.approx(0.2)
    assert (row["low"], row["high"]) == pytest.approx((0.0524, 0.3339), abs=5e-5)


@given(BITS, BITS)
@settings(max_examples=40, deadline=None)
def test_intervals_hold_the_estimate_and_swapping_swaps_precision_and_recall(truth, found):
    """Intervals hold the estimate and swapping swaps precision and recall."""
    ahead = scoring.scores(table(truth), table(found), resamples=50, seed=0)
    back = values(scoring.scores(table(found), table(truth), resamples=50, seed=0))
    for row in ahead.iter_rows(named=True):
        if math.isnan(row["estimate"]):
            assert math.isnan(row["low"])
        elif row["method"] == "wilson":
            assert 0 <= row["low"] <= row["estimate"] <= row["high"] <= 1
    there = values(ahead)
    for code in ("threat", "harm", "micro"):
        assert there[code, "precision"] == pytest.approx(back[code, "recall"], nan_ok=True)
        assert there[code, "f1"] == pytest.approx(back[code, "f1"], nan_ok=True)


def test_a_perfect_score_keeps_its_uncertainty():
    """A perfect score keeps its uncertainty."""
    scores = scoring.scores(TRUTH, TRUTH, seed=1)
    assert set(scores["estimate"]) == {1}
    assert scores["low"].max() < 1
    assert set(scores["method"]) == {"wilson"}


def test_f1_interval_covers():
    """Of 400 samples of 60 units with a true F1 of .8 at least nine in ten intervals hold it."""
    rng = np.random.default_rng(7)
    cells = rng.choice(4, size=(400, 60), p=[0.3, 0.05, 0.1, 0.55])  # hit, false, missed, neither
    true_f1 = 2 * 0.3 / (2 * 0.3 + 0.15)
    held = 0
    for cell in cells:
        hits = (cell == 0).sum()
        ends = scoring._bend("f1", *scoring.wilson(hits, (cell < 3).sum()))
        held += ends[0] <= true_f1 <= ends[1]
    assert held / 400 > 0.92


def test_languages_alike_differ_by_nothing():
    """Languages alike differ by nothing."""
    scores = scoring.scores(TRUTH, FOUND, seed=1)
    table = scoring.difference(scores, scores)
    assert table["difference"].to_list() == pytest.approx([0] * 9)
    assert (table["low"] < 0).all()
    assert (table["high"] > 0).all()
    with pytest.raises(ValueError, match="different codes"):
        scoring.difference(scores, scores.head(3))


@pytest.mark.parametrize(
    ("found", "message"),
    [
        (FOUND.head(4), "same units"),
        (FOUND.drop("harm"), "different codes"),
        (FOUND.with_columns(harm=pl.lit(2)), "only 0 and 1"),
        (pl.concat([FOUND.head(4), FOUND.head(1)]), "same units"),
    ],
)
def test_bad_tables_are_refused(found, message):
    """Bad tables are refused."""
    with pytest.raises(ValueError, match=message):
        scoring.scores(TRUTH, found, seed=1)


def test_the_order_of_units_does_not_matter():
    """The order of units does not matter."""
    assert scoring.scores(TRUTH, FOUND.reverse(), seed=1).equals(
        scoring.scores(TRUTH, FOUND, seed=1)
    )


def test_corrected_share_by_hand():
    """30 of 100 found, 80 % of them rightly: 24 true ones; these are 60 % of all: 40."""
    assert scoring.correct_share(0.3, precision=0.8, recall=0.6) == pytest.approx(0.4)
    assert scoring.correct_share(0.9, precision=1, recall=0.5) == 1
    assert math.isnan(scoring.correct_share(0.3, precision=0.8, recall=0))


@given(st.floats(0.01, 0.99), st.floats(0.55, 1), st.floats(0.55, 1))
def test_rogan_gladen_undoes_what_the_instrument_does(share, sensitivity, specificity):
    """Rogan gladen undoes what the instrument does."""
    measured = share * sensitivity + (1 - share) * (1 - specificity)
    found = scoring.rogan_gladen(measured, sensitivity=sensitivity, specificity=specificity)
    assert found == pytest.approx(share)
    precision = share * sensitivity / measured
    assert scoring.correct_share(measured, precision=precision, recall=sensitivity) == (
        pytest.approx(share)
    )


def test_rogan_gladen_without_information():
    """Rogan gladen without information."""
    assert math.isnan(scoring.rogan_gladen(0.3, sensitivity=0.5, specificity=0.5))
