"""Shares corrected by a hand-coded sample, by hand and at the edges."""

import math

import numpy as np
import polars as pl
import pytest
from framing.correction import design_based
from framing.statistics import proportions

FOUND = np.array([[1]] * 4 + [[0]] * 6, dtype=bool)
PLACES = np.array([0, 1, 4, 5, 6])  # two of four that the instrument found, three of the six others
EQUAL = np.full(5, 0.5)


def estimate(truth, places=PLACES, probability=EQUAL, found=FOUND, **options):
    """The estimates of one frame."""
    truth = np.array(truth, dtype=bool)[:, None]
    return design_based.estimate(found, truth, places, probability, **options)


def flat(interval):
    """Estimate and ends of one frame."""
    return [float(part[0]) for part in interval]


def test_by_hand():
    """Half of what was found is right, nothing was missed: .4 × 1/2 + .6 × 0 = .2.

    Half of each cell was coded, so 2 texts count as 4 and 3 as 6: Wilson for 2 of 4 and 0 of 6.
    """
    found = estimate([1, 0, 0, 0, 0])
    assert found["raw"] == pytest.approx([0.4])
    assert found["corrected"].estimate == pytest.approx([0.2])
    hits, missed = proportions.wilson([2, 0], [4, 6]).high - np.array([0.5, 0])
    assert found["corrected"].high == pytest.approx([0.2 + math.hypot(0.4 * hits, 0.6 * missed)])
    assert found["precision"] == pytest.approx([0.5])
    assert found["recall"] == pytest.approx([1])
    alone = proportions.wilson(2, 10)  # 1 of 5, half of the texts coded
    assert flat(found["hand"]) == pytest.approx([0.2, alone.low, alone.high])


def test_weights_undo_unequal_probabilities():
    """Of the six others the coded true one was drawn with .25, the two false ones with .5 each.

    Weights 4, 2, 2: half of them carry the frame: .4 × 1 + .6 × .5 = .7.
    """
    found = estimate([1, 1, 1, 0, 0], probability=np.array([0.5, 0.5, 0.25, 0.5, 0.5]))
    assert found["corrected"].estimate == pytest.approx([0.7])
    assert found["recall"] == pytest.approx([0.4 / 0.7])
    # Kish: 8² / (16 + 4 + 4) texts, half of the cell coded.
    effective = 64 / 24 / 0.5
    part = proportions.wilson(0.5 * effective, effective)
    sure = proportions.wilson(4, 4)
    low = 0.7 - math.hypot(0.6 * (0.5 - part.low), 0.4 * (1 - sure.low))
    assert found["corrected"].low == pytest.approx([low])


def test_all_coded():
    """A corpus that was coded whole has the share that was coded, without an interval."""
    truth = [1, 1, 0, 1, 0, 0, 0, 0, 0, 1]
    found = estimate(truth, places=np.arange(10), probability=np.ones(10))
    assert flat(found["corrected"]) == pytest.approx([0.4] * 3)
    assert flat(found["hand"]) == pytest.approx([0.4] * 3)
    assert found["precision"] == pytest.approx([0.75])


def test_a_code_that_was_not_sampled_may_be_wrong_everywhere():
    """Nothing of what the instrument found was coded: its four texts may carry the frame or not."""
    found = estimate([0] * 6, places=np.arange(4, 10), probability=np.ones(6))
    assert flat(found["corrected"]) == pytest.approx([0.4, 0, 0.4])
    assert math.isnan(found["precision"][0])
    assert math.isnan(found["recall"][0])


@pytest.mark.parametrize("code", [0, 1])
def test_an_instrument_that_always_says_the_same(code):
    """Codes without variation help nothing: the result is that of the hand codes alone."""
    found = estimate([1, 0, 0, 0, 0], found=np.full((10, 1), bool(code)))
    for part, alone in zip(found["corrected"], found["hand"], strict=True):
        assert part == pytest.approx(alone)


@pytest.mark.parametrize("value", [0, 1])
def test_no_text_or_every_text_carries_the_frame(value):
    """The estimate is 0 or 1, the interval still has a width on the other side."""
    found = estimate([value] * 5)["corrected"]
    assert found.estimate == pytest.approx([value])
    assert 0 <= found.low[0] <= found.high[0] <= 1
    assert found.high[0] - found.low[0] > 0.1


def test_level():
    """A lower level gives a narrower interval."""
    wide, narrow = (estimate([1, 0, 0, 0, 1], level=level)["corrected"] for level in (0.95, 0.5))
    assert wide.low < narrow.low < narrow.high < wide.high


def table(rows, columns):
    """A table of rows."""
    return pl.DataFrame(rows, schema=columns, orient="row")


def test_sources_and_differences():
    """Each source by itself, and the first minus the second; ends square and add."""
    texts = [
        (10 * n + i, language, source, int(i < 4))
        for n, (language, source) in enumerate((("he", "h"), ("ar", "a")))
        for i in range(10)
    ]
    coded = table(texts, ["row", "language", "source", "threat"])
    hand = [(i, 0.5, int(i == 0)) for i in (0, 1, 4, 5, 6)]
    hand += [(10 + i, 0.5, int(i != 5)) for i in (0, 1, 4, 5, 6)]
    sample = table(hand, ["row", "probability", "threat"])
    found = design_based.correct(coded, sample, ["threat"])
    rows = {(row["source"], row["minus"]): row for row in found.iter_rows(named=True)}
    first, second, gap = rows["h", ""], rows["a", ""], rows["h", "a"]
    assert first["corrected"] == pytest.approx(0.2)
    assert second["corrected"] == pytest.approx(0.4 + 0.6 * 2 / 3)
    assert (first["texts"], first["coded"], gap["coded"]) == (10, 5, 10)
    assert gap["language"] == "he-ar"
    assert gap["raw"] == 0
    assert gap["corrected"] == pytest.approx(first["corrected"] - second["corrected"])
    below = math.hypot(first["corrected"] - first["low"], second["high"] - second["corrected"])
    assert gap["low"] == pytest.approx(gap["corrected"] - below)
    assert math.isnan(gap["precision"])


def test_a_source_without_a_sampled_text():
    """It has a raw share and no corrected one; a difference with it has none either."""
    coded = table(
        [(1, "he", "h", 1), (2, "he", "h", 0), (3, "he", "other", 1)],
        ["row", "language", "source", "threat"],
    )
    sample = table([(1, 1.0, 1), (2, 1.0, 0)], ["row", "probability", "threat"])
    found = design_based.correct(coded, sample, ["threat"])
    assert found["raw"].to_list() == [0.5, 1, -0.5]
    assert found["corrected"].is_nan().to_list() == [False, True, True]
    assert found["low"].is_nan().to_list() == [False, True, True]
