"""The smallest difference that a design can be expected to show."""

import numpy as np
from scipy import special

from framing.statistics.pair import Array

POWER = 0.8  # chance that the interval excludes zero
DIFFERENCES = np.arange(1, 96) / 100  # tried, in shares


def detectable(
    n_first: float, n_second: float, share: float, *, level: float = 0.95, power: float = POWER
) -> float:
    """Return the smallest difference from a base share that is detected with this power.

    `n_first` and `n_second` are effective numbers of sentences. The interval is that of
    `effective_n`; the sampling error is taken as normal. `share` above .5 is mirrored; either
    source may have the larger share, and the harder case counts. nan: no share up to .95 suffices.
    """
    base = min(share, 1 - share)
    found = DIFFERENCES[base + DIFFERENCES <= 0.95]
    harder = np.minimum(
        chance(n_first, base, n_second, base + found, level=level),
        chance(n_second, base, n_first, base + found, level=level),
    )
    enough = np.flatnonzero(harder >= power)
    return float(found[enough[0]]) if enough.size else float("nan")


def chance(
    n_base: float, base: float, n_other: float, other: Array, *, level: float = 0.95
) -> Array:
    """Return the chance that the interval of the difference of two true shares excludes zero."""
    critical = special.ndtri((1 + level) / 2)
    centre, error, spread = np.zeros_like(other), np.zeros_like(other), np.zeros_like(other)
    for n, share, sign in ((n_base, base, -1), (n_other, other, 1)):
        moved = (n * share + 1) / (n + 2)
        centre = centre + sign * moved
        error = error + moved * (1 - moved) / (n + 2)
        spread = spread + n * share * (1 - share) / (n + 2) ** 2
    return np.asarray(special.ndtr((centre - critical * np.sqrt(error)) / np.sqrt(spread)))
