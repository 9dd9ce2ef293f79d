"""Which methods are offered for a corpus: the verdicts of the calibration, from a small file.

The calibration simulates designs on a grid of numbers and lengths of articles. A corpus between
them gets a method only if it holds in all simulated designs around it.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import polars as pl

from framing.errors import InputError
from framing.statistics.designs import DESIGN, Design, bracket, corners_of, outside, rows_of
from framing.statistics.pair import ARTICLES_AS_UNIT

KEYS = [*DESIGN, "measure", "share", "method"]
NUMBERS = ("share", "holds_to")
AGAIN = "run `snakemake calibration`"
KINDS = {  # what a unit weighs or holds: which worlds judge it
    "units": "sentences",
    "words": "words",
    "content_words": "words",
}
EXCHANGES = {False: "block_permutation", True: "article_permutation"}  # of many articles?


Permit = Callable[[Design, float, str], bool]


def read(path: Path | str) -> pl.DataFrame:
    """Return the verdicts that the calibration wrote; InputError if they are missing or damaged."""
    kinds: dict[str, pl.DataType] = dict.fromkeys((*NUMBERS, *DESIGN), pl.Float64())
    kinds |= dict.fromkeys(("offered", "own"), pl.Boolean())
    try:
        return pl.read_csv(path, schema_overrides=kinds).select(*KEYS, "own", "offered", "holds_to")
    except FileNotFoundError:
        raise InputError(path, "is missing", f"restore it, or {AGAIN}") from None
    except pl.exceptions.PolarsError:
        raise InputError(path, "is no table of verdicts", f"restore it, or {AGAIN}") from None


def refusal(
    verdicts: pl.DataFrame, method: str, design: Design, share: float, *, measure: str
) -> str:
    """Return why a method is not offered, empty if it is; see `around` for the arguments."""
    judged = around(verdicts, method, design, share, measure=measure)
    if judged is None:
        return f"{outside(verdicts, design)}: {AGAIN}"
    if not judged.height:
        return f"{method} was not tried in simulated articles like these"
    if not judged["offered"].all():
        return f"{method} does not hold its error rates in simulated articles like these"
    return ""


def holds_to(
    verdicts: pl.DataFrame, method: str, design: Design, share: float, *, measure: str
) -> float:
    """Return the strongest dependence of neighbours in which a method holds; nan if unknown."""
    judged = around(verdicts, method, design, share, measure=measure)
    known = [] if judged is None else judged["holds_to"].to_list()
    return min(known, default=float("nan"))


def around(
    verdicts: pl.DataFrame, method: str, design: Design, share: float, *, measure: str
) -> pl.DataFrame | None:
    """Return the verdicts on a method that judge a corpus, None if it lies outside the simulated.

    The corpus itself, if it was simulated; else all designs of the grid around it: numbers of the
    fewer articles below and above, ratios of numbers, both lengths. Longer articles, and more than
    the most simulated, are judged by the longest and the most. `share` is the pooled share, above
    .5 mirrored: the simulated shares below and above it count (below all of them, the smallest).
    No rows: the method was not tried in all these designs.
    """
    known = verdicts.filter(pl.col("measure") == measure)
    own = known.filter(pl.col("own") & rows_of(design.simulated()))
    corners = [design.simulated()] if own.height else corners_of(known, design)
    if corners is None:
        return None
    tried = known.filter(pl.col("method") == method)
    tried = own.filter(pl.col("method") == method) if own.height else tried
    parts = [_beside(tried.filter(rows_of(corner)), min(share, 1 - share)) for corner in corners]
    return pl.concat(parts) if all(part.height for part in parts) else tried.clear()


def remember(verdicts: pl.DataFrame, method: str) -> Permit:
    """Return a function of design, pooled share and weight of a unit: is the method offered?

    `method` "exchange" means the exchange of blocks, or of articles where there are enough.
    Shares in the same simulated range get the same answer, which is looked up once: a multiverse
    asks thousands of times.
    """
    known = sorted(verdicts["share"].unique().to_list())

    @cache
    def ask(design: Design, share: float, measure: str) -> bool:
        name = exchange(design) if method == "exchange" else method
        return not refusal(verdicts, name, design, share, measure=measure)

    def permit(design: Design, share: float, weight: str) -> bool:
        rare = min(share, 1 - share)
        beside = bracket(known, rare)
        middle = sum(beside) / len(beside)
        return ask(design, middle, KINDS[weight])

    return permit


def exchange(design: Design) -> str:
    """Return the test that exchanges what `permutation.number` numbers for this design."""
    return EXCHANGES[min(design.articles_a, design.articles_b) >= ARTICLES_AS_UNIT]


def _beside(cells: pl.DataFrame, share: float) -> pl.DataFrame:
    return cells.filter(pl.col("share").is_in(bracket(sorted(cells["share"].unique()), share)))
