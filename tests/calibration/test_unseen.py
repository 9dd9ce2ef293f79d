"""Random designs and worlds of another kind."""

import numpy as np
import polars as pl
import pytest
from framing.calibration import unseen
from framing.calibration.unseen import Corpus
from framing.statistics import designs


def test_corpora_repeat_under_a_seed_and_vary():
    """A third has one article per source; lengths and ratios stay within their ends."""
    found = unseen.corpora(30, seed=1)
    assert found == unseen.corpora(30, seed=1) != unseen.corpora(30, seed=2)
    single = [one for one in found if len(one.lengths_a) == len(one.lengths_b) == 1]
    assert 10 <= len(single) <= 12
    for one in found:
        few, many = sorted((len(one.lengths_a), len(one.lengths_b)))
        assert many <= min(10 * few, unseen.MOST_ARTICLES) + 1
        assert all(unseen.SHORTEST <= n <= unseen.LONGEST for n in one.lengths_a)


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6])
def test_articles_have_the_share_and_variance_they_claim(share):
    """Two kinds of articles with an intraclass correlation of .1; a single one has the share."""
    rng = np.random.default_rng(2)
    shares = unseen._article_share(share, 5, 40000, rng)
    assert len(np.unique(shares)) == 2
    assert shares.min() >= 0
    assert shares.mean() == pytest.approx(share, rel=0.03)
    assert shares.var() == pytest.approx(0.1 * share * (1 - share), rel=0.05)
    assert np.unique(unseen._article_share(share, 1, 10, rng)).tolist() == [share]


def test_a_latent_process_gives_the_dependence_it_claims():
    """At a share of .5 neighbours are correlated by 2/π · arcsin of the latent correlation."""
    rng = np.random.default_rng(2)
    latent = max(unseen.LATENT)
    hits = unseen._article(20, np.full(8000, 0.5), latent, rng)
    expected = 2 / np.pi * np.arcsin(latent ** np.arange(1, 60))
    assert np.corrcoef(hits[:, 9], hits[:, 10])[0, 1] == pytest.approx(expected[0], abs=0.04)
    assert expected.sum() == pytest.approx(sum(0.5**k for k in range(1, 60)), abs=0.05)


def test_rates_of_a_design_by_the_rules():
    """A refused design is simulated all the same, and marked."""
    one = Corpus((9, 15), (12,), 0.25, 0.4)
    none = pl.DataFrame(schema={"share": pl.Float64, "method": pl.String, "measure": pl.String,
                                "own": pl.Boolean, "offered": pl.Boolean, "holds_to": pl.Float64}
                        | dict.fromkeys(designs.DESIGN, pl.Float64))  # fmt: skip
    table = unseen.measure([one], none, worlds=400, seed=1)
    row = table.row(0, named=True)
    assert not row["offered"]
    assert (row["n_a"], row["n_b"]) == (12, 12)
    assert row["false_positives"] < 0.1 < 0.85 < row["coverage"]
    assert row["coverage_shifted"] > 0.85
