"""How much of each source a topic fills, with what the text and what the fit leave open."""

from collections.abc import Iterable

import numpy as np
import polars as pl
from numpy.typing import ArrayLike

from framing.statistics import intervals
from framing.topics import fit, stability
from framing.topics.fit import Topics


def contrast(
    found: Topics, units: pl.DataFrame, sources: list[str], *, method: str
) -> pl.DataFrame:
    """Difference of each topic's mean share between the sources, with the interval of the text.

    `units` has a row per sentence (article, source, sentence, …), in the order of `found.shares`;
    sentences without any concept are left out. Columns: topic, difference, low, high.
    """
    rows = []
    for topic in range(found.size):
        shares = units.select("article", "source").with_columns(
            pl.Series("share", found.shares[:, topic])
        )
        sides = [
            [
                part["share"].to_numpy()
                for part in shares.filter(
                    (pl.col("source") == source) & pl.col("share").is_not_nan()
                ).partition_by("article", maintain_order=True)
            ]
            for source in sources
        ]
        result = intervals.contrast(*sides, method=method)
        rows.append((topic + 1, result.estimate, result.low, result.high))
    return pl.DataFrame(rows, schema=["topic", "difference", "low", "high"], orient="row")


def across_fits(
    counts: ArrayLike,
    found: Topics,
    units: pl.DataFrame,
    sources: list[str],
    *,
    seeds: Iterable[int],
    passes: int,
) -> pl.DataFrame:
    """Range of the same difference over fits from other seeds, topics matched one to one.

    Columns: topic, fit_low, fit_high.
    """
    masks = [units["source"].to_numpy() == source for source in sources]
    gaps = [_gap(found.shares, masks)]
    for seed in seeds:
        again = fit.fit(counts, model=found.model, size=found.size, seed=seed, passes=passes)
        gaps.append(_gap(again.shares[:, stability.partners(found.weights, again.weights)], masks))
    low, high = np.min(gaps, axis=0), np.max(gaps, axis=0)
    return pl.DataFrame({"topic": range(1, found.size + 1), "fit_low": low, "fit_high": high})


def across_units(
    found: Topics, others: list[ArrayLike], *, seeds: Iterable[int], passes: int
) -> pl.DataFrame:
    """Mean cosine of each topic with its partner in fits to other units of the same concepts.

    `others` are units × the same concepts, say windows of words. Columns: topic, across_units.
    """
    cosines = [
        stability.match(found.weights, again.weights)[0]
        for counts in others
        for seed in seeds
        for again in [fit.fit(counts, model=found.model, size=found.size, seed=seed, passes=passes)]
    ]
    return pl.DataFrame(
        {"topic": range(1, found.size + 1), "across_units": np.mean(cosines, axis=0)}
    )


def _gap(shares: np.ndarray, masks: list[np.ndarray]) -> np.ndarray:
    first, second = (np.nanmean(shares[mask], axis=0) for mask in masks)
    return first - second
