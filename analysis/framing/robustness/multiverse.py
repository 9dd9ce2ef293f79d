"""The multiverse: the main contrasts under every combination of defensible choices.

A specification takes one option of each choice of the config (`multiverse.choices`); the study's
own is among them. Steegen et al. 2016; Simonsohn, Simmons & Nelson 2020.
"""

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.robustness import choices
from framing.robustness.choices import OWN_VOICE
from framing.robustness.units import Side, Texts
from framing.statistics import effects, intervals
from framing.statistics.allowed import Permit
from framing.statistics.pair import TIE

Array = NDArray[np.float64]
DIFFERENCE, LOG_RATIO = "difference", "log_ratio"
NUMBERS = {
    **dict.fromkeys(("estimate", "low", "high", "first", "second"), pl.Float64),
    **dict.fromkeys(("n_first", "n_second"), pl.Int64),
}


def run(
    texts: Texts,
    options: dict[str, list[str]],
    contrasts: dict[str, dict],
    *,
    method: str,
    permit: Permit,
) -> tuple[pl.DataFrame, Array]:
    """Every specification of every contrast, and the means of its blocks.

    `options` as of `choices.arrange`. A contrast has `frames` and `of`: "share", of the units that
    carry one of these frames, or "own_voice", of these the share in which the text says it itself.
    An interval is given where `permit` allows it (see `allowed.remember`).

    The table has a row per contrast, measure and specification: contrast, measure (difference of
    the shares of the two sources; log_ratio of them, which has no interval), the NUMBERS (first,
    second: both shares; n_first, n_second: the units), own (the study's own specification), and a
    column per choice; null where a side has no unit. The array has its rows, and a column per
    block, those of the first source first.
    """
    rows, tables = [], []
    for name, contrast in contrasts.items():
        for spec in choices.specify(options, of=contrast["of"]):
            sides = texts.compare(spec, contrast)
            common = {"contrast": name, **spec, "smoothing": options["smoothing"][0]}
            smoothing = options["smoothing"] if contrast["of"] != OWN_VOICE else []
            for found in _estimate(sides, spec["weight"], smoothing, method, permit):
                row = common | found
                own = all(row[choice] == options[choice][0] for choice in options)
                rows.append(row | {"own": own})
                tables.append(np.concatenate([side.blocks for side in sides]))
    order = ["contrast", "measure", *NUMBERS, "own", *options]
    table = pl.DataFrame(rows, schema_overrides=NUMBERS, infer_schema_length=None)
    floats = pl.col(pl.Float64).fill_nan(None)
    exact = pl.when(floats.abs() < TIE).then(0.0).otherwise(floats).name.keep()
    return table.select(order).with_columns(exact), np.array(tables)


def _estimate(
    sides: tuple[Side, Side], weight: str, smoothing: list[str], method: str, permit: Permit
) -> list[dict]:
    """Rows of the difference and of the log ratio by each smoothing."""
    first, second = sides
    (a, n_a), (b, n_b) = ((side.hits, side.total) for side in sides)
    shares = [hits / n if n else np.nan for hits, n in ((a, n_a), (b, n_b))]
    row = {"first": shares[0], "second": shares[1], "low": np.nan, "high": np.nan}
    row |= {"n_first": first.units, "n_second": second.units}
    difference = {"measure": DIFFERENCE, "estimate": shares[0] - shares[1]}
    if permitted(first, second, weight, permit):
        groups, weights = (first.values, second.values), (first.weights, second.weights)
        found = intervals.contrast(*groups, weights=weights, method=method)
        difference |= {"estimate": found.estimate, "low": found.low, "high": found.high}
    ratios = (float(effects.log_ratio(a, n_a, b, n_b, smoothing=float(s))) for s in smoothing)
    return [row | difference] + [
        row | {"measure": LOG_RATIO, "estimate": ratio, "smoothing": added}
        for added, ratio in zip(smoothing, ratios, strict=True)
    ]


def permitted(first: Side, second: Side, weight: str, permit: Permit) -> bool:
    """Whether the calibration covers units as many, and a share as rare, as those of both sides."""
    articles = min(len(first.values), len(second.values))
    if not articles:
        return False
    lengths = tuple(min(map(len, side.values)) for side in (first, second))
    pooled = float(np.concatenate([*first.values, *second.values]).mean())
    return permit(lengths, pooled, articles, weight)
