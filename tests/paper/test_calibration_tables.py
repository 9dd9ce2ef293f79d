"""Tables on the calibration, from hand-made rates."""

import polars as pl
import pytest
from framing.paper.tables import calibration
from framing.paper.tables.names import Names

NAMES = Names(["a", "b"], {})
CELL = {"articles_a": 1, "articles_b": 1, "n_a": 12, "n_b": 17, "share": 0.3, "worlds": 4000}
CELL |= {"measure": "sentences", "method": "hac", "structure": "strong", "holds": True}
CELL |= {"false_positives": 0.05, "false_positives_se": 0.01}
CELL |= {
    "coverage": 0.95,
    "coverage_se": 0.01,
    "coverage_shifted": 0.94,
    "coverage_shifted_se": 0.02,
}


@pytest.fixture
def results():
    """Two lengths of one method, one of them stronger dependence; a family; a power curve."""
    rows = [
        CELL,
        CELL | {"structure": "bursts", "false_positives": 0.07, "holds": False},
        CELL | {"n_b": 24, "false_positives": 0.04, "coverage": 0.935},
        CELL | {"structure": "very strong", "false_positives": 0.2, "coverage_shifted": 0.8},
    ]
    family = {name: CELL[name] for name in CELL if not name.startswith("coverage")}
    power = [
        {"method": "hac", "n_a": 12, "n_b": 17, "base": 0.1, "structure": "strong"}
        | {"difference": at, "power": power, "detectable": 0.7}
        for at, power in ((0.2, 0.1), (0.30000000000000004, 0.2), (0.4, 0.3))
    ]
    design = [
        {"share": 0.3, "length": n, "spread": s, "difference": 0.1, "articles": k}
        for n, s, k in ((12, 0.25, 100), (48, 0.18, 50))
    ]
    unseen = {"offered": [True], "false_positives": [0.04], "coverage": [0.96]}
    return {
        "cells": pl.DataFrame([*rows, family | {"method": "holm_10", "false_positives": 0.03}]),
        "power": pl.DataFrame(power),
        "design": pl.DataFrame(design),
        "unseen": pl.DataFrame(unseen | {"coverage_shifted": [0.95]}),
    }


def test_calibration_takes_the_worst_within_and_shows_what_lies_beyond(results):
    """Of two designs one is offered; dependence of .7 has columns of its own."""
    table = calibration.calibration(results, NAMES)
    row = table.row(0, named=True)
    assert row["method"] == "fixed-b HAC t"
    assert (row["false_positives"], row["coverage"], row["coverage_se"]) == (0.07, 0.935, 0.01)
    assert (row["offered"], row["designs"]) == (1, 2)
    assert (row["strong_false_positives"], row["strong_coverage"]) == (0.2, 0.8)
    assert row["slow_coverage"] is None
    family = table.row(1, named=True)
    assert (family["method"], family["false_positives"]) == ("Holm, family of 10", 0.03)
    assert family["coverage"] is None


def test_power_shows_chosen_differences(results):
    """20 and 40 points; 60 and 80 were not simulated."""
    row = calibration.power(results, NAMES).row(0, named=True)
    shown = [row[f"power_{points}"] for points in (20, 40, 60, 80)]
    assert shown == [0.1, 0.3, None, None]
    assert row["detectable"] == 0.7


def test_design_has_a_column_for_each_length(results):
    """And the caption says how much articles vary."""
    row = calibration.design(results, NAMES).row(0, named=True)
    assert row == {"share": 0.3, "difference": 0.1, "articles_12": 100, "articles_48": 50}
    facts = calibration.facts(results, NAMES)
    assert facts["spreads"] == [{"share": 0.3, "most": 0.25, "least": 0.18}]
    assert (facts["unseen"], facts["unseen_coverage"], facts["n_b"]) == (1, 0.95, 17)


def test_a_power_table_of_other_articles():
    """It fits one article a source of the same lengths, repeated sentences left out."""
    power = pl.DataFrame({"n_a": [2, 2], "n_b": [1, 1]})
    articles = pl.DataFrame({"article": ["x", "y"], "source": ["a", "b"]})
    sentences = pl.DataFrame(
        {"article": ["x", "y", "y", "y"], "duplicate_of": [None, None, None, 0]},
        schema_overrides={"duplicate_of": pl.Int64},
    )
    assert calibration.fits(power, articles, sentences)
    assert not calibration.fits(power.with_columns(n_a=3), articles, sentences)
    assert not calibration.fits(power, articles.with_columns(source=pl.lit("a")), sentences)
