"""What depends on a single concept: the contrast of a frame without each of its concepts."""

from typing import Any

import polars as pl

from framing.columns import UNIT
from framing.statistics import intervals
from framing.statistics.contrast import Contrast


def leave_each_out(
    units: pl.DataFrame,
    coded: pl.DataFrame,
    codes: list[str],
    sources: list[str],
    *,
    method: str,
    level: float,
) -> pl.DataFrame:
    """The tables of `leave_one_out` of all frames, one after the other."""
    parts = [
        leave_one_out(units, coded, code, sources, method=method, level=level) for code in codes
    ]
    return pl.concat(parts)


def leave_one_out(
    units: pl.DataFrame,
    coded: pl.DataFrame,
    frame: str,
    sources: list[str],
    *,
    method: str,
    level: float,
) -> pl.DataFrame:
    """The contrast of a frame without each of its concepts, the greatest change first.

    Columns: code, concept, estimate, low, high (of the rest), change (rest minus whole), and for
    each source carried_<source> (sentences with the concept) and lost_<source> (the share of the
    frame's sentences that carry no other concept of it). A frame found nowhere has no row.
    """
    mine = coded.filter(pl.col("code") == frame)
    sets = mine.select(*UNIT, "source", pl.col("concepts").str.split("|"))
    whole = _difference(units, sets, sources, method, level)
    rows = []
    for concept in sets["concepts"].explode().drop_nulls().unique(maintain_order=True):
        kept = sets.filter(pl.col("concepts").list.set_difference([concept]).list.len() > 0)
        rest = _difference(units, kept, sources, method, level)
        row = {"code": frame, "concept": concept, "estimate": rest.estimate}
        row |= {"low": rest.low, "high": rest.high, "change": rest.estimate - whole.estimate}
        for source in sources:
            of_source = pl.col("source") == source
            before, after = sets.filter(of_source), kept.filter(of_source)
            carrying = before.filter(pl.col("concepts").list.contains(concept)).height
            row[f"carried_{source}"] = carrying
            row[f"lost_{source}"] = 1 - after.height / before.height if before.height else 0.0
        rows.append(row)
    floats = ["estimate", "low", "high", "change"]
    schema: dict[str, Any] = {"code": pl.String, "concept": pl.String} | dict.fromkeys(
        floats, pl.Float64
    )
    for source in sources:
        schema |= {f"carried_{source}": pl.Int64, f"lost_{source}": pl.Float64}
    rows.sort(key=lambda row: -round(abs(row["change"]), 9))
    return pl.DataFrame(rows, schema=schema)


def _difference(
    units: pl.DataFrame, carrying: pl.DataFrame, sources: list[str], method: str, level: float
) -> Contrast:
    series = units.join(
        carrying.select(*UNIT, carried=1.0), on=UNIT, how="left", maintain_order="left"
    )
    sides = [
        [part["carried"].fill_null(0).to_numpy() for part in side.partition_by("article")]
        for side in (series.filter(pl.col("source") == source) for source in sources)
    ]
    return intervals.contrast(*sides, method=method, level=level)
