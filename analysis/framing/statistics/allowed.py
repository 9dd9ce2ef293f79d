"""Which methods are offered for a corpus: the verdicts of the calibration, from a small file.

The calibration simulates designs on a grid of numbers and lengths of articles. A corpus between
them gets a method only if it holds in all simulated designs around it.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

import numpy as np
import polars as pl

from framing.errors import InputError
from framing.statistics.pair import ARTICLES_AS_UNIT

DESIGN = ["articles_a", "articles_b", "n_a", "n_b"]
KEYS = [*DESIGN, "measure", "share", "method"]
NUMBERS = ("share", "holds_to")
MOST_ARTICLES, MOST_SENTENCES = 160, 400  # simulated of a source, and of an article
AGAIN = "run `snakemake calibration`"
KINDS = {  # what a unit weighs or holds: which worlds judge it
    "units": "sentences",
    "words": "words",
    "content_words": "words",
}
EXCHANGES = {False: "block_permutation", True: "article_permutation"}  # of many articles?


class Design(NamedTuple):
    """Numbers and lengths of the articles of both sources.

    Articles are counted by their weight: one long article among many short ones counts for nearly
    all (the square of the sum of the lengths, over the sum of their squares). Lengths are means.
    """

    articles_a: float
    articles_b: float
    n_a: float
    n_b: float

    @classmethod
    def of(cls, lengths_a: Iterable[int], lengths_b: Iterable[int]) -> "Design":
        """Return the design of two sources from the numbers of sentences of their articles."""
        first, second = (list(lengths) for lengths in (lengths_a, lengths_b))
        articles = [sum(one) ** 2 / sum(n**2 for n in one) for one in (first, second)]
        means = [sum(one) / len(one) for one in (first, second)]
        return cls(articles[0], articles[1], means[0], means[1])

    def ordered(self) -> "Design":
        """Return the design with the source of fewer (else shorter) articles first."""
        if (self.articles_a, self.n_a) <= (self.articles_b, self.n_b):
            return self
        return Design(self.articles_b, self.articles_a, self.n_b, self.n_a)

    def simulated(self) -> "Design":
        """Return the nearest design to simulate: in order, whole numbers, not too many."""
        a, b, n, m = self.ordered()
        few, many = (float(min(max(round(k), 1), MOST_ARTICLES)) for k in (a, b))
        short, long = (float(min(max(round(k), 1), MOST_SENTENCES)) for k in (n, m))
        return Design(few, many, short, long).ordered()


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
        return f"{_outside(verdicts, design)}: {AGAIN}"
    if not judged.height:
        return f"{method} was not tried in simulated articles like these: {AGAIN}"
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
    own = known.filter(pl.col("own") & _is(design.simulated()))
    corners = [design.simulated()] if own.height else corners_of(known, design)
    if corners is None:
        return None
    tried = known.filter(pl.col("method") == method)
    tried = own.filter(pl.col("method") == method) if own.height else tried
    parts = [_beside(tried.filter(_is(corner)), min(share, 1 - share)) for corner in corners]
    return pl.concat(parts) if all(part.height for part in parts) else tried.clear()


def corners_of(verdicts: pl.DataFrame, design: Design) -> list[Design] | None:
    """Return the designs of the grid around a corpus; None if it lies outside."""
    few, many, n_few, n_many = design.ordered()
    grid = [Design(*row) for row in verdicts.filter(~pl.col("own")).select(DESIGN).unique().rows()]
    corners = set()
    numbers = sorted({one.articles_a for one in grid})
    for number in _bracket(numbers, few):
        here = [one for one in grid if one.articles_a == number]
        ratios = sorted({one.articles_b / number for one in here})
        if many / few > max(ratios, default=0) and number < max(numbers):
            return None
        for ratio in _bracket(ratios, many / few):
            lengths = [one[2:] for one in here if one.articles_b == number * ratio]
            sides = sorted({n for pair in lengths for n in pair})
            if min(n_few, n_many) < min(sides):
                return None
            for n, m in product(_bracket(sides, n_few), _bracket(sides, n_many)):
                corners.add(Design(number, number * ratio, n, m).ordered())
    return sorted(corners) or None


def remember(verdicts: pl.DataFrame, method: str) -> Permit:
    """Return a function of design, pooled share and weight of a unit: is the method offered?

    `method` "exchange" stands for the exchange of blocks, or of articles where there are enough.
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
        beside = _bracket(known, rare)
        middle = sum(beside) / len(beside)
        return ask(design, middle, KINDS[weight])

    return permit


def exchange(design: Design) -> str:
    """Return the test that exchanges what `permutation.number` numbers for this design."""
    return EXCHANGES[min(design.articles_a, design.articles_b) >= ARTICLES_AS_UNIT]


def _outside(verdicts: pl.DataFrame, design: Design) -> str:
    shortest = verdicts.filter(~pl.col("own"))["n_a"].to_numpy().min(initial=np.inf)
    if min(design.n_a, design.n_b) < shortest:
        words = f"articles of {min(design.n_a, design.n_b):.3g} sentences are shorter"
    else:
        few, many = sorted(round(k) for k in (design.articles_a, design.articles_b))
        words = f"{few} against {many} articles are more unequal"
    return f"{words} than any that was simulated"


def _is(design: Design) -> pl.Expr:
    return pl.all_horizontal(
        (pl.col(name) - value).abs() < 1e-6 for name, value in zip(DESIGN, design, strict=True)
    )


def _beside(cells: pl.DataFrame, share: float) -> pl.DataFrame:
    return cells.filter(pl.col("share").is_in(_bracket(sorted(cells["share"].unique()), share)))


def _bracket(known: Sequence[float], value: float) -> list[float]:
    """Return the known values next to one: itself, below and above, or the nearest outside."""
    below = [one for one in known if one <= value + 1e-9]
    above = [one for one in known if one >= value - 1e-9]
    return sorted({*below[-1:], *above[:1]})
