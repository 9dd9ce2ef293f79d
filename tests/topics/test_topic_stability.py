"""Stability of topics: matching by hand, structure against noise."""

import numpy as np
import polars as pl
import pytest
from framing.topics import fit, stability

BLOCKS = np.kron(np.eye(3, dtype=int), np.ones((8, 4), dtype=int))


def test_match_by_hand():
    """The second fit has the topics in the other order, one of them changed.

    (1, 0, 0) against (1, 1, 0): cosine 1/√2; heads {0, 1} (ties by place) against {0, 1}: 1.
    (0, 0, 1) against itself: 1; heads {2, 0} and {2, 0}: 1.
    """
    first, second = [[1, 0, 0], [0, 0, 1]], [[0, 0, 1], [1, 1, 0]]
    cosine, jaccard = stability.match(first, second, top=2)
    assert cosine == pytest.approx([2**-0.5, 1])
    assert jaccard == pytest.approx([1, 1])
    assert stability.match(first, [[0, 1, 0], [0, 0, 1]], top=1)[1] == pytest.approx([0, 1])


def test_match_seeks_the_best_sum_not_the_first_best():
    """Topic 0 is nearest to 0 (.9), but topic 1 has no other partner: 0-1 and 1-0 give more."""
    a, b = np.array([0.9, 0.435889894]), np.array([1.0, 0.0])
    cosine, _ = stability.match([a, b], [b, a * [1, -1]], top=1)
    assert cosine.sum() == pytest.approx(max(a @ b + b @ (a * [1, -1]), a @ (a * [1, -1]) + 1))


def test_order_of_topics_does_not_matter():
    """Order of topics does not matter."""
    weights = np.random.default_rng(0).dirichlet(np.ones(9), size=4)
    values = stability.match(weights, weights[[2, 0, 3, 1]], top=4)
    assert values == pytest.approx(np.ones((2, 4)))


@pytest.mark.parametrize("model", fit.MODELS)
def test_blocks_are_stable_and_above_chance(model):
    """Blocks are stable and above chance."""
    found = fit.fit(BLOCKS, model=model, size=3, seed=0)
    measured = stability.measure(BLOCKS, found, runs=3, top=4, seed=1)
    assert measured.columns == ["topic", "cosine", "jaccard"]
    if model == "NMF":
        assert measured["cosine"].min() > 0.95
        chance = stability.reference(BLOCKS, model=model, size=3, permutations=3, top=4, seed=2)
        assert chance.height == 9
        verdicts = stability.judge(measured, chance)["verdict"]
        assert verdicts.to_list() == [stability.STABLE] * 3


def test_noise_is_not_called_stable():
    """Noise is not called stable."""
    noise = np.random.default_rng(3).poisson(0.3, (30, 20))
    found = fit.fit(noise, model="NMF", size=4, seed=0)
    measured = stability.measure(noise, found, seed=1)
    chance = stability.reference(noise, model="NMF", size=4, seed=2)
    judged = stability.judge(measured, chance)
    assert (judged["verdict"] == stability.UNSTABLE).sum() >= 3


def test_verdict_follows_from_its_numbers():
    """Chance .1, .2, .3, .4, .5: the median is .3; only above it is a topic stable."""
    chance = pl.DataFrame({"cosine": [0.1, 0.2, 0.3, 0.4, 0.5]})
    measured = pl.DataFrame({"topic": [1, 2], "cosine": [0.31, 0.3]})
    table = stability.judge(measured, chance, level=0.5)
    assert table.rows() == [
        (1, 0.31, 0.3, stability.STABLE),
        (2, 0.3, 0.3, stability.UNSTABLE),
    ]


def test_measure_repeats_itself_and_checks_the_draw():
    """Measure repeats itself and checks the draw."""
    found = fit.fit(BLOCKS, model="NMF", size=3, seed=0)
    again = [stability.measure(BLOCKS, found, seed=4) for _ in range(2)]
    assert again[0].equals(again[1])
    with pytest.raises(ValueError, match="share"):
        stability.measure(BLOCKS, found, draw=0, seed=4)
