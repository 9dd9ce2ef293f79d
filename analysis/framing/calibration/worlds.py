"""Simulated articles in which the true shares, and how sentences depend on one another, are known.

# ASSUME the sentences of an article are a stationary 0/1 process: independent, correlated with
# their neighbours, in bursts or in paragraphs. There a method must hold its error rates, or it is
# not offered. Under stronger dependence, or where articles of a source differ three times as much,
# it need not: what happens there is measured and reported.
# ASSUME sentences with a frame are as long as the others.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from framing.statistics.articles import Articles
from framing.statistics.effective_n import BETWEEN
from framing.statistics.pair import Array

WITHIN = ("independent", "neighbours", "strong", "bursts", "paragraphs")
STRONGER, UNLIKE = ("very strong", "slow"), "unlike articles"
STRUCTURES, BEYOND = (*WITHIN, *STRONGER), (*STRONGER, UNLIKE)
AUTOCORRELATION = {"independent": 0.0, "neighbours": 0.3, "strong": 0.5, "very strong": 0.7}
AUTOCORRELATION |= {UNLIKE: 0.5}
BETWEEN_ARTICLES = {"independent": 0.0, UNLIKE: 0.3}  # intraclass correlation, else BETWEEN
SLOW = (0.5, 0.3)  # weights of the two sentences before, in a latent process that dies out slowly
PARAGRAPH = (2, 5)  # shortest and longest paragraph
OF_PARAGRAPH = 0.5  # intraclass correlation of the sentences of a paragraph
# ASSUME where sentences are weighted by their words, they have 6 words and more, by a negative
# binomial distribution of mean 19 and shape 2: a standard deviation of 14, as in the two articles.
LEAST_WORDS, MORE_WORDS, WORDS_SHAPE = 6, 19.0, 2.0
POOL = 20000  # sentence lengths from which those of an article are drawn: much faster
_SURVIVAL = np.array([1.0, 2 / 3, 1 / 3])  # a burst of 1, 2 or 3 sentences lasts beyond 0, 1, 2


class Cell(NamedTuple):
    """A kind of world: articles of both sources, sentences of each, share, dependence, measure.

    `measure` is "sentences" (0/1) or "words" (0/1, sentences weighted by their words).
    """

    articles_a: int
    articles_b: int
    n_a: int
    n_b: int
    share: float
    structure: str
    measure: str


def source(
    lengths: list[int],
    share: float,
    structure: str,
    measure: str,
    *,
    worlds: int,
    rng: np.random.Generator,
    between: float | None = None,
) -> Articles:
    """Return worlds of a source with articles of the given lengths and the expected share.

    Shares of articles follow a beta distribution with the intraclass correlation `between` (None:
    that of the structure); a single article has the share itself. Articles of one length are drawn
    together.
    """
    assumed = BETWEEN_ARTICLES.get(structure, BETWEEN) if between is None else between
    values: dict[int, list[Array]] = {}
    for n in dict.fromkeys(lengths):
        number = lengths.count(n)
        icc = assumed if len(lengths) > 1 else 0.0
        drawn = articles(worlds, number, n, share, structure, between=icc, rng=rng)
        values[n] = [drawn[:, one] for one in range(number)]
    series = [values[n].pop() for n in lengths]
    if measure == "words":
        return Articles.of(series, [sentence_lengths(one.shape, rng=rng) for one in series])
    return Articles.of(series)


def articles(
    worlds: int,
    number: int,
    sentences: int,
    share: float,
    structure: str,
    *,
    between: float,
    rng: np.random.Generator,
) -> Array:
    """Return `worlds` × `number` × `sentences` hits of articles that differ from one another.

    The share of each article is drawn from a beta distribution with mean `share` and variance
    `between` · share · (1 − share): the intraclass correlation; 0 gives equal articles.
    """
    shares = np.full(worlds * number, share)
    if between > 0:
        strength = 1 / between - 1
        shares = rng.beta(share * strength, (1 - share) * strength, size=worlds * number)
    series = hits(worlds * number, sentences, shares, structure, rng=rng)
    return series.reshape(worlds, number, sentences)


def hits(
    worlds: int, sentences: int, share: ArrayLike, structure: str, *, rng: np.random.Generator
) -> Array:
    """Return `worlds` × `sentences` hits (0 or 1) with the given share and dependence.

    `share` is one number or one per world. Structures: "independent"; "neighbours", "strong" and
    "very strong", stationary two-state Markov chains with autocorrelation .3, .5 and .7; "unlike
    articles" as "strong"; "bursts", runs of one to three sentences that may overlap; "paragraphs"
    of two to five sentences, which share a propensity; "slow", a latent Gaussian AR(2) process.
    Raises ValueError for another one.
    """
    share = np.broadcast_to(np.asarray(share, dtype=float), (worlds,))
    if structure in AUTOCORRELATION:
        return _chain(sentences, share, AUTOCORRELATION[structure], rng)
    others = {"bursts": _bursts, "paragraphs": _paragraphs, "slow": _slow}
    if structure not in others:
        raise ValueError(f"unknown structure {structure!r}: one of {', '.join(STRUCTURES)}")
    return others[structure](sentences, share, rng)


def sentence_lengths(shape: tuple[int, ...], *, rng: np.random.Generator) -> Array:
    """Return the words of sentences as unequal in length as those of news articles."""
    more = rng.gamma(WORDS_SHAPE, MORE_WORDS / WORDS_SHAPE, size=POOL)
    lengths = LEAST_WORDS + rng.poisson(more).astype(float)
    return np.asarray(lengths[rng.integers(0, POOL, size=shape)])


def _chain(sentences: int, share: Array, autocorrelation: float, rng: np.random.Generator) -> Array:
    draws = rng.random((sentences, share.size))
    if not autocorrelation:
        return np.asarray((draws < share).T, dtype=float)
    series = np.empty_like(draws)
    series[0] = draws[0] < share
    for t in range(1, sentences):
        series[t] = draws[t] < share + autocorrelation * (series[t - 1] - share)
    return np.ascontiguousarray(series.T)


def _bursts(sentences: int, share: Array, rng: np.random.Generator) -> Array:
    starts = np.linspace(0, 1, 4001)
    covered = 1 - np.prod(1 - starts[:, None] * _SURVIVAL, axis=1)
    rate = np.interp(share, covered, starts)
    reach = _SURVIVAL.size - 1
    begun = rng.random((share.size, sentences + reach)) < rate[:, None]
    length = rng.integers(1, reach + 2, size=begun.shape)
    lags = [(begun & (length > k))[:, reach - k : reach - k + sentences] for k in range(reach + 1)]
    return np.asarray(np.any(lags, axis=0), dtype=float)


def _paragraphs(sentences: int, share: Array, rng: np.random.Generator) -> Array:
    """Every world has its own paragraphs; the first may have begun before the article does."""
    least, most = PARAGRAPH
    size = (share.size, sentences // least + 2)
    ends = rng.integers(least, most + 1, size=size).cumsum(axis=1)
    ends -= rng.integers(0, least, size=(share.size, 1))
    starts = np.zeros((share.size, sentences + 1), dtype=int)
    world = np.broadcast_to(np.arange(share.size)[:, None], ends.shape)
    np.add.at(starts, (world, np.minimum(ends, sentences)), 1)
    paragraph = starts[:, :sentences].cumsum(axis=1)
    strength, tiny = 1 / OF_PARAGRAPH - 1, 1e-9
    alpha, beta = np.maximum(share * strength, tiny), np.maximum((1 - share) * strength, tiny)
    shares = rng.beta(alpha[:, None], beta[:, None], size=size)
    likely = np.take_along_axis(shares, np.minimum(paragraph, size[1] - 1), axis=1)
    return np.asarray(rng.random(likely.shape) < likely, dtype=float)


def _slow(sentences: int, share: Array, rng: np.random.Generator) -> Array:
    from scipy import signal, special  # slow to import, and used here only

    first, second = SLOW
    before = 60  # sentences until the process has forgotten how it began
    noise = rng.standard_normal((share.size, before + sentences))
    latent = signal.lfilter([1], [1, -first, -second], noise, axis=1)[:, before:]
    variance = (1 - second) / ((1 + second) * ((1 - second) ** 2 - first**2))
    return np.asarray(latent / np.sqrt(variance) < special.ndtri(share)[:, None], dtype=float)
