"""Coefficients of agreement: Krippendorff's alpha and Gwet's AC1, with intervals over units.

Ratings are a long table: unit, coder, variable (say a frame), value. A rating that a coder did not
give is a missing row or a null. Two coefficients, because alpha falls when a value is rare
although the coders hardly differ, and AC1 does not.
"""

from collections.abc import Sequence

import krippendorff
import numpy as np
import polars as pl
from numpy.typing import NDArray

Array = NDArray[np.float64]
COEFFICIENTS = ("alpha", "ac1", "agreement")
NO_INTERVAL = (np.nan, np.nan)


def measure(
    ratings: pl.DataFrame,
    *,
    categories: Sequence | None = None,
    resamples: int = 2000,
    level: float = 0.95,
    seed: int,
) -> pl.DataFrame:
    """Agreement on each variable: a row per variable and coefficient (alpha, ac1, agreement).

    `categories` are the values a coder could choose (default: those that occur in the variable).
    Columns: variable, coefficient, estimate, low, high (percentile interval over `resamples`
    draws of units with replacement), units (with two ratings or more), coders, differing (units
    on which the coders differ), differing_high (exact upper bound of the share of such units, with
    confidence `level`; Clopper & Pearson 1934), defined (share of resamples in which the
    coefficient exists). Alpha is nan if only one value occurs. There is no interval (nan) where no
    unit differs, since resamples then never vary, which is not certainty; nor where the
    coefficient exists in a smaller share of the resamples than `level`. Percentile intervals are
    too narrow for few units. Zapf et al. 2016.
    """
    rows = []
    for (variable,), mine in ratings.drop_nulls("value").group_by("variable", maintain_order=True):
        table = count_values(mine, categories=categories)
        once = _coefficients(table, np.ones((1, len(table))))
        drawn = _coefficients(table, _resample(len(table), resamples, seed))
        rated = table[table.sum(axis=1) >= 2]
        differing = int(((rated > 0).sum(axis=1) > 1).sum())
        split = differing, upper_bound(differing, len(rated), level=level)
        for name in COEFFICIENTS:
            point = alpha(mine) if name == "alpha" else float(once[name][0])
            known = drawn[name][np.isfinite(drawn[name])]
            whole = differing and len(known) >= level * resamples
            ends = np.quantile(known, [(1 - level) / 2, (1 + level) / 2]) if whole else NO_INTERVAL
            sizes = len(rated), mine["coder"].n_unique(), *split, len(known) / resamples
            rows.append((variable, name, point, *map(float, ends), *sizes))
    columns = ["variable", "coefficient", "estimate", "low", "high", "units", "coders"]
    schema = [*columns, "differing", "differing_high", "defined"]
    return pl.DataFrame(rows, schema=schema, orient="row")


def upper_bound(count: int, n: int, *, level: float) -> float:
    """Exact upper bound of a share of which `count` of `n` were seen; nan for n = 0.

    With confidence `level` the share is not larger (one-sided). Clopper & Pearson 1934.
    """
    from scipy import special  # slow to import, and used here only

    if n == 0:
        return float("nan")
    return 1.0 if count == n else float(special.betaincinv(count + 1, n - count, level))


def alpha(ratings: pl.DataFrame) -> float:
    """Krippendorff's alpha of one variable (columns unit, coder, value), for unordered values.

    1: perfect; 0: as by chance. Any number of coders, missing ratings allowed. nan if fewer than
    two values occur among units with two ratings. Krippendorff 2004; Hayes & Krippendorff 2007.
    """
    wide = ratings.drop_nulls("value").pivot("unit", index="coder", values="value")
    values = np.unique(ratings["value"].drop_nulls().to_numpy())
    codes = np.full((wide.height, wide.width - 1), np.nan)
    for number, value in enumerate(values):
        known = wide.drop("coder").select((pl.all() == value).fill_null(False)).to_numpy()
        codes[known] = number
    pairable = codes[:, np.isfinite(codes).sum(axis=0) >= 2]
    if len(np.unique(pairable[np.isfinite(pairable)])) < 2:
        return float("nan")
    return float(krippendorff.alpha(reliability_data=codes, level_of_measurement="nominal"))


def count_values(ratings: pl.DataFrame, *, categories: Sequence | None = None) -> Array:
    """Units × categories: how many coders chose each value of one variable; units in order of name.

    Raises ValueError for a value that is not among `categories`.
    """
    known = ratings.drop_nulls("value")
    values = sorted(known["value"].unique()) if categories is None else list(categories)
    strange = set(known["value"]) - set(values)
    if strange:
        raise ValueError(f"unknown value {min(strange)!r}: {', '.join(map(str, values))}")
    counts = [(pl.col("value") == value).sum().alias(str(n)) for n, value in enumerate(values)]
    table = known.group_by("unit").agg(counts).sort("unit").drop("unit")
    return table.to_numpy().astype(float)


def majority(ratings: pl.DataFrame) -> pl.DataFrame:
    """The value that more than half of the coders of a unit gave, per variable and unit.

    Columns: unit, variable, value (null without a majority), votes (for it), coders.
    """
    votes = ratings.drop_nulls("value").group_by("unit", "variable", "value").len("votes")
    coders = pl.col("votes").sum().over("unit", "variable").alias("coders")
    best = (
        votes.with_columns(coders)
        .sort("votes", "value", descending=[True, False])
        .unique(["unit", "variable"], keep="first", maintain_order=True)
    )
    won = pl.when(2 * pl.col("votes") > pl.col("coders")).then(pl.col("value"))
    counts = pl.col("votes", "coders").cast(pl.Int64)
    return best.select("unit", "variable", won.alias("value"), counts).sort("variable", "unit")


def _resample(units: int, resamples: int, seed: int) -> Array:
    """How often each unit is drawn in each resample: resamples × units."""
    rng = np.random.default_rng(seed)
    return rng.multinomial(units, np.full(units, 1 / units), size=resamples).astype(float)


def _coefficients(table: Array, draws: Array) -> dict[str, Array]:
    """Alpha, AC1 and agreement for each row of weights of the units (sums are linear in them)."""
    coders = table.sum(axis=1)
    rated = coders[:, None] >= 2
    with np.errstate(divide="ignore", invalid="ignore"):
        alike = np.where(rated, table * (table - 1) / (coders[:, None] - 1), 0).sum(axis=1)
        agreement = draws @ np.nan_to_num(alike / coders) / (draws @ rated[:, 0])
        # Alpha: expected agreement by drawing two of all pairable values without replacement.
        values = draws @ np.where(rated, table, 0)
        n = values.sum(axis=1)
        expected = 1 - (values * (values - 1)).sum(axis=1) / (n * (n - 1))
        alphas = 1 - (1 - draws @ alike / n) / expected
        # AC1: mean share of each category over all rated units, also those rated once.
        share = draws @ np.nan_to_num(table / coders[:, None]) / (draws @ (coders > 0))[:, None]
        chance = (share * (1 - share)).sum(axis=1) / max(table.shape[1] - 1, 1)
        ac1s = (agreement - chance) / (1 - chance)
    alphas[expected <= 0] = np.nan
    return {"alpha": alphas, "ac1": ac1s, "agreement": agreement}
