"""The specification curve in numbers: sign, spread, and the choice that moves it most."""

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.robustness.joint_test import KEYS, permute, sign
from framing.statistics.allowed import Permit
from framing.statistics.pair import TIE

Array = NDArray[np.float64]


def summarise(
    curve: pl.DataFrame,
    means: Array,
    moved: pl.DataFrame,
    sizes: tuple[int, int],
    *,
    permit: Permit,
    articles: int = 1,
) -> pl.DataFrame:
    """A row per contrast and measure of the two results of `multiverse.run`.

    Columns: contrast, measure, specifications, estimable (with an estimate), own, own_low, own_high
    (the study's specification), median, least, greatest, positive and negative (shares of the
    estimable ones), same_sign (share with the sign of the median), intervals (specifications that
    have one), excluding_zero (share of these), moved_by and mean_change (the first row of `moved`),
    and those of `permute`, which takes the other arguments. `moved` as of `influence`.
    """
    first = moved.filter(pl.col("mean_change") > TIE).unique(
        KEYS, keep="first", maintain_order=True
    )
    most = first.select(*KEYS, pl.col("choice").alias("moved_by"), "mean_change")
    tested = permute(curve, means, sizes, permit=permit, articles=articles)
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
        rows += sorted(found, key=lambda row: -round(row["mean_change"], 9))
    return pl.DataFrame(rows, schema_overrides=dict.fromkeys(KEYS, pl.String))


def _spread() -> list[pl.Expr]:
    estimate, own = pl.col("estimate"), pl.col("own")
    alike = estimate.sign() == estimate.median().sign()
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
        alike.mean().alias("same_sign"),
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
        "sign_changes": float((sign(a) != sign(b)).mean()) if len(a) else 0.0,
        "variance_share": float(between / total) if total > TIE else 0.0,
    }
