"""Shares corrected for the errors of the instrument on other texts."""

import math
from statistics import NormalDist

import codings_by_hand as hand
import numpy as np
import polars as pl
import pytest
from framing.correction import misclassification
from framing.measures import units
from hypothesis import given
from hypothesis import strategies as st

COUNTS = ("texts", "true_positive", "false_positive", "false_negative")


def counts(*rows):
    """Counts of other texts: language, frame and COUNTS."""
    return pl.DataFrame(rows, schema=["language", "frame", *COUNTS], orient="row")


def shares(*rows):
    """Units that carry a frame: source, language, frame, units, carried."""
    return pl.DataFrame(
        rows, schema=["source", "language", "frame", "units", "carried"], orient="row"
    )


def test_by_hand():
    """30 of 100 found; sensitivity .8, specificity .9: (.3 + .9 - 1) / (.8 + .9 - 1) = 2/7."""
    found = misclassification.prevalence(30, 100, (40, 10), (45, 5))
    assert found.estimate == pytest.approx(2 / 7)
    assert 0 < found.low < 2 / 7 < found.high < 0.5
    narrow = misclassification.prevalence(30, 100, (40, 10), (45, 5), level=0.5)
    assert found.low < narrow.low < narrow.high < found.high


def test_a_perfect_instrument_needs_no_correction():
    """Tested on very many texts without an error: Agresti and Coull's interval of 30 of 100."""
    found = misclassification.prevalence(30, 100, (10**9, 0), (10**9, 0))
    n = 100 + 1.959964**2
    share = (30 + 1.959964**2 / 2) / n
    reach = 1.959964 * math.sqrt(share * (1 - share) / n)
    assert found == pytest.approx((0.3, share - reach, share + reach), abs=1e-6)


@given(st.integers(1, 99), st.integers(60, 100), st.integers(60, 100))
def test_the_correction_undoes_what_the_instrument_does(true, sensitivity, specificity):
    """Of a million texts, `true` in a hundred carry the frame; the instrument finds so many."""
    carried = true * sensitivity * 100 + (100 - true) * (100 - specificity) * 100
    tests = (sensitivity, 100 - sensitivity), (specificity, 100 - specificity)
    found = misclassification.prevalence(carried, 10**6, *tests)
    assert found.estimate == pytest.approx(true / 100)
    assert found.low <= found.estimate <= found.high


@pytest.mark.parametrize(
    ("true", "false"), [((0, 0), (9, 1)), ((9, 1), (0, 0)), ((5, 5), (5, 5)), ((1, 9), (5, 5))]
)
def test_no_correction(true, false):
    """No true text, no false one, or an instrument that does no better than chance."""
    found = misclassification.prevalence(3, 10, true, false)
    assert all(math.isnan(part) for part in found)


@pytest.mark.parametrize("share", [0.0, 0.1, 0.4])
def test_coverage(share):
    """40 units; tested on 200 texts of which a tenth carry the frame: at least 93 in 100 cover."""
    rng = np.random.default_rng(int(10 * share))
    sensitivity, specificity, covered = 0.6, 0.95, 0
    for _ in range(800):
        true = rng.binomial(200, 0.1)
        hits, kept = rng.binomial(true, sensitivity), rng.binomial(200 - true, specificity)
        carried = rng.binomial(40, share * sensitivity + (1 - share) * (1 - specificity))
        tests = (hits, true - hits), (kept, 200 - true - kept)
        found = misclassification.prevalence(carried, 40, *tests)
        covered += found.low <= share <= found.high
    assert covered / 800 >= 0.93


def test_reasons():
    """Each row without a usable correction says why; a share of 0 is corrected like any other."""
    found = shares(
        ("first", "he", "threat", 100, 0),
        ("first", "he", "harm", 4, 2),
        ("first", "he", "aid", 100, 30),
        ("first", "he", "talks", 100, 30),
        ("first", "he", "terror", 100, 30),
    )
    tested = counts(
        ("he", "threat", 1000, 90, 10, 10),
        ("he", "harm", 100, 5, 5, 5),
        ("he", "aid", 50, 0, 3, 0),
        ("he", "talks", 100, 10, 45, 10),
    )
    table = misclassification.correct(found, tested)
    rows = {row["frame"]: row for row in table.iter_rows(named=True)}
    assert rows["threat"]["reason"] == ""
    assert rows["threat"]["corrected"] == rows["threat"]["low"] == 0
    assert rows["threat"]["high"] < 0.06
    assert rows["harm"]["reason"].startswith("too uncertain: the interval spans ")
    assert rows["aid"]["reason"] == "none of the 50 tested texts carry the frame"
    assert "no better than chance" in rows["talks"]["reason"]
    assert rows["terror"]["reason"] == "no text was tested for this frame in this language"
    for name in ("aid", "talks", "terror"):
        assert math.isnan(rows[name]["corrected"])
    generous = misclassification.correct(found, tested, widest=1.0)
    assert generous.filter(frame="harm")["reason"].to_list() == [""]


def test_differences_carry_the_errors_of_both_languages():
    """The corrected difference is that of the corrected shares; its ends square and add."""
    found = shares(("first", "he", "threat", 100, 30), ("second", "ar", "threat", 100, 30))
    tested = counts(("he", "threat", 100, 40, 5, 10), ("ar", "threat", 100, 45, 0, 5))
    table = misclassification.correct(found, tested)
    rows = {(row["source"], row["minus"]): row for row in table.iter_rows(named=True)}
    gap, one, two = rows["first", "second"], rows["first", ""], rows["second", ""]
    assert gap["language"] == "he-ar"
    assert gap["share"] == 0
    assert gap["corrected"] == pytest.approx(2 / 7 - 1 / 3)
    below = math.hypot(one["corrected"] - one["low"], two["high"] - two["corrected"])
    assert gap["low"] == pytest.approx(gap["corrected"] - below)
    missing = misclassification.correct(found, tested.head(1)).filter(minus="second")
    assert missing["reason"].to_list() == ["no text was tested for this frame in this language"]


def test_count():
    """Units of each source that carry a frame; a frame that is never found has share 0."""
    found = pl.DataFrame(
        [("x_00", "frame", "threat"), ("x_02", "frame", "threat"), ("x_01", "event", "threat")],
        schema=["unit", "kind", "code"],
        orient="row",
    )
    chosen = units.select(hand.ARTICLES, hand.SENTENCES)
    table = misclassification.count(chosen, hand.ARTICLES, found, ["threat", "violation"])
    assert table.rows() == [
        ("hebrew", "he", "threat", 3, 2),
        ("hebrew", "he", "violation", 3, 0),
        ("arabic", "ar", "threat", 2, 0),
        ("arabic", "ar", "violation", 2, 0),
    ]


@pytest.mark.parametrize(
    ("part", "added", "share"), [((3, 1), 0, 3 / 4), ((3, 1), 1, 4 / 6), ((0, 0), 1, 1 / 2)]
)
def test_rate(part, added, share):
    """The first of two counts, each enlarged."""
    assert misclassification._rate(part, added) == pytest.approx(share)
    assert math.isnan(misclassification._rate((0, 0)))


def test_the_interval_by_hand():
    """Lang and Reiczigel with z = 2: 30 of 96, 18 of 18 found, 8 of 8 left, each enlarged by one.

    Share 32 of 100; sensitivity 19/20, specificity 9/10, gain 17/20, middle .22 / .85.
    """
    level = 2 * NormalDist().cdf(2) - 1
    found = misclassification.prevalence(30, 96, (18, 0), (8, 0), level=level)
    middle = 0.22 / 0.85
    missing, inventing = 0.95 * 0.05 / 20, 0.9 * 0.1 / 10
    variance = 0.32 * 0.68 / 100 + middle**2 * missing + (1 - middle) ** 2 * inventing
    moved = middle + 8 * (middle * missing - (1 - middle) * inventing)
    reach = 2 * variance**0.5 / 0.85
    assert found.estimate == pytest.approx(30 / 96)
    assert (found.low, found.high) == pytest.approx((max(moved - reach, 0), moved + reach))
