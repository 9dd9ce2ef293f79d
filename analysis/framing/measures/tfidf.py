"""TF-IDF weights of sentences as bags of concepts."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]


def weights(counts: ArrayLike) -> Array:
    """TF-IDF of counts (… × sentences × concepts), each sentence with length 1, or 0 if empty.

    Document frequencies are smoothed, as in scikit-learn's TfidfTransformer: ln((1 + n) / (1 + df))
    + 1. Any dimensions before the last two are corpora of their own.
    """
    counts = np.asarray(counts, dtype=float)
    frequency = (counts > 0).sum(axis=-2, keepdims=True)
    weighted = counts * (np.log((1 + counts.shape[-2]) / (1 + frequency)) + 1)
    length = np.sqrt((weighted**2).sum(axis=-1, keepdims=True))
    found: Array = weighted / np.where(length == 0, 1, length)
    return found
