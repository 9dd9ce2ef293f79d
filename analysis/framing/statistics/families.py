"""Contrasts of frames, events and concepts, corrected by family, from calibrated methods only.

A difference is the first source minus the second. The families are declared in the config: which
codes belong to one does not depend on how they differ between the sources.
"""

import numpy as np
import polars as pl

from framing.columns import UNIT
from framing.statistics import allowed, corrections, dependence, hits
from framing.statistics.designs import Design
from framing.statistics.difference import Row, Settings, difference
from framing.statistics.hits import MEASURES

Family = tuple[str, list[str]]  # kind of code, and the codes


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
                | difference((first, second), code, measure, settings)
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
    tier = next((name for name, most in corrections.TIERS.items() if codes <= most), None)
    if tier is None:
        return False
    shares = verdicts.filter(method=tier)["share"].unique()
    return len(shares) > 0 and not any(
        allowed.refusal(verdicts, tier, design, share, measure="sentences") for share in shares
    )
