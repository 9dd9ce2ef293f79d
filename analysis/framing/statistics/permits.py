"""Whether a method holds for a comparison, remembered: many specifications ask for few answers."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import cache

import polars as pl

from framing.statistics import allowed, intervals

Permit = Callable[[tuple[int, int], float, int, str], bool]


def remember(verdicts: pl.DataFrame, method: str) -> Permit:
    """A function of lengths, pooled share, articles a side and weight: does the method hold?

    `verdicts` as of `allowed.read`; `method` is that of sentences, with enough articles a side the
    one of articles stands for it. Shares between the same calibrated ones are alike.
    """
    of_articles = "article_permutation" if method == "block_permutation" else "article_t"
    known = sorted(verdicts["share"].unique())

    @cache
    def ask(n: tuple[int, int], share: float, articles: int, measure: str) -> bool:
        name = of_articles if articles >= intervals.ARTICLES_AS_UNIT else method
        return not allowed.refusal(verdicts, name, n, share, articles=articles, measure=measure)

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
