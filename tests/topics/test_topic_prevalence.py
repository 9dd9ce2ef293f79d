"""Prevalence of topics: what the text and the fit leave open, on corpora with known topics."""

import numpy as np
import polars as pl
import pytest
from framing.topics import fit, prevalence
from framing.topics.fit import Topics

SOURCES = ["first", "second"]
UNITS = pl.DataFrame(
    {
        "article": ["x"] * 12 + ["y"] * 12,
        "source": ["first"] * 12 + ["second"] * 12,
        "sentence": [*range(12)] * 2,
    }
)


def always(*_):
    """A permit for everything."""
    return True


def compare(found, sources=SOURCES, permit=always):
    """The comparison of the two sources."""
    return prevalence.compare(found, UNITS, sources, method="hac", permit=permit, level=0.95)


def counts():
    """The first source speaks of concepts 0–2 only, the second of 3–5 only."""
    rng = np.random.default_rng(1)
    table = np.zeros((24, 6))
    table[:12, :3] = rng.integers(1, 4, (12, 3))
    table[12:, 3:] = rng.integers(1, 4, (12, 3))
    return table


def topics(share, seed=1):
    """Two topics, the first with the same share in all sentences of a source."""
    first = np.repeat(share, 12).astype(float)
    return Topics("NMF", 2, seed, np.eye(2, 6), np.column_stack([first, 1 - first]))


@pytest.mark.parametrize("model", fit.MODELS)
def test_opposite_topics(model):
    """Each topic fills one source: differences near 1 and −1, and so over fits."""
    fits = [fit.fit(counts(), model=model, size=2, seed=seed) for seed in range(1, 5)]
    table = compare(fits[0])
    assert sorted(table["difference"]) == pytest.approx([-1, 1], abs=0.2)
    over = prevalence.across_fits(fits, UNITS, SOURCES)
    assert (over["fit_low"] - table["difference"]).abs().max() < 0.2
    assert (over["fit_high"] - table["difference"]).abs().max() < 0.2


def test_means_and_difference_by_hand():
    """Shares .75 and .5 in every sentence; without spread there is no interval to give."""
    row = compare(topics([0.75, 0.5])).row(0, named=True)
    assert (row["prevalence_first"], row["prevalence_second"]) == (0.75, 0.5)
    assert row["difference"] == 0.25


def test_sentences_without_concepts_do_not_count():
    """The mean over eleven sentences at .75 and one that has no share."""
    found = topics([0.75, 0.5])
    found.shares[0] = np.nan
    assert compare(found)["prevalence_first"][0] == pytest.approx(0.75)


def test_exchanging_the_sources_changes_the_sign():
    """The first minus the second is minus the second minus the first."""
    found = fit.fit(counts(), model="NMF", size=2, seed=1)
    one, two = compare(found), compare(found, SOURCES[::-1])
    assert one["difference"].to_list() == pytest.approx([-v for v in two["difference"]])
    assert one["low"].to_list() == pytest.approx([-v for v in two["high"]])


def test_an_interval_needs_a_permit():
    """The permit is asked with articles and their lengths, and the pooled share."""
    asked = []

    def never(*question):
        asked.append(question)
        return False

    table = compare(topics([0.75, 0.5]), permit=never)
    assert table["low"].null_count() == table["high"].null_count() == 2
    assert asked == [((1, 1, 12, 12), share, "units") for share in (0.625, 0.375)]


def test_the_range_over_fits_matches_topics_first():
    """The second fit has its topics in the other order: their differences are .25 and .5."""
    other = topics([0.25, 0.75])
    turned = Topics("NMF", 2, 2, other.weights[::-1], other.shares)
    table = prevalence.across_fits([topics([0.75, 0.5]), turned], UNITS, SOURCES)
    assert table.rows() == [(1, 0.25, 0.5), (2, -0.5, -0.25)]
