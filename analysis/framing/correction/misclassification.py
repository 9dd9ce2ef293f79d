"""Shares of frames, raw and corrected for the errors that the instrument makes on other texts."""

from itertools import combinations
from statistics import NormalDist

import numpy as np
import polars as pl

from framing.columns import NAME
from framing.statistics import proportions
from framing.statistics.proportions import Interval

Pair = tuple[int, int]
KEYS = ["source", "minus", "language", "frame"]
ENDS = ("corrected", "low", "high")
COUNTS = ("texts", "true_positive", "false_positive", "false_negative")
CORRECTED = {
    **dict.fromkeys(KEYS, pl.String),
    **dict.fromkeys(["units", "carried"], pl.Int64),
    "share": pl.Float64,
    **dict.fromkeys(["tested", "true"], pl.Int64),
    **dict.fromkeys(["sensitivity", "specificity", "corrected", "low", "high"], pl.Float64),
    "reason": pl.String,
}


def correct(
    shares: pl.DataFrame, counts: pl.DataFrame, *, level: float = 0.95, widest: float = 0.5
) -> pl.DataFrame:
    """A row per source, language and frame, and one per frame for each two sources.

    `shares` as of `count`, `counts` as of `external.choose`: right and wrong codes on other texts.
    Columns (CORRECTED): share (raw); tested (texts coded for the frame in that language), true
    (those that carry it), sensitivity and specificity of the instrument on them; corrected share
    with low and high (`prevalence`), and the reason why there is none or why it is too uncertain
    to use: an interval wider than `widest`. In a difference, `minus` names the source whose share
    is taken from that of `source`; else it is empty.
    """
    # ASSUME sensitivity and specificity are the same in these texts as in those tested.
    table = shares.join(counts, on=["language", "frame"], how="left", maintain_order="left")
    table = table.with_columns(pl.col(COUNTS).fill_null(0))
    rows = [_correct_share(row, level, widest) for row in table.iter_rows(named=True)]
    differences = [
        _correct_difference(first, second, widest)
        for first, second in combinations(rows, 2)
        if first["frame"] == second["frame"]
    ]
    return pl.DataFrame(rows + differences, schema=CORRECTED)


def count(
    chosen: pl.DataFrame, articles: pl.DataFrame, found: pl.DataFrame, frames: list[str]
) -> pl.DataFrame:
    """How many of the `chosen` units carry each frame: source, language, frame, units, carried.

    `found`: a row per unit and frame that the instrument finds in it (unit, kind, code).
    """
    hits = found.filter(kind="frame").select("unit", pl.col("code").alias("frame"), hit=1)
    return (
        chosen.join(articles.select("article", "language"), on="article", maintain_order="left")
        .select("source", "language", NAME)
        .join(pl.DataFrame({"frame": frames}), how="cross", maintain_order="left_right")
        .join(hits, on=["unit", "frame"], how="left", maintain_order="left")
        .group_by("source", "language", "frame", maintain_order=True)
        .agg(
            pl.len().cast(pl.Int64).alias("units"),
            pl.col("hit").count().cast(pl.Int64).alias("carried"),
        )
    )


def prevalence(
    carried: int, units: int, true: Pair, false: Pair, *, level: float = 0.95
) -> Interval:
    """The share that is true where an imperfect instrument finds `carried` of `units`.

    `true`: of the tested texts that carry the frame, how many the instrument finds and misses;
    `false`: of those that do not, how many it leaves and finds. Estimate: Rogan & Gladen 1978,
    within 0 and 1. Interval: Lang & Reiczigel 2014, which adds the uncertainty of sensitivity and
    specificity to that of the share. nan if no tested text carries the frame, if all do, or if
    the instrument does no better than chance.
    """
    if not sum(true) or not sum(false) or _rate(true) + _rate(false) <= 1:
        return Interval(*np.full(3, np.nan))
    estimate = (carried / units + _rate(false) - 1) / (_rate(true) + _rate(false) - 1)
    z = NormalDist().inv_cdf((1 + level) / 2)
    n, share = units + z**2, (carried + z**2 / 2) / (units + z**2)
    sensitivity, specificity = _rate(true, added=1), _rate(false, added=1)
    gain = sensitivity + specificity - 1
    middle = (share + specificity - 1) / gain
    missing = sensitivity * (1 - sensitivity) / (sum(true) + 2)
    inventing = specificity * (1 - specificity) / (sum(false) + 2)
    variance = share * (1 - share) / n + middle**2 * missing + (1 - middle) ** 2 * inventing
    middle += 2 * z**2 * (middle * missing - (1 - middle) * inventing)
    reach = z * np.sqrt(variance) / gain
    estimate, low, high = np.clip((estimate, middle - reach, middle + reach), 0, 1)
    return Interval(estimate, np.minimum(low, estimate), np.maximum(high, estimate))


def _rate(part: Pair, added: float = 0) -> float:
    """The share of the first of two counts, each enlarged by `added`; nan for none."""
    total = sum(part) + 2 * added
    return (part[0] + added) / total if total else float("nan")


def _correct_share(row: dict, level: float, widest: float) -> dict:
    true = row["true_positive"], row["false_negative"]
    tested, extra = row["texts"], row["false_positive"]
    false = tested - sum(true) - extra, extra
    interval = prevalence(row["carried"], row["units"], true, false, level=level)
    return {name: row[name] for name in ("source", "language", "frame", "units", "carried")} | {
        "minus": "",
        "share": row["carried"] / row["units"],
        "tested": tested,
        "true": sum(true),
        "sensitivity": _rate(true),
        "specificity": _rate(false),
        **_ends(interval),
        "reason": _doubt(interval, widest) or _missing(interval, tested, sum(true)),
    }


def _correct_difference(first: dict, second: dict, widest: float) -> dict:
    parts = (Interval(*(np.float64(row[name]) for name in ENDS)) for row in (first, second))
    gap = proportions.difference(*parts)
    languages = dict.fromkeys([first["language"], second["language"]])
    missing = first["reason"] if np.isnan(first["low"]) else second["reason"]
    return dict.fromkeys(CORRECTED) | {
        "source": first["source"],
        "minus": second["source"],
        "language": "-".join(languages),
        "frame": first["frame"],
        "share": first["share"] - second["share"],
        **_ends(gap),
        "reason": missing if np.isnan(gap.low) else _doubt(gap, widest),
    }


def _ends(interval: Interval) -> dict[str, float]:
    return dict(zip(ENDS, map(float, interval), strict=True))


def _doubt(interval: Interval, widest: float) -> str:
    width = float(interval.high - interval.low)
    return f"too uncertain: the interval spans {100 * width:.0f} points" if width > widest else ""


def _missing(interval: Interval, tested: int, true: int) -> str:
    if not np.isnan(interval.low):
        return ""
    if not tested:
        return "no text was tested for this frame in this language"
    if true in (0, tested):
        how_many = "all" if true else "none"
        return f"{how_many} of the {tested} tested texts carry the frame"
    return "the instrument did no better than chance on the tested texts"
