"""Which methods may print a p-value or an interval: rates measured in simulated worlds.

A cell fixes the length of the articles, how many there are, the share of the frame, how
sentences depend on one another, and the measure (see `worlds.Cell`).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product
from typing import Any

import numpy as np
import polars as pl

from framing.calibration import worlds as simulate
from framing.calibration.design import (
    apply,
    articles_needed,
    design_table,
    power,
    smallest_detectable,
)
from framing.calibration.failing_methods import FAILING
from framing.calibration.worlds import Cell, Draw
from framing.statistics import intervals
from framing.statistics.allowed import KEYS, offered
from framing.statistics.contrast import Contrasts
from framing.statistics.pair import ARTICLES_AS_UNIT, TIE

LENGTHS = ((12, 12), (24, 24), (48, 48), (48, 12))  # sentences of an article, a and b
SHARES = (0.05, 0.10, 0.30, 0.50)
MEASURES = ("sentences", "words", "cues")
SHIFT = 0.4  # how much larger the second share is where coverage of a true difference is measured
ARTICLES = (2, 4, 8)  # articles a side where there are several
LENGTHS_OF_SEVERAL = (12, 24)  # sentences of every article where there are several
LEVEL = 0.95  # at which the methods are tried
MOST_FALSE_POSITIVES, LEAST_COVERAGE = 0.06, 0.93
DEMONSTRATIONS = tuple(FAILING)
__all__ = ["articles_needed", "offered", "smallest_detectable"]
Shape = tuple[int, int, int]  # articles a side, sentences of each on either side
Progress = Callable[[Sequence[Any]], Iterable[Any]]


def run(
    *,
    worlds: int = 2000,
    seed: int = 1,
    corpus: Shape = (1, 17, 12),
    progress: Progress = iter,
) -> dict[str, pl.DataFrame]:
    """Return all tables of the calibration: "cells", "power" and "design".

    `corpus` gives the articles a side of this study and the sentences of each: cells for it, and
    the power. The same `worlds` and `seed` give the same tables; `progress` wraps the cells as
    they are simulated (say `tqdm`).
    """
    cells = false_positives(list(grid(corpus=corpus)), worlds=worlds, seed=seed, progress=progress)
    curve = power(*corpus[1:], articles=corpus[0], worlds=worlds, seed=seed)
    return {"cells": cells, "power": curve, "design": design_table()}


def false_positives(
    cells: Sequence[Cell] | None = None,
    *,
    worlds: int = 2000,
    seed: int = 1,
    part: tuple[int, int] = (0, 1),
    progress: Progress = iter,
) -> pl.DataFrame:
    """Return a row per cell and method: false positives, coverage, and whether it is offered.

    `false_positives` (p ≤ .05 in null worlds) and `coverage` (of the true difference 0) come
    with Monte-Carlo standard errors; `coverage_shifted` is that of a true difference of `SHIFT`,
    and nan for a test without an interval. Worlds where a method answers nan are left out of
    its rates; `answered` is the share of the others. Offered: no demonstration, and rates
    within .06 and .93 as measured. `part` (i, n) takes every nth cell from the ith: the parts
    together are the whole, in the order of `cell`.
    """
    first, every = part
    numbered = list(enumerate(grid() if cells is None else cells))[first::every]
    rows = []
    for number, cell in progress(numbered):
        null, moved = (
            simulate.draw(
                cell, worlds=worlds, shift=shift, rng=np.random.default_rng([seed, number, kind])
            )
            for kind, shift in enumerate((0.0, SHIFT))
        )
        place = {"cell": number, **cell._asdict()}
        rows += [{**place, **_rates(name, null, moved)} for name in _methods(cell)]
    return _judged(pl.DataFrame(rows), worlds)


def verdicts(cells: pl.DataFrame) -> pl.DataFrame:
    """Return a row per design, measure, share and method: whether it holds under any dependence.

    `cells` as in `false_positives`; the worst rates stand beside the verdict.
    """
    return (
        cells.filter(~pl.col("method").is_in(DEMONSTRATIONS))
        .group_by(KEYS, maintain_order=True)
        .agg(
            pl.col("offered").all(),
            pl.col("false_positives").max().alias("most_false_positives"),
            pl.min_horizontal("coverage", "coverage_shifted")
            .fill_nan(None)
            .min()
            .alias("least_coverage"),
        )
    )


def grid(
    lengths: Iterable[tuple[int, int]] | None = None, *, corpus: Shape | None = None
) -> Iterator[Cell]:
    """Yield every cell of the calibration: one article a side, several, and those of a corpus."""
    shapes = [(1, *pair) for pair in (LENGTHS if lengths is None else lengths)]
    shapes += [(articles, n, n) for articles in ARTICLES for n in LENGTHS_OF_SEVERAL]
    distinct = dict.fromkeys([*shapes, corpus] if corpus else shapes)
    for shape, measure, share, structure in product(
        distinct, MEASURES, SHARES, simulate.STRUCTURES
    ):
        articles, n_a, n_b = shape
        yield Cell(articles, n_a, n_b, share, structure, measure)


def shape(units: pl.DataFrame, sources: Sequence[str]) -> Shape:
    """Return the shape of a corpus: articles of the smaller source, shortest article of each.

    Never larger than the largest shape of the grid, which then judges the corpus.
    """
    sizes = units.group_by("source", "article").len()
    each = [sizes.filter(pl.col("source") == source)["len"] for source in sources]
    articles = min(min(map(len, each)), max(ARTICLES))
    longest = max(max(pair) for pair in LENGTHS) if articles == 1 else max(LENGTHS_OF_SEVERAL)
    n_a, n_b = (min(int(lengths.to_numpy().min()), longest) for lengths in each)
    return articles, n_a, n_b


def _methods(cell: Cell) -> list[str]:
    if cell.articles >= ARTICLES_AS_UNIT:
        return list(intervals.ARTICLE_METHODS)
    names = [*intervals.SENTENCE_METHODS, *FAILING]
    names += list(intervals.ARTICLE_METHODS if cell.articles > 1 else [])
    if cell.measure == "words":  # nobody takes whole sentences of words for single draws
        names = [name for name in names if name not in DEMONSTRATIONS]
    return names


def _rates(name: str, null: Draw, moved: Draw) -> dict[str, float | str]:
    result = apply(name, null)
    answered = ~np.isnan(result.p)
    positive = result.p[answered] <= 1 - LEVEL
    coverage = shifted = _coverage(result, null.truth)
    if not np.isnan(coverage):
        shifted = _coverage(apply(name, moved), moved.truth)
    return {
        "method": name,
        "answered": float(answered.mean()),
        "false_positives": float(positive.mean()) if answered.any() else float("nan"),
        "coverage": coverage,
        "coverage_shifted": shifted,
    }


def _coverage(result: Contrasts, truth: float) -> float:
    known = ~np.isnan(result.low)
    if not known.any():
        return float("nan")
    inside = (result.low <= truth + TIE) & (truth - TIE <= result.high)
    return float(inside[known].mean())


def _judged(table: pl.DataFrame, worlds: int) -> pl.DataFrame:
    def error(rate: str) -> pl.Expr:
        return (pl.col(rate) * (1 - pl.col(rate)) / (worlds * pl.col("answered"))).sqrt()

    coverage = pl.min_horizontal("coverage", "coverage_shifted").fill_nan(1.0)
    holds = (pl.col("false_positives") <= MOST_FALSE_POSITIVES) & (coverage >= LEAST_COVERAGE)
    return table.with_columns(
        error("false_positives").alias("false_positives_se"),
        error("coverage").alias("coverage_se"),
        error("coverage_shifted").alias("coverage_shifted_se"),
        (holds & ~pl.col("method").is_in(DEMONSTRATIONS)).alias("offered"),
        pl.lit(worlds).alias("worlds"),
    )
