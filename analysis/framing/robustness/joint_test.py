"""The joint test of a specification curve, all its specifications exchanged alike."""

from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.robustness import choices
from framing.robustness.choices import Choices
from framing.robustness.multiverse import KEYS, LOG_RATIO
from framing.statistics import corrections, effects, permutation
from framing.statistics.allowed import Permit
from framing.statistics.designs import Design
from framing.statistics.pair import TIE
from framing.statistics.permutation import smallest_p, splits

Array = NDArray[np.float64]


def permute(
    curve: pl.DataFrame,
    means: Array,
    sizes: tuple[int, int],
    known: Choices,
    *,
    permit: Permit,
    articles: tuple[int, int] = (1, 1),
) -> pl.DataFrame:
    """Joint test of each curve: contiguous blocks of sentences are exchanged between the sources.

    `curve` and `means` are the rows of `multiverse.run` that count; `sizes` are the blocks of the
    two sources, `known` the choices, `articles` the numbers of articles. Columns: KEYS,
    as_large_median and as_large_sign (share of the exchanges, the observed one among them, in which
    the absolute median, or the excess of the commoner sign, is as large), holds (whether `permit`
    allows the exchange of blocks for the units of the study's own specification: then both shares
    are p-values, else they describe), p_family (of the median, Holm over the curves of a measure
    that hold), floor (the smallest p there could be), exchanges.

    All specifications are exchanged alike, so their dependence is kept; an exchange in which one
    source has no unit is counted as at least as extreme. The estimates are those of means over
    blocks (see `permutation.exchange`). After Simonsohn, Simmons & Nelson 2020, without their
    statistic of significant specifications.
    """
    exchanged = splits(*sizes)
    floor = max(smallest_p(*sizes), 1 / len(exchanged))
    rows = []
    for key in curve.select(KEYS).unique(maintain_order=True).rows():
        same = [pl.col(name) == value for name, value in zip(KEYS, key, strict=True)]
        mine = curve.select(pl.all_horizontal(same)).to_series()
        part = curve.filter(mine)
        first, second = permutation.exchange(means[mine.to_numpy()], exchanged)
        found = _estimates(part, first, second, known)
        found = found[:, part["estimate"].is_not_null().to_numpy()]
        holds = bool(found.size) and _holds(part.filter("own"), permit, articles)
        large = _as_large(_median(found)), _as_large(_excess(found))
        rows.append((*key, *large, holds, floor, len(exchanged)))
    schema: dict[str, Any] = dict.fromkeys(KEYS, pl.String)
    schema |= dict.fromkeys(("as_large_median", "as_large_sign"), pl.Float64)
    schema |= {"holds": pl.Boolean, "floor": pl.Float64, "exchanges": pl.Int64}
    table = pl.DataFrame(rows, schema=schema, orient="row")
    return table.with_columns(p_family=_family(table))


def _family(table: pl.DataFrame) -> pl.Series:
    """Holm's p over the curves of each measure, missing where the test does not hold."""
    p = np.where(table["holds"].to_numpy(), table["as_large_median"].to_numpy(), np.nan)
    adjusted = np.full(table.height, np.nan)
    for measure in table["measure"].unique(maintain_order=True):
        mine = (table["measure"] == measure).to_numpy()
        adjusted[mine] = corrections.holm(p[mine])
    return pl.Series(adjusted).fill_nan(None)


def _holds(own: pl.DataFrame, permit: Permit, articles: tuple[int, int]) -> bool:
    row = own.row(0, named=True)
    n, shares = (row["n_first"], row["n_second"]), (row["first"], row["second"])
    if not min(n):
        return False
    pooled = sum(share * units for share, units in zip(shares, n, strict=True)) / sum(n)
    design = Design(*articles, n[0] / articles[0], n[1] / articles[1])
    return permit(design, pooled, row["weight"])


def _estimates(part: pl.DataFrame, first: Array, second: Array, known: Choices) -> Array:
    """Estimates of all specifications of one curve under each exchange."""
    if part["measure"][0] != LOG_RATIO:
        return first - second
    n, m = (part[name].to_numpy().astype(float) for name in ("n_first", "n_second"))
    ends = [name for name, choice in known.items() if choice.stage == "comparing"]
    found = np.empty_like(first)
    for end in part.select(ends).unique(maintain_order=True).rows(named=True):
        same = pl.all_horizontal(pl.col(name) == option for name, option in end.items())
        at = part.select(same).to_series().to_numpy()
        counts = first[:, at] * n[at], n[at], second[:, at] * m[at], m[at]
        options = choices.values(known, end, "comparing")
        found[:, at] = effects.log_ratio(*counts, **options)
    return found


def _median(found: Array) -> Array:
    known = ~np.isnan(found).all(axis=1)
    result = np.full(len(found), np.nan)
    result[known] = np.nanmedian(found[known], axis=1)
    return _undecided(result)


def _excess(found: Array) -> Array:
    known = ~np.isnan(found)
    signs = np.where(known, sign(np.where(known, found, 0)), 0).sum(axis=1)
    with np.errstate(invalid="ignore"):
        return _undecided(signs / known.sum(axis=1))


def _undecided(statistic: Array) -> Array:
    return np.where(np.isnan(statistic), np.nanmax(np.abs(statistic), initial=0), statistic)


def _as_large(statistic: Array) -> float:
    return float((np.abs(statistic) >= np.abs(statistic[0]) - TIE).mean())


def sign(values: Array) -> Array:
    """The sign of each value, 0 where it differs from zero by rounding only."""
    return np.sign(np.where(np.abs(values) < TIE, 0, values))
