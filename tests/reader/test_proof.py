"""Scores on groups left out, and calibration, by hand."""

from dataclasses import replace

import numpy as np
import pytest
from framing.errors import InputError
from framing.reader import proof
from learned_by_hand import examples, toy


def test_no_text_is_predicted_by_its_own_group():
    """Where one group goes against all others, its texts are predicted wrongly."""
    table = toy()
    codes, _ = proof.predict(table)
    assert np.array_equal(codes["learned"], table.truth)
    assert np.array_equal(codes["rules"], table.rules)
    odd = [group == "5" for group in table.groups]
    table = replace(table, truth=np.where(np.array(odd)[:, None], ~table.truth, table.truth))
    codes, probabilities = proof.predict(table)
    assert (codes["learned"] != table.truth)[odd].all()
    assert ((probabilities > 0) & (probabilities < 1)).all()


def test_two_groups_are_too_few():
    """One group to judge by, and two to train on."""
    table = examples([(group, (), {"f"}, ()) for group in "12"] * 20)
    with pytest.raises(InputError, match="has 2 groups, 3 are needed; name another column"):
        proof.predict(table)


def test_scores_by_hand():
    """Rules: one right, one extra, one missed; learned: two right, one extra; both: one right."""
    rows = [("1", (), {"f"}, {"f"}), ("1", (), {"f"}, ()), ("1", (), (), {"f"}), ("1", (), (), ())]
    learned = np.array([[True], [True], [False], [True]])
    both = np.array([[True], [False], [False], [False]])
    codes = {"rules": examples(rows).rules, "learned": learned, "both": both}
    scores = proof.score(examples(rows), codes, resamples=20, seed=1)
    assert scores.columns == proof.COLUMNS
    found = {
        (row["reader"], row["measure"]): row["estimate"]
        for row in scores.filter(frame="micro", language="he").iter_rows(named=True)
    }
    assert found["rules", "precision"] == found["rules", "recall"] == 0.5
    assert found["learned", "precision"] == pytest.approx(2 / 3)
    assert found["learned", "f1"] == pytest.approx(0.8)
    assert (found["both", "precision"], found["both", "recall"]) == (1, 0.5)


def test_calibration_by_hand():
    """Two decisions of .2, one of them true; one of .95; the unlearned one does not count."""
    rows = [("1", (), {"f"}, ()), ("1", (), (), ()), ("1", (), {"f"}, ()), ("1", (), {"f"}, ())]
    table = proof.calibration(examples(rows), np.array([[0.2], [0.2], [0.95], [np.nan]]))
    cells = {row["low"]: row for row in table.iter_rows(named=True)}
    assert (cells[0.1]["decisions"], cells[0.1]["probability"], cells[0.1]["share"]) == (
        2,
        0.2,
        0.5,
    )
    assert (cells[0.9]["decisions"], cells[0.9]["share"]) == (1, 1)
    assert cells[0.5]["decisions"] == 0


def test_a_bin_begins_with_its_lower_bound():
    """A probability at a bound is in the bin above it; one of 1 is in the last."""
    rows = [("1", (), {"f"}, ())] * 3
    table = proof.calibration(examples(rows), np.array([[proof.BINS[1]], [0.0], [1.0]]))
    decided = dict(table.select("low", "decisions").iter_rows())
    assert [decided[low] for low in proof.BINS[:2]] == [1, 1]
    assert decided[proof.BINS[-2]] == 1
    assert sum(decided.values()) == 3
