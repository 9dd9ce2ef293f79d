"""Corrected shares as text: percent and points, intervals, and what is not known."""

import polars as pl
from framing.correction import summary
from framing.correction.design_based import RESULT

NAN = float("nan")


def table(*rows):
    """A table as of `design_based.correct`."""
    return pl.DataFrame(rows, schema=RESULT, orient="row")


def test_lay_out():
    """A source with its rates, a difference with signs, a source without a sampled text."""
    shown = summary.lay_out(
        table(
            ("paper", "", "he", "threat", 40, 20, 0.25, 0.1, 0.05, 0.2, 0.125, 0.0, 0.3, 0.5, 0.75),
            ("radio", "", "ar", "threat", 30, 0, 0.5, *[NAN] * 8),
            ("paper", "radio", "he-ar", "threat", 70, 20, -0.25, -0.0004, -0.2, 0.2, *[NAN] * 5),
        ),
        {"threat": "threat"},
        level=0.9,
    ).splitlines()
    assert shown[0] == "paper (he): 40 texts, 20 coded by hand"
    head = "         instrument       corrected            hand codes alone      precision  recall"
    assert shown[1].split() == head.split()
    assert shown[2] == (
        "threat         25.0    10.0 [5.0, 20.0]        12.5 [0.0, 30.0]           0.50    0.75"
    )
    assert shown[6].split() == ["threat", "50.0", "–", "–"]
    assert shown[8] == "paper minus radio: 70 texts, 20 coded by hand"
    assert "precision" not in shown[9]
    assert shown[10].split() == ["threat", "-25.0", "+0.0", "[-20.0,", "+20.0]", "–"]
    assert "[90 % interval]" in shown[12]
    columns = [line.index("]") for line in (shown[2], shown[10])]
    assert abs(columns[0] - columns[1]) <= 1
