"""What each choice alone moves, over specifications that are alike in all other choices."""

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.robustness.choices import Choices
from framing.robustness.curve import DIGITS, Row, quartiles
from framing.robustness.joint_test import sign
from framing.robustness.multiverse import KEYS
from framing.statistics.pair import TIE

Array = NDArray[np.float64]


def influence(table: pl.DataFrame, choices: Choices) -> pl.DataFrame:
    """How far each choice alone moves the estimate, the greatest mean change of a curve first.

    Columns: KEYS, choice, sensitivity (all other options are known to be worse), options (number of
    them), flips (pairs of specifications that differ in this choice only), mean_change and
    greatest_change (absolute), sign_changes (share of flips that turn a positive estimate negative
    or the reverse, or one of them zero), variance_share (between the options, of all variance of
    these specifications). A choice with one option in a curve has no row.
    """
    rows: list[Row] = []
    for key, part in table.drop_nulls("estimate").group_by(KEYS, maintain_order=True):
        found = [
            dict(zip(KEYS, key, strict=True)) | row
            for name in choices
            for row in _flip(alike(part, choices, name), name, choices)
        ]
        rows += sorted(found, key=lambda row: -round(row["mean_change"], DIGITS))
    return pl.DataFrame(rows, schema_overrides=dict.fromkeys(KEYS, pl.String))


def options(table: pl.DataFrame, choices: Choices) -> pl.DataFrame:
    """The estimates under each option, over specifications that are alike in all other choices.

    Columns: KEYS, choice, option, own (the study's), worse (known to be), specifications, least,
    lower, median, upper, greatest (quartiles and ends). A choice with one option has no row.
    """
    rows: list[Row] = []
    for key, part in table.drop_nulls("estimate").group_by(KEYS, maintain_order=True):
        for name, choice in choices.items():
            mine = alike(part, choices, name)
            for option in choice.options.values() if mine.height else ():
                taken = mine.filter(pl.col(name) == option.name)["estimate"].to_numpy()
                if taken.size:
                    row = {"choice": name, "option": option.name, "own": option is choice.own}
                    row |= {"worse": bool(option.worse), "specifications": len(taken)}
                    rows.append(dict(zip(KEYS, key, strict=True)) | row | quartiles(taken))
    return pl.DataFrame(rows, schema_overrides=dict.fromkeys(KEYS, pl.String))


def alike(part: pl.DataFrame, choices: Choices, name: str) -> pl.DataFrame:
    """The specifications of a curve that differ in nothing but one choice, and count but for it.

    Kept are those of which there is one for each option that occurs; none if only one occurs.
    """
    others = [other for other in choices if other != name]
    mine = part.filter(pl.col(other).is_in(choices[other].counted) for other in others)
    options = pl.col(name).n_unique().over(others)
    most = mine.select(options.max()).item() or 0
    return mine.filter(options == most) if most > 1 else mine.clear()


def _flip(part: pl.DataFrame, name: str, choices: Choices) -> list[Row]:
    """The row of `influence` for a choice over specifications that are alike otherwise."""
    counted = part.filter(pl.col(name).is_in(choices[name].counted))
    sensitivity = counted[name].n_unique() < 2
    mine = part if sensitivity else counted
    if mine[name].n_unique() < 2:
        return []
    others = [other for other in choices if other != name]
    order = {option: at for at, option in enumerate(choices[name].options)}
    one = mine.select(*others, pl.col(name).replace_strict(order).alias("at"), "estimate")
    joined = one.join(one, on=others, suffix="_other", maintain_order="left_right")
    pairs = joined.filter(pl.col("at") < pl.col("at_other"))
    a, b = (pairs[column].to_numpy() for column in ("estimate", "estimate_other"))
    row: Row = {"choice": name, "sensitivity": sensitivity, "options": mine[name].n_unique()}
    return [row | _change(a, b) | {"variance_share": _between(mine, name)}]


def _change(a: Array, b: Array) -> Row:
    """Number and size of the changes between two options, pair by pair."""
    return {
        "flips": len(a),
        "mean_change": float(np.abs(a - b).mean()),
        "greatest_change": float(np.abs(a - b).max()),
        "sign_changes": float((sign(a) != sign(b)).mean()),
    }


def _between(mine: pl.DataFrame, name: str) -> float:
    """The part of the variance that lies between the options."""
    estimates = mine["estimate"].to_numpy()
    groups = [part["estimate"].to_numpy() for part in mine.partition_by(name, maintain_order=True)]
    between = sum(len(group) * (group.mean() - estimates.mean()) ** 2 for group in groups)
    total = ((estimates - estimates.mean()) ** 2).sum()
    share = float(between / total) if total > TIE else 0.0
    return share if share > TIE else 0.0
