"""Fits whose values follow from the conditions of the optimum."""

from math import log

import numpy as np
import pytest
from framing.reader import fitting


def logit(p):
    """Log odds."""
    return log(p / (1 - p))


def test_l1_by_hand():
    """10 texts with the feature, 9 of them coded; 10 without, 1 of them coded; C = 1.

    At the optimum the residuals of the texts with the feature add up to 1 / C, so their probability
    is (9 - 1) / 10; all residuals add up to -1 / (20 C), the small penalty of the intercept: the
    probability of the others is (10 - 8 + .05) / 10.
    """
    table = np.array([[1.0]] * 10 + [[0.0]] * 10)
    truth = np.array([[True]] * 9 + [[False]] + [[True]] + [[False]] * 9)
    weights, intercepts = fitting.fit(table, truth, penalty=1.0)
    assert intercepts[0] == pytest.approx(logit(0.205), abs=1e-4)
    assert weights[0, 0] == pytest.approx(logit(0.8) - logit(0.205), abs=1e-4)


def test_weights_of_texts_by_hand():
    """Four texts that count for nine or for one: the fit of the twenty texts above."""
    table = np.array([[1.0], [1.0], [0.0], [0.0]])
    truth = np.array([[True], [False], [True], [False]])
    counts = np.array([9.0, 1.0, 1.0, 9.0])
    weights, intercepts = fitting.fit(table, truth, penalty=1.0, sample_weights=counts)
    assert intercepts[0] == pytest.approx(logit(0.205), abs=1e-4)
    assert weights[0, 0] == pytest.approx(logit(0.8) - logit(0.205), abs=1e-4)
    left = fitting.left_out(
        np.vstack([table, table]), np.vstack([truth, truth]), [np.arange(4), np.arange(4, 8)],
        penalty=1.0, sample_weights=np.tile(counts, 2),
    )  # fmt: skip
    assert left[:4, 0] == pytest.approx((table @ weights + intercepts)[:, 0], abs=1e-4)


def test_one_answer_alone():
    """A frame that all or no texts carry: no weight, and the smoothed odds as intercept."""
    table, truth = np.ones((3, 1)), np.array([[True, False]] * 3)
    weights, intercepts = fitting.fit(table, truth, penalty=1.0)
    assert weights.tolist() == [[0.0, 0.0]]
    assert intercepts == pytest.approx([log(4), -log(4)])


def test_a_strong_penalty_leaves_no_weight():
    """The residuals with the feature add up to 4 without a weight: below 1 / C = 5."""
    table = np.array([[1.0]] * 10 + [[0.0]] * 10)
    truth = np.array([[True]] * 9 + [[False]] + [[True]] + [[False]] * 9)
    weights, _ = fitting.fit(table, truth, penalty=0.2)
    assert weights[0, 0] == 0


def test_calibration_by_hand():
    """Logits of 1 and -1: the line goes through the mean targets of both.

    4 texts at 1, 3 of them coded; 4 at -1, 1 of them coded. Targets by Platt: 5/6 if coded, 1/6 if
    not; means (3 * 5/6 + 1/6) / 4 = 2/3 and 1/3: slope logit(2/3), shift 0.
    """
    logits = np.array([[1.0]] * 4 + [[-1.0]] * 4)
    truth = np.array([[v] for v in [True] * 3 + [False] + [True] + [False] * 3])
    slopes, shifts = fitting.calibrate(logits, truth)
    assert slopes[0] == pytest.approx(logit(2 / 3))
    assert shifts[0] == pytest.approx(0, abs=1e-8)


def test_calibration_with_weights_of_texts():
    """The eight texts of the last test as four, with weights: the same line."""
    logits, truth = (
        np.array([[1.0], [1.0], [-1.0], [-1.0]]),
        np.array([[True], [False], [True], [False]]),
    )
    slopes, shifts = fitting.calibrate(logits, truth, np.array([3.0, 1.0, 1.0, 3.0]))
    assert slopes[0] == pytest.approx(logit(2 / 3))
    assert shifts[0] == pytest.approx(0, abs=1e-8)


def test_texts_left_out():
    """The logits of a fold come from the other: there the feature goes against the frame."""
    table = np.array([[1.0], [0.0]] * 10)
    truth = np.array([[True], [False]] * 5 + [[False], [True]] * 5)
    first, second = np.arange(10), np.arange(10, 20)
    logits = fitting.left_out(table, truth, [first, second], penalty=10.0)
    assert logits[0, 0] < 0 < logits[1, 0]
    assert logits[11, 0] < 0 < logits[10, 0]


def test_loss_by_hand():
    """Logit 0 costs log 2, whatever the truth."""
    truth = np.array([[True], [False]])
    assert fitting.loss(np.zeros((2, 1)), truth) == pytest.approx(log(2))
    assert fitting.loss(np.array([[5.0], [-5.0]]), truth) == pytest.approx(log(1 + np.exp(-5)))
    mixed = np.array([[5.0], [5.0]])  # right and wrong
    costs = log(1 + np.exp(-5)), log(1 + np.exp(5))
    weighted = fitting.loss(mixed, truth, np.array([3.0, 1.0]))
    assert weighted == pytest.approx((3 * costs[0] + costs[1]) / 4)
