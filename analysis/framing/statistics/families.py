"""Contrasts of frames, events and concepts, corrected by family, from calibrated methods only.

A difference is the first source minus the second. The families are declared in the config: which
codes belong to one does not depend on how they differ between the sources.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl

from framing.columns import UNIT
from framing.statistics import allowed, corrections, dependence, effects, hits, intervals
from framing.statistics.allowed import Design
from framing.statistics.detectable import detectable
from framing.statistics.effective_n import effective_sentences
from framing.statistics.equivalence_test import answer
from framing.statistics.hits import Both
from framing.statistics.pair import Array
from framing.statistics.permutation import smallest_p

MEASURES = ("sentences", "words")
TIERS = {"holm_10": 10, "holm_60": 60}  # largest families for which the correction was tried
Family = tuple[str, list[str]]  # kind of code, and the codes
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


def contrasts(
    units: pl.DataFrame,
    coded: dict[str, pl.DataFrame],
    families: dict[str, Family],
    sources: list[str],
    settings: Settings,
) -> pl.DataFrame:
    """Return the difference of every code of every family, by sentences and by words.

    `coded` holds `units.carried` by kind. Where the calibration does not offer the method, interval
    and p are nan and `reason` says why.

    Columns: family, kind, code, measure, share_first, share_second, estimate, low, high, method, p,
    floor (smallest p of any exact test over articles), dependence (of neighbouring sentences, the
    stronger of both sources, see `dependence.lag_one`), beyond (it is stronger than any in which
    the method holds), answer (see `equivalence_test`), detectable (the smallest difference that
    this design can be expected to show, from the pooled share), p_holm (family-wise error; nan
    where the correction does not hold) and p_bh (false discovery rate), both over all codes of
    family and measure, reason; to describe only, log_ratio (binary), log_odds (natural, of carrying
    the code, shrunk towards the pooled share) and g2.
    """
    tables = []
    for family, (kind, codes) in families.items():
        first, second = (hits.find(units, coded[kind], codes, source) for source in sources)
        for measure in MEASURES if codes else ():
            rows = [
                {"family": family, "kind": kind, "code": name, "measure": measure}
                | _contrast((first, second), code, measure, settings)
                for code, name in enumerate(codes)
            ]
            table = pl.DataFrame(rows, infer_schema_length=None)
            tables.append(_corrected(table, first.design(second), settings.verdicts))
    return pl.concat(tables)


def curves(
    units: pl.DataFrame,
    coded: dict[str, pl.DataFrame],
    families: dict[str, Family],
    sources: list[str],
    *,
    level: float,
) -> pl.DataFrame:
    """Return the interval of every code under each assumed dependence, by sentences and words.

    Columns: family, kind, code, measure, rho (assumed correlation of neighbours), estimate, low,
    high. The intervals are those of `effective_n`, calibrated for one rho only: they show what the
    assumption does.
    """
    rows = []
    for family, (kind, codes) in families.items():
        first, second = (hits.find(units, coded[kind], codes, source) for source in sources)
        for measure in MEASURES:
            for code, name in enumerate(codes):
                compared = first.compare(second, code, measure)
                estimate = float((compared.first.mean - compared.second.mean)[0])
                place = (family, kind, name, measure)
                found = dependence.curve(compared, level=level)
                rows += [(*place, rho, estimate, low, high) for rho, low, high in found]
    names = ["family", "kind", "code", "measure", "rho", "estimate", "low", "high"]
    return pl.DataFrame(rows, schema=names, orient="row")


def members(
    units: pl.DataFrame,
    coded: dict[str, pl.DataFrame],
    codes: dict[str, list[str]],
    declared: dict[str, Row],
) -> dict[str, Family]:
    """Return the families declared in the config: codes of a kind in enough sentences.

    `codes` lists those of a kind in order; `declared` gives for each family its `kind` and
    `least`, the fewest sentences of both sources together that carry a code.
    """
    found = {}
    for family, rule in declared.items():
        carried = coded[rule["kind"]].join(units, on=UNIT, how="semi")["code"]
        counts = dict(carried.value_counts().iter_rows())
        kept = [code for code in codes[rule["kind"]] if counts.get(code, 0) >= rule["least"]]
        found[family] = rule["kind"], kept
    return found


def _contrast(both: Both, code: int, measure: str, settings: Settings) -> Row:
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
    lag_one = max(map(dependence.lag_one, (first.series(code), second.series(code))), key=_known)
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


def _corrected(table: pl.DataFrame, design: Design, verdicts: pl.DataFrame) -> pl.DataFrame:
    """Return the table with the corrected p-values; a code without p counts in the family."""
    p = table["p"].to_numpy()
    counted = np.nan_to_num(p, nan=1.0)
    offered = _family_holds(verdicts, design, table.height)
    holm, bh = (correct(counted) for correct in (corrections.holm, corrections.bh))
    adjusted = {
        "p_holm": np.where(np.isnan(p) | (not offered), np.nan, holm),
        "p_bh": np.where(np.isnan(p), np.nan, bh),
    }
    columns = [pl.Series(name, values) for name, values in adjusted.items()]
    last = ["reason", "log_ratio", "log_odds", "g2"]
    return table.with_columns(columns).select(pl.exclude(*last), *last)


def _family_holds(verdicts: pl.DataFrame, design: Design, codes: int) -> bool:
    """Return whether the correction holds for so many codes, rare or common."""
    tier = next((name for name, most in TIERS.items() if codes <= most), None)
    shares = verdicts.filter(pl.col("method") == tier)["share"].unique()
    return len(shares) > 0 and not any(
        allowed.refusal(verdicts, str(tier), design, share, measure="sentences") for share in shares
    )


def _described(both: Both, code: int, measure: str, settings: Settings) -> Row:
    """Return the effect sizes of a code that describe and test nothing."""
    (a, n_a), (b, n_b) = ((one.totals(measure)[0][code], one.totals(measure)[1]) for one in both)
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
