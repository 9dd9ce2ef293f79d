"""How often every method errs in simulated worlds: false positives, coverage, false equivalence.

A cell fixes numbers and lengths of the articles, the share of the frame, how sentences depend on
one another, and the measure (see `worlds.Cell`).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.calibration import worlds as simulate
from framing.calibration.failing_methods import FAILING
from framing.calibration.worlds import Cell
from framing.statistics import intervals
from framing.statistics.articles import Articles, Comparison
from framing.statistics.corrections import TIERS
from framing.statistics.pair import ARTICLES_AS_UNIT, TIE, Array

LEVEL = 0.95  # of the intervals that are tried, and of the tests
SHIFT = 0.4  # how much larger a share is where coverage of a true difference is measured
MOST_VALUES = 4_000_000  # sentences drawn at once: more worlds come in portions
METHODS = intervals.METHODS | FAILING
TESTS = ("block_permutation", "article_permutation", "g2_test", "plain_permutation")
WORLDS_OF_FAMILIES = 20
Progress = Callable[[Sequence[Any]], Iterable[Any]]


class Answers(NamedTuple):
    """What a method says of worlds: p and interval."""

    p: Array
    low: Array
    high: Array


def measure(
    cells: Sequence[Cell],
    *,
    worlds: int,
    seed: int,
    part: tuple[int, int] = (0, 1),
    progress: Progress = iter,
) -> pl.DataFrame:
    """Return a row per cell and method with its rates, and their Monte-Carlo standard errors.

    `false_positives`: null worlds with p ≤ .05. `coverage`: intervals that hold a true difference
    of 0; `coverage_shifted`: of SHIFT, the smaller of two rates (either source has the larger
    share). `false_equivalence`: intervals within ± SHIFT though the true difference is SHIFT, the
    larger of two rates. `width`: the mean one of the intervals in null worlds. nan for a test
    without an interval.
    Worlds in which a method answers nan are left out; `answered` is the share of the others.
    `part` (i, n) takes every nth cell from the ith: the parts together are the whole, in the order
    of `cell`. The same `worlds` and `seed` give the same table.
    """
    first, every = part
    rows = []
    for number, cell in progress(list(enumerate(cells))[first::every]):
        found = _answers(cell, worlds, np.random.default_rng([seed, number]))
        place = {"cell": number, **cell._asdict()}
        rows += [{**place, "method": name, **_rates(each)} for name, each in found.items()]
    return _with_errors(pl.DataFrame(rows), worlds)


def family_errors(
    cells: Sequence[Cell],
    *,
    worlds: int,
    seed: int,
    part: tuple[int, int] = (0, 1),
    progress: Progress = iter,
) -> pl.DataFrame:
    """Return a bound on the family-wise error of Holm's correction, rows as those of `measure`.

    With m codes, none of which differs, some adjusted p is ≤ .05 if some p is ≤ .05/m: in at most
    m times the share of null worlds with such a p, however the codes depend on one another.
    `method` is a name of TIERS, `false_positives` the bound. So small a p is rare: worlds are
    WORLDS_OF_FAMILIES times as many, a quarter of it where sources have several articles.
    """
    first, every = part
    rows = []
    for number, cell in progress(list(enumerate(cells))[first::every]):
        rng = np.random.default_rng([seed, number])
        single = cell.articles_a == cell.articles_b == 1
        many = worlds * WORLDS_OF_FAMILIES // (1 if single else 4)
        p = np.concatenate([_null_p(cell, n, rng) for n in portions(_sentences(cell), many)])
        for name, codes in TIERS.items():
            rate = float(np.mean(p <= (1 - LEVEL) / codes))
            error = codes * np.sqrt(rate * (1 - rate) / many)
            bound = {"false_positives": codes * rate, "false_positives_se": float(error)}
            place = {"cell": number, **cell._asdict(), "method": name, "answered": 1.0}
            rows.append(place | bound | {"worlds": many})
    return pl.DataFrame(rows)


def portions(sentences: int, worlds: int) -> Iterator[int]:
    """Yield numbers of worlds to be drawn at once, for articles with so many sentences in all."""
    size = max(MOST_VALUES // sentences, 1)
    for start in range(0, worlds, size):
        yield min(size, worlds - start)


def draw(cell: Cell, share: float, which: str, worlds: int, rng: np.random.Generator) -> Articles:
    """Return worlds of the source "a" or "b" of a cell, with some share."""
    number, n = (cell.articles_a, cell.n_a) if which == "a" else (cell.articles_b, cell.n_b)
    kind = (share, cell.structure, cell.measure)
    return simulate.source([n] * number, *kind, worlds=worlds, rng=rng)


def say(name: str, compared: Comparison) -> Answers:
    """Return what a method says of simulated worlds, as it would of a corpus."""
    found = METHODS[name](compared, level=LEVEL)
    return Answers(found.p, found.low, found.high)


def joined(portions: list[list[Answers]]) -> list[Answers]:
    """Return the answers on all portions of worlds as one, for each kind of world."""
    joined = []
    for kind in range(min(map(len, portions))):
        columns = zip(*(one[kind] for one in portions), strict=True)
        joined.append(Answers(*map(np.concatenate, columns)))
    return joined


def methods(cell: Cell) -> list[str]:
    """Return the methods that are tried in a cell.

    Those that fail are tried only where usual practice would use them, and where it takes seconds.
    """
    few, many = sorted((cell.articles_a, cell.articles_b))
    if many > 1:
        exchanged = ["article_permutation"] if few == many >= ARTICLES_AS_UNIT else []
        return ["effective_n", *exchanged, *(["welch_t"] if few >= ARTICLES_AS_UNIT else [])]
    names = ["effective_n", "hac", "batch_means", "block_permutation"]
    usual = cell.measure == "sentences" and min(cell.n_a, cell.n_b) >= 12
    usual &= max(cell.n_a, cell.n_b) <= 48 and cell.structure in ("independent", "strong")
    return names + (["g2_test", "plain_permutation", "percentile_bootstrap"] if usual else [])


def _sentences(cell: Cell) -> int:
    return cell.articles_a * cell.n_a + cell.articles_b * cell.n_b


def _answers(cell: Cell, worlds: int, rng: np.random.Generator) -> dict[str, list[Answers]]:
    """Return what each method says of null worlds, and of both kinds of shifted ones."""
    parts: dict[str, list[list[Answers]]] = {name: [] for name in methods(cell)}
    for portion in portions(_sentences(cell), worlds):
        (a, a_more), (b, b_more) = (
            [draw(cell, cell.share + shift, which, portion, rng) for shift in (0.0, SHIFT)]
            for which in "ab"
        )
        pairs = [Comparison(a, b), Comparison(a, b_more), Comparison(a_more, b)]
        for name, collected in parts.items():
            collected.append([say(name, one) for one in pairs[: 1 if name in TESTS else 3]])
    return {name: joined(collected) for name, collected in parts.items()}


def _rates(found: list[Answers]) -> dict[str, float]:
    null, *shifted = found
    answered = ~np.isnan(null.p)
    truths = (-SHIFT, SHIFT)
    covered = [_coverage(one, truth) for one, truth in zip(shifted, truths, strict=False)]
    alike = [_equivalent(one) for one in shifted]
    return {
        "answered": float(answered.mean()),
        "false_positives": _mean(null.p[answered] <= 1 - LEVEL),
        "coverage": _coverage(null, 0.0),
        "coverage_shifted": min(covered, default=float("nan")),
        "false_equivalence": max(alike, default=float("nan")),
        "width": _mean((null.high - null.low)[~np.isnan(null.low)]),
    }


def _coverage(found: Answers, truth: float) -> float:
    known = ~np.isnan(found.low)
    inside = (found.low <= truth + TIE) & (truth - TIE <= found.high)
    return _mean(inside[known])


def _equivalent(found: Answers) -> float:
    known = ~np.isnan(found.low)
    return _mean(((found.low > -SHIFT) & (found.high < SHIFT))[known])


def _mean(values: NDArray[Any]) -> float:
    return float(values.mean()) if values.size else float("nan")


def _null_p(cell: Cell, worlds: int, rng: np.random.Generator) -> Array:
    first, second = (draw(cell, cell.share, which, worlds, rng) for which in "ab")
    return np.nan_to_num(METHODS["effective_n"](Comparison(first, second)).p, nan=1.0)


def _with_errors(table: pl.DataFrame, worlds: int) -> pl.DataFrame:
    rates = ("false_positives", "coverage", "coverage_shifted", "false_equivalence")
    errors = [
        (pl.col(rate) * (1 - pl.col(rate)) / (worlds * pl.col("answered")))
        .sqrt()
        .alias(f"{rate}_se")
        for rate in rates
    ]
    return table.with_columns(*errors, pl.lit(worlds, pl.Int64).alias("worlds"))
