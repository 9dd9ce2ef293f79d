"""Logistic regressions with few or small weights, and calibrated probabilities."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from framing.reader.letters import Array, Sparse

Flags = NDArray[np.bool_]


def fit(
    table: Array | Sparse,
    truth: Flags,
    *,
    penalty: float,
    ridge: bool = False,
    sample_weights: Array | None = None,
) -> tuple[Array, Array]:
    """Weights (features × frames) and intercepts of a logistic regression for each frame.

    `table`: texts × features; `truth`: texts × frames. `penalty` is scikit-learn's C: the smaller,
    the fewer weights (L1), or with `ridge` the smaller all of them (L2). `sample_weights`: how much
    each text counts (1 if not given).
    """
    from sklearn.linear_model import LogisticRegression

    weights, intercepts = [], []
    for coded in truth.T:
        if coded.all() or not coded.any():  # as in some folds, if one group has all of a frame
            weights.append(np.zeros(table.shape[1]))
            intercepts.append(float(np.log((coded.sum() + 1) / ((~coded).sum() + 1))))
            continue
        # liblinear shrinks the intercept as a weight; with this scaling hardly.
        model = LogisticRegression(
            C=penalty, l1_ratio=0.0 if ridge else 1.0, solver="liblinear", intercept_scaling=20.0,
            tol=1e-6, max_iter=5000, random_state=0,
        ).fit(table, coded, sample_weight=sample_weights)  # fmt: skip
        weights.append(model.coef_[0])
        intercepts.append(float(model.intercept_[0]))
    return np.array(weights).T, np.array(intercepts)


def left_out(
    table: Array | Sparse,
    truth: Flags,
    folds: Sequence[NDArray[np.int64]],
    *,
    penalty: float,
    ridge: bool = False,
    sample_weights: Array | None = None,
) -> Array:
    """The logit of each text and frame by weights that were fitted to the other folds."""
    counts = np.ones(len(truth)) if sample_weights is None else sample_weights
    logits = np.zeros(truth.shape)
    for fold in folds:
        rest = np.setdiff1d(np.arange(len(truth)), fold)
        weights, intercepts = fit(
            table[rest], truth[rest], penalty=penalty, ridge=ridge, sample_weights=counts[rest]
        )
        logits[fold] = table[fold] @ weights + intercepts
    return logits


def loss(logits: Array, truth: Flags, sample_weights: Array | None = None) -> float:
    """Mean log loss of all decisions, weighted by text."""
    losses = np.logaddexp(0, np.where(truth, -logits, logits))
    return float(np.average(losses.mean(axis=1), weights=sample_weights))


def calibrate(
    logits: Array, truth: Flags, sample_weights: Array | None = None
) -> tuple[Array, Array]:
    """Slope and shift of each frame that turn logits into calibrated ones (Platt 1999).

    `logits` are of texts left out. Targets are smoothed as Platt does, so that a frame whose texts
    the logits separate perfectly has finite values.
    """
    counts = np.ones(len(truth)) if sample_weights is None else sample_weights
    slopes, shifts = np.ones(truth.shape[1]), np.zeros(truth.shape[1])
    for number, (mine, coded) in enumerate(zip(logits.T, truth.T, strict=True)):
        positive, negative = counts[coded].sum(), counts[~coded].sum()
        target = np.where(coded, (positive + 1) / (positive + 2), 1 / (negative + 2))
        slopes[number], shifts[number] = _newton(mine, target, counts)
    return slopes, shifts


def _newton(
    logits: Array, target: Array, sample_weights: Array, steps: int = 100
) -> tuple[float, float]:
    """Logistic regression of the target on one variable, by damped Newton steps."""
    design = np.column_stack([logits, np.ones(len(logits))])
    at = np.array([1.0, 0.0])

    def value(point: Array) -> float:
        line = design @ point
        return float(np.sum(sample_weights * (np.logaddexp(0, line) - target * line)))

    for _ in range(steps):
        mean = 1 / (1 + np.exp(-design @ at))
        slope = design.T @ (sample_weights * (mean - target))
        spread = sample_weights * mean * (1 - mean)
        curve = design.T @ (design * spread[:, None]) + 1e-9 * np.eye(2)
        step, size = np.linalg.solve(curve, slope), 1.0
        while value(at - size * step) > value(at) and size > 1e-6:
            size /= 2
        at = at - size * step
        if np.abs(size * step).max() < 1e-10:
            break
    return float(at[0]), float(at[1])
