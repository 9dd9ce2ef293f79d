"""What the caption of `figures/sample_size` says: how many texts must be coded by hand."""

from math import sqrt

import polars as pl

from framing.paper.tables.correction import ALONE


def facts(table: pl.DataFrame, *, sources: dict[str, dict]) -> dict[str, object]:
    """Values of the caption, from the table of the figure.

    worst, best: the instruments; reach: half the width of the common frames by hand alone at the
    largest size, in points; needed: texts with which the best and the worst instrument do as well
    (None: more than simulated); saved: by how much each is narrower there; narrower: whether that
    holds at every size, for rare frames too; least, error: the least coverage of a corrected
    interval and its standard error.
    """
    common = table.filter(group="common")
    instruments = [n for n in table["instrument"].unique(maintain_order=True) if n != ALONE]
    most = table["coded"].max()
    alone = _width(common, ALONE, most)
    corrected = table.filter(pl.col("instrument") != ALONE)
    least, corpora = corrected["least_coverage"].min(), table["corpora"][0]
    return {
        "worst": instruments[0],
        "best": instruments[-1],
        "most": most,
        "reach": 100 * alone / 2,
        "needed": {name: _needed(common, name, alone) for name in instruments},
        "saved": {name: 1 - _width(common, name, most) / alone for name in instruments},
        "narrower": _always_narrower(table),
        "least": least,
        "error": sqrt(least * (1 - least) / corpora),
        "corpora": corpora,
        "cells": corrected["cells"].sum(),
        "sizes": sorted(table["coded"].unique()),
    }


def _width(table: pl.DataFrame, instrument: str, coded: int) -> float:
    return table.filter(instrument=instrument, coded=coded)["width"].item()


def _always_narrower(table: pl.DataFrame) -> bool:
    alone = table.filter(instrument=ALONE).select("group", "coded", limit="width")
    others = table.filter(pl.col("instrument") != ALONE).join(alone, on=["group", "coded"])
    return bool((others["width"] < others["limit"]).all())


def _needed(table: pl.DataFrame, instrument: str, width: float) -> int | None:
    """The smallest simulated size at which the interval is no wider than `width`."""
    enough = table.filter(pl.col("instrument") == instrument, pl.col("width") <= width)
    return enough["coded"].min()
