"""Negative controls: comparisons in which no difference should appear, made at every run.

Every control is a table with the columns control, code, source (empty: both), statistic, value,
limit, passed. The figures of a frame say which controls it failed.
"""

from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.columns import UNIT
from framing.robustness import placebo
from framing.statistics import corrections, intervals
from framing.statistics.pair import ARTICLES_AS_UNIT, TIE
from framing.statistics.permutation import splits

Array = NDArray[np.float64]
Series = dict[str, list[tuple[Array, Array]]]
MOST = 400  # exchanges looked at, where there are more
SCHEMA = {
    "control": pl.String,
    "code": pl.String,
    "source": pl.String,
    "statistic": pl.String,
    "value": pl.Float64,
    "limit": pl.Float64,
    "passed": pl.Boolean,
}


def series(units: pl.DataFrame, coded: pl.DataFrame, code: str, numbered: pl.DataFrame) -> Series:
    """For each source its articles as pairs: which sentences carry the code, and their blocks."""
    hits = coded.filter(pl.col("code") == code).select(*UNIT, carried=1.0)
    table = units.join(hits, on=UNIT, how="left", maintain_order="left").join(
        numbered.select(*UNIT, "block"), on=UNIT, how="left", maintain_order="left"
    )
    result: Series = {}
    for (source, _), part in table.group_by("source", "article", maintain_order=True):
        pair = part["carried"].fill_null(0).to_numpy(), part["block"].to_numpy()
        result.setdefault(source, []).append(pair)
    return result


def run(
    all_series: dict[str, Series],
    placebos: dict[str, list[list[Array]]],
    sources: list[str],
    *,
    method: str,
    level: float,
    limit: float,
    seed: int,
) -> pl.DataFrame:
    """All controls of all codes; `placebos` as of `placebo.draw`, by code."""
    options: dict[str, Any] = {"method": method, "level": level, "limit": limit}
    return pl.concat(
        [
            swap_labels(all_series, sources, method=method),
            shuffle_labels(all_series, sources, **options, seed=seed),
            halve(all_series, method=method, level=level),
            try_placebos(placebos, **options),
        ]
    )


def swap_labels(all_series: dict[str, Series], sources: list[str], *, method: str) -> pl.DataFrame:
    """Swapping the labels of the sources must flip every difference: the sum of both is 0."""
    rows = []
    for code, found in all_series.items():
        first, second = ([values for values, _ in found[source]] for source in sources)
        there = intervals.contrast(first, second, method=method).estimate
        back = intervals.contrast(second, first, method=method).estimate
        total = abs(there + back)
        rows.append(("labels swapped", code, "", "sum of both differences", total, TIE))
    return _table(rows)


def shuffle_labels(
    all_series: dict[str, Series],
    sources: list[str],
    *,
    method: str,
    level: float,
    limit: float,
    seed: int,
) -> pl.DataFrame:
    """With the labels of whole blocks shuffled, few intervals may exclude zero: `limit` at most.

    Every exchange of the blocks but the observed one and its mirror image, a random MOST of them
    where there are more.
    """
    rows = []
    for code, found in all_series.items():
        parts = [_by_block(found[source]) for source in sources]
        exchanged = splits(len(parts[0]), len(parts[1]))[1:] > 0
        mirror = ~np.repeat([True, False], [len(parts[0]), len(parts[1])])
        exchanged = exchanged[(exchanged != mirror).any(axis=1)]
        if len(exchanged) > MOST:
            chosen = np.random.default_rng(seed).choice(len(exchanged), MOST, replace=False)
            exchanged = exchanged[np.sort(chosen)]
        apart = min(map(len, found.values())) >= ARTICLES_AS_UNIT
        rejected = [
            _rejects(parts[0] + parts[1], split, apart, method, level) for split in exchanged
        ]
        share = float(np.mean(rejected)) if rejected else 0.0
        rows.append(("labels shuffled", code, "", "intervals that exclude 0", share, limit))
    return _table(rows)


def halve(all_series: dict[str, Series], *, method: str, level: float) -> pl.DataFrame:
    """An article against itself: its odd and its even blocks must not differ.

    The value is the p of the difference, adjusted (Holm) for all comparisons of this control; it
    must be above 1 − `level`. First and last half are not compared: news put the main thing first.
    """
    cells, p = [], []
    for code, found in all_series.items():
        for source, articles in found.items():
            halves = [
                [values[block % 2 == odd] for values, block in articles if (block % 2 == odd).any()]
                for odd in (0, 1)
            ]
            cells.append((code, source))
            known = all(halves)
            p.append(intervals.contrast(*halves, method=method).p if known else np.nan)
    adjusted = np.nan_to_num(corrections.holm(np.array(p)), nan=1.0)
    rows = [
        ("own halves", code, source, "adjusted p of odd against even blocks", value, 1 - level)
        for (code, source), value in zip(cells, adjusted, strict=True)
    ]
    return _table(rows, above=True)


def try_placebos(
    placebos: dict[str, list[list[Array]]], *, method: str, level: float, limit: float
) -> pl.DataFrame:
    """Random words should show no difference: few intervals exclude zero, and zero is no outlier.

    Of the intervals of the draws at most `limit` exclude zero; and zero lies within the draws
    (`placebo.tail` is above 1 − `level`); their centre is off zero where sentences differ in
    length.
    """
    bounds, centres = [], []
    for code, sides in placebos.items():
        p = np.nan_to_num(intervals.contrast_worlds(*sides, method=method).p, nan=1.0)
        share = float((p < 1 - level).mean())
        bounds.append(("placebo cues", code, "", "intervals that exclude 0", share, limit))
        zero = placebo.tail(placebo.differences(sides), 0.0)
        centres.append(("placebo cues", code, "", "tail of 0 among the draws", zero, 1 - level))
    return pl.concat([_table(bounds), _table(centres, above=True)])


def _table(rows: list[tuple[Any, ...]], *, above: bool = False) -> pl.DataFrame:
    passed = [(row[4] > row[5]) if above else (row[4] <= row[5]) for row in rows]
    return pl.DataFrame(
        [(*row, ok) for row, ok in zip(rows, passed, strict=True)], schema=SCHEMA, orient="row"
    )


def _by_block(articles: list[tuple[Array, Array]]) -> list[Array]:
    values, block = (np.concatenate(part) for part in zip(*articles, strict=True))
    return [values[block == number] for number in np.unique(block)]


def _rejects(
    parts: list[Array], split: NDArray[np.bool_], apart: bool, method: str, level: float
) -> bool:
    sides = [[part for part, on in zip(parts, side, strict=True) if on] for side in (split, ~split)]
    if not apart:
        sides = [[np.concatenate(side)] for side in sides]
    return bool(intervals.contrast(*sides, method=method).p < 1 - level)
