"""What a design can show: power, the smallest detectable difference, articles to collect."""

from collections.abc import Sequence
from functools import partial
from itertools import product

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy import special

from framing.calibration import worlds as simulate
from framing.calibration.failing_methods import FAILING
from framing.calibration.worlds import Cell, Draw
from framing.statistics import intervals
from framing.statistics.contrast import Contrasts
from framing.statistics.pair import ARTICLES_AS_UNIT, Comparison

SHARES = (0.05, 0.10, 0.30, 0.50)
POWER = 0.8
METHODS = intervals.METHODS | FAILING
Series = NDArray[np.float64]


def power(
    n_a: int,
    n_b: int,
    *,
    articles: int = 1,
    methods: Sequence[str] | None = None,
    bases: Sequence[float] = SHARES,
    structures: Sequence[str] = simulate.STRUCTURES,
    worlds: int = 2000,
    seed: int = 1,
    level: float = 0.95,
) -> pl.DataFrame:
    """Return how often a true difference of shares of sentences is seen, and the least that is.

    `articles` a side have `n_a` and `n_b` sentences each; `methods` are, unless given, those with
    an interval. A row per method, base share (of the first side), dependence and difference; the
    second share is base + difference. `detectable` is the smallest difference seen in `POWER` of
    the worlds, interpolated, the same in all rows of a curve; nan if no share up to .95 suffices.
    """
    unit = articles >= ARTICLES_AS_UNIT
    methods = methods or (("article_t",) if unit else ("hac", "batch_means"))
    rows = []
    for number, (base, structure) in enumerate(product(bases, structures)):
        cell = Cell(articles, n_a, n_b, base, structure, "sentences")
        for step, difference in enumerate(np.arange(0.1, 0.951 - base, 0.1)):
            rng = np.random.default_rng([seed, number, step])
            drawn = simulate.draw(cell, worlds=worlds, shift=difference, rng=rng)
            for method in methods:
                seen = float(np.mean(apply(method, drawn).p <= 1 - level))
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


def apply(method: str, drawn: Draw, *, level: float = 0.95) -> Contrasts:
    """Return what a method says of simulated worlds, as it would of a corpus."""
    return METHODS[method](Comparison.of(*drawn.groups, weights=drawn.weights), level=level)


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
    level: float = 0.95,
) -> pl.DataFrame:
    """Return how many articles a side detect a difference of shares by Welch's t.

    `spread` is the standard deviation of the share between articles of one source, as observed
    (the noise of short articles included). Never below four, where no exact test could reach
    .05. Noncentral t with 2(n − 1) degrees of freedom, two-sided, at
    1 − `level`.
    """
    need = partial(articles_needed, target=target, level=level)
    rows = [(d, s, need(d, s)) for d, s in product(differences, spreads)]
    return pl.DataFrame(rows, schema=["difference", "spread", "articles"], orient="row")


def articles_needed(
    difference: float, spread: float, *, target: float = POWER, level: float = 0.95
) -> int:
    """Return the smallest number of articles a side with power `target`; see `design_table`."""
    n = np.arange(ARTICLES_AS_UNIT, 5001)
    df, centre = 2.0 * (n - 1), difference / spread * np.sqrt(n / 2)
    critical = special.stdtrit(df, (1 + level) / 2)
    seen = 1 - special.nctdtr(df, centre, critical)  # ASSUME the other tail adds nothing
    enough = np.flatnonzero(seen >= target)
    if not enough.size:
        raise ValueError("more than 5,000 articles a side")
    return int(n[enough[0]])
