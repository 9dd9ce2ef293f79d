"""Contrasts of frames, events and concepts, corrected by family, from calibrated methods only.

A difference is the first source minus the second. With four articles a side or more the article
is the unit, below that the sentence (see `intervals`); the column `method` says which.
"""

from typing import Any

import numpy as np
import polars as pl

from framing.columns import UNIT
from framing.statistics import allowed, corrections, effects, hits, intervals
from framing.statistics.hits import Both
from framing.statistics.pair import ARTICLES_AS_UNIT, Array

MEASURES = ("sentences", "words")
FIELDS = ("estimate", "low", "high", "method", "p", "floor", "reason")
Column = list[Any] | Array
Family = tuple[str, list[str]]  # kind of code, and the codes


def contrasts(
    units: pl.DataFrame,
    coded: dict[str, pl.DataFrame],
    families: dict[str, Family],
    sources: list[str],
    verdicts: pl.DataFrame,
    *,
    method: str,
    smoothing: float,
    prior: float,
    level: float = 0.95,
) -> pl.DataFrame:
    """Return the difference of every code of every family, by sentences and by words.

    `coded` holds `units.carried` by kind; `level` is that of the intervals; `verdicts` (see
    `allowed.read`) decide whether an interval and a p are given: `reason` says why not.

    Columns: family, kind, code, measure, share_first, share_second, estimate, low, high, method, p,
    floor (smallest p of any exact test over articles), p_bh (Benjamini–Hochberg over family and
    measure), p_permutation, p_max_t and floor_permutation (see `hits.permuted`; max-T over the
    codes of the family for which the exchange holds), reason; to describe only, log_ratio
    (binary), log_odds (natural; the prior is the pooled distribution, worth `prior` units) and g2.
    """
    tables = []
    for family, (kind, codes) in families.items():
        first, second = (hits.find(units, coded[kind], codes, source) for source in sources)
        for measure in MEASURES if codes else ():
            place = {"family": family, "kind": kind, "code": codes, "measure": measure}
            judged = _judged((first, second), verdicts, measure, method, level)
            described = _described((first, second), measure, smoothing, prior)
            tables.append(pl.DataFrame(place | judged | described))
    return pl.concat(tables)


def members(
    units: pl.DataFrame,
    coded: dict[str, pl.DataFrame],
    codes: dict[str, list[str]],
    declared: dict[str, dict[str, Any]],
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


def _judged(
    both: Both, verdicts: pl.DataFrame, measure: str, method: str, level: float
) -> dict[str, Column]:
    """Return estimates, intervals and p-values of one family and measure, as columns."""
    articles = min(len(one.hits) for one in both)
    of_articles = articles >= ARTICLES_AS_UNIT
    names = ("article_t", "article_permutation") if of_articles else (method, "block_permutation")
    n_a, n_b = (min(words.size for words in one.words) for one in both)
    pooled = np.concatenate([one for source in both for one in source.hits], axis=1).mean(axis=1)
    whys = [
        [
            allowed.refusal(verdicts, name, (n_a, n_b), share, articles=articles, measure=measure)
            for name in names
        ]
        for share in pooled
    ]
    rows = [_row(both, code, measure, names[0], why, level) for code, (why, _) in enumerate(whys)]
    columns: dict[str, Column] = {name: [row[name] for row in rows] for name in FIELDS}
    valid = np.array([not why for _, why in whys], dtype=bool)
    reason = columns.pop("reason")
    first, second = (found / total for found, total in (one.totals(measure) for one in both))
    return (
        {"share_first": first, "share_second": second}
        | columns
        | {"p_bh": corrections.bh([row["p"] for row in rows])}
        | hits.permuted(both, valid, measure, articles=of_articles)
        | {"reason": reason}
    )


def _row(
    both: Both, code: int, measure: str, method: str, why: str, level: float
) -> dict[str, Any]:
    """Return the contrast of one code; where its method is not offered, the difference alone."""
    first, second = ([found[code] for found in one.hits] for one in both)
    weights = both[0].weights(measure), both[1].weights(measure)
    found = intervals.contrast(first, second, weights=weights, method=method, level=level)
    row = {name: getattr(found, name) for name in FIELDS}
    if why:
        row |= {"low": np.nan, "high": np.nan, "p": np.nan, "reason": found.reason or why}
    return row


def _described(both: Both, measure: str, smoothing: float, prior: float) -> dict[str, Array]:
    """Return the effect sizes of a family that describe and test nothing."""
    (a, n_a), (b, n_b) = (one.totals(measure) for one in both)
    odds, pooled = np.full(a.size, np.nan), a + b
    known = pooled > 0
    if known.sum() > 1:
        weight = prior * pooled[known] / pooled.sum()
        odds[known] = effects.log_odds_prior(a[known], b[known], weight).delta
    return {
        "log_ratio": effects.log_ratio(a, n_a, b, n_b, smoothing=smoothing),
        "log_odds": odds,
        "g2": effects.g2(a, n_a, b, n_b),
    }
