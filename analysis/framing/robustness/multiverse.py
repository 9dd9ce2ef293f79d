"""The multiverse: the main contrasts under every combination of defensible choices.

A specification takes one option of each choice (see `choices`); the study's own is among them.
Steegen et al. 2016; Simonsohn, Simmons & Nelson 2020. Another voice is another question (Del
Giudice & Gangestad 2021), so its specifications form a curve of their own; specifications with an
option that is known to be worse are computed, but not counted.
"""

from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.robustness import choices
from framing.robustness.choices import Choices, Spec
from framing.robustness.units import Texts
from framing.robustness.valuing import Side
from framing.statistics import effects, intervals
from framing.statistics.allowed import Permit
from framing.statistics.designs import Design
from framing.statistics.pair import TIE

Array = NDArray[np.float64]
Sides = tuple[Side, Side]
KEYS = ["contrast", "question", "measure"]  # of a curve
DIFFERENCE, LOG_RATIO = "difference", "log_ratio"
INTERVAL = ("low", "high")
COUNTS = ("n_first", "n_second", "carrying_first", "carrying_second")
NUMBERS = {
    **dict.fromkeys(("estimate", *INTERVAL, "first", "second"), pl.Float64),
    **dict.fromkeys(COUNTS, pl.Int64),
}


@dataclass(frozen=True)
class Method:
    """How an interval is made: its name and confidence level, where `permit` allows it."""

    name: str
    level: float
    permit: Permit
    found: dict[bytes, tuple[float, float]] = field(default_factory=dict)  # by a hash of the units


def run(
    texts: Texts, contrasts: dict[str, dict[str, Any]], method: Method
) -> tuple[pl.DataFrame, Array]:
    """Every specification of every contrast, and the means of its blocks.

    A contrast has `frames` and `of`: "share", of the units that carry one of these frames, or
    "own_voice", of these the share in which the text says it itself.

    The table has a row per contrast, question, measure and specification: contrast, question (the
    options of the choices that ask another one), measure (difference of the shares of the two
    sources; log_ratio of them, which has no interval), the NUMBERS (low, high: the interval;
    first, second: both shares; n: the units; carrying: those with the frames, or in own voice),
    own (the study's own specification of this question), counted (no option is known to be worse),
    and a column per choice; null where a source has no unit. The array has its rows, and a column
    per block, those of the first source first.
    """
    rows, means = [], []
    for name, contrast in contrasts.items():
        for spec in choices.specify(texts.choices, of=contrast["of"]):
            sides = texts.compare(spec, contrast)
            found = _rows(sides, spec, contrast["of"], texts.choices, method)
            rows += [{"contrast": name} | row for row in found]
            means += [np.concatenate([side.blocks for side in sides])] * len(found)
    order = ["contrast", "question", "measure", *NUMBERS, "own", "counted", *texts.choices]
    table = pl.DataFrame(rows, schema_overrides=NUMBERS, infer_schema_length=None)
    floats = pl.col(pl.Float64).fill_nan(None)
    exact = pl.when(floats.abs() < TIE).then(0.0).otherwise(floats).name.keep()
    return table.select(order).with_columns(exact), np.array(means)


def _rows(
    sides: Sides, spec: Spec, of: str, known: Choices, method: Method
) -> list[dict[str, Any]]:
    """The difference of the shares, and their log ratio by each option of the last stage."""
    first, second = sides
    common: dict[str, Any] = {"question": choices.question(known, spec, of=of)} | _describe(sides)
    ends = choices.compare(known, of=of)
    own = {name: choice.own.name for name, choice in known.items() if name not in spec}
    estimate = {"measure": DIFFERENCE, "estimate": common["first"] - common["second"]}
    interval = _interval(sides, spec["weight"], method)
    rows = [common | estimate | interval | _place(spec | own, known)]
    counts = first.hits, first.total, second.hits, second.total
    for end in ends:
        options = choices.values(known, end, "comparing")
        ratio = {"measure": LOG_RATIO, "estimate": float(effects.log_ratio(*counts, **options))}
        rows.append(common | ratio | _place(spec | end, known))
    return rows


def _describe(sides: Sides) -> dict[str, float]:
    """Both shares, the units, and those with the value 1."""
    row: dict[str, float] = {}
    for name, side in zip(("first", "second"), sides, strict=True):
        row[name] = side.hits / side.total if side.total else np.nan
        row |= {f"n_{name}": side.units, f"carrying_{name}": side.carrying}
    return row


def _interval(sides: Sides, weight: str, method: Method) -> dict[str, float]:
    if not permitted(*sides, weight, method.permit):
        return dict.fromkeys(INTERVAL, np.nan)
    parts = ((side.values, side.weights, side.lengths) for side in sides)
    units = sha256(b"|".join(part.tobytes() for side in parts for part in side)).digest()
    if units not in method.found:
        values, weights = zip(*(side.split() for side in sides), strict=True)
        made = intervals.contrast(*values, weights=weights, method=method.name, level=method.level)
        method.found[units] = made.low, made.high
    return dict(zip(INTERVAL, method.found[units], strict=True))


def _place(spec: Spec, known: Choices) -> dict[str, Any]:
    """A specification, whether it is the study's own but for the question, and if it counts."""
    own = all(known[name].question or known[name].own.name == spec[name] for name in spec)
    return {**spec, "own": own, "counted": choices.counted(known, spec)}


def permitted(first: Side, second: Side, weight: str, permit: Permit) -> bool:
    """Whether the calibration covers units as many, and a share as rare, as those of both sides."""
    if not first.units or not second.units:
        return False
    design = Design.of(first.lengths, second.lengths)
    pooled = float(np.concatenate([first.values, second.values]).mean())
    return permit(design, pooled, weight)
