"""Differences of shares with an interval that allows for dependence by assumption.

Sentences of an article resemble their neighbours, and articles of a source differ from one
another. Two short texts do not show how much, so both are assumed, and shares are compared as if
they came from the effective number of independent sentences that follows. Where a source has
several articles, the spread between them is weighed against the assumption.

# ASSUME the correlation of two sentences of an article falls with their distance: at distance 2
# it is the square of that of neighbours, and so on. What counts is the sum: where it is larger,
# because neighbours are more alike or because likeness lasts longer, intervals are too narrow.
# ASSUME a tenth of the variance of sentences is between the articles of a source. With one article
# per source nothing is said of its other articles.
"""

from collections.abc import Iterable
from functools import cache
from hashlib import sha256

import numpy as np

from framing.statistics.articles import Articles, Comparison
from framing.statistics.contrast import Contrasts, finish
from framing.statistics.pair import Array

DEPENDENCE = 0.5  # assumed correlation of neighbouring sentences
BETWEEN = 0.1  # assumed intraclass correlation of the sentences of an article
PRIOR_ARTICLES = 8.0  # articles that the assumed variance is worth, beside those observed
KNOWN = 50.0  # degrees of freedom of a variance that is only assumed, as calibrated
_REMEMBERED: dict[tuple[bytes, float], Array] = {}
Estimate = tuple[Array, Array, Array]  # share, its variance, degrees of freedom


def effective_n(
    compared: Comparison, *, level: float = 0.95, dependence: float = DEPENDENCE
) -> Contrasts:
    """Contrast shares by the interval of Agresti & Caffo (2000) on effective numbers of sentences.

    One hit and one miss are added to each source; `dependence` is the correlation of neighbours
    that is assumed. The variance of several articles is a mean of the assumed one and the one
    observed between them (Bell & McCaffrey 2002), weighed by PRIOR_ARTICLES and their number; t
    has Satterthwaite degrees of freedom. Values must lie between 0 and 1 (else ValueError): those
    that are not 0 or 1 vary less than is assumed. nan: all sentences alike.
    """
    from scipy import special  # slow to import, and used here only

    if not compared.are_shares:
        raise ValueError("values must lie between 0 and 1")
    first, v_first, f_first = _estimate(compared.first, dependence)
    second, v_second, f_second = _estimate(compared.second, dependence)
    variance = v_first + v_second
    df = variance**2 / (v_first**2 / f_first + v_second**2 / f_second)
    error, centre = np.sqrt(variance), first - second
    p = 2 * special.stdtr(df, -np.abs(centre) / error)
    width = special.stdtrit(df, (1 + level) / 2) * error
    return finish(
        compared,
        compared.first.mean - compared.second.mean,
        p,
        low=np.maximum(centre - width, -1),
        high=np.minimum(centre + width, 1),
        df=df,
        name=f"effective number of sentences, dependence {dependence:g}",
    )


def effective_sentences(articles: Articles, dependence: float = DEPENDENCE) -> Array:
    """Return how many independent sentences would show the share as exactly, one per world.

    Of many articles the number is remembered: it is the same for every code.
    """
    if articles.row is None:
        return _effective(articles, dependence)
    _, weights, starts = articles.row
    key = sha256(weights.tobytes() + starts.tobytes()).digest(), dependence
    if key not in _REMEMBERED:
        _REMEMBERED[key] = _effective(articles, dependence)
    return _REMEMBERED[key]


def _effective(articles: Articles, dependence: float) -> Array:
    between = BETWEEN if len(articles.values) > 1 else 0.0
    total, used = np.zeros(1), np.zeros(1)
    for weights, times in _weights(articles):
        own = weights.sum(axis=-1)
        near = ((weights @ powers(weights.shape[-1], dependence)) * weights).sum(axis=-1)
        total = total + times * own
        used = used + times * (between * own**2 + (1 - between) * near)
    return np.asarray(total**2 / used)


def _weights(articles: Articles) -> Iterable[tuple[Array, int]]:
    """The weights of the articles, and how many articles have them; equal ones of many together."""
    if articles.row is None or not (articles.row[1] == 1).all():
        return ((weights, 1) for weights in articles.weights)
    sizes, times = np.unique(articles.lengths, return_counts=True)
    return zip((np.ones((1, n)) for n in sizes), times.tolist(), strict=True)


@cache
def powers(n: int, dependence: float) -> Array:
    """Return the assumed correlations of n sentences: `dependence` to the power of the distance."""
    place = np.arange(n)
    return np.asarray(float(dependence) ** np.abs(place[:, None] - place))


def _estimate(articles: Articles, dependence: float) -> Estimate:
    """Return the share after adding a hit and a miss, its variance, and degrees of freedom."""
    n = effective_sentences(articles, dependence)
    share = (n * articles.mean + 1) / (n + 2)
    assumed = share * (1 - share) / (n + 2)
    if len(articles.values) == 1:
        return share, assumed, np.full_like(assumed, KNOWN)
    parts = articles.totals / articles.totals.sum(axis=-1, keepdims=True)
    unequal = (parts**2).sum(axis=-1, keepdims=True)
    residuals = parts * (articles.means - articles.mean[:, None])
    observed = (residuals**2 / (1 - 2 * parts + unequal)).sum(axis=-1)
    freedom = 1 / unequal[:, 0] - 1
    known = PRIOR_ARTICLES + freedom
    variance = (PRIOR_ARTICLES * assumed + freedom * observed) / known
    return share, variance, np.broadcast_to(known, variance.shape)
