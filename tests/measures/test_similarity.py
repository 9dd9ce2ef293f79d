"""Correspondence of sentences in concept space."""

import numpy as np
import polars as pl
import pytest
from framing.measures import similarity
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

COUNTS = arrays(int, (4, 5), elements=st.integers(0, 2))


def test_cosines_by_hand():
    """Two sentences, `a b` and `a`: document frequencies 2 and 1 of 2 sentences.

    Weights (smoothed): a ln(3/3) + 1 = 1, b ln(3/2) + 1 = 1.405. Cosine 1 / √(1 + 1.405²) = .5797.
    """
    assert similarity.cosines([[1, 1]], [[1, 0]])[0, 0] == pytest.approx(0.5797, abs=1e-4)


def test_cosines_at_their_edges():
    """Cosines at their edges."""
    values = similarity.cosines([[1, 1, 0], [0, 0, 0]], [[2, 2, 0], [0, 0, 1]])
    assert values == pytest.approx(np.array([[1, 0], [0, 0]]))


@given(COUNTS, COUNTS)
@settings(max_examples=30, deadline=None)
def test_the_order_of_the_articles_does_not_matter(a, b):
    """The order of the articles does not matter."""
    values = similarity.cosines(a, b)
    assert values == pytest.approx(similarity.cosines(b, a).T)
    assert values.min() >= 0
    assert values.max() <= 1


@given(COUNTS, st.integers(0, 99))
@settings(max_examples=30, deadline=None)
def test_dealing_keeps_both_margins(counts, seed):
    """Dealing keeps both margins."""
    dealt = similarity._deal(*similarity._slots(counts), np.random.default_rng(seed))
    assert np.array_equal(dealt.sum(axis=0), counts.sum(axis=0))
    assert np.array_equal(dealt.sum(axis=1), counts.sum(axis=1))


def test_chance_needs_whole_mentions_and_repeats_itself():
    """Chance needs whole mentions and repeats itself."""
    counts = np.eye(4, dtype=int) + 1
    runs = [similarity.chance_maxima(counts, counts, permutations=9, seed=1) for _ in range(2)]
    assert np.array_equal(*runs)
    with pytest.raises(ValueError, match="whole numbers"):
        similarity.chance_maxima(counts * 0.5, counts, permutations=1, seed=1)


def matrix():
    """Sentence 0 of both sources speaks of the same five things; all others share nothing."""
    rng = np.random.default_rng(0)
    first, second = np.zeros((12, 30), dtype=int), np.zeros((12, 30), dtype=int)
    for n in range(1, 12):
        first[n, rng.choice(np.arange(5, 17), 5, replace=False)] = 1
        second[n, rng.choice(np.arange(17, 30), 5, replace=False)] = 1
    first[0, :5] = second[0, :5] = 1
    place = {"article": ["x"] * 12 + ["y"] * 12, "source": ["one"] * 12 + ["two"] * 12}
    place["sentence"] = [*range(12), *range(12)]
    counts = np.vstack([first, second])
    return pl.DataFrame(place | {f"c{n}": counts[:, n] for n in range(30)})


def test_pairs_find_the_one_correspondence():
    """Pairs find the one correspondence."""
    table = similarity.pairs(matrix(), "one", "two", permutations=99, seed=5)
    assert table.height == 144
    above = table.filter(pl.col("above_chance"))
    assert above.select("article_first", "first", "article_second", "second").rows() == [
        ("x", 0, "y", 0)
    ]
    assert above["shared"][0] == "c0|c1|c2|c3|c4"
    assert table["reference"].n_unique() == 1


def test_best_matches_have_one_row_for_each_sentence_that_has_one():
    """Best matches have one row for each sentence that has one."""
    table = similarity.pairs(matrix(), "one", "two", permutations=9, seed=5)
    for side in ("first", "second"):
        assert similarity.best_matches(table, side=side).select("first", "second").rows() == [
            (0, 0)
        ]
