"""Which methods may print a p-value or an interval: rates measured in simulated worlds.

A cell fixes the length of the articles, how many there are, the share of the frame, how
sentences depend on one another, and the measure (share of sentences or of words).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy import special

from framing import inference
from framing import worlds as simulate
from framing.worlds import Cell, Draw

LENGTHS = ((12, 12), (24, 24), (48, 48), (48, 12))  # sentences of an article, a and b
SHARES = (0.05, 0.10, 0.30, 0.50)
SHIFT = 0.4  # how much larger the second share is where coverage of a true difference is measured
ARTICLES = (2, 4, 8)  # articles a side where there are several
LENGTHS_OF_SEVERAL = (12, 24)  # sentences of every article where there are several
ICC = 0.1  # ASSUME a tenth of the variance of sentences lies between articles of one source
MOST_FALSE_POSITIVES, LEAST_COVERAGE, POWER = 0.06, 0.93, 0.8
DEMONSTRATIONS = tuple(method.__name__ for method in inference.FAILING)
METHODS = {**inference.SENTENCE_METHODS, **inference.ARTICLE_METHODS}
Series = NDArray[np.float64]
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


def power(
    n_a: int,
    n_b: int,
    *,
    methods: Sequence[str] = ("hac", "batch_means"),
    bases: Sequence[float] = SHARES,
    structures: Sequence[str] = simulate.STRUCTURES,
    worlds: int = 2000,
    seed: int = 1,
) -> pl.DataFrame:
    """Return how often a true difference of two articles is seen, and the least that would be.

    A row per method, base share (of the first article), dependence and difference; the second
    share is base + difference. `detectable` is the smallest difference seen in `POWER` of the
    worlds, interpolated, the same in all rows of a curve; nan if no share up to .95 suffices.
    """
    rows = []
    for number, (base, structure) in enumerate(product(bases, structures)):
        for step, difference in enumerate(np.arange(0.1, 0.951 - base, 0.1)):
            rng = np.random.default_rng([seed, number, step])
            a = simulate.hits(worlds, n_a, base, structure, rng=rng)
            b = simulate.hits(worlds, n_b, base + difference, structure, rng=rng)
            for method in methods:
                seen = float(np.mean(METHODS[method](a, b).p <= inference.LEVEL))
                rows.append((method, n_a, n_b, base, structure, float(difference), seen))
    columns = ["method", "n_a", "n_b", "base", "structure", "difference", "power"]
    curve = ["method", "base", "structure"]
    table = pl.DataFrame(rows, schema=columns, orient="row").sort(*curve, "difference")
    least = [
        (*key, smallest_detectable(part["difference"].to_numpy(), part["power"].to_numpy()))
        for key, part in table.group_by(curve, maintain_order=True)
    ]
    found = pl.DataFrame(least, schema=[*curve, "detectable"], orient="row")
    return table.join(found, on=curve, maintain_order="left")


def smallest_detectable(differences: Series, powers: Series, *, target: float = POWER) -> float:
    """Return the difference where a rising power curve first reaches `target`; nan if never."""
    reached = np.flatnonzero(powers >= target)
    if not reached.size:
        return float("nan")
    first = reached[0]
    if first == 0:
        return float(differences[0])
    return float(
        np.interp(target, powers[first - 1 : first + 1], differences[first - 1 : first + 1])
    )


def design_table(
    *,
    differences: Sequence[float] = (0.05, 0.10, 0.15, 0.20, 0.30, 0.40),
    spreads: Sequence[float] = (0.05, 0.10, 0.15, 0.20),
    target: float = POWER,
) -> pl.DataFrame:
    """Return how many articles a side detect a difference of shares by Welch's t.

    `spread` is the standard deviation of the share between articles of one source, as observed
    (the noise of short articles included). Never below four, where no exact test could reach
    .05. Noncentral t with 2(n − 1) degrees of freedom, two-sided .05.
    """
    rows = [(d, s, articles_needed(d, s, target=target)) for d, s in product(differences, spreads)]
    return pl.DataFrame(rows, schema=["difference", "spread", "articles"], orient="row")


def articles_needed(difference: float, spread: float, *, target: float = POWER) -> int:
    """Return the smallest number of articles a side with power `target`; see `design_table`."""
    n = np.arange(inference.ARTICLES_AS_UNIT, 5001)
    df, centre = 2.0 * (n - 1), difference / spread * np.sqrt(n / 2)
    critical = special.stdtrit(df, 1 - inference.LEVEL / 2)
    seen = 1 - special.nctdtr(df, centre, critical)  # ASSUME the other tail adds nothing
    enough = np.flatnonzero(seen >= target)
    if not enough.size:
        raise ValueError("more than 5,000 articles a side")
    return int(n[enough[0]])


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
