"""Whether a topic comes back across seeds and samples, more than where nothing goes together."""

import numpy as np
import polars as pl
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import linear_sum_assignment

from framing.topics import coherence, fit
from framing.topics.fit import Topics

Array = NDArray[np.float64]
STABLE, UNSTABLE = "stable", "do not interpret"


def measure(
    counts: ArrayLike,
    found: Topics,
    *,
    runs: int = 5,
    draw: float = 0.8,
    top: int = 6,
    passes: int = fit.PASSES,
    seed: int,
) -> pl.DataFrame:
    """How well each topic of `found` comes back in `runs` fits to a share `draw` of the sentences.

    Every run has a seed and a sample without replacement of its own (`draw` = 1: seeds only), and
    its topics are matched one to one (see `match`). Columns: model, topic (from 1), cosine (mean
    over runs, of the concept weights), jaccard (of the `top` concepts). Both lie between 0 and 1.
    Greene et al. 2014; Maier et al. 2018.
    """
    counts = np.asarray(counts, dtype=float)
    rng, pairs = np.random.default_rng(seed), []
    for run in range(runs):
        rows = np.sort(rng.choice(len(counts), _sample_size(counts, draw, found.size), False))
        again = fit.fit(
            counts[rows], model=found.model, size=found.size, seed=seed + 1 + run, passes=passes
        )
        pairs.append(match(found.weights, again.weights, top=top))
    cosine, jaccard = np.mean(pairs, axis=0)
    return pl.DataFrame({"topic": range(1, found.size + 1), "cosine": cosine, "jaccard": jaccard})


def reference(
    counts: ArrayLike,
    *,
    model: str,
    size: int,
    permutations: int = 5,
    runs: int = 3,
    draw: float = 0.8,
    top: int = 6,
    passes: int = fit.PASSES,
    seed: int,
) -> pl.DataFrame:
    """The same measure where no concepts go together: each column shuffled over the sentences.

    Columns: permutation, topic, cosine, jaccard. Concepts keep their frequencies; what stability
    remains comes from these and from the model alone: a topic that is no more than one frequent
    concept comes back in shuffled data too.
    """
    counts = np.asarray(counts, dtype=float)
    rng, parts = np.random.default_rng(seed), []
    for number in range(permutations):
        shuffled = rng.permuted(counts, axis=0)
        found = fit.fit(shuffled, model=model, size=size, seed=seed + number, passes=passes)
        part = measure(
            shuffled, found, runs=runs, draw=draw, top=top, passes=passes, seed=seed + 1000 * number
        )
        parts.append(part.select(pl.lit(number).alias("permutation"), pl.all()))
    return pl.concat(parts)


def judge(
    measured: pl.DataFrame, chance: pl.DataFrame, *, by: str = "cosine", level: float = 0.95
) -> pl.DataFrame:
    """Set each topic beside chance: columns stability, reference (a quantile of chance), verdict.

    `measured` and `chance` are the tables of `measure` and `reference`; `by` is cosine or jaccard.
    The verdict is "stable" above the reference, else "do not interpret".
    """
    bar = float(np.quantile(chance[by].to_numpy(), level))
    verdict = pl.when(pl.col(by) > bar).then(pl.lit(STABLE)).otherwise(pl.lit(UNSTABLE))
    return measured.select(
        "topic",
        pl.col(by).alias("stability"),
        pl.lit(bar).alias("reference"),
        verdict.alias("verdict"),
    )


def match(first: ArrayLike, second: ArrayLike, *, top: int = 6) -> Array:
    """Similarity of each topic of `first` to its partner in `second`: rows cosine and jaccard.

    Both arguments are topics × concepts of one size. Partners are one to one, with the highest
    sum of cosines (Kuhn's Hungarian method). The result is 2 × topics; a fit matched with itself
    gives 1.
    """
    first, second = np.asarray(first, dtype=float), np.asarray(second, dtype=float)
    cosine = _unit(first) @ _unit(second).T
    rows, columns = range(len(first)), partners(first, second)
    heads = coherence.top_columns(first, top), coherence.top_columns(second, top)
    shared = [_jaccard(heads[0][a], heads[1][b]) for a, b in zip(rows, columns, strict=True)]
    return np.array([cosine[rows, columns], shared])


def partners(first: ArrayLike, second: ArrayLike) -> NDArray[np.int64]:
    """Number of the topic of `second` that belongs to each of `first`, as in `match`."""
    first, second = np.asarray(first, dtype=float), np.asarray(second, dtype=float)
    return linear_sum_assignment(-(_unit(first) @ _unit(second).T))[1]


def _sample_size(counts: Array, draw: float, least: int) -> int:
    if not 0 < draw <= 1:
        raise ValueError("draw is a share of the sentences, above 0 and at most 1")
    return max(least, round(draw * len(counts)))


def _unit(rows: Array) -> Array:
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def _jaccard(a: Array, b: Array) -> float:
    return len(np.intersect1d(a, b)) / len(np.union1d(a, b))
