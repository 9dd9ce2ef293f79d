"""Which methods are offered for a corpus: the verdicts of the calibration, from a small file."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import cache
from pathlib import Path

import polars as pl

from framing.errors import InputError
from framing.statistics.intervals import ARTICLE_METHODS
from framing.statistics.pair import ARTICLES_AS_UNIT

KEYS = ["articles", "n_a", "n_b", "measure", "share", "method"]
Permit = Callable[[tuple[int, int], float, int, str], bool]
AGAIN = "run `snakemake calibration`"


def read(path: Path | str) -> pl.DataFrame:
    """Return the verdicts that the calibration wrote; InputError if they are missing or damaged."""
    try:
        table = pl.read_csv(path, schema_overrides={"share": pl.Float64, "offered": pl.Boolean})
        return table.select(*KEYS, "offered")
    except FileNotFoundError:
        raise InputError(path, "is missing", f"restore it, or {AGAIN}") from None
    except pl.exceptions.PolarsError:
        raise InputError(path, "is no table of verdicts", f"restore it, or {AGAIN}") from None


def refusal(
    cells: pl.DataFrame,
    method: str,
    n: tuple[int, int],
    share: float,
    *,
    articles: int = 1,
    measure: str | None = None,
) -> str:
    """Return why a method is not offered, empty if it is; arguments as in `offered`."""
    judged = around(cells, n, share, articles=articles, measure=measure)
    if not judged.height:
        return f"no calibration for articles of {n[0]} and {n[1]} sentences: {AGAIN}"
    if method in _holding(judged):
        return ""
    return f"{method} does not hold its error rates in simulated articles like these"


def offered(
    cells: pl.DataFrame,
    n: int | tuple[int, int],
    share: float,
    *,
    articles: int = 1,
    measure: str | None = None,
) -> list[str]:
    """Return the methods that hold for a corpus in all the calibrated cells around it."""
    return _holding(around(cells, n, share, articles=articles, measure=measure))


def around(
    cells: pl.DataFrame,
    n: int | tuple[int, int],
    share: float,
    *,
    articles: int = 1,
    measure: str | None = None,
) -> pl.DataFrame:
    """Return the calibrated cells that judge a corpus.

    `n` is the length of the shorter article in sentences, or both lengths: then only cells that
    are as uneven or more. Uses the largest calibrated length, and number of `articles` per
    source, that does not exceed the corpus; if there is none, no method is offered. `share` is
    the pooled share (above .5 mirrored); the calibrated shares below and above it must both
    hold, as must all dependence structures and, unless `measure` is given, all measures. From
    four articles per source, only methods over articles.
    """
    shorter, uneven = (n, None) if isinstance(n, int) else (min(n), max(n) / min(n))
    near = cells if measure is None else cells.filter(pl.col("measure") == measure)
    near = _largest(near.filter(pl.col("articles") <= articles), "articles")
    near = near.with_columns(
        pl.min_horizontal("n_a", "n_b").alias("shorter"),
        (pl.max_horizontal("n_a", "n_b") / pl.min_horizontal("n_a", "n_b")).alias("uneven"),
    ).filter(pl.col("shorter") <= shorter)
    if uneven is not None and articles == 1:
        near = near.filter(pl.col("uneven") >= uneven)
        near = _largest(near, "shorter").filter(pl.col("uneven") == pl.col("uneven").min())
    near = _beside(_largest(near, "shorter"), min(share, 1 - share))
    if articles >= ARTICLES_AS_UNIT:
        near = near.filter(pl.col("method").is_in(list(ARTICLE_METHODS)))
    return near


def _holding(cells: pl.DataFrame) -> list[str]:
    judged = cells.group_by("method", maintain_order=True).agg(pl.col("offered").all())
    return judged.filter(pl.col("offered"))["method"].to_list()


def _largest(cells: pl.DataFrame, column: str) -> pl.DataFrame:
    return cells.filter(pl.col(column) == pl.col(column).max())


def _beside(cells: pl.DataFrame, share: float) -> pl.DataFrame:
    known = cells["share"].unique()
    below, above = known.filter(known <= share).max(), known.filter(known >= share).min()
    return cells.filter(pl.col("share").is_in([s for s in (below, above) if s is not None]))


def remember(verdicts: pl.DataFrame, method: str) -> Permit:
    """Return a function of lengths, pooled share, articles per source and weight: is it offered?

    `verdicts` as of `read`. `method` is used when sentences are the unit; with enough articles per
    source its counterpart over articles is used. Shares in the same calibrated range get the same
    answer, which is looked up once: a multiverse asks thousands of times.
    """
    of_articles = "article_permutation" if method == "block_permutation" else "article_t"
    known = sorted(verdicts["share"].unique())

    @cache
    def ask(n: tuple[int, int], share: float, articles: int, measure: str) -> bool:
        name = of_articles if articles >= ARTICLES_AS_UNIT else method
        return not refusal(verdicts, name, n, share, articles=articles, measure=measure)

    def permit(n: tuple[int, int], share: float, articles: int, measure: str) -> bool:
        rare = min(share, 1 - share)
        left, right = bisect_left(known, rare), bisect_right(known, rare)
        between = known[left] if left < right else _middle(known, left)
        return ask(n, between, articles, "sentences" if measure == "units" else "words")

    return permit


def _middle(known: list[float], at: int) -> float:
    below = known[at - 1] if at else 0.0
    above = known[at] if at < len(known) else 0.5
    return (below + above) / 2
