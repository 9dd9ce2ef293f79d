"""The report of training, line by line."""

import numpy as np
import polars as pl
from framing.reader import report
from framing.reader.features import Feature
from framing.reader.letters import Letters
from framing.reader.model import Model
from framing.reader.training import Trained

SCORES = pl.DataFrame(
    [
        ("rules", "he", "micro", "precision", 0.7, 0.6, 0.8),
        ("rules", "he", "micro", "recall", 0.5, 0.4, 0.6),
        ("rules", "he", "micro", "f1", 0.58, 0.48, 0.69),
        ("rules", "he", "threat", "f1", 0.1, 0.1, 0.1),
    ],
    schema=["reader", "language", "frame", "measure", "estimate", "low", "high"],
    orient="row",
)
CALIBRATION = pl.DataFrame(
    [(0.0, 0.1, 90, 0.04, 0.05), (0.9, 1.0, 0, None, None)],
    schema=["low", "high", "decisions", "mean", "share"],
    orient="row",
)
AGREEMENT = pl.DataFrame(
    [("both", "he ar", 173, 0.9, 0.75)],
    schema=["reader", "languages", "contents", "same", "jaccard"],
    orient="row",
)


def trained(letters=None):
    """A reader of two features and two frames, with three weights."""
    weights = np.array([[1.0, 0.0], [2.0, -1.0]])
    values = (np.zeros(2), np.full(2, 0.45), np.full(2, 0.1), np.full(2, 0.8))
    named = (Feature("concept", "a"), Feature("concept", "b"))
    return Trained(Model(("threat", "harm"), named, weights, *values, letters), 0.25)


def test_the_whole_report():
    """Sizes, limits, scores over all frames, calibration, and what the numbers are."""
    lines = report.lay_out(trained(), SCORES, CALIBRATION, AGREEMENT.clear()).splitlines()
    assert lines == [
        "3 weights of 2 features for 2 frames",
        "penalty (C) 0.25, threshold 0.45",
        "both: keeps what the rules find from 0.1, adds from 0.8",
        "",
        "reader    language       precision           recall               f1",
        "rules     he         0.70 [0.60, 0.80]  0.50 [0.40, 0.60]  0.58 [0.48, 0.69]",
        "",
        "probability    decisions    mean    true",
        "0 to 0.1              90    0.04    0.05",
        "0.9 to 1               0       –       –",
        "",
        *report.NOTE.splitlines(),
    ]


def test_letters_and_agreement():
    """Weights of letters, and agreement across languages, where there are any."""
    letters = Letters(("ab", "bc", "cd"), np.array([[0.5, 0.0], [0.0, 0.0], [0.1, 0.2]]))
    lines = report.lay_out(trained(letters), SCORES, CALIBRATION, AGREEMENT).splitlines()
    assert lines[1] == "3 weights of 3 pieces of words"
    assert lines[12:15] == [
        "reader    languages   contents  same codes  Jaccard",
        "both      he ar            173        0.90     0.75",
        "",
    ]
