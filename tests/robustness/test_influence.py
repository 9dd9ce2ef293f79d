"""What each choice moves, over specifications that are alike in all other choices."""

import polars as pl
import pytest
from articles_by_hand import FIRST, KNOWN, article, run
from curves_by_hand import KNOWN as SMALL
from curves_by_hand import choice, curve
from framing.robustness import influence
from polars.testing import assert_frame_equal


def test_influence():
    """x moves by (.2 + .3)/2 and turns one sign of two; y by (.2 + .7)/2, also one of two.

    Variance: mean .225; squares .0156, .0056, .1056, .1406, in all .2675; between x (.2, .25):
    4 · .000625 = .0025; between y (0, .45): 4 · .0506 = .2025. The option r is worse: no part.
    """
    moved = influence.influence(curve(), SMALL)
    assert moved["choice"].to_list() == ["y", "x"]
    assert moved["mean_change"].to_list() == pytest.approx([0.45, 0.25])
    assert moved["greatest_change"].to_list() == pytest.approx([0.7, 0.3])
    assert moved["sign_changes"].to_list() == [0.5, 0.5]
    assert moved["variance_share"].to_list() == pytest.approx([0.2025 / 0.2675, 0.0025 / 0.2675])
    assert moved["flips"].to_list() == [2, 2]
    assert moved["options"].to_list() == [2, 2]
    assert moved["sensitivity"].to_list() == [False, False]


def test_a_choice_with_worse_options_only_is_a_check_of_sensitivity():
    """With q gone, x has p and the worse r: moved by (.3 + .4)/2, and marked."""
    known = SMALL | {"x": choice("x", "carrying", "p", "r!")}
    moved = influence.influence(curve().filter(pl.col("x") != "q"), known)
    row = moved.filter(choice="x").row(0, named=True)
    assert row["sensitivity"]
    assert row["mean_change"] == pytest.approx(0.35)
    assert not moved.filter(choice="y")["sensitivity"][0]
    # y over specifications that count: p only.
    assert moved.filter(choice="y")["mean_change"][0] == pytest.approx(0.2)


def test_options_are_compared_where_all_of_them_occur():
    """Without q under t, only s has every option of x: one specification each."""
    table = curve().filter(~((pl.col("x") == "q") & (pl.col("y") == "t")))
    found = influence.options(table, SMALL)
    of_x = found.filter(choice="x")
    assert of_x.select("option", "median", "specifications", "own", "worse").rows() == [
        ("p", 0.1, 1, True, False),
        ("q", -0.1, 1, False, False),
        ("r", -0.2, 1, False, True),
    ]
    assert found.filter(choice="y").select("option", "specifications").rows() == [
        ("s", 1),
        ("t", 1),
    ]
    assert found.filter(choice="z").is_empty()


def test_options_have_quartiles():
    """y = s over p, q: −.1 and .1; the quarters lie at a quarter and three quarters of the way."""
    row = influence.options(curve(), SMALL).filter(choice="y", option="s").row(0, named=True)
    spread = [row[name] for name in ("least", "lower", "median", "upper", "greatest")]
    assert spread == pytest.approx([-0.1, -0.05, 0, 0.05, 0.1])


def test_nothing_moves_texts_that_are_alike():
    """Both articles have the same cues: no change, whatever is chosen, and no share of variance."""
    cues = [(0, "a", True, True), (20, "a", False, False), (50, "b", True, False)]
    table, _ = run(article("first", cues), article("second", cues))
    moved = influence.influence(table, KNOWN)
    assert moved["greatest_change"].max() == 0
    assert moved["variance_share"].max() == 0
    assert moved["sign_changes"].max() == 0


def test_the_same_in_any_order():
    """Rows in another order give the same but for rounding; the same rows give the same bits."""
    table, _ = run(FIRST, article("second", [(40, "a", True, True), (80, "b", True, False)]))
    key = ["contrast", "question", "measure", "choice"]
    shuffled = table.sample(fraction=1.0, shuffle=True, seed=3)
    one, other = (influence.influence(rows, KNOWN).sort(key) for rows in (table, shuffled))
    assert_frame_equal(one, other)
    assert all(influence.influence(table, KNOWN).sort(key).equals(one) for _ in range(5))
