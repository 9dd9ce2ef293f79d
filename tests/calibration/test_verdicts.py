"""Verdicts on hand-made rates."""

import math

import polars as pl
import pytest
from framing.calibration import verdicts
from framing.statistics import allowed
from framing.statistics.designs import Design

ROW = {"articles_a": 1, "articles_b": 1, "n_a": 12, "n_b": 17, "share": 0.3}
ROW |= {"measure": "sentences", "method": "hac", "structure": "strong"}
GOOD = {"false_positives": 0.05, "coverage": 0.95, "coverage_shifted": 0.94}
GOOD |= {"false_equivalence": 0.01}


def judged(*rows):
    """Judge cells that differ from ROW and GOOD only as given."""
    return verdicts.judge(pl.DataFrame([ROW | GOOD | row for row in rows]))


@pytest.mark.parametrize(
    ("row", "holds"),
    [
        ({}, True),
        ({"false_positives": 0.06, "coverage": 0.93}, True),
        ({"false_positives": 0.061}, False),
        ({"coverage_shifted": 0.929}, False),
        ({"coverage": 0.929}, False),
        ({"false_equivalence": 0.061}, False),
        ({"coverage": math.nan, "coverage_shifted": math.nan}, True),
        ({"method": "g2_test"}, False),
    ],
)
def test_limits(row, holds):
    """Each limit by itself; nan where a test has no interval; demonstrations never hold."""
    assert judged(row)["holds"].to_list() == [holds]


def test_the_worst_dependence_decides():
    """One structure within the limits in which a method fails withholds it."""
    cells = judged({}, {"structure": "bursts", "false_positives": 0.07, "coverage_shifted": 0.931})
    row = verdicts.verdicts(cells, None).row(0, named=True)
    assert not row["offered"]
    assert row["most_false_positives"] == 0.07
    assert row["least_coverage"] == 0.931


@pytest.mark.parametrize(("rate", "holds_to"), [(0.05, 0.7), (0.14, 0.5)])
def test_stronger_dependence_withholds_nothing_but_is_noted(rate, holds_to):
    """What happens at .7 says how far the method holds; slow dependence says nothing."""
    rows = [{}, {"structure": "very strong", "false_positives": rate}]
    row = verdicts.verdicts(judged(*rows, {"structure": "slow", "coverage": 0.7}), None)
    assert row["offered"].to_list() == [True]
    assert row["holds_to"].to_list() == [holds_to]
    assert row["least_coverage"].to_list() == [0.94]


def test_without_a_trial_nothing_is_claimed_beyond_strong():
    """A method that was not tried at .7 holds to .5."""
    assert verdicts.verdicts(judged({}), None)["holds_to"].to_list() == [0.5]


def test_what_is_written_is_read(tmp_path):
    """The design of the corpus is marked; demonstrations are left out."""
    cells = judged({}, {"n_a": 24, "n_b": 24}, {"method": "g2_test"})
    table = verdicts.verdicts(cells, Design(1, 1, 12, 17))
    table.write_csv(tmp_path / "offered.csv")
    read = allowed.read(tmp_path / "offered.csv")
    assert read["own"].to_list() == [True, False]
    assert read["method"].unique().to_list() == ["hac"]
    design = Design(1, 1, 17, 12)
    assert allowed.refusal(read, "hac", design, 0.3, measure="sentences") == ""
