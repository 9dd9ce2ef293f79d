"""Stability of topics: matching by hand, structure against noise, the verdict from its columns."""

import numpy as np
import polars as pl
import pytest
from framing.topics import fit, stability
from framing.topics.bags import Bags
from framing.topics.stability import Design

BLOCKS = np.kron(np.eye(3, dtype=int), np.ones((8, 4), dtype=int)).astype(float)
DESIGN = Design(model="NMF", size=3, runs=3, draw=0.8, passes=5)


def bags_of(counts):
    """Mentions of one article; the other units are pairs of sentences."""
    rows, columns = np.nonzero(counts)
    times = counts[rows, columns].astype(int)
    rows, columns = np.repeat(rows, times), np.repeat(columns, times)
    return Bags(
        names=[str(c) for c in range(counts.shape[1])],
        concepts=columns,
        articles=np.zeros(len(columns), dtype=int),
        units=[rows, rows // 2],
        sizes=[len(counts), len(counts) // 2],
    )


def test_match_by_hand():
    """The second fit has the topics in the other order, one of them changed.

    (1, 0, 0) with (1, 1, 0): cosine 1/√2. (0, 0, 1) with itself: 1.
    """
    first, second = [[1, 0, 0], [0, 0, 1]], [[0, 0, 1], [1, 1, 0]]
    assert stability.match(first, second) == pytest.approx([2**-0.5, 1])
    assert stability.partners(first, second).tolist() == [1, 0]


def test_match_seeks_the_best_sum_not_the_first_best():
    """Topic 0 is nearest to 0 (.9), but topic 1 has no other partner: 0-1 and 1-0 give more."""
    a, b = np.array([0.9, 0.435889894]), np.array([1.0, 0.0])
    cosine = stability.match([a, b], [b, a * [1, -1]])
    assert cosine.sum() == pytest.approx(max(a @ b + b @ (a * [1, -1]), a @ (a * [1, -1]) + 1))


def test_order_of_topics_does_not_matter():
    """Topics in another order are the same topics."""
    weights = np.random.default_rng(0).dirichlet(np.ones(9), size=4)
    assert stability.match(weights, weights[[2, 0, 3, 1]]) == pytest.approx(np.ones(4))


def test_blocks_come_back():
    """Three groups of concepts that never meet: the same topics in samples and in other units."""
    (found,) = stability.measure([bags_of(BLOCKS).count()], DESIGN, seed=1)
    assert found.shape == (2, 3)
    assert found.min() > 0.95


def test_measure_is_a_mean_over_refits(monkeypatch):
    """Refits that agree by 1, .5 and 0 in samples, and by 0, 0 and .6 in other units."""
    base, half = np.array([1.0, 0.0]), np.array([0.5, 3**0.5 / 2])
    far, part = np.array([0.0, 1.0]), np.array([0.6, 0.8])
    refits = [base, base, half, far, far, far, part]
    monkeypatch.setattr(fit, "weigh", lambda *_, **__: [row[None] for row in refits])
    design = Design(model="NMF", size=1, runs=3, draw=1, passes=1)
    (found,) = stability.measure([bags_of(BLOCKS).count()], design, seed=1)
    assert found.ravel() == pytest.approx([0.5, 0.2])


def test_samples_are_a_share_of_the_sentences(monkeypatch):
    """Of 24 sentences 19 in each of three samples, then three times the other units, whole."""
    seen = []
    monkeypatch.setattr(
        fit, "weigh", lambda texts, **_: seen.extend(map(len, texts)) or [np.eye(3)] * len(texts)
    )
    stability.measure([bags_of(BLOCKS).count()], DESIGN, seed=1)
    assert seen == [24, 19, 19, 19, 12, 12, 12]


def test_blocks_are_stable_and_noise_is_not():
    """Structure is far above its shuffled texts; noise is not."""
    options = {"permutations": 19, "level": 0.95, "seed": 2}
    judged = stability.judge(bags_of(BLOCKS), DESIGN, **options)
    assert judged["verdict"].to_list() == [stability.STABLE] * 3
    noise = np.random.default_rng(3).poisson(0.3, (24, 12)).astype(float)
    judged = stability.judge(bags_of(noise), DESIGN, **options)
    assert judged["verdict"].to_list() == [stability.UNSTABLE] * 3


@pytest.mark.parametrize(
    ("values", "verdict"),
    [
        ([0.9, 0.9], stability.STABLE),
        ([0.9, 0.5], stability.UNSTABLE),
        ([0.5, 0.9], stability.UNSTABLE),
        ([0.4, 0.4], stability.UNSTABLE),
    ],
)
def test_a_topic_must_exceed_both_levels(monkeypatch, values, verdict):
    """The best topic of each shuffled text is at .5 in both criteria: so is the level."""
    chance = [np.array([[0.5, 0.1], [0.2, 0.5]])] * 19
    found = np.array([[values[0], 0.0], [values[1], 0.0]])
    monkeypatch.setattr(stability, "measure", lambda *_, **__: [found, *chance])
    design = Design(model="NMF", size=2, runs=2, draw=1, passes=1)
    judged = stability.judge(bags_of(BLOCKS), design, permutations=19, level=0.95, seed=1)
    assert judged.columns == [
        "topic",
        *("stability", "stability_chance", "stability_error"),
        *("across_units", "across_units_chance", "across_units_error"),
        "verdict",
    ]
    assert judged.row(0) == (1, values[0], 0.5, 0.0, values[1], 0.5, 0.0, verdict)
    assert judged["verdict"][1] == stability.UNSTABLE


@pytest.mark.slow
def test_the_level_hardly_depends_on_the_seed():
    """Shuffled texts of noise: levels of four seeds within .03 of one another."""
    noise = np.random.default_rng(5).poisson(0.4, (30, 15)).astype(float)
    options = {"permutations": 59, "level": 0.95}
    tables = [stability.judge(bags_of(noise), DESIGN, seed=seed, **options) for seed in range(4)]
    levels = [table["stability_chance"][0] for table in tables]
    assert max(levels) - min(levels) < 0.03


def test_a_sample_is_a_share():
    """No sentence, or more than all, is no sample."""
    for draw in (0, 1.1):
        design = Design(model="NMF", size=3, runs=2, draw=draw, passes=5)
        with pytest.raises(ValueError, match="share"):
            stability.measure([bags_of(BLOCKS).count()], design, seed=4)


def test_judging_repeats_itself():
    """The same seed, the same table."""
    options = {"permutations": 5, "level": 0.95, "seed": 7}
    tables = [stability.judge(bags_of(BLOCKS), DESIGN, **options) for _ in range(2)]
    assert isinstance(tables[0], pl.DataFrame)
    assert tables[0].equals(tables[1])
