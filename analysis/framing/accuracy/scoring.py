"""How well the instrument finds what coders found: precision, recall, F1, with intervals.

Truth and finding are two wide tables with the same units: column `unit`, then one column of 0 and
1 (or booleans) per code.
"""

from statistics import NormalDist

import numpy as np
import polars as pl
from numpy.typing import ArrayLike, NDArray

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
    the measure; for f1 the decisions true or found), units. Intervals: Wilson's score for a code
    (F1 through the share of hits among decisions true or found, of which it is a function); for
    micro values, whose decisions share units, the percentiles of a bootstrap over units, and
    Wilson's where that has no width. Denominator 0: nan. Raises ValueError if units or codes
    differ, or for a value other than 0 and 1.
    """
    hits, codes = _hits(truth, found)
    cells, draws = hits.sum(axis=1), _draws(hits[:, :, -1], resamples, seed)
    rows = []
    for number, code in enumerate([*codes, "micro"]):
        for name in MEASURES:
            good, n = (float(part) for part in _ratio(cells[:, number], name))
            ends, method = _bend(name, *wilson(good, n, level=level)), "wilson"
            if code == "micro" and len(np.unique(draws[name])) > 1:
                ends, method = (
                    np.quantile(draws[name], [(1 - level) / 2, (1 + level) / 2]),
                    "bootstrap",
                )
            estimate = _bend(name, float(_divide(good, n)))[0]
            rows.append((code, name, estimate, *map(float, ends), method, int(n), truth.height))
    schema = ["code", "measure", "estimate", "low", "high", "method", "n", "units"]
    return pl.DataFrame(rows, schema=schema, orient="row")


def difference(first: pl.DataFrame, second: pl.DataFrame) -> pl.DataFrame:
    """Whether the instrument favours a language: each measure in the first minus the second.

    Both are tables of `scores` with the same codes, from different units. Columns: code, measure,
    first, second, difference, low, high. The interval squares and adds the distances to the ends of
    the two intervals (Newcombe 1998, method 10; in general Zou & Donner 2008), so its level is
    that of `scores`. nan where a measure does not exist on one side. Raises ValueError if codes
    differ.
    """
    keys = ["code", "measure"]
    if set(first.select(keys).rows()) != set(second.select(keys).rows()):
        raise ValueError("the two languages have different codes")
    both = first.join(second, on=keys, suffix="_second", maintain_order="left")
    a, b = pl.col("estimate"), pl.col("estimate_second")
    down = ((a - pl.col("low")) ** 2 + (pl.col("high_second") - b) ** 2).sqrt()
    up = ((pl.col("high") - a) ** 2 + (b - pl.col("low_second")) ** 2).sqrt()
    return both.select(
        *keys,
        a.alias("first"),
        b.alias("second"),
        (a - b).alias("difference"),
        (a - b - down).alias("low"),
        (a - b + up).alias("high"),
    )


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
    """Each measure of one code (3 × units) in each resample of units, where it exists."""
    units = hits.shape[1]
    rng = np.random.default_rng(seed)
    weights = rng.multinomial(units, np.full(units, 1 / units), size=resamples)
    ratios = {name: _divide(*_ratio(hits @ weights.T, name)) for name in MEASURES}
    return {name: np.array(_bend(name, *r[np.isfinite(r)])) for name, r in ratios.items()}


def _ratio(cells: Array, name: str) -> tuple[Array, Array]:
    """Hits and the decisions they are a share of, from true, false positives, false negatives."""
    true, extra, missed = cells
    return true, true + (missed if name == "recall" else extra + missed * (name == "f1"))


def _bend(name: str, *shares: float) -> tuple[float, ...]:
    """F1 from the share of hits among decisions true or found; other measures are shares."""
    return tuple(2 * x / (1 + x) for x in shares) if name == "f1" else shares


def _divide(a: ArrayLike, b: ArrayLike) -> Array:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(np.asarray(b) == 0, np.nan, np.divide(a, b))


def wilson(hits: float, n: float, *, level: float = 0.95) -> tuple[float, float]:
    """Wilson's score interval of the share hits / n; nan for n = 0. Wilson 1927."""
    if n == 0:
        return np.nan, np.nan
    z = NormalDist().inv_cdf((1 + level) / 2)
    share = hits / n
    centre = (share + z**2 / (2 * n)) / (1 + z**2 / n)
    reach = z / (1 + z**2 / n) * np.sqrt(share * (1 - share) / n + z**2 / (4 * n**2))
    # Rounding must not push an end past a perfect or an empty share.
    return float(np.clip(centre - reach, 0, share)), float(np.clip(centre + reach, share, 1))
