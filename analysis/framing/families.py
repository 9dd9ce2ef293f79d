"""Contrasts of frames, events and concepts, corrected by family, from calibrated methods only.

A difference is the first source minus the second. With four articles a side or more the article
is the unit, below that the sentence (see `inference`); the column `method` says which.
"""

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing import corrections, effects, inference, offers
from framing.series import TIE, differences_of, splits
from framing.units import UNIT

Array = NDArray[np.float64]
Side = tuple[list[Array], list[Array]]  # per article: codes × sentences, words of the sentences
MEASURES = ("sentences", "words")
BLOCKS = 4  # blocks a series that are exchanged, as calibrated


def contrasts(
    units: pl.DataFrame,
    coded: dict[str, pl.DataFrame],
    families: dict[str, tuple[str, list[str]]],
    sources: list[str],
    verdicts: pl.DataFrame,
    *,
    method: str,
    smoothing: float,
    prior: float,
) -> pl.DataFrame:
    """Difference between the sources for every code of every family, by sentences and by words.

    `coded` holds `units.carried` by kind, a family its kind and codes; `verdicts` (see `offers`)
    decide whether an interval and a p are given: `reason` says why not. Columns: family, kind,
    code, measure, share_first, share_second, estimate, low, high, method, p, floor (smallest p
    of any exact test over articles), p_bh (Benjamini–Hochberg over family and measure),
    p_permutation (blocks of sentences, or articles, exchanged), p_max_t (family-wise, the same
    exchanges), floor_permutation, reason; and, to describe only, log_ratio (binary), log_odds
    (natural; the pooled distribution, worth `prior` units, as the prior) and g2.
    """
    tables = []
    for family, (kind, codes) in families.items():
        sides = tuple(_side(units, coded[kind], codes, source) for source in sources)
        for measure in MEASURES if codes else ():
            table = pl.DataFrame(
                {"family": family, "kind": kind, "code": codes, "measure": measure}
                | _judged(sides, verdicts, measure, method)
                | _described(sides, measure, smoothing, prior)
            )
            tables.append(table)
    return pl.concat(tables)


def present(units: pl.DataFrame, coded: pl.DataFrame, codes: list[str], least: int) -> list[str]:
    """Codes, in the order given, that at least so many sentences of both sources carry."""
    counts = dict(coded.join(units, on=UNIT, how="semi")["code"].value_counts().rows())
    return [code for code in codes if counts.get(code, 0) >= least]


def _side(units: pl.DataFrame, coded: pl.DataFrame, codes: list[str], source: str) -> Side:
    """Hits and words of each article of a source, the articles sorted by name."""
    row = {code: number for number, code in enumerate(codes)}
    mine = units.filter(pl.col("source") == source)
    hits, words = [], []
    for name in sorted(mine["article"].unique()):
        article = mine.filter(pl.col("article") == name)
        place = {sentence: at for at, sentence in enumerate(article["sentence"])}
        found = np.zeros((len(codes), article.height))
        carried = coded.filter((pl.col("article") == name) & pl.col("code").is_in(codes))
        for code, sentence in carried.select("code", "sentence").iter_rows():
            found[row[code], place[sentence]] = 1
        hits.append(found)
        words.append(article["words"].to_numpy().astype(float))
    return hits, words


def _judged(
    sides: tuple[Side, Side], verdicts: pl.DataFrame, measure: str, method: str
) -> dict[str, list]:
    """Estimates, intervals and p-values of one family and measure, as columns."""
    sizes = tuple(len(hits) for hits, _ in sides)
    unit = min(sizes) >= inference.ARTICLES_AS_UNIT
    method, exchange = ("article_t", "article_permutation") if unit else (method, "block_permutation")
    shortest = tuple(min(words.size for words in side[1]) for side in sides)
    pooled = np.concatenate([one for hits, _ in sides for one in hits], axis=1).mean(axis=1)
    rows, exchanged = [], []
    for code, share in enumerate(pooled):
        why, not_exchanged = (
            offers.refusal(verdicts, name, shortest, share, articles=min(sizes), measure=measure)
            for name in (method, exchange)
        )
        groups = [[one[code] for one in hits] for hits, _ in sides]
        weights = tuple(words for _, words in sides) if measure == "words" else None
        found = inference.contrast(*groups, weights=weights, method=method)
        nothing = {"low": np.nan, "high": np.nan, "p": np.nan, "reason": why}
        kept = {name: getattr(found, name) for name in COLUMNS}
        rows.append(kept | (nothing if why and not found.reason else {}))
        exchanged.append(not not_exchanged)
    columns = {name: [row[name] for row in rows] for name in COLUMNS}
    reason = columns.pop("reason")
    means = [_share(side, measure) for side in sides]
    return (
        {"share_first": means[0], "share_second": means[1], **columns}
        | {"p_bh": corrections.bh(columns["p"])}
        | _permuted(sides, np.array(exchanged), measure, unit)
        | {"reason": reason}
    )


COLUMNS = ("estimate", "low", "high", "method", "p", "floor", "reason")


def _permuted(
    sides: tuple[Side, Side], valid: NDArray[np.bool_], measure: str, unit: bool
) -> dict[str, Array]:
    """p of every code, alone and family-wise, under the same exchanges; nan where not valid."""
    single, family = np.full(valid.size, np.nan), np.full(valid.size, np.nan)
    floor = np.full(valid.size, np.nan)
    if valid.any():
        statistics = _exchanges(sides, valid, measure, unit)
        far = np.abs(statistics) >= np.abs(statistics[0]) - TIE
        varies = np.ptp(statistics, axis=0) > TIE
        single[valid] = np.where(varies, far.mean(axis=0), np.nan)
        family[valid] = corrections.max_t(statistics)
        sizes = [len(hits) for hits, _ in sides] if unit else (BLOCKS, BLOCKS)
        floor[valid] = inference.smallest_p(*sizes)
    return {"p_permutation": single, "p_max_t": family, "floor_permutation": floor}


def _exchanges(
    sides: tuple[Side, Side], valid: NDArray[np.bool_], measure: str, unit: bool
) -> Array:
    """Differences under all exchanges (rows, the first as observed) of the valid codes."""
    hits = [[one[valid] for one in side[0]] for side in sides]
    weights = [[np.broadcast_to(w, h.shape) for w, h in zip(side[1], kept, strict=True)]
               for side, kept in zip(sides, hits, strict=True)]  # fmt: skip
    if measure == "sentences":
        weights = [[np.ones_like(one) for one in side] for side in hits]
    if not unit:
        a, b = (np.concatenate(side, axis=1) for side in hits)
        joined = tuple(np.concatenate(side, axis=1) for side in weights)
        return inference.block_statistics(a, b, weights=joined, blocks=BLOCKS)
    means = [
        np.average(one, weights=w, axis=1)
        for side, given in zip(hits, weights, strict=True)
        for one, w in zip(side, given, strict=True)
    ]
    return differences_of(np.stack(means, axis=1), splits(*map(len, hits))).T


def _totals(side: Side, measure: str) -> tuple[Array, float]:
    hits, words = np.concatenate(side[0], axis=1), np.concatenate(side[1])
    units = words if measure == "words" else np.ones_like(words)
    return hits @ units, float(units.sum())


def _share(side: Side, measure: str) -> Array:
    carried, total = _totals(side, measure)
    return carried / total


def _described(
    sides: tuple[Side, Side], measure: str, smoothing: float, prior: float
) -> dict[str, Array]:
    """Effect sizes of a family that describe and test nothing."""
    (a, n_a), (b, n_b) = (_totals(side, measure) for side in sides)
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
