"""What the caption on sample sizes says follows from the table of the figure."""

import polars as pl
import pytest
from framing.paper import captions
from framing.paper.facts import sample_size
from framing.paper.tables import correction

import workflow

COLUMNS = ["group", "instrument", "coded", "width", "coverage", "least_coverage", "cells",
           "corpora"]  # fmt: skip


def table(*, best=0.2, rare=0.01):
    """Two instruments and hand codes alone; widths at 100 texts of the best, and of rare frames."""
    widths = {"F1 0.6": (0.36, 0.18), "F1 0.9": (best, 0.1), "hand codes alone": (0.4, 0.2)}
    rows = [
        ("common", name, coded, width, 0.96, 0.94 if name != "hand codes alone" else 0.9, 4, 1000)
        for name, pair in widths.items()
        for coded, width in zip((100, 300), pair, strict=True)
    ]
    rows.append(("rare", "F1 0.6", 100, rare, 0.95, 0.93, 4, 1000))
    rows.append(("rare", "hand codes alone", 100, 0.02, 0.95, 0.93, 4, 1000))
    return pl.DataFrame(rows, schema=COLUMNS, orient="row")


def test_facts():
    """300 texts alone reach ±10 points; 100 do with F1 .9, 300 with F1 .6, which saves a tenth."""
    found = sample_size.facts(table(), sources={})
    assert (found["worst"], found["best"], found["most"]) == ("F1 0.6", "F1 0.9", 300)
    assert found["reach"] == pytest.approx(10)
    assert found["needed"] == {"F1 0.6": 300, "F1 0.9": 100}
    assert found["saved"]["F1 0.6"] == pytest.approx(0.1)
    assert found["least"] == 0.93
    assert found["error"] == pytest.approx((0.93 * 0.07 / 1000) ** 0.5)
    assert found["sizes"] == [100, 300]
    assert found["narrower"]
    assert not sample_size.facts(table(rare=0.03), sources={})["narrower"]


def test_needed_follows_the_width():
    """A wider interval at 100 texts needs 300; one that never suffices needs more than there is."""
    assert sample_size.facts(table(best=0.21), sources={})["needed"]["F1 0.9"] == 300
    worse = table().with_columns(width=pl.when(instrument="F1 0.9").then(0.5).otherwise("width"))
    assert sample_size.facts(worse, sources={})["needed"]["F1 0.9"] is None


def test_caption():
    """The numbers of the facts, in bold first."""
    values = sample_size.facts(table(), sources={})
    text, alternative = captions.caption(workflow.ROOT / "workflow/report/sample_size.md", **values)
    assert text.startswith(
        "**100 hand-coded texts per language are as good with an instrument of F1"
    )
    assert "as 300 without one: ±10 points" in text
    assert "narrows the interval by 10 %" in text
    assert "at least 93.0 % (standard error 0.8)" in text
    assert "100 to 300" in alternative


def test_facts_of_the_table():
    """Simulated corpora, and coded texts at least and at most."""
    results = {"correction": pl.DataFrame({"corpora": [400, 400], "coded": [300, 50]})}
    assert correction.facts(results, None) == {"corpora": 400, "fewest": 50, "most": 300}
