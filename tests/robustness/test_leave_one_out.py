"""What depends on a single concept, counted by hand."""

import pytest
from framing.robustness import leave_one_out
from framing.statistics import intervals
from words_by_hand import SOURCES, tables

OPTIONS = {"method": "hac", "level": 0.8}


def test_leave_one_out():
    """x: p in the first sentence, p and q in the second; y: q in the third.

    Without p the first sentence is lost: 1/3 − 1/3; without q that of y is: 2/3 − 0. Half of the
    sentences of x depend on p alone, all of y on q.
    """
    units, coded, *_ = tables()
    table = leave_one_out.leave_one_out(units, coded, "a", SOURCES, **OPTIONS)
    found = {row["concept"]: row for row in table.iter_rows(named=True)}
    assert found["p"]["estimate"] == pytest.approx(0)
    assert found["q"]["estimate"] == pytest.approx(2 / 3)
    assert found["p"]["change"] == pytest.approx(-1 / 3)
    assert [found["p"][f"lost_{s}"] for s in SOURCES] == [0.5, 0]
    assert [found["q"][f"lost_{s}"] for s in SOURCES] == [0, 1]
    assert [found["q"][f"carried_{s}"] for s in SOURCES] == [1, 1]
    assert [found["p"][f"carried_{s}"] for s in SOURCES] == [2, 0]


def test_the_greatest_change_comes_first():
    """Without p 1/3 − 1/3, two thirds less; without q 2/3 − 0, as before: p comes first."""
    units, coded, *_ = tables(hits=(("x", 0, "p"), ("x", 1, "p"), ("x", 2, "q"), ("y", 2, "q")))
    table = leave_one_out.leave_one_out(units, coded, "a", SOURCES, **OPTIONS)
    assert table["concept"].to_list() == ["p", "q"]
    assert table["change"].to_list() == pytest.approx([-2 / 3, 0])


def test_the_interval_is_that_of_the_rest():
    """Without p only the second sentence of x carries the frame, of y the third."""
    units, coded, *_ = tables()
    table = leave_one_out.leave_one_out(units, coded, "a", SOURCES, **OPTIONS)
    found = intervals.contrast([[0, 1, 0]], [[0, 0, 1]], method="hac", level=0.8)
    row = table.filter(concept="p").select("estimate", "low", "high").row(0)
    assert row == pytest.approx((found.estimate, found.low, found.high))


def test_frames_found_nowhere_have_no_row():
    """Two rows of frame a, none of another."""
    units, coded, *_ = tables()
    assert leave_one_out.leave_one_out(units, coded, "none", SOURCES, **OPTIONS).is_empty()
    both = leave_one_out.leave_each_out(units, coded, ["a", "none"], SOURCES, **OPTIONS)
    assert both["code"].to_list() == ["a", "a"]
