"""Verdicts follow their numbers by the stated rule: change a number and the verdict changes."""

import polars as pl
import pytest
from framing.robustness import verdicts

RULE = {"same_sign": 0.95, "reading": 0.8}
CONTRASTS = {"harm": {"label": "harm", "frames": ["civilian_harm"], "of": "share"}}


def judge(*, low=0.1, high=0.5, positive=0.99, f1=0.9, alpha=0.9):
    """The row of one finding with the given numbers; as they stand they make it robust."""
    curve = {"contrast": "harm", "measure": "difference", "own": 0.3, "own_low": low}
    curve |= {"own_high": high, "least": -0.1, "greatest": 0.6, "positive": positive}
    read = {"kind": "frame", "code": "civilian_harm", "low": 0.5}
    scores = pl.DataFrame([read | {"measure": "f1", "estimate": f1}])
    agreed = pl.DataFrame([read | {"coefficient": "alpha", "estimate": alpha}])
    curves = pl.DataFrame([curve | {"negative": 1 - positive}])
    return verdicts.judge(curves, scores, agreed, CONTRASTS, rule=RULE).row(0, named=True)


@pytest.mark.parametrize(
    ("change", "verdict", "because"),
    [
        ({}, "robust", "agree"),
        ({"low": -0.1}, "not distinguishable", "includes zero"),
        ({"low": float("nan")}, "not distinguishable", "no interval"),
        ({"positive": 0.9}, "depends on choices", "90% of the specifications"),
        ({"f1": 0.7}, "depends on choices", "the instrument"),
        ({"alpha": 0.7}, "depends on choices", "the coders"),
        ({"f1": float("nan")}, "depends on choices", "the instrument"),
        ({"low": -0.1, "positive": 0.5}, "not distinguishable", "includes zero"),
    ],
)
def test_verdict_follows_its_numbers(change, verdict, because):
    """One number at a time, from a robust finding."""
    row = judge(**change)
    assert row["verdict"] == verdict
    assert because in row["because"]


def test_row_shows_all_three():
    """Text, choices and reading stand beside the estimate."""
    row = judge()
    assert (row["estimate"], row["text_low"], row["text_high"]) == (0.3, 0.1, 0.5)
    assert (row["choices_low"], row["choices_high"], row["same_sign"]) == (-0.1, 0.6, 0.99)
    assert (row["reading"], row["reading_low"], row["alpha"]) == (0.9, 0.5, 0.9)


def test_voice_counts_where_the_finding_rests_on_it():
    """A finding on own voice is read no better than the voice is."""
    curve = {"contrast": "own", "measure": "difference", "own": 0.3, "own_low": 0.1}
    curve |= {"own_high": 0.5, "least": 0.1, "greatest": 0.6, "positive": 1.0, "negative": 0.0}
    rows = [("frame", "violation", "f1", 1.0, 0.9), ("voice", "", "accuracy", 0.6, 0.4)]
    scores = pl.DataFrame(rows, schema=["kind", "code", "measure", "estimate", "low"], orient="row")
    agreed = scores.with_columns(coefficient=pl.lit("alpha"))
    contrasts = {"own": {"label": "own voice", "frames": ["violation"], "of": "own_voice"}}
    row = verdicts.judge(pl.DataFrame([curve]), scores, agreed, contrasts, rule=RULE)
    assert row["reading"].item() == 0.6
    assert row["verdict"].item() == "depends on choices"
