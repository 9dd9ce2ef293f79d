"""The smallest detectable difference, against simulation."""

import math

import numpy as np
import pytest
from framing.calibration import worlds
from framing.statistics.articles import Articles, Comparison
from framing.statistics.detectable import chance, detectable
from framing.statistics.effective_n import effective_n, effective_sentences


@pytest.mark.parametrize("lengths", [(17, 12), (24, 24), (100, 100)])
@pytest.mark.parametrize("share", [0.2, 0.5])
def test_the_difference_is_detected_as_often_as_it_claims(lengths, share):
    """In worlds in which neighbouring sentences are correlated by .5, in 80 % within 5 points."""
    sizes = [float(effective_sentences(Articles.of([[0] * n]))[0]) for n in lengths]
    difference = detectable(*sizes, share)
    low = max(share - difference / 2, 0.0)
    rng = np.random.default_rng(9)
    drawn = [
        [worlds.hits(4000, n, p, "strong", rng=rng)]
        for n, p in zip(lengths, (low, low + difference), strict=True)
    ]
    assert np.mean(effective_n(Comparison.of(*drawn)).p <= 0.05) == pytest.approx(0.8, abs=0.06)


def test_the_smallest_difference_is_the_smallest():
    """It has the power in both directions, one point less has not."""
    sizes, share = (6.2, 4.5), 0.5
    found = detectable(*sizes, share)
    for difference, enough in ((found, True), (found - 0.01, False)):
        low, high = np.array([share - difference / 2]), np.array([share + difference / 2])
        ways = (chance(sizes[0], low, sizes[1], high), chance(sizes[1], low, sizes[0], high))
        assert (min(way[0] for way in ways) >= 0.8) == enough


def test_chance_by_hand():
    """100 each, .4 v .6: centre .2 · 100/102, moved shares 41/102 and 61/102."""
    moved = 41 / 102
    error = math.sqrt(2 * moved * (1 - moved) / 102)
    spread = math.sqrt(2 * 100 * 0.24) / 102
    z = (0.2 * 100 / 102 - 1.959964 * error) / spread
    found = chance(100, np.array([0.4]), 100, np.array([0.6]))
    assert found[0] == pytest.approx(0.5 * (1 + math.erf(z / math.sqrt(2))), abs=1e-6)


def test_longer_articles_show_smaller_differences():
    """A share and its mirror are alike; one sentence shows nothing."""
    assert detectable(100, 100, 0.3) < detectable(20, 20, 0.3)
    assert detectable(20, 20, 0.3) == detectable(20, 20, 0.7)
    assert math.isnan(detectable(1, 1, 0.5))
