"""The final codes: what the rules of the codebook find, what the learned reader finds, or both."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from framing.reader.model import Array, Model

Flags = NDArray[np.bool_]
RULES, LEARNED, BOTH = READERS = ("rules", "learned", "both")


def decide(model: Model, probabilities: Array, rules: Flags, frames: Sequence[str]) -> Flags:
    """What the learned reader finds, texts × `frames`.

    `probabilities`: texts × frames of the model; `rules`: what the rules find, which also counts
    for a frame that the model has not learned.
    """
    learned, decided = rules.copy(), model.decide(probabilities)
    for number, frame in enumerate(model.frames):
        learned[:, list(frames).index(frame)] = decided[:, number]
    return learned


def combine(rules: Flags, learned: Flags, reader: str) -> Flags:
    """The codes of the reader: those of `both` are found by at least one of the two."""
    return {RULES: rules, LEARNED: learned, BOTH: rules | learned}[reader]


def name_finders(rules: Flags, learned: Flags, codes: Flags, frames: Sequence[str]) -> list[str]:
    """Who found each frame in `codes`, as `violation:both|threat:learned`; "" for no frame."""
    found = (flags.tolist() for flags in (rules, learned, codes))
    return [
        "|".join(
            f"{frame}:{name_finder(*finders)}"
            for frame, *finders, carried in zip(frames, *text, strict=True)
            if carried
        )
        for text in zip(*found, strict=True)
    ]


def name_finder(by_rules: bool, by_weights: bool) -> str:
    """The reader that finds a frame: rules, learned or both; "" for none."""
    if by_rules and by_weights:
        return BOTH
    return RULES if by_rules else LEARNED if by_weights else ""
