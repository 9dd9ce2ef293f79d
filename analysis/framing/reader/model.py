"""The learned reader: a logistic regression for each frame, ready to read texts."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from framing.reader import features
from framing.reader.features import Feature
from framing.reader.letters import Array, Letters, Words

Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Model:
    """Weights of features, and of letters if there are any, for frames.

    `weights`: features × frames; all others: a value per frame. A frame is found where its
    probability reaches its threshold. Beside the rules, a frame that they find is kept where its
    probability reaches `keeps`, and another is added where it reaches `adds`.
    """

    frames: tuple[str, ...]
    features: tuple[Feature, ...]
    weights: Array
    intercepts: Array
    thresholds: Array
    keeps: Array
    adds: Array
    letters: Letters | None = None

    def predict(self, found: Sequence[set[Feature]], words: Sequence[Words] = ()) -> Array:
        """Probability of each frame in each text, texts × frames, from what the texts have."""
        spelled = self.letters.weigh(words) if self.letters else None
        return self.weigh(features.tabulate(found, self.features), spelled)

    def weigh(self, table: Array, spelled: Array | None = None) -> Array:
        """As `predict`, from a table texts × features of 0 and 1, in the order of `features`.

        `spelled`: what the letters add to the logits, texts × frames.
        """
        logits = table @ self.weights + self.intercepts
        return sigmoid(logits if spelled is None else logits + spelled)

    def decide(self, probabilities: Array) -> Flags:
        """Which frames are found, texts × frames."""
        return np.asarray(probabilities >= self.thresholds)

    def correct(self, probabilities: Array, rules: Flags) -> Flags:
        """Which frames are found beside the rules, texts × frames; `rules`: what these find."""
        limits = np.where(rules, self.keeps, self.adds)
        return np.asarray(probabilities >= limits)

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
