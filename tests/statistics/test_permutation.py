"""Exchanges of blocks and articles against hand-worked values."""

import math

import numpy as np
import polars as pl
import pytest
from framing.statistics import permutation


@pytest.mark.parametrize(
    ("articles", "floor"), [((1, 1), 1.0), ((2, 2), 1 / 3), ((3, 3), 0.1), ((4, 4), 2 / 70)]
)
def test_floor_over_articles(articles, floor):
    """Floor over articles."""
    assert permutation.smallest_p(*articles) == pytest.approx(floor)


def test_uneven_articles_have_one_extreme_split():
    """Uneven articles have one extreme split."""
    assert permutation.smallest_p(2, 3) == pytest.approx(1 / 10)


def test_splits_by_hand():
    """Two blocks of one series and one of the other: three splits, the observed one first."""
    assert permutation.splits(2, 1).tolist() == [[1, 1, 0], [1, 0, 1], [0, 1, 1]]


def test_many_splits_are_a_sample_with_the_observed_first():
    """With 12 and 12 blocks there are 2.7 million splits: 4,000 are used, the same every time."""
    rows = permutation.splits(12, 12)
    assert rows.shape == (permutation.MOST_SPLITS, 24)
    assert rows[0].tolist() == [1] * 12 + [0] * 12
    assert (rows.sum(axis=1) == 12).all()
    assert (permutation.random_splits(12, 12, permutation.MOST_SPLITS - 1, 0) == rows).all()


def test_exchange_by_hand():
    """Means 1, 0 against 0: as observed .5 and 0; exchanged .5 and 0, then 0 and 1."""
    first, second = permutation.exchange(np.array([[1.0, 0.0, 0.0]]), permutation.splits(2, 1))
    assert first.ravel().tolist() == [0.5, 0.5, 0]
    assert second.ravel().tolist() == [0, 0, 1]


def test_exchange_weighs_the_blocks():
    """Means 1 and 0 with weights 3 and 1 have the mean 3/4."""
    means, weights = np.array([[1.0, 0.0, 0.0]]), np.array([[3.0, 1.0, 4.0]])
    first, _ = permutation.exchange(means, permutation.splits(2, 1), weights)
    assert first.ravel().tolist() == [3 / 4, 3 / 7, 0]


def test_exchange_leaves_empty_blocks_out():
    """A nan block counts for neither source; a source with nothing else has no mean."""
    first, second = permutation.exchange(np.array([[1.0, np.nan, 0.5]]), permutation.splits(2, 1))
    assert first.ravel().tolist() == [1, 0.75, 0.5]
    assert second[0, 0] == 0.5
    assert math.isnan(second[1, 0])


def test_share_as_far_counts_both_tails_and_ties():
    """Of 2, −2, 1, 2 + rounding three are as far from zero as the first."""
    statistics = np.array([[2.0], [-2.0], [1.0], [2 + 1e-15]])
    assert permutation.share_as_far(statistics).tolist() == [0.75]


def test_blocks_are_contiguous_and_nearly_equal():
    """Ten units in four blocks start at 0, 2, 5, 7; three units make three blocks."""
    assert permutation.cut(10, 4).tolist() == [0, 2, 5, 7]
    assert permutation.cut(3, 4).tolist() == [0, 1, 2]
    assert permutation.block_sums(np.arange(10.0), 4).tolist() == [1, 9, 11, 24]
    means = permutation.block_means(np.arange(10.0), np.ones(10), 4)
    assert means.tolist() == [0.5, 3, 5.5, 8]


def test_means_of_numbered_units():
    """Units 0 and 2 in block 0, unit 1 in block 1, none in block 2."""
    found = permutation.means(np.array([1.0, 5, 4]), np.array([1.0, 1, 2]), np.array([0, 1, 0]), 3)
    assert found[:2].tolist() == [3, 5]
    assert math.isnan(found[2])


def corpus(articles, sentences=5, repeated=()):
    """Articles a0, a1, … of one source and b0, … of the other, of five sentences each."""
    names = [(f"{source}{n}", source) for source in "ab" for n in range(articles)]
    rows = [
        (name, number, 10 * number, 0 if (name, number) in repeated else None)
        for name, _ in names
        for number in range(sentences)
    ]
    columns = {"article": pl.String, "sentence": pl.Int64, "start": pl.Int64}
    return (
        pl.DataFrame(names, schema=["article", "source"], orient="row"),
        pl.DataFrame(rows, schema=columns | {"duplicate_of": pl.Int64}, orient="row"),
    )


def test_blocks_of_sentences():
    """Five sentences in two blocks: two and three; a repeated one goes with the one it repeats."""
    numbered = permutation.number(*corpus(1), ["a", "b"], 2)
    assert numbered.filter(source="a")["block"].to_list() == [0, 0, 1, 1, 1]
    assert numbered.columns == ["article", "source", "sentence", "start", "block"]
    repeated = permutation.number(*corpus(1, repeated=[("a0", 4)]), ["a", "b"], 2)
    assert repeated.filter(source="a")["block"].to_list() == [0, 0, 1, 1, 0]
    assert [permutation.count(numbered, source) for source in "ab"] == [2, 2]


@pytest.mark.parametrize(("articles", "blocks"), [(3, [0] * 7 + [1] * 8), (4, [0, 1, 2, 3])])
def test_from_four_articles_on_each_is_a_block(articles, blocks):
    """Below that the sentences of all articles of a source are cut."""
    numbered = permutation.number(*corpus(articles), ["a", "b"], 2)
    found = numbered.filter(source="b")["block"].to_list()
    assert found == (blocks if articles < 4 else [block for block in blocks for _ in range(5)])
    assert permutation.count(numbered, "a") == len(set(blocks))


def test_differences_of_sources():
    """Means 1 and 0 against 0, under every split."""
    found = permutation.differences(np.array([[1.0, 0.0, 0.0]]), permutation.splits(2, 1))
    assert found.ravel().tolist() == [0.5, 0.5, -1]
