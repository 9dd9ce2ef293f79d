"""Is a method right between the simulated designs? Worlds that the calibration has not seen.

Designs are drawn at random: numbers and lengths of articles off the grid, lengths mixed within a
source. Dependence and differences between articles are of another kind than in `worlds`.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
import polars as pl
from scipy import special

from framing.calibration.rates import LEVEL, METHODS
from framing.statistics import allowed
from framing.statistics.articles import Articles, Comparison
from framing.statistics.designs import Design
from framing.statistics.effective_n import BETWEEN
from framing.statistics.pair import TIE, Array

METHOD = "effective_n"
SHORTEST, LONGEST = 5, 400  # sentences of an article
MOST_ARTICLES = 60
DIFFERENCE = 0.3  # where coverage of a true difference is measured
# Correlations of a latent process. Those of hits die out more slowly than in a chain: at .6 they
# begin with .41 and sum to as much as in the strongest chain in which a method must hold. (At .7
# they begin with .49 and sum to more: then a tenth of the worlds show a difference.)
LATENT = (0.0, 0.4, 0.6)
RARE, FEW = 0.05, (0.1, 0.3)  # part of articles that differ from the rest: rare frames, others
Progress = Callable[[Sequence[Any]], Iterable[Any]]


class Corpus(NamedTuple):
    """A design drawn at random: lengths of the articles of both sources, share, latent process."""

    lengths_a: tuple[int, ...]
    lengths_b: tuple[int, ...]
    share: float
    latent: float


def corpora(number: int, *, seed: int) -> list[Corpus]:
    """Return random designs: a third with one article per source, ratios of up to 1:10."""
    rng = np.random.default_rng([seed, 0])
    found = []
    for at in range(number):
        few = 1 if at % 3 == 0 else int(rng.integers(1, 13))
        many = 1 if at % 3 == 0 else min(round(few * rng.uniform(1, 10)), MOST_ARTICLES)
        lengths = [_lengths(k, rng) for k in rng.permutation([few, many])]
        share = float(rng.choice([0.02, 0.04, 0.07, 0.15, 0.25, 0.4, 0.6]))
        found.append(Corpus(lengths[0], lengths[1], share, float(rng.choice(LATENT))))
    return found


def measure(
    chosen: Sequence[Corpus],
    verdicts: pl.DataFrame,
    *,
    worlds: int,
    seed: int,
    progress: Progress = iter,
) -> pl.DataFrame:
    """Return a row per design: whether METHOD is offered there, false positives and coverage.

    Columns: articles_a, articles_b, n_a, n_b (of `allowed.Design`), share, latent, offered,
    false_positives, coverage, coverage_shifted (of a true DIFFERENCE), worlds.
    """
    rows = []
    for number, one in progress(list(enumerate(chosen))):
        design = Design.of(one.lengths_a, one.lengths_b)
        why = allowed.refusal(verdicts, METHOD, design, one.share, measure="sentences")
        rng = np.random.default_rng([seed, 1, number])
        place = design._asdict() | {"share": one.share, "latent": one.latent, "offered": not why}
        rows.append(place | rates(one, worlds=worlds, rng=rng) | {"worlds": worlds})
    return pl.DataFrame(rows)


def rates(one: Corpus, *, worlds: int, rng: np.random.Generator) -> dict[str, float]:
    """Return false positives and coverage of METHOD in worlds of a design."""
    moved = one.share + DIFFERENCE
    first = source(one.lengths_a, one.share, one.latent, worlds, rng)
    null, more = (source(one.lengths_b, p, one.latent, worlds, rng) for p in (one.share, moved))
    found = {}
    for name, other, truth in (("coverage", null, 0.0), ("coverage_shifted", more, -DIFFERENCE)):
        answer = METHODS[METHOD](Comparison(first, other), level=LEVEL)
        known = ~np.isnan(answer.p)
        inside = (answer.low <= truth + TIE) & (truth - TIE <= answer.high)
        found[name] = float(inside[known].mean())
        if name == "coverage":
            found["false_positives"] = float((answer.p[known] <= 1 - LEVEL).mean())
    return found


def source(
    lengths: Sequence[int], share: float, latent: float, worlds: int, rng: np.random.Generator
) -> Articles:
    """Return worlds of a source: some articles with a larger share than the others."""
    shares = [_article_share(share, len(lengths), worlds, rng) for _ in lengths]
    pairs = zip(lengths, shares, strict=True)
    return Articles.of([_article(n, p, latent, rng) for n, p in pairs])


def _article_share(share: float, articles: int, worlds: int, rng: np.random.Generator) -> Array:
    """Return the share of an article: of two kinds, with the intraclass correlation BETWEEN."""
    if articles == 1:
        return np.full(worlds, share)
    part = FEW[0] if min(share, 1 - share) < 2 * RARE else FEW[1]
    variance = BETWEEN * share * (1 - share)
    high = share + np.sqrt(variance * (1 - part) / part)
    low = share - np.sqrt(variance * part / (1 - part))
    return np.asarray(np.where(rng.random(worlds) < part, high, low))


def _article(n: int, share: Array, latent: float, rng: np.random.Generator) -> Array:
    """Return hits where a latent Gaussian AR(1) process lies below a threshold."""
    noise = rng.standard_normal((n, share.size))
    process = np.empty_like(noise)
    process[0] = noise[0]
    for t in range(1, n):
        process[t] = latent * process[t - 1] + np.sqrt(1 - latent**2) * noise[t]
    return np.ascontiguousarray((process < special.ndtri(share)).T, dtype=float)


def _lengths(articles: int, rng: np.random.Generator) -> tuple[int, ...]:
    """Return lengths between random ends, spread evenly on a log scale."""
    low, high = np.sort(rng.uniform(np.log(SHORTEST), np.log(LONGEST), size=2))
    return tuple(int(n) for n in np.exp(rng.uniform(low, high, size=articles)))
