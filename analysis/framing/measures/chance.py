"""The level that chance reaches, from shuffled data, and how exactly the shuffles fix it."""

import numpy as np
from numpy.typing import ArrayLike

DRAWS = 200  # resamples for the standard error


def level(values: ArrayLike, quantile: float, *, seed: int) -> tuple[float, float]:
    """The quantile of the values of shuffled data, and its Monte Carlo standard error.

    `values` has an entry per shuffle. The error is the standard deviation of the quantile over
    resamples of the shuffles: other shuffles would move the level about as much.
    """
    values = np.asarray(values, dtype=float)
    rng = np.random.default_rng(seed)
    again = rng.choice(values, (DRAWS, len(values)))
    return float(np.quantile(values, quantile)), float(np.quantile(again, quantile, axis=1).std())
