"""Numbers and lengths of articles, and the simulated designs around those of a corpus."""

from collections.abc import Iterable, Sequence
from itertools import product
from typing import NamedTuple

import numpy as np
import polars as pl

DESIGN = ["articles_a", "articles_b", "n_a", "n_b"]
MOST_ARTICLES = 160  # simulated of a source
MOST_SENTENCES = {True: 400, False: 100}  # of an article: single ones, several


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
        first, second = (np.array(list(lengths)) for lengths in (lengths_a, lengths_b))
        articles = [one.sum().item() ** 2 / (one**2).sum().item() for one in (first, second)]
        means = [one.sum().item() / len(one) for one in (first, second)]
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
        most = MOST_SENTENCES[many == 1]
        short, long = (float(min(max(round(k), 1), most)) for k in (n, m))
        return Design(few, many, short, long).ordered()


def corners_of(verdicts: pl.DataFrame, design: Design) -> list[Design] | None:
    """Return the designs of the grid around a corpus; None if it lies outside."""
    few, many, n_few, n_many = design.ordered()
    grid = [Design(*row) for row in verdicts.filter(~pl.col("own")).select(DESIGN).unique().rows()]
    corners = set()
    numbers = sorted({one.articles_a for one in grid})
    for number in bracket(numbers, few):
        here = [one for one in grid if one.articles_a == number]
        ratios = sorted({one.articles_b / number for one in here})
        if many / few > max(ratios, default=0) and number < max(numbers):
            return None
        for ratio in bracket(ratios, many / few):
            lengths = [one[2:] for one in here if one.articles_b == number * ratio]
            sides = sorted({n for pair in lengths for n in pair})
            if min(n_few, n_many) < min(sides):
                return None
            for n, m in product(bracket(sides, n_few), bracket(sides, n_many)):
                corners.add(Design(number, number * ratio, n, m).ordered())
    return sorted(corners) or None


def outside(verdicts: pl.DataFrame, design: Design) -> str:
    """Return in which way a corpus lies outside the simulated designs."""
    shortest = verdicts.filter(~pl.col("own"))["n_a"].to_numpy().min(initial=np.inf)
    if min(design.n_a, design.n_b) < shortest:
        size = f"{min(design.n_a, design.n_b):.3g}"
        words = f"articles of {size} sentence{'s' * (size != '1')} are shorter"
    else:
        few, many = sorted(round(k) for k in (design.articles_a, design.articles_b))
        words = f"{few} against {many} articles are more unequal"
    return f"{words} than any that was simulated"


def rows_of(design: Design) -> pl.Expr:
    """Return the condition that a row is about this design."""
    return pl.all_horizontal(
        (pl.col(name) - value).abs() < 1e-6 for name, value in zip(DESIGN, design, strict=True)
    )


def bracket(known: Sequence[float], value: float) -> list[float]:
    """Return the known values next to one: itself, below and above, or the nearest outside."""
    below = [one for one in known if one <= value + 1e-9]
    above = [one for one in known if one >= value - 1e-9]
    return sorted({*below[-1:], *above[:1]})
