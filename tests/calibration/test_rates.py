"""Rates of the methods: failures are shown, what is offered holds, parts make the whole."""

import math

import numpy as np
import polars as pl
import pytest
from framing.calibration import rates, verdicts
from framing.calibration.worlds import Cell
from framing.statistics.corrections import TIERS

SINGLE = [Cell(1, 1, n, m, share, structure, "sentences")
          for n, m in ((12, 12), (12, 48))
          for share in (0.05, 0.3)
          for structure in ("independent", "strong")]  # fmt: skip
SEVERAL = [Cell(4, 40, 48, 12, 0.05, "strong", "sentences")]
SEVERAL += [Cell(4, 4, 20, 20, 0.3, "strong", "words")]


@pytest.fixture(scope="module")
def cells():
    """A few cells, simulated and judged."""
    return verdicts.judge(rates.measure([*SINGLE, *SEVERAL], worlds=1500, seed=4))


@pytest.mark.slow
def test_usual_practice_fails(cells):
    """G², plain permutation and the bootstrap on dependent sentences; Welch on four articles."""
    worst = cells.group_by("method").agg(pl.col("false_positives").max(), pl.col("coverage").min())
    worst_of = {row["method"]: row for row in worst.to_dicts()}
    assert worst_of["g2_test"]["false_positives"] > 0.25
    assert worst_of["plain_permutation"]["false_positives"] > 0.12
    assert worst_of["percentile_bootstrap"]["coverage"] < 0.85
    assert worst_of["welch_t"]["false_positives"] > 0.12
    assert not cells.filter(pl.col("method").is_in(list(rates.FAILING)))["holds"].any()


@pytest.mark.slow
def test_the_default_holds(cells):
    """Within the limits and three standard errors, in every cell and measure."""
    default = cells.filter(method="effective_n")
    assert default.height == len(SINGLE) + len(SEVERAL)
    assert default["false_positives"].max() <= 0.06 + 3 * 0.006
    assert min(default["coverage"].min(), default["coverage_shifted"].min()) >= 0.93 - 3 * 0.006
    assert default["false_equivalence"].max() <= 0.06 + 3 * 0.006


@pytest.mark.slow
def test_the_default_is_narrower_than_the_others_where_all_hold(cells):
    """On the same worlds."""
    width = {
        row["method"]: row["width"]
        for row in cells.filter(n_a=12, n_b=12, share=0.3, structure="strong").to_dicts()
    }
    assert width["effective_n"] < 0.85 * width["hac"]
    assert width["effective_n"] < 0.85 * width["batch_means"]


@pytest.mark.slow
def test_a_test_has_no_interval(cells):
    """Neither coverage nor width."""
    tests = cells.filter(pl.col("method").is_in(rates.TESTS))
    for name in ("coverage", "coverage_shifted", "false_equivalence", "width"):
        assert tests[name].is_nan().all()


@pytest.mark.slow
def test_simulation_error_is_stated(cells):
    """That of a share, of the worlds that were answered."""
    row = cells.row(0, named=True)
    n = row["worlds"] * row["answered"]
    expected = math.sqrt(row["false_positives"] * (1 - row["false_positives"]) / n)
    assert row["false_positives_se"] == pytest.approx(expected)


def test_the_same_seed_gives_the_same_table():
    """Another seed another one; so do parts, and portions of the worlds."""
    cell = [Cell(1, 1, 12, 12, 0.3, "strong", "words"), Cell(2, 2, 5, 5, 0.3, "strong", "words")]
    first, again, other = (rates.measure(cell, worlds=200, seed=seed) for seed in (1, 1, 2))
    assert first.equals(again)
    assert not first.equals(other)
    parts = pl.concat(rates.measure(cell, worlds=200, seed=1, part=(i, 2)) for i in (0, 1))
    assert parts.sort("cell", maintain_order=True).equals(first)


def test_many_sentences_come_in_portions(monkeypatch):
    """Portions of 7 worlds make 20 in all."""
    monkeypatch.setattr(rates, "MOST_VALUES", 7 * 24)
    cell = Cell(1, 1, 12, 12, 0.3, "strong", "sentences")
    assert list(rates.portions(24, 20)) == [7, 7, 6]
    assert rates.measure([cell], worlds=20, seed=1)["worlds"].unique().to_list() == [20]


def test_family_errors_are_a_bound_from_the_tail():
    """m times the share of worlds with p ≤ .05/m: by hand from the same worlds."""
    cell = Cell(1, 1, 24, 24, 0.3, "strong", "sentences")
    table = rates.family_errors([cell], worlds=100, seed=3)
    p = rates._null_p(cell, 100 * rates.WORLDS_OF_FAMILIES, np.random.default_rng([3, 0]))
    for name, codes in TIERS.items():
        bound = table.filter(method=name)["false_positives"].item()
        assert bound == pytest.approx(codes * np.mean(p <= 0.05 / codes))
    assert table["false_positives"].to_list() != [0, 0]


@pytest.mark.parametrize(("sentences", "worlds"), [(1, 7), (3 * rates.MOST_VALUES, 2)])
def test_portions_of_worlds(sentences, worlds):
    """All worlds, as many at once as memory allows, one at least."""
    sizes = list(rates.portions(sentences, worlds))
    assert sum(sizes) == worlds
    assert max(sizes) == max(1, min(worlds, rates.MOST_VALUES // sentences))
