"""The specification curve in numbers: sign, spread, the choice that moves it, a joint test."""

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing import blocks, corrections, effects
from framing.contrasts import smallest_p
from framing.multiverse import LOG_RATIO
from framing.series import TIE, splits

Array = NDArray[np.float64]
KEYS = ["contrast", "measure"]


def summarise(
    curve: pl.DataFrame, means: Array, moved: pl.DataFrame, sizes: tuple[int, int]
) -> pl.DataFrame:
    """A row per contrast and measure of the two results of `multiverse.run`.

    Columns: contrast, measure, specifications, estimable (with an estimate), own, own_low, own_high
    (the study's specification), median, least, greatest, positive and negative (shares of the
    estimable ones), same_sign (share with the sign of the median), intervals (specifications that
    have one), excluding_zero (share of these), moved_by and mean_change (the first row of `moved`),
    and those of `permute`. `moved` as of `influence`; `sizes` are the blocks of the two sources.
    """
    first = moved.filter(pl.col("mean_change") > TIE).unique(
        KEYS, keep="first", maintain_order=True
    )
    most = first.select(*KEYS, pl.col("choice").alias("moved_by"), "mean_change")
    tested = permute(curve, means, sizes)
    return (
        curve.group_by(KEYS, maintain_order=True)
        .agg(_spread())
        .join(most, on=KEYS, how="left", maintain_order="left")
        .join(tested, on=KEYS, how="left", maintain_order="left")
    )


def influence(curve: pl.DataFrame, choices: list[str]) -> pl.DataFrame:
    """How far each choice alone moves the estimate, the greatest mean change of a contrast first.

    Columns: contrast, measure, choice, options (number of them), flips (pairs of specifications
    that differ in this choice only), mean_change and greatest_change (absolute), sign_changes
    (share of flips that turn a positive estimate negative or the reverse, or one of them zero),
    variance_share (between the options, of all variance of the curve). A choice with one option
    in a contrast has no row.
    """
    rows = []
    for key, part in curve.drop_nulls("estimate").group_by(KEYS, maintain_order=True):
        varied = [name for name in choices if part[name].n_unique() > 1]
        found = [dict(zip(KEYS, key, strict=True)) | _flip(part, name, varied) for name in varied]
        rows += sorted(found, key=lambda row: -row["mean_change"])
    return pl.DataFrame(rows, schema_overrides=dict.fromkeys(KEYS, pl.String))


def permute(curve: pl.DataFrame, means: Array, sizes: tuple[int, int]) -> pl.DataFrame:
    """Joint test of each curve: contiguous blocks of sentences exchanged between the sources.

    Columns: contrast, measure, p_median and p_sign (share of the exchanges, the observed one among
    them, in which the absolute median, or the excess of the commoner sign, is as large), p_family
    (of the median, max-T over the contrasts of a measure), floor (the smallest p there could be),
    exchanges. All specifications are exchanged alike, so their dependence is kept; an exchange
    that leaves nothing to compare counts as one as large. The estimates are those of means over
    blocks (see `blocks.exchange`). After Simonsohn, Simmons & Nelson 2020, without their statistic
    of significant specifications.
    """
    exchanged = splits(*sizes)
    floor = max(smallest_p(*sizes), 1 / len(exchanged))
    keys = curve.select(KEYS).unique(maintain_order=True)
    medians, rows = [], []
    for key in keys.rows():
        mine = ((curve["contrast"] == key[0]) & (curve["measure"] == key[1])).to_numpy()
        part = curve.filter(mine)
        found = _estimates(part, *blocks.exchange(means[mine], exchanged))
        found = found[:, part["estimate"].is_not_null().to_numpy()]
        median, sign = _median(found), _excess(found)
        medians.append(median)
        rows.append((*key, _p(median), _p(sign), floor, len(exchanged)))
    names = ["p_median", "p_sign", "floor", "exchanges"]
    table = pl.DataFrame(rows, schema=[*KEYS, *names], orient="row")
    family = np.full(len(rows), np.nan)
    for measure in table["measure"].unique(maintain_order=True):
        mine = (table["measure"] == measure).to_numpy()
        family[mine] = corrections.max_t(np.array(medians)[mine].T)
    return table.with_columns(pl.Series("p_family", family).fill_nan(None))


def _spread() -> list[pl.Expr]:
    estimate, own = pl.col("estimate"), pl.col("own")
    sign = estimate.sign() == estimate.median().sign()
    excluding = (pl.col("low") > 0) | (pl.col("high") < 0)
    return [
        pl.len().cast(pl.Int64).alias("specifications"),
        estimate.count().cast(pl.Int64).alias("estimable"),
        estimate.filter(own).first().alias("own"),
        pl.col("low").filter(own).first().alias("own_low"),
        pl.col("high").filter(own).first().alias("own_high"),
        estimate.median().alias("median"),
        estimate.min().alias("least"),
        estimate.max().alias("greatest"),
        (estimate > TIE).mean().alias("positive"),
        (estimate < -TIE).mean().alias("negative"),
        sign.mean().alias("same_sign"),
        pl.col("low").count().cast(pl.Int64).alias("intervals"),
        excluding.mean().alias("excluding_zero"),
    ]


def _flip(part: pl.DataFrame, choice: str, varied: list[str]) -> dict:
    others = [name for name in varied if name != choice]
    order = {option: i for i, option in enumerate(part[choice].unique(maintain_order=True))}
    one = part.select(*others, pl.col(choice).replace_strict(order).alias("at"), "estimate")
    joined = one.join(one, on=others, suffix="_other") if others else one.join(one, how="cross")
    pairs = joined.filter(pl.col("at") < pl.col("at_other"))
    a, b = (pairs[name].to_numpy() for name in ("estimate", "estimate_other"))
    estimates = part["estimate"].to_numpy()
    group = part.group_by(choice).agg(pl.col("estimate").mean().alias("mean"), pl.len())
    between = (group["len"] * (group["mean"] - estimates.mean()) ** 2).sum()
    total = ((estimates - estimates.mean()) ** 2).sum()
    return {
        "choice": choice,
        "options": len(order),
        "flips": len(a),
        "mean_change": float(np.abs(a - b).mean()) if len(a) else 0.0,
        "greatest_change": float(np.abs(a - b).max(initial=0)),
        "sign_changes": float((_sign(a) != _sign(b)).mean()) if len(a) else 0.0,
        "variance_share": float(between / total) if total > TIE else 0.0,
    }


def _estimates(part: pl.DataFrame, first: Array, second: Array) -> Array:
    """Estimates of all specifications of one curve under each exchange."""
    if part["measure"][0] != LOG_RATIO:
        return first - second
    n, m = (part[name].to_numpy().astype(float) for name in ("n_first", "n_second"))
    smoothing = part["smoothing"].cast(pl.Float64).to_numpy()
    found = np.empty_like(first)
    for added in np.unique(smoothing):
        at = smoothing == added
        sides = (first[:, at] * n[at], n[at], second[:, at] * m[at], m[at])
        found[:, at] = effects.log_ratio(*sides, smoothing=added)
    return found


def _sign(values: Array) -> Array:
    return np.sign(np.where(np.abs(values) < TIE, 0, values))


def _median(found: Array) -> Array:
    known = ~np.isnan(found).all(axis=1)
    result = np.full(len(found), np.nan)
    result[known] = np.nanmedian(found[known], axis=1)
    return _as_large(result)


def _excess(found: Array) -> Array:
    known = ~np.isnan(found)
    signs = np.where(known, _sign(np.where(known, found, 0)), 0).sum(axis=1)
    with np.errstate(invalid="ignore"):
        return _as_large(signs / known.sum(axis=1))


def _as_large(statistic: Array) -> Array:
    return np.where(np.isnan(statistic), np.nanmax(np.abs(statistic), initial=0), statistic)


def _p(statistic: Array) -> float:
    return float((np.abs(statistic) >= np.abs(statistic[0]) - TIE).mean())
