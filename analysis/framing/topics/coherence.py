"""How often the heaviest concepts of a topic occur in the same sentences (NPMI)."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

EPSILON = 1e-12  # as in gensim, so that pairs that never meet have a finite value


def top_columns(weights: ArrayLike, top: int) -> NDArray[np.int64]:
    """Columns of the `top` largest weights of each topic, largest first, ties by column.

    `weights` is topics × concepts; the result is topics × min(top, concepts).
    """
    order = np.argsort(-np.asarray(weights, dtype=float), axis=1, kind="stable")
    return order[:, :top]


def npmi(counts: ArrayLike, topics: ArrayLike) -> NDArray[np.float64]:
    """Normalised pointwise mutual information of each topic, the mean over pairs of its concepts.

    `counts` is sentences × concepts, `topics` an integer array topics × top of columns. From about
    -1 (never together) through 0 (independent) to 1 (always together). A pair that is in every
    sentence says nothing and counts 0. One concept makes no pair: nan. A concept that never
    occurs raises ValueError. Bouma 2009; equals gensim's "c_npmi" with whole sentences as windows.
    """
    topics = np.asarray(topics)
    present = (np.asarray(counts) > 0).astype(float)
    joint = present.T @ present / len(present)
    alone = np.diag(joint)
    if np.any(alone[np.unique(topics)] == 0):
        raise ValueError("a topic has a concept that occurs in no sentence")
    with np.errstate(divide="ignore", invalid="ignore"):
        value = np.log((joint + EPSILON) / np.outer(alone, alone)) / -np.log(joint + EPSILON)
    value[joint == 1] = 0
    left, right = np.triu_indices(topics.shape[1], k=1)
    if not len(left):
        return np.full(len(topics), np.nan)
    means: NDArray[np.float64] = value[topics[:, left], topics[:, right]].mean(axis=1)
    return means
