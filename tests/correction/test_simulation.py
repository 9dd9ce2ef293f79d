"""In simulated corpora corrected intervals cover, and are narrower the better the instrument."""

import numpy as np
import polars as pl
import pytest
from framing.correction import simulation


def test_rates():
    """F1 .6: precision .733, recall .508 in the first language, the reverse in the second."""
    (precision, recall), reverse = simulation.rates(0.6)
    assert precision == pytest.approx(0.6 + 0.4 / 3)
    assert 2 * precision * recall / (precision + recall) == pytest.approx(0.6)
    assert reverse == (recall, precision)


def test_worlds_are_as_asked():
    """Shares, precision and recall of a large source."""
    shares = np.array([0.35, 0.1])
    truth, found = simulation.make(100_000, shares, 0.7, 0.6, np.random.default_rng(1))
    assert truth.mean(axis=0) == pytest.approx(shares, abs=0.01)
    assert truth[found].mean() == pytest.approx(0.7, abs=0.01)
    assert found[truth].mean() == pytest.approx(0.6, abs=0.01)


@pytest.mark.slow
def test_coverage_and_width():
    """150 corpora: intervals cover, and on average none is wider than hand codes alone give."""
    tables = [
        simulation.measure(f1, [50, 200], corpora=150, texts=2000, seed=5) for f1 in (0.6, 0.9)
    ]
    table = pl.concat(tables)
    assert table["coverage"].mean() > 0.94
    assert table["coverage"].min() > 0.88  # of 96 cells; standard error .018
    means = table.group_by("f1", "coded").agg(pl.col("width", "alone_width").mean())
    assert (means["width"] < means["alone_width"]).all()
    width = means.sort("coded", "f1")["width"]
    assert width[1] < width[0]
    assert width[3] < width[2] < width[0]
    gaps = table.filter(of="difference", coded=200, f1=0.6)
    assert gaps["raw_error"].mean() > 3 * gaps["corrected_error"].mean()


def test_the_same_twice():
    """The seed decides."""
    one, two, other = (
        simulation.measure(0.7, [30], corpora=3, texts=200, seed=seed) for seed in (1, 1, 2)
    )
    assert one.equals(two)
    assert not one.equals(other)
