"""How well the instrument finds what coders found: precision, recall, F1, with intervals.

Truth and finding are two wide tables with the same units: column `unit`, then one column of 0 and
1 (or booleans) per code. A null in the truth means that the unit was not coded for that code.
"""

import numpy as np
import polars as pl
from numpy.typing import ArrayLike, NDArray

from framing.statistics import proportions
from framing.statistics.proportions import Interval

Array = NDArray[np.float64]
MEASURES = ("precision", "recall", "f1")
MICRO = "micro"  # the code of all decisions together


def scores(
    truth: pl.DataFrame,
    found: pl.DataFrame,
    *,
    resamples: int = 2000,
    level: float = 0.95,
    seed: int,
) -> pl.DataFrame:
    """Precision, recall and F1 of each code and, as code MICRO, of all decisions together.

    Columns: code, measure (precision, recall, f1), estimate, low, high, method, n (denominator of
    the measure; for f1 the decisions true or found), units (coded for the code). Intervals are
    those of `rate`; for micro values, whose decisions share units, percentiles of a bootstrap over
    units, unless its draws never vary. Denominator 0: nan. Raises ValueError if units or codes
    differ, or for a value other than 0 and 1.
    """
    hits, coded, codes = _hits(truth, found)
    cells, draws = hits.sum(axis=1), _draws(hits[:, :, -1], resamples, seed)
    rows = []
    for number, code in enumerate([*codes, MICRO]):
        for name, (interval, n) in rate(*cells[:, number], level=level).items():
            estimate, *ends = map(float, interval)
            method = "wilson"
            if code == MICRO and len(np.unique(draws[name])) > 1:
                tails = [(1 - level) / 2, (1 + level) / 2]
                ends, method = list(np.quantile(draws[name], tails)), "bootstrap"
            rows.append((code, name, estimate, *ends, method, n, coded[number]))
    columns = ["code", "measure", "estimate", "low", "high", "method", "n", "units"]
    return pl.DataFrame(rows, schema=columns, orient="row")


def accuracy(decisions: pl.DataFrame, *, level: float) -> pl.DataFrame:
    """Share of decisions in which the instrument agrees with the coders, one row as of `scores`.

    `decisions`: unit, and right (true where it agrees). Wilson's interval.
    """
    hits = int(decisions["right"].sum())
    interval = proportions.wilson(hits, decisions.height, level=level)
    row = ("", "accuracy", *map(float, interval), "wilson", decisions.height)
    schema = ["code", "measure", "estimate", "low", "high", "method", "n"]
    return pl.DataFrame([row], schema=schema, orient="row").with_columns(
        units=pl.lit(decisions["unit"].n_unique(), pl.Int64)
    )


def rate(
    true: float, extra: float, missed: float, *, level: float = 0.95
) -> dict[str, tuple[Interval, int]]:
    """Each measure with its interval and denominator, from true, false positives, false negatives.

    Precision and recall: Wilson's score interval. F1 is a function of the share of hits among the
    decisions true or found; its interval follows from that share's. Denominator 0: nan.
    """
    found = {}
    for name in MEASURES:
        hits, n = _ratio(np.array([true, extra, missed], float), name)
        share = proportions.wilson(hits, n, level=level)
        found[name] = Interval(*(_measure(name, part) for part in share)), int(n)
    return found


def difference(first: pl.DataFrame, second: pl.DataFrame) -> pl.DataFrame:
    """Whether the instrument favours a language: each measure in the first minus the second.

    Both are tables of `scores`, from different units. Columns: code, measure, first, second,
    difference, low, high (see `proportions.difference`; the level is that of `scores`). nan where
    a measure does not exist in one of them. A code that only one of them has is left out, and then
    so is MICRO, which would compare different codes.
    """
    keys = ["code", "measure"]
    different = set(first["code"]) != set(second["code"])
    both = first.join(second, on=keys, suffix="_second", maintain_order="left")
    both = both.filter(~(pl.lit(different) & (pl.col("code") == MICRO)))
    parts = (
        Interval(*(both[f"{name}{end}"].to_numpy() for name in ("estimate", "low", "high")))
        for end in ("", "_second")
    )
    gap = proportions.difference(*parts)
    return both.select(
        *keys, pl.col("estimate").alias("first"), pl.col("estimate_second").alias("second")
    ).with_columns(
        pl.Series("difference", gap.estimate),
        pl.Series("low", gap.low),
        pl.Series("high", gap.high),
    )


def _hits(truth: pl.DataFrame, found: pl.DataFrame) -> tuple[Array, list[int], list[str]]:
    """True positives, false positives, false negatives: 3 × units × (codes and micro).

    Also the number of coded units of each, and the names of the codes.
    """
    codes = [c for c in truth.columns if c != "unit"]
    if set(truth.columns) != set(found.columns):
        raise ValueError("truth and finding have different codes")
    if sorted(truth["unit"]) != sorted(found["unit"]) or truth["unit"].is_duplicated().any():
        raise ValueError("truth and finding must have the same units, each once")
    a, b = (t.sort("unit").select(codes).cast(pl.Float64).to_numpy() for t in (truth, found))
    coded = ~np.isnan(a)
    a, b = np.where(coded, a, 0), np.where(coded, b, 0)
    if not np.isin([a, b], (0, 1)).all():
        raise ValueError("truth and finding may hold only 0 and 1")
    hits = np.array([a * b, (1 - a) * b, a * (1 - b)])
    units = [*map(int, coded.sum(axis=0)), int(coded.any(axis=1).sum())]
    return np.concatenate([hits, hits.sum(axis=2, keepdims=True)], axis=2), units, codes


def _draws(hits: Array, resamples: int, seed: int) -> dict[str, Array]:
    """Each measure of one code (3 × units) in each resample of units, where it exists."""
    units = hits.shape[1]
    rng = np.random.default_rng(seed)
    weights = rng.multinomial(units, np.full(units, 1 / units), size=resamples)
    ratios = {name: _divide(*_ratio(hits @ weights.T, name)) for name in MEASURES}
    return {name: _measure(name, share[np.isfinite(share)]) for name, share in ratios.items()}


def _ratio(cells: Array, name: str) -> tuple[Array, Array]:
    """Hits and the decisions they are a share of, from true, false positives, false negatives."""
    true, extra, missed = cells
    return true, true + (missed if name == "recall" else extra + missed * (name == "f1"))


def _measure(name: str, share: Array) -> Array:
    """The measure itself: F1 from the share of hits among decisions true or found."""
    return 2 * share / (1 + share) if name == "f1" else share


def _divide(a: ArrayLike, b: ArrayLike) -> Array:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(np.asarray(b) == 0, np.nan, np.divide(a, b))
