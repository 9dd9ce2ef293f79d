"""The specification curve in numbers: sign, spread, where the study lies, what moves the result.

Specifications are counted in two ways: all of them, and the distinct results among them, for many
specifications give one and the same estimate.
"""

from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.robustness.choices import Choices
from framing.robustness.joint_test import permute, sign
from framing.robustness.multiverse import COUNTS, KEYS
from framing.statistics.allowed import Permit
from framing.statistics.pair import TIE

Array = NDArray[np.float64]
Row = dict[str, Any]
OWN = ("estimate", "low", "high")
DIGITS = 9  # of an estimate, beyond which two are one result


def summarise(
    table: pl.DataFrame,
    means: Array,
    moved: pl.DataFrame,
    sizes: tuple[int, int],
    known: Choices,
    *,
    permit: Permit,
    articles: tuple[int, int] = (1, 1),
) -> pl.DataFrame:
    """A row per contrast, question and measure of the two results of `multiverse.run`.

    Over the specifications that count: KEYS, specifications, estimable (those with an estimate),
    distinct (results), own, own_low … (the study's specification: its estimate, interval and
    COUNTS), the columns of `quartiles`, positive, negative and zero (shares of the estimable ones),
    distinct_positive, distinct_negative, distinct_zero (of the distinct results), same_sign (share
    of the distinct results with the sign of the study's own), the columns of `place`, intervals
    (specifications that have one), excluding_zero (share of these), moved_by and mean_change (the
    choice that moves the result most), idle (those that change nothing, joined by "|"), and the
    columns of `permute`, which takes the other arguments. Over all: run, least_run, greatest_run.
    `moved` as of `influence`.
    """
    counts = table["counted"].to_numpy()
    tested = permute(
        table.filter("counted"), means[counts], sizes, known, permit=permit, articles=articles
    )
    rows = [
        dict(zip(KEYS, key, strict=True)) | _spread(part.filter("counted")) | _range(part)
        for key, part in table.group_by(KEYS, maintain_order=True)
    ]
    spread = pl.DataFrame(rows, infer_schema_length=None)
    return spread.join(_movers(moved), on=KEYS, how="left", maintain_order="left").join(
        tested, on=KEYS, how="left", maintain_order="left"
    )


def place(estimates: Array, own: float | None) -> Row:
    """Where the study's own estimate lies among all, counted from the nearer end of the curve.

    Columns: own_end (low: at or below the median, else high), own_rank (1: no specification gives a
    more extreme estimate at that end), as_extreme (share of specifications at least as extreme
    there), distinct_rank (the same rank among the distinct results). None without an estimate.
    """
    if own is None or not estimates.size:
        return dict.fromkeys(("own_end", "own_rank", "as_extreme", "distinct_rank"))
    low = own <= np.median(estimates) + TIE
    beyond = (own - estimates if low else estimates - own) > TIE
    as_far = (estimates <= own + TIE) if low else (estimates >= own - TIE)
    return {
        "own_end": "low" if low else "high",
        "own_rank": 1 + int(beyond.sum()),
        "as_extreme": float(as_far.mean()),
        "distinct_rank": 1 + len(distinct(estimates[beyond])),
    }


def quartiles(estimates: Array) -> Row:
    """Return ends, quartiles and median as least, lower, median, upper, greatest; None of none."""
    names = ("least", "lower", "median", "upper", "greatest")
    if not estimates.size:
        return dict.fromkeys(names)
    return dict(zip(names, np.quantile(estimates, (0, 0.25, 0.5, 0.75, 1)).tolist(), strict=True))


def distinct(estimates: Array) -> Array:
    """Return the distinct results in rising order."""
    return np.unique(np.round(estimates, DIGITS)) + 0.0


def _spread(counted: pl.DataFrame) -> Row:
    """The columns of `summarise` over the specifications of one curve that count."""
    known = counted.drop_nulls("estimate")
    estimates = known["estimate"].to_numpy()
    own = _own(counted)
    with_interval = counted.drop_nulls("low")
    excluding = (with_interval["low"] > 0) | (with_interval["high"] < 0)
    return {
        "specifications": counted.height,
        "estimable": known.height,
        **own,
        **quartiles(estimates),
        **_signs(estimates, ""),
        "distinct": len(distinct(estimates)),
        **_signs(distinct(estimates), "distinct_"),
        "same_sign": _same_sign(distinct(estimates), own["own"]),
        **place(estimates, own["own"]),
        "intervals": with_interval.height,
        "excluding_zero": excluding.mean(),
    }


def _own(counted: pl.DataFrame) -> Row:
    names = {"estimate": "own"} | {name: f"own_{name}" for name in OWN[1:]}
    mine = counted.filter("own").select(*OWN, *COUNTS).rename(names)
    return mine.row(0, named=True) if mine.height else dict.fromkeys(mine.columns)


def _range(part: pl.DataFrame) -> Row:
    """The columns of `summarise` over all specifications of one curve."""
    found = part["estimate"]
    return {"run": part.height, "least_run": found.min(), "greatest_run": found.max()}


def _signs(estimates: Array, prefix: str) -> Row:
    named = {"positive": 1, "negative": -1, "zero": 0}
    if not estimates.size:
        return {f"{prefix}{name}": None for name in named}
    return {f"{prefix}{n}": float((sign(estimates) == s).mean()) for n, s in named.items()}


def _same_sign(estimates: Array, own: float | None) -> float | None:
    return None if own is None else float((sign(estimates) == sign(np.array(own))).mean())


def _movers(moved: pl.DataFrame) -> pl.DataFrame:
    """The choice that moves each curve most, of those that count, and those that move nothing."""
    counted = moved.filter(~pl.col("sensitivity"))
    moves = pl.col("mean_change") > TIE
    first = pl.col("choice", "mean_change").filter(moves).first()
    return counted.group_by(KEYS, maintain_order=True).agg(
        first.name.replace("choice", "moved_by"),
        pl.col("choice").filter(~moves).str.join("|").alias("idle"),
    )
