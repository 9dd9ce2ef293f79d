"""Which methods may print a p-value or an interval: rates measured in simulated worlds.

A cell fixes the length of the articles, how many there are, the share of the frame, how
sentences depend on one another, and the measure (share of sentences or of words).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product

import numpy as np
import polars as pl

from framing import inference
from framing import worlds as simulate
from framing.design import articles_needed, design_table, power, smallest_detectable
from framing.worlds import Cell, Draw

LENGTHS = ((12, 12), (24, 24), (48, 48), (48, 12))  # sentences of an article, a and b
SHARES = (0.05, 0.10, 0.30, 0.50)
SHIFT = 0.4  # how much larger the second share is where coverage of a true difference is measured
ARTICLES = (2, 4, 8)  # articles a side where there are several
LENGTHS_OF_SEVERAL = (12, 24)  # sentences of every article where there are several
ICC = 0.1  # ASSUME a tenth of the variance of sentences lies between articles of one source
MOST_FALSE_POSITIVES, LEAST_COVERAGE = 0.06, 0.93
DEMONSTRATIONS = tuple(method.__name__ for method in inference.FAILING)
METHODS = {**inference.SENTENCE_METHODS, **inference.ARTICLE_METHODS}
__all__ = ["articles_needed", "smallest_detectable"]
Progress = Callable[[str], None] | None


def run(
    *,
    worlds: int = 2000,
    seed: int = 1,
    corpus: tuple[int, int] = (17, 12),
    progress: Progress = None,
) -> dict[str, pl.DataFrame]:
    """Return all tables of the calibration: "cells", "summary", "power" and "design".

    `corpus` gives the sentences of the two articles of this study: cells for it, and the power.
    The same `worlds` and `seed` give the same tables; `progress` gets a line per group of cells.
    """
    lengths = dict.fromkeys((*LENGTHS, tuple(corpus)))
    cells = false_positives(list(grid(lengths)), worlds=worlds, seed=seed, progress=progress)
    curve = power(*corpus, worlds=worlds, seed=seed)
    return {"cells": cells, "summary": summary(cells), "power": curve, "design": design_table()}


def false_positives(
    cells: Sequence[Cell] | None = None,
    *,
    worlds: int = 2000,
    seed: int = 1,
    progress: Progress = None,
) -> pl.DataFrame:
    """Return a row per cell and method: false positives, coverage, and whether it is offered.

    `false_positives` (p ≤ .05 in null worlds) and `coverage` (of the true difference 0) come
    with Monte-Carlo standard errors; `coverage_shifted` is that of a true difference of `SHIFT`,
    and nan for a test without an interval. Worlds where a method answers nan are left out of
    its rates; `answered` is the share of the others. Offered: no demonstration, and rates
    within .06 and .93 as measured.
    """
    rows, group = [], None
    for number, cell in enumerate(grid() if cells is None else cells):
        if progress and group != (group := (cell.articles, cell.n_a, cell.n_b)):
            progress("{} a side, {} and {} sentences".format(*group))
        icc = ICC if cell.articles > 1 else 0.0
        null, moved = (
            simulate.draw(
                cell,
                worlds=worlds,
                shift=shift,
                icc=icc,
                rng=np.random.default_rng([seed, number, kind]),
            )
            for kind, shift in enumerate((0.0, SHIFT))
        )
        rows += [{**cell._asdict(), **_rates(name, null, moved)} for name in _methods(cell)]
    return _judged(pl.DataFrame(rows), worlds)


def grid(lengths: Iterable[tuple[int, int]] = LENGTHS) -> Iterator[Cell]:
    """Yield every cell of the calibration: one article a side, then several."""
    shapes = [(1, *pair) for pair in lengths]
    shapes += [(articles, n, n) for articles in ARTICLES for n in LENGTHS_OF_SEVERAL]
    kinds = product(shapes, ("sentences", "words"), SHARES, simulate.STRUCTURES)
    for shape, measure, share, structure in kinds:
        yield Cell(*shape, share, structure, measure)


def offered(
    cells: pl.DataFrame,
    n: int | tuple[int, int],
    share: float,
    *,
    articles: int = 1,
    measure: str | None = None,
) -> list[str]:
    """Return the methods that hold for a corpus in all the calibrated cells around it.

    `n` is the length of the shorter article in sentences, or both lengths: then cells that are
    as uneven or more count. Of lengths and numbers of `articles` a side, the largest calibrated
    not above counts (none: no method); `share` is the pooled share, above .5 mirrored, between
    the calibrated shares on either side; all dependence structures count, and, unless
    `measure` is given, both measures. From four articles a side, only tests over articles.
    """
    shorter, uneven = (n, None) if isinstance(n, int) else (min(n), max(n) / min(n))
    around = cells if measure is None else cells.filter(pl.col("measure") == measure)
    around = _largest(around.filter(pl.col("articles") <= articles), "articles")
    around = around.with_columns(
        pl.min_horizontal("n_a", "n_b").alias("shorter"),
        (pl.max_horizontal("n_a", "n_b") / pl.min_horizontal("n_a", "n_b")).alias("uneven"),
    ).filter(pl.col("shorter") <= shorter)
    if uneven is not None and articles == 1:
        around = around.filter(pl.col("uneven") >= uneven)
        around = _largest(around, "shorter").filter(pl.col("uneven") == pl.col("uneven").min())
    around = _beside(_largest(around, "shorter"), min(share, 1 - share))
    if articles >= inference.ARTICLES_AS_UNIT:
        around = around.filter(pl.col("method").is_in(list(inference.ARTICLE_METHODS)))
    verdicts = around.group_by("method", maintain_order=True).agg(pl.col("offered").all())
    return verdicts.filter(pl.col("offered"))["method"].to_list()


def _largest(cells: pl.DataFrame, column: str) -> pl.DataFrame:
    return cells.filter(pl.col(column) == pl.col(column).max())


def _beside(cells: pl.DataFrame, share: float) -> pl.DataFrame:
    known = cells["share"].unique()
    below, above = known.filter(known <= share).max(), known.filter(known >= share).min()
    return cells.filter(pl.col("share").is_in([s for s in (below, above) if s is not None]))


def summary(cells: pl.DataFrame) -> pl.DataFrame:
    """Return the worst rates of each method by articles, length and measure."""
    keys = ["articles", "n_a", "n_b", "measure", "method"]
    return cells.group_by(keys, maintain_order=True).agg(
        pl.len().alias("cells"),
        pl.col("offered").sum().alias("cells_offered"),
        pl.col("false_positives").min().alias("least_false_positives"),
        pl.col("false_positives").max().alias("most_false_positives"),
        pl.min_horizontal(pl.col("coverage").min(), pl.col("coverage_shifted").min()).alias(
            "least_coverage"
        ),
    )


def _methods(cell: Cell) -> list[str]:
    return [*inference.SENTENCE_METHODS, *(inference.ARTICLE_METHODS if cell.articles > 1 else [])]


def _apply(name: str, draw: Draw) -> inference.Contrast:
    if name in inference.ARTICLE_METHODS:
        return METHODS[name](*draw.groups, weights=draw.weights)
    a, b = (np.concatenate(side, axis=-1) for side in draw.groups)
    weights = draw.weights and tuple(np.concatenate(side, axis=-1) for side in draw.weights)
    return METHODS[name](a, b, weights=weights)


def _rates(name: str, null: Draw, moved: Draw) -> dict[str, float | str]:
    result = _apply(name, null)
    answered = ~np.isnan(result.p)
    positive = result.p[answered] <= inference.LEVEL
    coverage = shifted = _coverage(result, null.truth)
    if not np.isnan(coverage):
        shifted = _coverage(_apply(name, moved), moved.truth)
    return {
        "method": name,
        "answered": float(answered.mean()),
        "false_positives": float(positive.mean()) if answered.any() else float("nan"),
        "coverage": coverage,
        "coverage_shifted": shifted,
    }


def _coverage(result: inference.Contrast, truth: float) -> float:
    known = ~np.isnan(result.low)
    if not known.any():
        return float("nan")
    inside = (result.low <= truth + inference.TIE) & (truth - inference.TIE <= result.high)
    return float(inside[known].mean())


def _judged(table: pl.DataFrame, worlds: int) -> pl.DataFrame:
    def error(rate: str) -> pl.Expr:
        return (pl.col(rate) * (1 - pl.col(rate)) / (worlds * pl.col("answered"))).sqrt()

    coverage = pl.min_horizontal("coverage", "coverage_shifted").fill_nan(1.0)
    holds = (pl.col("false_positives") <= MOST_FALSE_POSITIVES) & (coverage >= LEAST_COVERAGE)
    return table.with_columns(
        error("false_positives").alias("false_positives_se"),
        error("coverage").alias("coverage_se"),
        (holds & ~pl.col("method").is_in(DEMONSTRATIONS)).alias("offered"),
        pl.lit(worlds).alias("worlds"),
    )
