"""Shares and differences of shares, corrected by a sample that was coded by hand.

The instrument codes every text, people code a random sample with known probabilities. Of the texts
with each code of the instrument the sample says what share carries the frame; weighted by how many
texts have that code, these shares add up to the corrected one. No accuracy is assumed: it is
estimated from the sample, for each source by itself, so errors that differ between languages or
sources are corrected too. The quality of the instrument decides only how narrow the interval is.

For one 0/1 code this post-stratification is the estimator of design-based supervised learning with
a saturated model (Egami, Hinck, Stewart & Wei 2023) and of prediction-powered inference at its best
tuning (Angelopoulos et al. 2023; Angelopoulos, Duchi & Zrnic 2023, PPI++).
"""

from itertools import combinations

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.statistics import proportions
from framing.statistics.proportions import Interval

Bits = NDArray[np.bool_]
Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
KINDS = {"corrected": ("corrected", "low", "high"), "hand": ("hand", "hand_low", "hand_high")}
NUMBERS = ["raw", *KINDS["corrected"], *KINDS["hand"], "precision", "recall"]
RESULT = {
    **dict.fromkeys(["source", "minus", "language", "frame"], pl.String),
    **dict.fromkeys(["texts", "coded"], pl.Int64),
    **dict.fromkeys(NUMBERS, pl.Float64),
}


def correct(
    coded: pl.DataFrame, sample: pl.DataFrame, frames: list[str], *, level: float = 0.95
) -> pl.DataFrame:
    """Corrected shares of each source and frame, and their differences (RESULT).

    `coded`: all texts with row, language, source, and the instrument's 0/1 column per frame.
    `sample`: row, probability of inclusion, and the hand codes in a 0/1 column per frame. Columns:
    texts, coded (by hand); raw (share by the instrument alone); corrected, low, high; hand,
    hand_low, hand_high (by the sample alone); precision and recall of the instrument in this
    source, estimated from the sample. In a difference, `minus` names the source whose share is
    taken from that of `source`; else it is empty. Shares are those of the texts given: how much
    other texts would differ is another question. A source without a sampled text has no corrected
    share (nan).
    """
    parts = {}
    for key, mine in coded.group_by("source", "language", maintain_order=True):
        drawn = mine.with_row_index("place").join(sample, on="row", suffix="_hand")
        hand = drawn.select(f"{frame}_hand" for frame in frames)
        places, probability = (drawn[name].to_numpy() for name in ("place", "probability"))
        found, truth = (table.to_numpy().astype(bool) for table in (mine.select(frames), hand))
        parts[key] = estimate(found, truth, places, probability, level=level)
        parts[key] |= {"texts": len(found), "coded": len(places)}
    tables = [_tabulate((source, "", name), p, frames) for (source, name), p in parts.items()]
    for (first, one), (second, two) in combinations(parts, 2):
        names = first, second, "-".join(dict.fromkeys([one, two]))
        gap = _subtract(parts[first, one], parts[second, two])
        tables.append(_tabulate(names, gap, frames))
    return pl.concat(tables)


def estimate(
    found: Bits, truth: Bits, places: Integers, probability: Floats, *, level: float = 0.95
) -> dict:
    """The shares of one source by frame: raw, corrected, hand, precision, recall.

    `found`: texts × frames; `truth`: sampled texts × frames; `places`: their rows in `found`;
    `probability` of inclusion, by sampled text. `corrected` and `hand` are Intervals.
    """
    weights = 1 / probability[:, None]
    cells = [_share(found == code, truth, places, weights, level) for code in (True, False)]
    sizes = np.stack([found.mean(axis=0), (~found).mean(axis=0)], axis=-1)
    corrected = proportions.combine(_fill(*cells), sizes)
    if not len(places):
        corrected = Interval(*(np.full_like(part, np.nan) for part in corrected))
    return {
        "raw": found.mean(axis=0),
        "corrected": corrected,
        "hand": _share(np.ones_like(found), truth, places, weights, level),
        "precision": cells[0].estimate,
        "recall": _recall(*(cell.estimate for cell in cells), sizes),
    }


def _fill(right: Interval, missed: Interval) -> Interval:
    """The shares of both codes of the instrument, on a last axis.

    A code of which no text was drawn may be right, or wrong, in all of its texts.
    """
    filled = [
        [
            np.where(np.isnan(cell.estimate), value, part)
            for part, value in zip(cell, open_, strict=True)
        ]
        for cell, open_ in ((right, (1, 0, 1)), (missed, (0, 0, 1)))
    ]
    return Interval(*(np.stack(pair, axis=-1) for pair in zip(*filled, strict=True)))


def _recall(right: Floats, missed: Floats, sizes: Floats) -> Floats:
    """Of the texts that carry a frame the share that the instrument finds; nan if not known."""
    true = np.stack([right, missed], axis=-1) * sizes
    true = np.where(sizes == 0, 0, true)
    with np.errstate(invalid="ignore"):
        return np.asarray(true[..., 0] / true.sum(axis=-1))


def _share(cell: Bits, truth: Bits, places: Integers, weights: Floats, level: float) -> Interval:
    """Of the texts in a cell (texts × frames) the share that carries the frame, from the sample.

    Wilson's interval at the effective number of texts (Kish 1965), larger where much of the cell
    was coded; no width where all was; nan where nothing was.
    """
    inside = cell[places] * weights
    with np.errstate(divide="ignore", invalid="ignore"):
        share = (inside * truth).sum(axis=0) / inside.sum(axis=0)
        effective = inside.sum(axis=0) ** 2 / (inside**2).sum(axis=0)
        left = 1 - cell[places].sum(axis=0) / cell.sum(axis=0)
        interval = proportions.wilson(share * effective / left, effective / left, level=level)
    whole = left == 0
    ends = (np.where(whole, share, end) for end in (interval.low, interval.high))
    return Interval(share, *ends)


def _subtract(first: dict, second: dict) -> dict:
    """The difference of two sources in all that has one."""
    gaps = {kind: proportions.difference(first[kind], second[kind]) for kind in KINDS}
    nothing = np.full_like(first["raw"], np.nan)
    counts = {name: first[name] + second[name] for name in ("texts", "coded")}
    return gaps | counts | {
        "raw": first["raw"] - second["raw"], "precision": nothing, "recall": nothing
    }  # fmt: skip


def _tabulate(names: tuple[str, str, str], part: dict, frames: list[str]) -> pl.DataFrame:
    ends = {
        column: values
        for kind, columns in KINDS.items()
        for column, values in zip(columns, part[kind], strict=True)
    }
    given = dict(zip(("source", "minus", "language"), names, strict=True)) | {"frame": frames}
    return pl.DataFrame(given | part | ends).select(*RESULT).cast(RESULT)
