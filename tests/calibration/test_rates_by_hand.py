"""Rates of the methods by hand: from answers that were written down, not simulated."""

import math

import numpy as np
import polars as pl
import pytest
from framing.calibration import rates
from framing.calibration.worlds import Cell
from framing.statistics.corrections import TIERS


def answers(p, low, high):
    """What a method says of some worlds."""
    return rates.Answers(*(np.array(values, dtype=float) for values in (p, low, high)))


NAN = math.nan
NULL = answers([0.05, 0.06, NAN, 0.01], [-0.1, 0.0, NAN, 0.1], [0.1, 0.2, NAN, 0.4])
LESS = answers([0.01] * 4, [-0.5, -0.4, -0.39, NAN], [-0.3, 0.1, 0.1, NAN])  # the truth is −0.4
MORE = answers([0.01] * 4, [0.3, 0.1, 0.1, 0.5], [0.5, 0.4, 0.39, 0.6])  # the truth is 0.4


def test_rates_of_answers():
    """By hand: an end that touches the truth holds it; nan is left out of every rate."""
    found = rates._rates([NULL, LESS, MORE])
    assert found == pytest.approx(
        {
            "answered": 3 / 4,
            "false_positives": 2 / 3,
            "coverage": 2 / 3,
            "coverage_shifted": 2 / 4,  # of 2/3 and 2/4
            "false_equivalence": 1 / 3,  # of 1/3 and 1/4
            "width": (0.2 + 0.2 + 0.3) / 3,
        }
    )


def test_rates_of_a_test():
    """Null worlds alone, without intervals."""
    nothing = [NAN] * 4
    found = rates._rates([answers([0.05, 0.051, 0.2, 0.3], nothing, nothing)])
    assert (found.pop("answered"), found.pop("false_positives")) == (1, 1 / 4)
    assert all(math.isnan(value) for value in found.values())


def test_standard_errors_of_rates():
    """√(p (1 − p) / n), with n the worlds that were answered."""
    columns = ("false_positives", "coverage", "coverage_shifted", "false_equivalence")
    table = pl.DataFrame({name: [0.1] for name in columns} | {"answered": [0.5]})
    (row,) = rates._with_errors(table, 200).to_dicts()
    for name in columns:
        assert row[f"{name}_se"] == pytest.approx(math.sqrt(0.1 * 0.9 / 100))
    assert row["worlds"] == 200


def test_answers_on_portions_are_joined():
    """By kind of world, in the order of the portions."""
    one, other = answers([1], [2], [3]), answers([4, 5], [6, 7], [8, 9])
    null, shifted = rates.joined([[one, other], [other, one]])
    assert [column.tolist() for column in null] == [[1, 4, 5], [2, 6, 7], [3, 8, 9]]
    assert shifted.p.tolist() == [4, 5, 1]


@pytest.mark.parametrize(
    ("cell", "tried"),
    [
        ((1, 1, 12, 48, "strong", "sentences"), "hac batch_means block_permutation usual"),
        ((1, 1, 12, 48, "independent", "sentences"), "hac batch_means block_permutation usual"),
        ((1, 1, 12, 48, "strong", "words"), "hac batch_means block_permutation"),
        ((1, 1, 11, 48, "strong", "sentences"), "hac batch_means block_permutation"),
        ((1, 1, 12, 49, "strong", "sentences"), "hac batch_means block_permutation"),
        ((1, 1, 12, 48, "bursts", "sentences"), "hac batch_means block_permutation"),
        ((1, 2, 12, 48, "strong", "sentences"), ""),
        ((3, 3, 12, 12, "strong", "sentences"), ""),
        ((4, 4, 12, 12, "strong", "sentences"), "article_permutation welch_t"),
        ((4, 5, 12, 12, "strong", "sentences"), "welch_t"),
        ((5, 4, 12, 12, "strong", "sentences"), "welch_t"),
    ],
)
def test_methods_of_a_cell(cell, tried):
    """Those that fail only where usual practice has them: 12 to 48 sentences an article."""
    *sizes, structure, measure = cell
    usual = "g2_test plain_permutation percentile_bootstrap"
    expected = ["effective_n", *tried.replace("usual", usual).split()]
    assert rates.methods(Cell(*sizes, 0.3, structure, measure)) == expected


def test_worlds_of_a_cell():
    """Articles and sentences of either source; its share; words where these are the measure."""
    cell, rng = Cell(2, 3, 40, 50, 0.3, "independent", "words"), np.random.default_rng(1)
    assert rates._sentences(cell) == 2 * 40 + 3 * 50
    first, second = (
        rates.draw(cell, share, which, 500, rng) for share, which in ((0.2, "a"), (0.6, "b"))
    )
    assert [len(first.values), len(second.values)] == [2, 3]
    assert first.values[0].shape == (500, 40)
    assert second.values[2].shape == (500, 50)
    assert [np.mean(one.values) for one in (first, second)] == pytest.approx([0.2, 0.6], abs=0.02)
    assert first.weights[0].min() >= 6


def test_shifted_worlds(monkeypatch):
    """No difference; then the second share larger, then the first; a test gets the first alone."""
    compared = []

    def say(name, pair):
        compared.append((name, *pair))
        return answers([1], [0], [0])

    monkeypatch.setattr(rates, "draw", lambda cell, share, *_: share)
    monkeypatch.setattr(rates, "Comparison", lambda first, second: (first, second))
    monkeypatch.setattr(rates, "say", say)
    monkeypatch.setattr(rates, "methods", lambda cell: ["hac", "g2_test"])
    found = rates._answers(Cell(1, 1, 12, 12, 0.3, "strong", "sentences"), 10, None)
    assert [len(found[name]) for name in ("hac", "g2_test")] == [3, 1]
    shifted = [("hac", 0.3, 0.7), ("hac", 0.7, 0.3)]
    assert compared == [("hac", 0.3, 0.3), *shifted, ("g2_test", 0.3, 0.3)]


def test_families_have_more_worlds(monkeypatch):
    """Twenty times as many, a quarter of it for several articles; a nan p is no finding."""
    asked = []

    def null(cell, worlds, rng):
        asked.append(worlds)
        return np.full(worlds, 0.05)

    monkeypatch.setattr(rates, "_null_p", null)
    several = [
        Cell(1, 1, 12, 12, 0.3, "strong", "sentences"),
        Cell(2, 2, 5, 5, 0.3, "strong", "words"),
    ]
    table = rates.family_errors(several, worlds=8, seed=1)
    assert asked == [160, 40]
    assert table["worlds"].unique(maintain_order=True).to_list() == [160, 40]
    one = table.filter(cell=1).row(0, named=True)
    assert (one["method"], one["false_positives"], one["false_positives_se"]) == (
        min(TIERS, key=TIERS.get),
        0,
        0,
    )
    assert rates.family_errors(several, worlds=8, seed=1, part=(1, 2))["cell"].max() == 1
