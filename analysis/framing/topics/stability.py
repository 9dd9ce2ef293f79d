"""Does a topic come back in other samples and other units, more often than in shuffled texts?"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import linear_sum_assignment

from framing.measures import chance
from framing.topics import fit
from framing.topics.bags import Bags

Array = NDArray[np.float64]
STABLE, UNSTABLE = "stable", "do not interpret"
CRITERIA = ("stability", "across_units")


@dataclass(frozen=True)
class Design:
    """How stability is measured: `runs` refits, on a share `draw` of the sentences each."""

    model: str
    size: int
    runs: int
    draw: float
    passes: int


def judge(
    bags: Bags, design: Design, *, permutations: int, level: float, seed: int
) -> pl.DataFrame:
    """The stability of each topic of the fit from `seed`, the level of chance, and a verdict.

    Chance: in each of `permutations` texts the mentions of every article are shuffled over its
    places (`Bags.shuffle`), and all is fitted and measured as in the real texts. Of each shuffled
    text the topic that does best counts: only in a share 1 - `level` of them does any topic exceed
    the level. So it holds for all topics of the model at once. Columns: topic, then for each of
    CRITERIA (see `measure`) the value, <criterion>_chance and <criterion>_error (of this level, by
    other shuffles); verdict: "stable" if both values exceed their levels.
    """
    texts = [bags.count(), *bags.shuffle(permutations, seed=seed)]
    found, *shuffled = measure(texts, design, seed=seed)
    table = pl.DataFrame({"topic": range(1, design.size + 1)})
    passed = pl.lit(True)
    for number, name in enumerate(CRITERIA):
        best = [values[number].max() for values in shuffled]
        bar, error = chance.level(best, level, seed=seed)
        table = table.with_columns(
            pl.Series(name, found[number]),
            pl.lit(bar).alias(f"{name}_chance"),
            pl.lit(error).alias(f"{name}_error"),
        )
        passed = passed & (pl.col(name) > bar)
    verdict = pl.when(passed).then(pl.lit(STABLE)).otherwise(pl.lit(UNSTABLE))
    return table.with_columns(verdict.alias("verdict"))


def measure(texts: Sequence[list[Array]], design: Design, *, seed: int) -> list[Array]:
    """How well the topics of each text come back: criteria × topics for every text.

    A text is a list of counts (units × the same concepts), first by sentence, then by other units.
    Its topics are those fitted to the sentences from `seed`. *Stability*: mean cosine with their
    partners (see `match`) in `runs` fits from other seeds to samples of the sentences, without
    replacement (Greene et al. 2014). *Across units*: the same in `runs` fits to each of the other
    units, whole (Maier et al. 2018); nan without other units. Raises ValueError unless 0 < draw <=
    1.
    """
    rng, refits = np.random.default_rng(seed), []
    for first, *others in texts:
        sentences = first[first.sum(axis=1) > 0]
        samples = [_sample(sentences, design, rng) for _ in range(design.runs)]
        refits.append([sentences, *samples, *(x for x in others for _ in range(design.runs))])
    per_text = len(refits[0])
    seeds = [seed + number for _ in texts for number in range(per_text)]
    together = [counts for part in refits for counts in part]
    weights = fit.weigh(
        together, model=design.model, size=design.size, seeds=seeds, passes=design.passes
    )
    return [
        _summarise(weights[at : at + per_text], design.runs)
        for at in range(0, len(weights), per_text)
    ]


def match(first: ArrayLike, second: ArrayLike) -> Array:
    """Cosine of each topic of `first` with its partner in `second`.

    Both arguments are topics × concepts of one size. Partners are one to one, with the highest
    sum of cosines (Kuhn's Hungarian method). A fit matched with itself gives 1.
    """
    cosine = _cosines(first, second)
    best: Array = cosine[np.arange(len(cosine)), linear_sum_assignment(-cosine)[1]]
    return best


def partners(first: ArrayLike, second: ArrayLike) -> NDArray[np.int64]:
    """Number of the topic of `second` that belongs to each of `first`, as in `match`."""
    columns: NDArray[np.int64] = linear_sum_assignment(-_cosines(first, second))[1]
    return columns


def _summarise(weights: list[Array], runs: int) -> Array:
    """Mean cosines over the refits to samples, and over those to other units."""
    found, *again = weights
    cosines = np.array([match(found, other) for other in again])
    unknown = np.full(len(found), np.nan)
    elsewhere = cosines[runs:].mean(axis=0) if len(again) > runs else unknown
    return np.array([cosines[:runs].mean(axis=0), elsewhere])


def _sample(counts: Array, design: Design, rng: np.random.Generator) -> Array:
    if not 0 < design.draw <= 1:
        raise ValueError("draw is a share of the sentences, above 0 and at most 1")
    size = max(design.size, round(design.draw * len(counts)))
    return counts[np.sort(rng.choice(len(counts), size, replace=False))]


def _cosines(first: ArrayLike, second: ArrayLike) -> Array:
    a, b = (np.asarray(rows, dtype=float) for rows in (first, second))
    lengths = np.linalg.norm(a, axis=1)[:, None] * np.linalg.norm(b, axis=1)
    found: Array = a @ b.T / lengths
    return found
