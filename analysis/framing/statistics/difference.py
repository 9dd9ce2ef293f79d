"""The difference of one code between two sources: interval, p, answer, and what describes it."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl

from framing.statistics import allowed, dependence, effects, intervals
from framing.statistics.detectable import detectable
from framing.statistics.effective_n import effective_sentences
from framing.statistics.equivalence_test import answer
from framing.statistics.hits import Both
from framing.statistics.pair import Array
from framing.statistics.permutation import smallest_p

Row = dict[str, Any]


@dataclass(frozen=True)
class Settings:
    """How contrasts are made: method and level of the interval, smallest difference of interest.

    `smoothing` is that of the log ratio, `prior` the sentences (or words) that the prior of a
    log-odds ratio is worth; `verdicts` as of `allowed.read`.
    """

    verdicts: pl.DataFrame
    method: str
    smallest_difference: float
    smoothing: float
    prior: float
    level: float = 0.95


def difference(both: Both, code: int, measure: str, settings: Settings) -> Row:
    """Return one difference; interval, p and answer only where the method is offered."""
    first, second = both
    compared = first.compare(second, code, measure)
    design, share = first.design(second), first.pooled(second, code)
    place: dict[str, Any] = {"measure": measure}
    why = allowed.refusal(settings.verdicts, settings.method, design, share, **place)
    limit = allowed.holds_to(settings.verdicts, settings.method, design, share, **place)
    found = intervals.apply(settings.method, compared, level=settings.level)
    low, high = (np.nan, np.nan) if why else (found.low, found.high)
    n_first, n_second = (effective_sentences(one)[0] for one in (compared.first, compared.second))
    lag_one = max(map(dependence.lag_one, (first.varied(code), second.varied(code))), key=_known)
    return {
        "share_first": float(compared.first.mean[0]),
        "share_second": float(compared.second.mean[0]),
        "estimate": found.estimate,
        "low": low,
        "high": high,
        "method": found.method,
        "p": np.nan if why else found.p,
        "floor": smallest_p(*compared.articles),
        "dependence": lag_one,
        "beyond": bool(lag_one > limit),
        "answer": answer(low, high, smallest_difference=settings.smallest_difference),
        "detectable": detectable(n_first, n_second, share, level=settings.level),
        "reason": found.reason or why,
    } | _described(both, code, measure, settings)


def _known(value: float) -> float:
    return -np.inf if np.isnan(value) else value


def _described(both: Both, code: int, measure: str, settings: Settings) -> Row:
    """Return the effect sizes of a code that describe and test nothing."""
    (a, n_a), (b, n_b) = ((one.totals[measure][0][code], one.totals[measure][1]) for one in both)
    pooled = (a + b) / (n_a + n_b)
    odds = np.nan
    if 0 < pooled < 1:
        prior: Array = settings.prior * np.array([pooled, 1 - pooled])
        odds = effects.log_odds_prior([a, n_a - a], [b, n_b - b], prior).delta[0]
    return {
        "log_ratio": float(effects.log_ratio(a, n_a, b, n_b, smoothing=settings.smoothing)),
        "log_odds": float(odds),
        "g2": float(effects.g2(a, n_a, b, n_b)),
    }
