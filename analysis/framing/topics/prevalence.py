"""How much of each source a topic fills, and how far text and fit leave the difference open."""

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.statistics import allowed, intervals
from framing.statistics.designs import Design
from framing.topics import stability
from framing.topics.fit import Topics

Array = NDArray[np.float64]


def compare(
    found: Topics,
    units: pl.DataFrame,
    sources: list[str],
    *,
    method: str,
    permit: allowed.Permit,
    level: float,
) -> pl.DataFrame:
    """Mean share of each topic in the sentences of both sources, and the difference.

    `units` has a row per sentence (article, source), in the order of `found.shares`; sentences
    without any concept are left out. Columns: topic, prevalence_<source>, difference (first minus
    second), low, high: its interval, where `permit` (`allowed.remember`) allows the method for
    articles like these, else null.
    """
    rows = []
    for topic in range(found.size):
        sides = [_series(found.shares[:, topic], units, source) for source in sources]
        means = [float(np.concatenate(side).mean()) for side in sides]
        low, high = _interval(sides, method, permit, level)
        rows.append((topic + 1, *means, means[0] - means[1], low, high))
    schema = ["topic", *(f"prevalence_{source}" for source in sources), "difference", "low", "high"]
    types = {name: pl.Int64 if name == "topic" else pl.Float64 for name in schema}
    return pl.DataFrame(rows, schema=types, orient="row")


def across_fits(fits: list[Topics], units: pl.DataFrame, sources: list[str]) -> pl.DataFrame:
    """Range of the difference over fits from other seeds, topics matched to those of the first.

    Columns: topic, fit_low, fit_high.
    """
    first, masks = fits[0], [units["source"].to_numpy() == source for source in sources]
    gaps = []
    for again in fits:
        shares = again.shares[:, stability.partners(first.weights, again.weights)]
        one, two = (np.nanmean(shares[mask], axis=0) for mask in masks)
        gaps.append(one - two)
    low, high = np.min(gaps, axis=0), np.max(gaps, axis=0)
    return pl.DataFrame({"topic": range(1, first.size + 1), "fit_low": low, "fit_high": high})


def _series(shares: Array, units: pl.DataFrame, source: str) -> list[Array]:
    """The shares in the sentences of each article of a source, in reading order."""
    table = units.select("article", "source").with_columns(pl.Series("share", shares))
    kept = table.filter((pl.col("source") == source) & pl.col("share").is_not_nan())
    return [part["share"].to_numpy() for part in kept.partition_by("article", maintain_order=True)]


def _interval(
    sides: list[list[Array]], method: str, permit: allowed.Permit, level: float
) -> tuple[float | None, float | None]:
    # ASSUME the mean share of a topic is at least as certain as an equal share of sentences: values
    # between 0 and 1 vary most where all of them are 0 or 1, which is what was simulated.
    design = Design.of(map(len, sides[0]), map(len, sides[1]))
    pooled = float(np.concatenate([*sides[0], *sides[1]]).mean())
    if not permit(design, pooled, "units"):
        return None, None
    result = intervals.contrast(*sides, method=method, level=level)
    return result.low, result.high
