"""Prevalence of topics: what the text and the fit leave open, on corpora with known topics."""

import numpy as np
import polars as pl
import pytest
from framing.topics import fit, prevalence


def corpus():
    """Two sources: the first speaks of concepts 0–2 only, the second of 3–5 only."""
    rng = np.random.default_rng(1)
    counts = np.zeros((24, 6))
    counts[:12, :3] = rng.integers(1, 4, (12, 3))
    counts[12:, 3:] = rng.integers(1, 4, (12, 3))
    units = pl.DataFrame(
        {
            "article": ["x"] * 12 + ["y"] * 12,
            "source": ["first"] * 12 + ["second"] * 12,
            "sentence": [*range(12)] * 2,
        }
    )
    return counts, units


@pytest.mark.parametrize("model", fit.MODELS)
def test_opposite_topics(model):
    """Each topic fills one source: differences near 1 and −1, over fits and units too."""
    counts, units = corpus()
    found = fit.fit(counts, model=model, size=2, seed=1)
    text = prevalence.contrast(found, units, ["first", "second"], method="hac")
    assert sorted(text["difference"]) == pytest.approx([-1, 1], abs=0.2)
    fits = prevalence.across_fits(
        counts, found, units, ["first", "second"], seeds=range(2, 5), passes=10
    )
    assert (fits["fit_low"] - text["difference"]).abs().max() < 0.2
    assert (fits["fit_high"] - text["difference"]).abs().max() < 0.2
    merged = counts.reshape(12, 2, 6).sum(axis=1)
    elsewhere = prevalence.across_units(found, [merged], seeds=[1, 2], passes=10)
    assert elsewhere["across_units"].min() > 0.9


def test_swapping_the_sources_flips_the_difference():
    """The first minus the second is minus the second minus the first."""
    counts, units = corpus()
    found = fit.fit(counts, model="NMF", size=2, seed=1)
    one = prevalence.contrast(found, units, ["first", "second"], method="hac")
    two = prevalence.contrast(found, units, ["second", "first"], method="hac")
    assert one["difference"].to_list() == pytest.approx([-v for v in two["difference"]])
