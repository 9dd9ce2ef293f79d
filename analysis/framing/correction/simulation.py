"""Simulated corpora in which the truth is known: what the correction covers, and how narrowly.

Each corpus has two languages with a source each, and eight frames, rare and common. The instrument
has the same F1 in both languages but errs differently: it misses more in the first and invents more
in the second, so the raw difference of the two sources is wrong.
"""

from collections.abc import Iterable
from statistics import NormalDist

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.correction import design_based, sample
from framing.statistics import proportions
from framing.statistics.proportions import Interval

Bits = NDArray[np.bool_]
Floats = NDArray[np.float64]
# ASSUME frames are in 1 to 35 % of the texts, and differ by up to 20 points between the languages.
SHARES = np.array(
    [
        [0.35, 0.30, 0.25, 0.15, 0.10, 0.06, 0.04, 0.02],
        [0.25, 0.10, 0.25, 0.30, 0.05, 0.06, 0.08, 0.01],
    ]
)
LEVEL = 0.95  # of every interval that is simulated, whatever the study's own
# ASSUME the latent normal values of the frames of a text, and of its errors, are correlated by .3.
DEPENDENCE = 0.3
COLUMNS = ["frame", "share_first", "share_second", "of", "f1", "coded"]


def rates(f1: float) -> list[tuple[float, float]]:
    """Precision and recall in the first language, which misses more, and in the second."""
    high = f1 + (1 - f1) / 3
    low = f1 * high / (2 * high - f1)
    return [(high, low), (low, high)]


def make(
    texts: int, shares: Floats, precision: float, recall: float, rng: np.random.Generator
) -> tuple[Bits, Bits]:
    """A source: what its texts carry and what the instrument finds (two arrays, texts × frames)."""
    truth = _latent(texts, len(shares), rng) > _quantiles(1 - shares)
    invented = recall * shares * (1 - precision) / (precision * (1 - shares))
    errors = _latent(texts, len(shares), rng)
    found = np.where(truth, errors < _quantiles([recall])[0], errors < _quantiles(invented))
    return truth, found


def measure(f1: float, sizes: list[int], *, corpora: int, texts: int, seed: int) -> pl.DataFrame:
    """Coverage and width at each number of coded texts a language, over simulated corpora.

    `texts` in a corpus, half of them in each language. A row per frame, estimate (`of`: the share
    of the first or second source, or their difference) and size. Columns: COLUMNS; corpora;
    coverage and width of the corrected interval, alone_coverage and alone_width of a simple random
    sample of the same size that is only coded by hand; raw_error and corrected_error (mean
    distance to the truth).
    """
    rng = np.random.default_rng([seed, round(1000 * f1)])
    totals = {size: np.zeros((6, 3, SHARES.shape[1])) for size in sizes}
    for _ in range(corpora):
        pairs = zip(SHARES, rates(f1), strict=True)
        sources = [make(texts // 2, shares, *rate, rng) for shares, rate in pairs]
        for size in sizes:
            totals[size] += _judge(sources, size, rng)
    tables = [_tabulate(sums / corpora, f1, size) for size, sums in totals.items()]
    return pl.concat(tables).with_columns(corpora=pl.lit(corpora, pl.Int64))


def _judge(sources: list, size: int, rng: np.random.Generator) -> Floats:
    """One corpus: covered, width, the same by hand alone, errors; each × 3 estimates × frames."""
    parts = []
    for truth, found in sources:
        drawn = sample.choose(found, size, rng)
        known = drawn.probabilities[drawn.places]
        part = design_based.estimate(found, truth[drawn.places], drawn.places, known, level=LEVEL)
        simple = rng.choice(len(truth), size, replace=False)
        equal = np.full(size, size / len(truth))
        alone = design_based.estimate(found, truth[simple], simple, equal, level=LEVEL)["hand"]
        raw = Interval(*[found.mean(axis=0)] * 3)
        exact = Interval(*[truth.mean(axis=0)] * 3)
        parts.append((part["corrected"], alone, raw, exact))
    gaps = [proportions.difference(*pair) for pair in zip(*parts, strict=True)]
    corrected, alone, raw, exact = (
        Interval(*(np.stack(ends) for ends in zip(*three, strict=True)))
        for three in zip(*parts, gaps, strict=True)
    )
    return np.array(
        [
            *(_covers(corrected, exact), corrected.high - corrected.low),
            *(_covers(alone, exact), alone.high - alone.low),
            *(abs(raw.estimate - exact.estimate), abs(corrected.estimate - exact.estimate)),
        ]
    )


def _covers(interval: Interval, exact: Interval) -> Floats:
    slack = 1e-12  # a share of 0 or 1 that rounding has moved
    inside = (interval.low - slack <= exact.estimate) & (exact.estimate <= interval.high + slack)
    return inside.astype(float)


def _tabulate(means: Floats, f1: float, size: int) -> pl.DataFrame:
    names = ("coverage", "width", "alone_coverage", "alone_width", "raw_error", "corrected_error")
    frames = SHARES.shape[1]
    columns = {
        "frame": [f"frame_{n}" for n in range(1, frames + 1)] * 3,
        "share_first": np.tile(SHARES[0], 3),
        "share_second": np.tile(SHARES[1], 3),
        "of": np.repeat(["first", "second", "difference"], frames),
        "f1": np.full(3 * frames, f1),
        "coded": np.full(3 * frames, size),
    }
    return pl.DataFrame(columns | {n: m.ravel() for n, m in zip(names, means, strict=True)})


def _latent(texts: int, frames: int, rng: np.random.Generator) -> Floats:
    """Normal values, texts × frames, with the correlation DEPENDENCE within a text."""
    common, own = rng.normal(size=(texts, 1)), rng.normal(size=(texts, frames))
    return np.sqrt(DEPENDENCE) * common + np.sqrt(1 - DEPENDENCE) * own


def _quantiles(shares: Iterable[float]) -> Floats:
    return np.array([NormalDist().inv_cdf(float(share)) for share in shares])
