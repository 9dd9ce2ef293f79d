"""How strongly neighbouring sentences depend on one another, and what intervals make of it."""

from collections.abc import Iterable

import numpy as np

from framing.statistics.articles import Comparison
from framing.statistics.effective_n import effective_n
from framing.statistics.pair import Array

RHOS = (0.0, 0.3, 0.5, 0.7)  # assumed correlations of neighbours for which intervals are shown
LEAST = 5  # sentences of an article whose correlation is estimated


def lag_one(articles: Iterable[Array]) -> float:
    """Return the correlation of neighbouring values, corrected for the shortness of the articles.

    On average the correlation r of n values is below the true one, ρ, by (1 + 3ρ)/n, which
    (nr + 1)/(n − 3) corrects. Articles are weighed by their length; those shorter than LEAST, or
    with the same value everywhere, are left out: nan if none is left. Never above 1.
    """
    found, sizes = [], []
    for values in articles:
        n = values.size
        if n < LEAST:
            continue
        residuals = values - values.mean()
        if not residuals.any():
            continue
        r = float(residuals[1:] @ residuals[:-1] / (residuals @ residuals))
        found.append(min((n * r + 1) / (n - 3), 1.0))
        sizes.append(n)
    return float(np.average(found, weights=sizes)) if found else float("nan")


def curve(
    compared: Comparison, *, level: float = 0.95, rhos: Iterable[float] = RHOS
) -> list[tuple[float, float, float]]:
    """Return the interval under each assumed correlation of neighbours: (rho, low, high)."""
    found = [(rho, effective_n(compared, level=level, dependence=rho)) for rho in rhos]
    return [(rho, float(one.low[0]), float(one.high[0])) for rho, one in found]
