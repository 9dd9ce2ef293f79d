"""Simulated null worlds: short articles in which the two sources truly have the same share.

# ASSUME the sentences of an article are a stationary 0/1 process: independent, each depending on
# the one before, or hits in bursts of one to three sentences. The frames coded in the two
# articles have estimated lag-1 autocorrelations of about 0 to .6. Beyond .5 the worlds say nothing:
# at .6 the intervals of articles of 12 to 24 sentences cover about 90 %.
# ASSUME sentences with a frame are as long as the others.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from framing.statistics.pair import Array

AUTOCORRELATION = {"independent": 0.0, "neighbours": 0.3, "strong": 0.5}
STRUCTURES = (*AUTOCORRELATION, "clustered")
CUES_BEYOND_FIRST = 2.0  # ASSUME a sentence with the frame has 1 + Poisson(2) of its cue words
SHORTEST_SENTENCE, WORDS_BEYOND = 10, 12.0  # ASSUME a sentence has 10 + Poisson(12) words
# ASSUME where sentences weigh by their words, 6 and a negative binomial of mean 19 and shape 2: a
# standard deviation of 14, as in the two articles.
LEAST_WORDS, MORE_WORDS, WORDS_SHAPE = 6, 19.0, 2.0
ICC = 0.1  # ASSUME a tenth of the variance of sentences lies between articles of one source
_SURVIVAL = np.array([1.0, 2 / 3, 1 / 3])  # a burst of 1, 2 or 3 sentences lasts beyond 0, 1, 2


class Cell(NamedTuple):
    """A kind of world: articles a side, sentences an article on either side, share, dependence.

    `measure` is "sentences" (0/1), "words" (0/1, sentences weighted by their words) or "cues"
    (share of cue words, weighted by words).
    """

    articles: int
    n_a: int
    n_b: int
    share: float
    structure: str
    measure: str


class Draw(NamedTuple):
    """Two groups of articles (each worlds × sentences), their weights, the true difference."""

    groups: tuple[list[Array], list[Array]]
    weights: tuple[list[Array], list[Array]] | None
    truth: float


class Words(NamedTuple):
    """Share of cue words in each sentence (`values`) and words in each sentence (`weights`)."""

    values: Array
    weights: Array


def draw(cell: Cell, *, worlds: int, rng: np.random.Generator, shift: float = 0.0) -> Draw:
    """Return worlds of a cell; the second share is larger by `shift` (0: null worlds).

    Several articles of a side have the intraclass correlation `ICC`, see `articles`.
    """
    icc, sides = ICC if cell.articles > 1 else 0.0, []
    for n, share in ((cell.n_a, cell.share), (cell.n_b, cell.share + shift)):
        many = articles(worlds, cell.articles, n, share, cell.structure, icc=icc, rng=rng)
        sides.append([many[:, one] for one in range(cell.articles)])
    first, second = sides
    if cell.measure == "sentences":
        return Draw((first, second), None, -shift)
    if cell.measure == "words":
        long_a, long_b = ([sentence_lengths(x.shape, rng=rng) for x in s] for s in (first, second))
        return Draw((first, second), (long_a, long_b), -shift)
    a, b = ([words(series, rng=rng) for series in articles] for articles in (first, second))
    values, weights = (([w[part] for w in a], [w[part] for w in b]) for part in (0, 1))
    return Draw(values, weights, -shift * words_per_hit())


def hits(
    worlds: int, sentences: int, share: ArrayLike, structure: str, *, rng: np.random.Generator
) -> Array:
    """Return `worlds` × `sentences` hits (0 or 1) with the given share and dependence.

    `share` is one number or one per world. Structures: "independent"; "neighbours" and "strong",
    stationary two-state Markov chains with autocorrelation .3 and .5; "clustered", bursts of one
    to three sentences that may overlap. Raises ValueError for an unknown structure.
    """
    share = np.broadcast_to(np.asarray(share, dtype=float), (worlds,))
    if structure == "clustered":
        return _bursts(sentences, share, rng)
    if structure not in AUTOCORRELATION:
        raise ValueError(f"unknown structure {structure!r}: one of {', '.join(STRUCTURES)}")
    return _chain(sentences, share, AUTOCORRELATION[structure], rng)


def articles(
    worlds: int,
    number: int,
    sentences: int,
    share: float,
    structure: str,
    *,
    icc: float,
    rng: np.random.Generator,
) -> Array:
    """Return `worlds` × `number` × `sentences` hits of articles that differ from one another.

    The share of each article is drawn from a beta distribution with mean `share` and variance
    `icc` · share · (1 − share): `icc` is the intraclass correlation, 0 gives equal articles.
    """
    shares = np.full(worlds * number, share)
    if icc > 0:
        strength = 1 / icc - 1
        shares = rng.beta(share * strength, (1 - share) * strength, size=worlds * number)
    series = hits(worlds * number, sentences, shares, structure, rng=rng)
    return series.reshape(worlds, number, sentences)


def sentence_lengths(shape: tuple[int, ...], *, rng: np.random.Generator) -> Array:
    """Return the words of sentences as unequal in length as those of news articles."""
    more = rng.gamma(WORDS_SHAPE, MORE_WORDS / WORDS_SHAPE, size=shape)
    return LEAST_WORDS + rng.poisson(more).astype(float)


def words(series: Array, *, rng: np.random.Generator) -> Words:
    """Return the same hits counted in words: cue words bunch in the sentences with the frame.

    `series` has any shape; the weighted mean of the values is the share of cue words.
    """
    lengths = SHORTEST_SENTENCE + rng.poisson(WORDS_BEYOND, size=series.shape)
    cues = np.minimum(series * (1 + rng.poisson(CUES_BEYOND_FIRST, size=series.shape)), lengths)
    return Words(cues / lengths, lengths.astype(float))


def words_per_hit() -> float:
    """Return the factor between a share of sentences and the expected share of cue words."""
    return (1 + CUES_BEYOND_FIRST) / (SHORTEST_SENTENCE + WORDS_BEYOND)


def _chain(sentences: int, share: Array, autocorrelation: float, rng: np.random.Generator) -> Array:
    draws = rng.random((share.size, sentences))
    series = np.empty_like(draws)
    series[:, 0] = draws[:, 0] < share
    for t in range(1, sentences):
        series[:, t] = draws[:, t] < share + autocorrelation * (series[:, t - 1] - share)
    return np.asarray(series)


def _bursts(sentences: int, share: Array, rng: np.random.Generator) -> Array:
    starts = np.linspace(0, 1, 4001)
    covered = 1 - np.prod(1 - starts[:, None] * _SURVIVAL, axis=1)
    rate = np.interp(share, covered, starts)
    reach = _SURVIVAL.size - 1
    begun = rng.random((share.size, sentences + reach)) < rate[:, None]
    length = rng.integers(1, reach + 2, size=begun.shape)
    lags = [(begun & (length > k))[:, reach - k : reach - k + sentences] for k in range(reach + 1)]
    return np.asarray(np.any(lags, axis=0), dtype=float)
