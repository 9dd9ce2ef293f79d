"""Train the learned reader: choose how sparse it is, fit it, calibrate it, set its threshold."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from framing.errors import InputError
from framing.reader import features, fitting
from framing.reader.examples import Examples
from framing.reader.features import Feature
from framing.reader.model import Model, sigmoid

PENALTIES = (0.05, 0.1, 0.2, 0.3, 0.5, 1.0)  # scikit-learn's C, from few weights to many
THRESHOLDS = np.arange(10, 91, 2) / 100
FOLDS = 5  # or as many as there are groups
LEAST_CODED = 10  # texts that carry a frame; a frame with fewer is not learned
LEAST_FOUND = 3  # texts with a feature; a rarer one gets no weight
REGROUP = "name another column by --group, with more values"
DIGITS = 2  # of a weight: enough to read, and the same on every machine

Folds = list[NDArray[np.int64]]


@dataclass(frozen=True)
class Trained:
    """A model, and the strength of the penalty that it was fitted with."""

    model: Model
    penalty: float


def train(examples: Examples) -> Trained:
    """The reader of these texts.

    The penalty is the strongest whose log loss on groups left out is within a standard error of the
    best (Hastie, Tibshirani and Friedman 2009, 7.10). Probabilities are calibrated on the same
    groups left out, and the threshold, one for all frames, gives the best micro-F1 there. Raises
    InputError if there are fewer than two groups, or no frame with LEAST_CODED texts.
    """
    frames = find_learnable(examples)
    if not frames:
        most = int(examples.truth.sum(axis=0).max())
        problem = f"no frame is coded in {LEAST_CODED} texts (at most in {most})"
        raise InputError("training table", problem, "code more texts")
    if len(set(examples.groups)) < 2:
        raise InputError("training table", "has one group", REGROUP)
    truth = examples.truth[:, [examples.frames.index(frame) for frame in frames]]
    known = find_features(examples)
    table, folds = features.tabulate(examples.found, known), split(examples.groups)
    tried = {p: fitting.left_out(table, truth, folds, penalty=p) for p in PENALTIES}
    penalty = choose(tried, truth, folds)
    slopes, shifts = fitting.calibrate(tried[penalty], truth)
    threshold = find_threshold(sigmoid(tried[penalty] * slopes + shifts), truth)
    weights, intercepts = fitting.fit(table, truth, penalty=penalty)
    weights, intercepts = weights * slopes, intercepts * slopes + shifts
    used = np.flatnonzero(np.abs(weights).round(DIGITS).any(axis=1))
    model = Model(
        frames=frames,
        features=tuple(known[n] for n in used),
        weights=weights[used].round(DIGITS) + 0.0,
        intercepts=intercepts.round(DIGITS) + 0.0,
        thresholds=np.full(len(frames), threshold),
    )
    return Trained(model, penalty)


def find_learnable(examples: Examples) -> tuple[str, ...]:
    """The frames that enough texts carry."""
    counts = zip(examples.frames, examples.truth.sum(axis=0), strict=True)
    return tuple(frame for frame, count in counts if count >= LEAST_CODED)


def find_features(examples: Examples) -> tuple[Feature, ...]:
    """The features that enough texts have, sorted."""
    every = sorted({feature for found in examples.found for feature in found})
    counts = features.tabulate(examples.found, every).sum(axis=0)
    return tuple(f for f, count in zip(every, counts, strict=True) if count >= LEAST_FOUND)


def split(groups: tuple[str, ...]) -> Folds:
    """FOLDS sets of places of about equal size, no group in two of them."""
    from sklearn.model_selection import GroupKFold

    places, count = np.zeros(len(groups)), min(FOLDS, len(set(groups)))
    return [fold for _, fold in GroupKFold(count).split(places, groups=groups)]


def choose(tried: dict[float, np.ndarray], truth: np.ndarray, folds: Folds) -> float:
    """The strongest penalty within one standard error of the least loss."""
    losses = {p: [fitting.loss(logits[f], truth[f]) for f in folds] for p, logits in tried.items()}
    best = min(losses, key=lambda p: float(np.mean(losses[p])))
    limit = np.mean(losses[best]) + np.std(losses[best], ddof=1) / np.sqrt(len(folds))
    return next(p for p in sorted(losses) if np.mean(losses[p]) <= limit)


def find_threshold(probabilities: np.ndarray, truth: np.ndarray) -> float:
    """The probability from which a frame is best found: the largest micro-F1, then the highest."""

    def f1(threshold: float) -> float:
        found = probabilities >= threshold
        return float(2 * (found & truth).sum() / max(found.sum() + truth.sum(), 1))

    return float(max(THRESHOLDS, key=lambda threshold: (f1(threshold), threshold)))
