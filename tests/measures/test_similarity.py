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
    """The same concepts in other numbers: 1; none: 0."""
    values = similarity.cosines([[1, 1, 0], [0, 0, 0]], [[2, 2, 0], [0, 0, 1]])
    assert values == pytest.approx(np.array([[1, 0], [0, 0]]))


@given(COUNTS, COUNTS)
@settings(max_examples=30, deadline=None)
def test_the_order_of_the_articles_does_not_matter(a, b):
    """Exchanging the articles turns the matrix over."""
    values = similarity.cosines(a, b)
    assert values == pytest.approx(similarity.cosines(b, a).T)
    assert values.min() >= 0
    assert values.max() <= 1


def dealt(counts, times, most=100):
    """The counts dealt out again."""
    return np.concatenate(list(similarity._deal(counts, times, most, np.random.default_rng(1))))


@given(COUNTS)
@settings(max_examples=30, deadline=None)
def test_dealing_keeps_both_margins(counts):
    """Sentences keep their number of mentions, concepts their frequency, in every deal."""
    found = dealt(counts, 3)
    assert found.shape == (3, *counts.shape)
    assert all(np.array_equal(one.sum(axis=0), counts.sum(axis=0)) for one in found)
    assert all(np.array_equal(one.sum(axis=1), counts.sum(axis=1)) for one in found)


def test_deals_differ_and_come_in_portions():
    """Seven deals, three at a time: seven in all, not all alike."""
    counts = np.eye(6, dtype=int)
    found = dealt(counts, 7, most=3)
    assert len(found) == 7
    assert len({one.tobytes() for one in found}) > 3


def test_chance_needs_whole_mentions_and_repeats_itself():
    """The same seed gives the same maxima; half a mention cannot be dealt."""
    counts = np.eye(4, dtype=int) + 1
    runs = [similarity.chance_maxima(counts, counts, permutations=9, seed=1) for _ in range(2)]
    assert runs[0].shape == (9,)
    assert np.array_equal(*runs)
    with pytest.raises(ValueError, match="whole numbers"):
        similarity.chance_maxima(counts * 0.5, counts, permutations=1, seed=1)


def test_chance_maxima_by_hand():
    """One mention a sentence, of two concepts: in every deal some pair of sentences agrees."""
    counts = np.array([[1, 0], [0, 1]])
    assert similarity.chance_maxima(counts, counts, permutations=5, seed=1) == pytest.approx(1)


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
    """One pair of 144, with its concepts; the level holds for all pairs and has an error."""
    table = similarity.pairs(matrix(), "one", "two", permutations=99, seed=5)
    assert table.height == 144
    above = table.filter(pl.col("above_chance"))
    assert above.select("article_first", "first", "article_second", "second").rows() == [
        ("x", 0, "y", 0)
    ]
    assert above["shared"][0] == "c0|c1|c2|c3|c4"
    assert table["reference"].n_unique() == 1
    assert 0 < table["reference_error"][0] < 0.1


def test_a_tie_with_chance_is_not_above_it():
    """Every deal of one mention each reaches a cosine of 1, as the pair itself does."""
    place = {"article": ["x", "y"], "source": ["one", "two"], "sentence": [0, 0]}
    table = similarity.pairs(
        pl.DataFrame(place | {"c": [1, 1]}), "one", "two", permutations=19, seed=1
    )
    assert table.select("similarity", "reference", "reference_error", "above_chance").rows() == [
        (pytest.approx(1), pytest.approx(1), pytest.approx(0), False)
    ]


def test_shared_concepts_come_by_mentions():
    """Three common mentions of b, one of a, none of c."""
    place = {"article": ["x", "y"], "source": ["one", "two"], "sentence": [0, 0]}
    counts = {"a": [1, 2], "b": [3, 4], "c": [0, 1]}
    table = similarity.pairs(pl.DataFrame(place | counts), "one", "two", permutations=19, seed=1)
    assert table["shared"].to_list() == ["b|a"]
