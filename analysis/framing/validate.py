"""How well the instrument finds what coders found: precision, recall, F1, with intervals.

Truth and finding are two wide tables with the same units: column `unit`, then one column of 0 and
1 (or booleans) per code.
"""

import numpy as np
import polars as pl
from numpy.typing import ArrayLike, NDArray

from framing.intervals import newcombe, wilson

Array = NDArray[np.float64]
MEASURES = ("precision", "recall", "f1")


def scores(
    truth: pl.DataFrame,
    found: pl.DataFrame,
    *,
    resamples: int = 2000,
    level: float = 0.95,
    seed: int,
) -> pl.DataFrame:
    """Precision, recall and F1 of each code and, as code "micro", of all decisions together.

    Columns: code, measure (precision, recall, f1), estimate, low, high, method, n (denominator of
    the measure; for f1 cases true or found), units. Intervals: Wilson's score for precision and
    recall of a code; bootstrap over units (percentile) for F1 and for micro values, whose
    decisions share units. Where the denominator is 0 all is nan. A bootstrap of perfect scores
    has no width: read Wilson's. Raises ValueError if units or codes differ, or for a value other
    than 0 and 1.
    """
    hits, codes = _hits(truth, found)
    cells = hits.sum(axis=1)
    draws = _draws(hits, resamples, seed)
    rows = []
    for number, code in enumerate([*codes, "micro"]):
        cell = cells[:, number]
        for name in MEASURES:
            good, n = _ratio(cell, name)
            if name == "f1" or code == "micro":
                ends, method = _percentiles(draws[name][:, number], level), "bootstrap"
            else:
                ends, method = wilson(good, n, level=level), "wilson"
            estimate = _divide(good, n)
            ends = ends if np.isfinite(estimate) else (np.nan, np.nan)
            size = int(cell.sum() if name == "f1" else n)
            rows.append(
                (code, name, float(estimate), *map(float, ends), method, size, truth.height)
            )
    schema = ["code", "measure", "estimate", "low", "high", "method", "n", "units"]
    return pl.DataFrame(rows, schema=schema, orient="row")


def difference(
    first: tuple[pl.DataFrame, pl.DataFrame],
    second: tuple[pl.DataFrame, pl.DataFrame],
    *,
    resamples: int = 2000,
    level: float = 0.95,
    seed: int,
) -> pl.DataFrame:
    """Whether the instrument favours a language: each measure in the first minus the second.

    Each argument is (truth, found) of one language, with the same codes. Columns: code, measure,
    first, second, difference, low, high, method. Newcombe's interval for precision and recall of
    a code (Newcombe 1998, method 10), else a bootstrap in which both sets of units are drawn
    anew. nan where a measure does not exist on one side. Raises ValueError as `scores`.
    """
    sides = [_hits(*side) for side in (first, second)]
    if sides[0][1] != sides[1][1]:
        raise ValueError("the two languages have different codes")
    draws = [_draws(side[0], resamples, seed + n) for n, side in enumerate(sides)]
    rows = []
    for number, code in enumerate([*sides[0][1], "micro"]):
        for name in MEASURES:
            parts = [_ratio(hits.sum(axis=1)[:, number], name) for hits, _ in sides]
            a, b = (float(_divide(*part)) for part in parts)
            if name == "f1" or code == "micro":
                gaps = draws[0][name][:, number] - draws[1][name][:, number]
                ends, method = _percentiles(gaps, level), "bootstrap"
            else:
                ends, method = newcombe(*parts[0], *parts[1], level=level), "newcombe"
            ends = ends if np.isfinite(a - b) else (np.nan, np.nan)
            rows.append((code, name, a, b, a - b, *map(float, ends), method))
    schema = ["code", "measure", "first", "second", "difference", "low", "high", "method"]
    return pl.DataFrame(rows, schema=schema, orient="row")


def correct_share(share: ArrayLike, *, precision: ArrayLike, recall: ArrayLike) -> Array:
    """The share that would be true if precision and recall were those measured elsewhere.

    share × precision / recall, at most 1: of what was found the true part, enlarged by what is
    missed. Caution: precision depends on how common a frame is, so it does not carry over to
    texts where it is rarer or commoner; `rogan_gladen` avoids that. Neither adds the uncertainty
    of the inputs, and with small validation samples the correction can be worse than none. Recall
    0 gives nan.
    """
    share, precision, recall = (np.asarray(v, dtype=float) for v in (share, precision, recall))
    return np.clip(_divide(share * precision, recall), 0, 1)


def rogan_gladen(share: ArrayLike, *, sensitivity: ArrayLike, specificity: ArrayLike) -> Array:
    """The true share behind a measured one, from sensitivity (recall) and specificity.

    (share + specificity - 1) / (sensitivity + specificity - 1), kept within 0 and 1. Caution: as
    `correct_share`; also nan if the instrument does no better than chance. Rogan & Gladen 1978.
    """
    share, sens, spec = (np.asarray(v, dtype=float) for v in (share, sensitivity, specificity))
    gain = sens + spec - 1
    return np.clip(_divide(share + spec - 1, np.where(gain > 0, gain, 0)), 0, 1)


def _hits(truth: pl.DataFrame, found: pl.DataFrame) -> tuple[Array, list[str]]:
    """True positives, false positives, false negatives: 3 × units × (codes and micro)."""
    codes = [c for c in truth.columns if c != "unit"]
    if set(truth.columns) != set(found.columns):
        raise ValueError("truth and finding have different codes")
    if sorted(truth["unit"]) != sorted(found["unit"]) or truth["unit"].is_duplicated().any():
        raise ValueError("truth and finding must have the same units, each once")
    a, b = (t.sort("unit").select(codes).cast(pl.Float64).to_numpy() for t in (truth, found))
    if not np.isin([a, b], (0, 1)).all():
        raise ValueError("truth and finding may hold only 0 and 1")
    hits = np.array([a * b, (1 - a) * b, a * (1 - b)])
    return np.concatenate([hits, hits.sum(axis=2, keepdims=True)], axis=2), codes


def _draws(hits: Array, resamples: int, seed: int) -> dict[str, Array]:
    """Each measure in each resample of units: resamples × (codes and micro)."""
    units = hits.shape[1]
    rng = np.random.default_rng(seed)
    weights = rng.multinomial(units, np.full(units, 1 / units), size=resamples).astype(float)
    cells = np.array([weights @ part for part in hits])
    return {name: _divide(*_ratio(cells, name)) for name in MEASURES}


def _ratio(cells: Array, name: str) -> tuple[Array, Array]:
    """Numerator and denominator of a measure from true and false positives and false negatives."""
    true, extra, missed = cells
    if name == "precision":
        return true, true + extra
    if name == "recall":
        return true, true + missed
    return 2 * true, 2 * true + extra + missed


def _divide(a: Array, b: Array) -> Array:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(np.asarray(b) == 0, np.nan, np.divide(a, b))


def _percentiles(values: Array, level: float) -> tuple[float, float]:
    known = values[np.isfinite(values)]
    if not len(known):
        return np.nan, np.nan
    return tuple(np.quantile(known, [(1 - level) / 2, (1 + level) / 2]))
