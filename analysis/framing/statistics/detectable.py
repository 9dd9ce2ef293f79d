"""The smallest difference that a design can be expected to show."""

import numpy as np

from framing.statistics.pair import Array

POWER = 0.8  # chance that the interval excludes zero
DIFFERENCES = np.arange(1, 101) / 100  # tried, in shares


def detectable(
    n_first: float, n_second: float, share: float, *, level: float = 0.95, power: float = POWER
) -> float:
    """Return the smallest difference around a pooled share that is detected with this power.

    `n_first` and `n_second` are effective numbers of sentences. Both shares are equally far from
    `share`, unless one would leave 0 to 1; either source may have the larger one, and the harder
    case counts. The interval is that of `effective_n`; the sampling error is taken as normal. nan:
    no difference suffices.
    """
    low = np.clip(share - DIFFERENCES / 2, 0, 1 - DIFFERENCES)
    high = low + DIFFERENCES
    more_in_second = chance(n_first, low, n_second, high, level=level)
    more_in_first = chance(n_second, low, n_first, high, level=level)
    enough = np.flatnonzero(np.minimum(more_in_first, more_in_second) >= power)
    return float(DIFFERENCES[enough[0]]) if enough.size else float("nan")


def chance(n_low: float, low: Array, n_high: float, high: Array, *, level: float = 0.95) -> Array:
    """Return the chance that the interval of the difference of two true shares excludes zero."""
    from scipy import special  # slow to import, and used here only

    critical = special.ndtri((1 + level) / 2)
    centre, error, spread = np.zeros_like(low), np.zeros_like(low), np.zeros_like(low)
    for n, share, sign in ((n_low, low, -1), (n_high, high, 1)):
        moved = (n * share + 1) / (n + 2)
        centre = centre + sign * moved
        error = error + moved * (1 - moved) / (n + 2)
        spread = spread + n * share * (1 - share) / (n + 2) ** 2
    beyond = centre - critical * np.sqrt(error)
    with np.errstate(divide="ignore", invalid="ignore"):
        z = np.where(spread > 0, beyond / np.sqrt(spread), np.sign(beyond) * np.inf)
    return np.asarray(special.ndtr(z))
