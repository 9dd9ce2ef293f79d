"""The learned reader: a logistic regression for each frame, ready to read texts."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from framing.reader import features
from framing.reader.features import Feature

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Model:
    """Weights of features for frames.

    `weights`: features × frames; `intercepts` and `thresholds`: a value per frame. A frame is found
    where its probability reaches its threshold.
    """

    frames: tuple[str, ...]
    features: tuple[Feature, ...]
    weights: Array
    intercepts: Array
    thresholds: Array

    def predict(self, found: Sequence[set[Feature]]) -> Array:
        """Probability of each frame in each text, texts × frames, from what the texts have."""
        return self.weigh(features.tabulate(found, self.features))

    def weigh(self, table: Array) -> Array:
        """As `predict`, from a table texts × features of 0 and 1, in the order of `features`."""
        return sigmoid(table @ self.weights + self.intercepts)

    def decide(self, probabilities: Array) -> NDArray[np.bool_]:
        """Which frames are found, texts × frames."""
        return np.asarray(probabilities >= self.thresholds)

    def contributions(self, found: set[Feature], frame: str) -> list[tuple[Feature, float]]:
        """What each feature of a text adds to the logit of a frame, the largest first; no zeros."""
        column = self.frames.index(frame)
        parts = [
            (feature, float(weight))
            for feature, weight in zip(self.features, self.weights[:, column], strict=True)
            if feature in found and weight
        ]
        return sorted(parts, key=lambda part: (-abs(part[1]), part[0]))


def sigmoid(logits: Array) -> Array:
    """Probabilities of logits; those beyond ±500 are cut, where the probability is 0 or 1."""
    return np.asarray(1 / (1 + np.exp(-np.clip(logits, -500, 500))))
