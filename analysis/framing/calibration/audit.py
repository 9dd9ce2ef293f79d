"""Designs on which an older version of this package was wrong, by its methods and those of today.

An audit found methods offered where nobody had simulated them, and refused where they would have
held. Each design is simulated again, with another seed than the calibration's, and `offered` says
what the verdicts of today make of it. Run by hand: `snakemake audit_methods`.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
import polars as pl

from framing.calibration import worlds as simulate
from framing.calibration.failing_methods import max_t
from framing.calibration.rates import LEVEL, METHODS, SHIFT, Answers, joined, portions, say
from framing.statistics import allowed, permutation
from framing.statistics.articles import Articles, Comparison
from framing.statistics.designs import Design
from framing.statistics.effective_n import BETWEEN
from framing.statistics.pair import ARTICLES_AS_UNIT, TIE, Array

NOW = "effective_n"
SINGLE = ("hac", "batch_means", "block_permutation")
SEVERAL = ("welch_t", "article_permutation")
SHARES = (0.05, 0.1, 0.3)
MIXED = (12, 60)  # shortest and longest article of a source with articles of mixed lengths
Progress = Callable[[Sequence[Any]], Iterable[Any]]


class Case(NamedTuple):
    """A design of the audit: its group, lengths of the articles, dependence, and share."""

    group: str
    design: str
    lengths_a: tuple[int, ...]
    lengths_b: tuple[int, ...]
    structure: str
    share: float
    between: float


class Family(NamedTuple):
    """A family of codes, none of which differs: their number and share, and the dependence."""

    codes: int
    share: float
    structure: str


FAMILIES = tuple(
    Family(codes, share, structure)
    for codes, share in ((5, 0.3), (10, 0.1), (8, 0.05), (40, 0.05), (40, 0.1))
    for structure in ("neighbours", "strong")
)


def cases(seed: int) -> list[Case]:
    """Return the designs: offered too often, refused without need, and single articles."""
    rng = np.random.default_rng([seed, 0])
    mixed = [tuple(int(n) for n in rng.integers(MIXED[0], MIXED[1] + 1, k)) for k in (5, 20)]
    unequal = [tuple(_logarithmic(200, rng)) for _ in range(2)]
    several = {
        "4 v 40, 48 v 12 sentences": ((48,) * 4, (12,) * 40),
        "4 v 40, 12 v 12": ((12,) * 4, (12,) * 40),
        "4 v 40, 12 v 48": ((12,) * 4, (48,) * 40),
        "5 v 20, 12 to 60 mixed": (mixed[0], mixed[1]),
        "2 v 2, 12 v 60": ((12,) * 2, (60,) * 2),
        "2 v 2, 12 v 12": ((12,) * 2, (12,) * 2),
        "1 v 20, 24 each": ((24,), (24,) * 20),
        "1 v 5, 17 each": ((17,), (17,) * 5),
    }
    refused = {
        "20 v 20, one of 11": ((24,) * 20, (*(24,) * 19, 11)),
        "200 v 200, 5 to 400": (unequal[0], unequal[1]),
        "17 v 70": ((17,), (70,)),
        "8 v 100": ((8,), (100,)),
        "12 v 49": ((12,), (49,)),
    }
    single = {
        f"{n} v {m}": ((n,), (m,))
        for n, m in ((12, 12), (17, 12), (24, 24), (12, 48), (48, 48), (100, 100))
    }
    found = [
        Case("offered", name, a, b, "neighbours", share, between)
        for name, (a, b) in several.items()
        for share in SHARES
        for between in (0.0, BETWEEN, 3 * BETWEEN)
    ]
    found += [
        Case("refused", name, a, b, "neighbours", share, BETWEEN)
        for name, (a, b) in refused.items()
        for share in SHARES
    ]
    return found + [
        Case("single", name, a, b, structure, share, 0.0)
        for name, (a, b) in single.items()
        for structure in simulate.STRUCTURES
        for share in SHARES
    ]


def measure(
    chosen: Sequence[Case],
    verdicts: pl.DataFrame,
    *,
    worlds: int,
    seed: int,
    progress: Progress = iter,
) -> pl.DataFrame:
    """Return a row per case and method: false positives, coverage, and whether it is offered.

    Columns: those of `Case` but the lengths, method, offered (nan p left out), false_positives,
    coverage (of no difference and of SHIFT, the smaller), width (mean of the intervals).
    """
    rows = []
    for number, one in progress(list(enumerate(chosen))):
        rng = np.random.default_rng([seed, 1, number])
        design = Design.of(one.lengths_a, one.lengths_b)
        for method, found in _answers(one, worlds, rng).items():
            why = allowed.refusal(verdicts, method, design, one.share, measure="sentences")
            rows.append(one._asdict() | {"method": method, "offered": not why} | _rates(*found))
    return pl.DataFrame(rows).drop("lengths_a", "lengths_b")


def family_errors(
    *, lengths: tuple[int, int], worlds: int, seed: int, progress: Progress = iter
) -> pl.DataFrame:
    """Return how often some code of a family seems to differ though none does.

    Two articles of the given lengths. Columns: those of `Family`, max_t (exchanges of blocks,
    corrected by the largest statistic: the older method) and holm (on p of `effective_n`).
    """
    rows = []
    for number, one in progress(list(enumerate(FAMILIES))):
        rng = np.random.default_rng([seed, 2, number])
        both = [
            simulate.hits(worlds * one.codes, n, one.share, one.structure, rng=rng) for n in lengths
        ]
        p = METHODS[NOW](Comparison.of([both[0]], [both[1]])).p.reshape(worlds, one.codes)
        wrong = np.nan_to_num(p, nan=1.0).min(axis=1) <= (1 - LEVEL) / one.codes
        means = _block_means(both).reshape(worlds, one.codes, -1)
        splits = permutation.splits(permutation.BLOCKS, permutation.BLOCKS)
        old = [
            np.nanmin(max_t(permutation.differences(world, splits)), initial=1.0) for world in means
        ]
        rate = float(np.mean(np.array(old) <= 1 - LEVEL))
        rows.append(one._asdict() | {"max_t": rate, "holm": float(wrong.mean())})
    return pl.DataFrame(rows)


def _methods(one: Case) -> list[str]:
    few = min(len(one.lengths_a), len(one.lengths_b))
    return [NOW, *(SEVERAL if few >= ARTICLES_AS_UNIT else SINGLE)]


def _answers(one: Case, worlds: int, rng: np.random.Generator) -> dict[str, list[Answers]]:
    """Return what each method says of null worlds, and of those with a difference of SHIFT."""
    parts: dict[str, list[list[Answers]]] = {name: [] for name in _methods(one)}
    for portion in portions(sum(one.lengths_a) + sum(one.lengths_b), worlds):
        first = _source(one.lengths_a, one.share, one, portion, rng)
        others = [_source(one.lengths_b, one.share + by, one, portion, rng) for by in (0.0, SHIFT)]
        for name, collected in parts.items():
            collected.append([say(name, Comparison(first, other)) for other in others])
    return {name: joined(collected) for name, collected in parts.items()}


def _source(
    lengths: tuple[int, ...], share: float, one: Case, worlds: int, rng: np.random.Generator
) -> Articles:
    kind = (one.structure, "sentences")
    return simulate.source(list(lengths), share, *kind, worlds=worlds, rng=rng, between=one.between)


def _rates(null: Answers, moved: Answers) -> dict[str, float]:
    known, spanning = ~np.isnan(null.p), ~np.isnan(null.low).all()
    covered = [_covered(null.low, null.high, 0.0), _covered(moved.low, moved.high, -SHIFT)]
    return {
        "false_positives": float((null.p[known] <= 1 - LEVEL).mean()),
        "coverage": min(covered),
        "width": float(np.nanmean(null.high - null.low)) if spanning else float("nan"),
    }


def _covered(low: Array, high: Array, truth: float) -> float:
    known = ~np.isnan(low)
    inside = (low <= truth + TIE) & (truth - TIE <= high)
    return float(inside[known].mean()) if known.any() else float("nan")


def _block_means(both: list[Array]) -> Array:
    each = [
        permutation.block_means(one, np.ones((1, one.shape[1])), permutation.BLOCKS) for one in both
    ]
    return np.concatenate(each, axis=-1)


def _logarithmic(articles: int, rng: np.random.Generator) -> list[int]:
    ends = np.log(5), np.log(400)
    return [int(n) for n in np.exp(rng.uniform(*ends, size=articles))]
