"""What a design can show: power, the smallest detectable difference, articles to collect."""

from collections.abc import Sequence
from itertools import product

import numpy as np
import polars as pl
from scipy import special

from framing.calibration import rates
from framing.calibration import worlds as simulate
from framing.calibration.failing_methods import FAILING
from framing.calibration.worlds import Cell
from framing.statistics.articles import Articles, Comparison
from framing.statistics.designs import Design
from framing.statistics.detectable import POWER
from framing.statistics.effective_n import (
    BETWEEN,
    DEPENDENCE,
    PRIOR_ARTICLES,
    effective_sentences,
)
from framing.statistics.pair import ARTICLES_AS_UNIT, Array

SHARES = (0.05, 0.10, 0.30, 0.50)


def power(
    own: Design,
    *,
    bases: Sequence[float] = SHARES,
    structures: Sequence[str] = simulate.STRUCTURES,
    worlds: int,
    seed: int,
    level: float = 0.95,
) -> pl.DataFrame:
    """Return how often a true difference of shares of sentences is detected.

    A row per method with an interval, base share (of the first source), dependence and difference;
    the second share is base + difference. `detectable` is the smallest difference detected in
    `POWER` of the worlds, interpolated, the same in all rows of a curve; nan if no share up to .95
    suffices.
    """
    rows = []
    for number, (base, structure) in enumerate(product(bases, structures)):
        a, b, n, m = map(int, own)
        cell = Cell(a, b, n, m, base, structure, "sentences")
        names = [name for name in rates.methods(cell) if name not in (*rates.TESTS, *FAILING)]
        for step, difference in enumerate(np.arange(0.1, 0.951 - base, 0.1)):
            rng = np.random.default_rng([seed, number, step])
            compared = Comparison(
                rates.draw(cell, base, "a", worlds, rng),
                rates.draw(cell, base + difference, "b", worlds, rng),
            )
            for method in names:
                found = rates.METHODS[method](compared, level=level).p <= 1 - level
                place = (method, cell.n_a, cell.n_b, base, structure)
                rows.append((*place, float(difference), float(np.mean(found))))
    columns = ["method", "n_a", "n_b", "base", "structure", "difference", "power"]
    curve = ["method", "base", "structure"]
    table = pl.DataFrame(rows, schema=columns, orient="row").sort(*curve, "difference")
    least = [
        (*key, smallest_detectable(part["difference"].to_numpy(), part["power"].to_numpy()))
        for key, part in table.group_by(curve, maintain_order=True)
    ]
    detected = pl.DataFrame(least, schema=[*curve, "detectable"], orient="row")
    return table.join(detected, on=curve, maintain_order="left")


def smallest_detectable(differences: Array, powers: Array, *, target: float = POWER) -> float:
    """Return the difference where a rising power curve first reaches `target`; nan if never."""
    reached = np.flatnonzero(powers >= target)
    if not reached.size:
        return float("nan")
    first = reached[0]
    if first == 0:
        return float(differences[0])
    at = slice(first - 1, first + 1)
    return float(np.interp(target, powers[at], differences[at]))


def design_table(
    *,
    differences: Sequence[float],
    lengths: Sequence[int],
    shares: Sequence[float],
    level: float = 0.95,
) -> pl.DataFrame:
    """Return how many articles per source show a difference of shares, by length of the articles.

    Columns: share (halfway between the two sources), length, spread, difference, articles. See
    `spread` and `articles_needed`. A difference that this share cannot have has no row.
    """
    rows = []
    for share, length, difference in product(shares, lengths, differences):
        if difference / 2 > min(share, 1 - share):
            continue
        between = spread(share, length)
        needed = articles_needed(difference, between, level=level)
        rows.append((share, length, between, difference, needed))
    columns = ["share", "length", "spread", "difference", "articles"]
    return pl.DataFrame(rows, schema=columns, orient="row")


def spread(share: float, length: int) -> float:
    """Return the standard deviation of the shares found in articles of this length.

    It holds both the differences between articles (BETWEEN) and the chance of few sentences that
    depend on one another (DEPENDENCE): no observed spread of short articles is much below it.
    """
    one = effective_sentences(Articles.of([np.zeros(length)]), DEPENDENCE)
    chance = BETWEEN + (1 - BETWEEN) / float(one[0])
    return float(np.sqrt(share * (1 - share) * chance))


def articles_needed(
    difference: float, between: float, *, target: float = POWER, level: float = 0.95
) -> int:
    """Return the smallest number of articles per source that detects a difference with this power.

    `between` is the standard deviation of the shares of articles. Never below four, where the
    interval would rest on the assumed variance alone. Noncentral t, two-sided, with the degrees of
    freedom of `effective_n`. Raises ValueError above 20,000.
    """
    n = np.arange(ARTICLES_AS_UNIT, 20001)
    df, centre = 2.0 * (PRIOR_ARTICLES + n - 1), difference / between * np.sqrt(n / 2)
    critical = special.stdtrit(df, (1 + level) / 2)
    # ASSUME a test hardly ever detects a difference with the wrong sign: that tail is left out.
    detected = 1 - special.nctdtr(df, centre, critical)
    enough = np.flatnonzero(detected >= target)
    if not enough.size:
        raise ValueError("more than 20,000 articles per source")
    return int(n[enough[0]])
