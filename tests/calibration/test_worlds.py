"""Simulated worlds are what they claim."""

import numpy as np
import pytest
from framing.calibration import worlds


@pytest.mark.parametrize("structure", worlds.STRUCTURES)
@pytest.mark.parametrize("share", [0.05, 0.5])
def test_worlds_have_the_share_they_claim(structure, share):
    """At every place of an article."""
    hits = worlds.hits(4000, 30, share, structure, rng=np.random.default_rng(1))
    assert set(np.unique(hits)) == {0.0, 1.0}
    by_position = hits.mean(axis=0)
    assert by_position == pytest.approx(np.full(30, share), abs=0.04)
    assert by_position.mean() == pytest.approx(share, abs=0.01)


@pytest.mark.parametrize(("structure", "expected"), worlds.AUTOCORRELATION.items())
def test_neighbours_depend_as_they_claim(structure, expected):
    """Two-state chains: the correlation of neighbours, and its square at distance two."""
    hits = worlds.hits(6000, 30, 0.3, structure, rng=np.random.default_rng(2))
    assert np.corrcoef(hits[:, 14], hits[:, 15])[0, 1] == pytest.approx(expected, abs=0.04)
    assert np.corrcoef(hits[:, 14], hits[:, 16])[0, 1] == pytest.approx(expected**2, abs=0.04)


@pytest.mark.parametrize(("structure", "reach"), [("bursts", 3), ("paragraphs", 5)])
def test_bursts_and_paragraphs_end(structure, reach):
    """Neighbours are alike; sentences farther apart than a burst or paragraph are independent."""
    hits = worlds.hits(6000, 30, 0.3, structure, rng=np.random.default_rng(2))
    assert np.corrcoef(hits[:, 14], hits[:, 15])[0, 1] > 0.25
    assert np.corrcoef(hits[:, 14], hits[:, 14 + reach])[0, 1] == pytest.approx(0, abs=0.05)


def test_paragraphs_begin_anywhere():
    """The chance that two neighbours share a paragraph is the same at the start and later."""
    hits = worlds.hits(20000, 30, 0.3, "paragraphs", rng=np.random.default_rng(4))
    found = [np.corrcoef(hits[:, at], hits[:, at + 1])[0, 1] for at in (0, 1, 10, 20)]
    assert max(found) - min(found) < 0.12


def test_slow_dependence_lasts_longer_than_a_chain():
    """Neighbours as in a strong chain; at distance eight still alike."""
    hits = worlds.hits(8000, 30, 0.5, "slow", rng=np.random.default_rng(5))
    near, far = (np.corrcoef(hits[:, 9], hits[:, 9 + lag])[0, 1] for lag in (1, 8))
    assert near == pytest.approx(2 / np.pi * np.arcsin(0.5 / 0.7), abs=0.04)
    assert far > 0.1 > 0.5**8


def test_articles_vary_as_they_claim():
    """Variance of an article's share: icc p(1 − p) + (1 − icc) p(1 − p) / n."""
    rng = np.random.default_rng(3)
    hits = worlds.articles(3000, 4, 24, 0.3, "independent", between=0.1, rng=rng)
    assert hits.shape == (3000, 4, 24)
    assert hits.mean(axis=2).var() == pytest.approx(0.21 * (0.1 + 0.9 / 24), rel=0.06)


def test_a_source_has_the_articles_asked_for():
    """In their order; a single article has the share itself."""
    rng = np.random.default_rng(3)
    found = worlds.source([5, 9, 5], 0.3, "strong", "words", worlds=50, rng=rng)
    assert found.lengths == [5, 9, 5]
    assert [one.shape for one in found.weights] == [(50, 5), (50, 9), (50, 5)]
    alone = worlds.source([40], 0.3, "independent", "sentences", worlds=4000, rng=rng)
    assert alone.means.var() == pytest.approx(0.21 / 40, rel=0.06)


def test_articles_differ_as_the_structure_says():
    """Not at all where sentences are independent; three times as much where they are unlike."""
    rng = np.random.default_rng(3)
    kind = {"measure": "sentences", "worlds": 4000, "rng": rng}
    for structure, icc, inflation in (("independent", 0, 1), (worlds.UNLIKE, 0.3, 5.5 / 3)):
        found = worlds.source([3, 3], 0.3, structure, **kind).means[:, 0].var()
        assert found == pytest.approx(0.21 * (icc + (1 - icc) * inflation / 3), rel=0.08)


def test_sentences_are_as_unequal_as_in_news():
    """Six words and a negative binomial of mean 19 and shape 2: variance 19 + 19²/2."""
    lengths = worlds.sentence_lengths((300, 200), rng=np.random.default_rng(5))
    assert lengths.min() >= worlds.LEAST_WORDS
    assert lengths.mean() == pytest.approx(25, rel=0.03)
    assert lengths.var() == pytest.approx(19 + 19**2 / 2, rel=0.08)


def test_unknown_structure_is_refused():
    """Unknown structure is refused."""
    with pytest.raises(ValueError, match="chaotic"):
        worlds.hits(2, 12, 0.3, "chaotic", rng=np.random.default_rng(1))
