"""Train the learned reader: choose its penalty, fit it, calibrate it, set its thresholds."""

from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing.errors import InputError
from framing.reader import fitting
from framing.reader.examples import Examples
from framing.reader.fitting import Flags
from framing.reader.letters import Array, Letters
from framing.reader.model import Model, sigmoid
from framing.reader.tables import Table, tabulate

PENALTIES = (0.05, 0.1, 0.2, 0.3, 0.5, 1.0)  # scikit-learn's C, from few weights to many
RIDGE_PENALTIES = (0.2, 0.5, 1.0)  # with letters: from small weights to large
THRESHOLDS = np.arange(10, 91, 2) / 100
KEEPS = np.arange(0, 91, 2) / 100  # of frames that the rules find; 0: always
ADDS = np.append(THRESHOLDS, 1.0)  # of frames that they do not find; 1: never
FOLDS = 5  # or as many as there are groups
LEAST_CODED = 10  # texts that carry a frame; a frame with fewer is not learned
REGROUP = "name another column by --group, with more values"
DIGITS = 2  # of a weight: enough to read, and the same on every machine
LETTER_DIGITS = 1  # of a weight of letters, of which a text has hundreds
LEAST_WEIGHT = 0.55  # of letters: smaller ones change scores little, and would fill the sheet

Folds = list[NDArray[np.int64]]


@dataclass(frozen=True)
class Trained:
    """A model, and the strength of the penalty that it was fitted with."""

    model: Model
    penalty: float


def train(examples: Examples) -> Trained:
    """The reader of these texts; it reads letters if the examples have words.

    Without letters the weights are few (L1), and the penalty is the strongest whose log loss on
    groups left out is within a standard error of the best (Hastie, Tibshirani and Friedman 2009,
    7.10). With letters the weights are small (L2), and the penalty is the best. Probabilities are
    calibrated on the same groups left out, and the thresholds, the same for all frames, give the
    best micro-F1 there. Raises InputError if there are fewer than two groups, or no frame with
    LEAST_CODED texts.
    """
    frames = find_learnable(examples)
    _check(examples, frames)
    mine = [examples.frames.index(frame) for frame in frames]
    truth, rules, counts = examples.truth[:, mine], examples.rules[:, mine], examples.sample_weights
    table, ridge = tabulate(examples), bool(examples.words)
    folds, penalties = split(examples.groups), RIDGE_PENALTIES if ridge else PENALTIES
    how: Any = {"ridge": ridge, "sample_weights": counts}
    tried = {p: fitting.left_out(table.cells, truth, folds, penalty=p, **how) for p in penalties}
    penalty = choose(tried, truth, folds, counts, errors=0 if ridge else 1)
    slopes, shifts = fitting.calibrate(tried[penalty], truth, counts)
    probabilities = sigmoid(tried[penalty] * slopes + shifts)
    threshold = find_threshold(probabilities, truth, counts)
    limits = (threshold, *find_limits(probabilities, truth, rules, threshold, counts))
    weights, intercepts = fitting.fit(table.cells, truth, penalty=penalty, **how)
    weights, intercepts = weights * slopes, intercepts * slopes + shifts
    return Trained(make_model(frames, table, weights, intercepts, limits), penalty)


def make_model(
    frames: tuple[str, ...],
    table: Table,
    weights: Array,
    intercepts: Array,
    limits: tuple[float, float, float],
) -> Model:
    """The model of fitted weights, rounded; what has no weight then is left out.

    `limits`: threshold, keep and add of every frame.
    """
    scaled, count = weights * table.scales[:, None], len(table.features)
    own, spelled = scaled[:count].round(DIGITS) + 0.0, scaled[count:]
    spelled = np.where(np.abs(spelled) < LEAST_WEIGHT, 0.0, spelled.round(LETTER_DIGITS))
    used, kept = (np.flatnonzero(part.any(axis=1)) for part in (own, spelled))
    pieces = tuple(table.pieces[n] for n in kept)
    thresholds, keeps, adds = (np.full(len(frames), limit) for limit in limits)
    return Model(
        frames=frames,
        features=tuple(table.features[n] for n in used),
        weights=own[used],
        intercepts=intercepts.round(DIGITS) + 0.0,
        thresholds=thresholds,
        keeps=keeps,
        adds=adds,
        letters=Letters(pieces, spelled[kept]) if table.pieces else None,
    )


def _check(examples: Examples, frames: tuple[str, ...]) -> None:
    if not frames:
        most = int(examples.truth.sum(axis=0).max())
        problem = f"no frame is coded in {LEAST_CODED} texts (at most in {most})"
        raise InputError("training table", problem, "code more texts")
    if len(set(examples.groups)) < 2:
        raise InputError("training table", "has one group", REGROUP)


def find_learnable(examples: Examples) -> tuple[str, ...]:
    """The frames that enough texts carry."""
    counts = zip(examples.frames, examples.truth.sum(axis=0), strict=True)
    return tuple(frame for frame, count in counts if count >= LEAST_CODED)


def split(groups: tuple[str, ...]) -> Folds:
    """FOLDS sets of places of about equal size, no group in two of them."""
    from sklearn.model_selection import GroupKFold

    places, count = np.zeros(len(groups)), min(FOLDS, len(set(groups)))
    return [fold for _, fold in GroupKFold(count).split(places, groups=groups)]


def choose(
    tried: dict[float, Array],
    truth: Flags,
    folds: Folds,
    sample_weights: Array,
    *,
    errors: float = 1,
) -> float:
    """The strongest penalty within so many standard errors of the least loss."""
    losses = {
        penalty: [fitting.loss(logits[f], truth[f], sample_weights[f]) for f in folds]
        for penalty, logits in tried.items()
    }
    best = min(losses, key=lambda p: float(np.mean(losses[p])))
    error = np.std(losses[best], ddof=1) / np.sqrt(len(folds))
    limit = np.mean(losses[best]) + errors * error
    return next(p for p in sorted(losses) if np.mean(losses[p]) <= limit)


def find_threshold(probabilities: Array, truth: Flags, sample_weights: Array) -> float:
    """The probability from which a frame is best found: the largest micro-F1, then the highest."""

    def value(limit: float) -> tuple[float, float]:
        return f1(probabilities >= limit, truth, sample_weights), limit

    return float(max(THRESHOLDS, key=value))


def find_limits(
    probabilities: Array, truth: Flags, rules: Flags, threshold: float, sample_weights: Array
) -> tuple[float, float]:
    """From which probability a frame is best kept that the rules find, and another is added.

    The largest micro-F1, then the least that is changed. The first is at most the threshold, the
    second at least.
    """

    def value(limits: tuple[float, float]) -> tuple[float, float, float]:
        keep, add = limits
        found = probabilities >= np.where(rules, keep, add)
        return f1(found, truth, sample_weights), -keep, add

    pairs = product(KEEPS[threshold >= KEEPS].tolist(), ADDS[threshold <= ADDS].tolist())
    return max(pairs, key=value)


def f1(found: Flags, truth: Flags, sample_weights: Array) -> float:
    """Micro-F1 of all decisions, weighted by text; 0 without any code."""
    both, either = (
        float(sample_weights @ count.sum(axis=1)) for count in (found & truth, found | truth)
    )
    return 2 * both / (both + either) if either else 0.0
