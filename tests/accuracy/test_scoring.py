"""Precision, recall and F1 with their intervals, by hand and by simulation."""

import math

import numpy as np
import polars as pl
import pytest
from framing.accuracy import scoring
from framing.statistics import proportions
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


def test_rate_by_hand():
    """Wilson for 8 of 10 and 8 of 16; F1 16/26 = 2x / (1 + x) of the share x = 8 of 18."""
    found = scoring.rate(8, 2, 8)
    assert {name: n for name, (_, n) in found.items()} == {"precision": 10, "recall": 16, "f1": 18}
    assert found["precision"][0] == pytest.approx((0.8, 0.4902, 0.9433), abs=5e-5)
    assert found["recall"][0] == pytest.approx((0.5, 0.2800, 0.7200), abs=5e-5)
    shares = proportions.wilson(8, 18)
    assert found["f1"][0] == pytest.approx([2 * x / (1 + x) for x in shares])
    assert found["f1"][0].estimate == pytest.approx(16 / 26)
    narrow = scoring.rate(8, 2, 8, level=0.5)["f1"][0]
    assert found["f1"][0].low < narrow.low < narrow.high < found["f1"][0].high
    assert math.isnan(scoring.rate(0, 3, 0)["recall"][0].estimate)


def test_micro_interval_has_the_tails_of_its_level():
    """400 units, one code, precision 320/400: .8 ± z × .02 at 95 % and at 50 % (z .674)."""
    truth = pl.DataFrame({"unit": range(400), "threat": [1] * 320 + [0] * 80})
    found = truth.with_columns(threat=pl.lit(1))
    for level, z in ((0.95, 1.96), (0.5, 0.674)):
        scores = scoring.scores(truth, found, resamples=4000, level=level, seed=2)
        row = scores.filter(code="micro", measure="precision").row(0, named=True)
        assert row["method"] == "bootstrap"
        assert row["low"] == pytest.approx(0.8 - z * 0.02, abs=0.003)
        assert row["high"] == pytest.approx(0.8 + z * 0.02, abs=0.003)


def test_units_that_were_not_coded_for_a_code_do_not_count():
    """harm was coded in two of five units: one hit, one missed; the false hit of u3 is no error."""
    truth = TRUTH.with_columns(harm=pl.Series([1, 1, None, None, None]))
    found = FOUND.with_columns(harm=pl.Series([1, 0, 0, 1, 0]))
    scores = scoring.scores(truth, found, seed=1)
    assert values(scores)["harm", "precision"] == 1
    assert values(scores)["harm", "recall"] == 0.5
    assert values(scores, "units") == {
        (code, m): n
        for code, n in (("threat", 5), ("harm", 2), ("micro", 5))
        for m in scoring.MEASURES
    }
    assert values(scores)["micro", "recall"] == pytest.approx(3 / 5)


def test_difference_published():
    """Newcombe 1998 (two proportions), method 10: 56/70 - 48/80 = .2 has .0524 to .3339."""
    rows = []
    for hits, n in ((56, 70), (48, 80)):
        interval = dict(zip(("estimate", "low", "high"), proportions.wilson(hits, n), strict=True))
        row = {"code": "x", "measure": "recall"} | {k: float(v) for k, v in interval.items()}
        rows.append(pl.DataFrame([row]))
    row = scoring.difference(*rows).row(0, named=True)
    assert row["difference"] == pytest.approx(0.2)
    assert (row["low"], row["high"]) == pytest.approx((0.0524, 0.3339), abs=5e-5)


def test_difference_compares_the_same_codes():
    """A code of one language only is left out, and with it the micro values."""
    scores = scoring.scores(TRUTH, FOUND, seed=1)
    fewer = scoring.scores(TRUTH.drop("harm"), FOUND.drop("harm"), seed=1)
    for pair in ((scores, fewer), (fewer, scores)):
        assert set(scoring.difference(*pair)["code"]) == {"threat"}
    assert set(scoring.difference(scores, scores)["code"]) == {"threat", "harm", "micro"}


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
    ends = [
        scoring.rate(*((cell == kind).sum() for kind in range(3)))["f1"][0][1:] for cell in cells
    ]
    assert np.mean([low <= true_f1 <= high for low, high in ends]) > 0.92


def test_languages_alike_differ_by_nothing():
    """Languages alike differ by nothing."""
    scores = scoring.scores(TRUTH, FOUND, seed=1)
    table = scoring.difference(scores, scores)
    assert table["difference"].to_list() == pytest.approx([0] * 9)
    assert (table["low"] < 0).all()
    assert (table["high"] > 0).all()


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


def test_the_interval_of_all_codes_is_drawn_from_all():
    """One code is always right, and its draws never vary; those of both together do."""
    truth = pl.DataFrame({"unit": range(8), "a": [1] * 4 + [0] * 4, "b": [1] * 8, "c": [1] * 8})
    found = truth.with_columns(a=pl.Series([1, 1, 0, 0, 1, 0, 0, 0]))
    table = scoring.scores(truth, found, resamples=50, seed=1)
    methods = dict(table.filter(measure="f1").select("code", "method").iter_rows())
    assert methods == {"a": "wilson", "b": "wilson", "c": "wilson", "micro": "bootstrap"}
    micro = table.filter(code="micro", measure="f1").row(0, named=True)
    assert micro["estimate"] == pytest.approx(2 * 18 / (20 + 19))
    assert micro["low"] < micro["estimate"]
