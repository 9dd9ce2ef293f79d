"""Which methods may speak of a corpus: the verdicts of the calibration, read from a small file."""

from pathlib import Path

import polars as pl

from framing.errors import InputError
from framing.statistics import intervals

KEYS = ["articles", "n_a", "n_b", "measure", "share", "method"]
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

    `n` is the length of the shorter article in sentences, or both lengths: then cells that are
    as uneven or more count. Of lengths and numbers of `articles` a side, the largest calibrated
    not above counts (none: no method); `share` is the pooled share, above .5 mirrored, between
    the calibrated shares on either side; all dependence structures count, and, unless
    `measure` is given, all measures. From four articles a side, only tests over articles.
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
    if articles >= intervals.ARTICLES_AS_UNIT:
        near = near.filter(pl.col("method").is_in(list(intervals.ARTICLE_METHODS)))
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
