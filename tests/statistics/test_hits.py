"""Hits of codes by source and article, on hand-made tables."""

import numpy as np
import polars as pl
import pytest
from framing.statistics import hits
from framing.statistics.articles import Articles, Cut
from framing.statistics.dependence import lag_one
from framing.statistics.hits import Hits

UNITS = pl.DataFrame(
    {
        "article": ["b", "b", "a", "a", "a"],
        "source": ["first"] * 5,
        "sentence": [0, 2, 0, 1, 2],
        "words": [5, 10, 4, 6, 10],
    }
)
CODED = pl.DataFrame(
    {
        "article": ["b", "a", "a"],
        "source": ["first"] * 3,
        "sentence": [2, 0, 0],
        "code": ["x", "x", "y"],
    }
)


@pytest.fixture
def found():
    """Codes y and x in the articles a and b of one source."""
    return hits.find(UNITS, CODED, ["y", "x"], "first")


def test_articles_come_by_name_and_sentences_in_order(found):
    """Article a has three sentences, b two; sentence numbers may have gaps."""
    y, x = (found.compare(found, code, "words").first for code in (0, 1))
    assert [one.tolist() for one in y.values] == [[[1, 0, 0]], [[0, 0]]]
    assert [one.tolist() for one in x.values] == [[[1, 0, 0]], [[0, 1]]]
    assert [one.size for one in x.weights] == x.lengths == [3, 2]


def test_articles_that_are_all_alike_tell_nothing_of_dependence(found):
    """y is in no sentence of b; x is in one of two."""
    assert [one.tolist() for one in found.varied(0)] == [[1, 0, 0]]
    assert [one.tolist() for one in found.varied(1)] == [[1, 0, 0], [0, 1]]


def test_totals_by_sentences_and_words(found):
    """x: 2 of 5 sentences, 14 of 35 words."""
    assert (found.totals["sentences"][0].tolist(), found.totals["sentences"][1]) == ([1, 2], 5)
    assert (found.totals["words"][0].tolist(), found.totals["words"][1]) == ([4, 14], 35)


def test_pooled_share_and_design(found):
    """Against itself: 4 of 10 sentences; 25/13 articles of 2.5 sentences."""
    assert found.pooled(found, 1) == pytest.approx(0.4)
    assert found.design(found) == pytest.approx((25 / 13, 25 / 13, 2.5, 2.5))


def test_comparison_by_words(found):
    """Means weighted by words."""
    compared = found.compare(found, 1, "words")
    assert compared.first.mean[0] == pytest.approx(14 / 35)
    assert compared.articles == (2, 2)


def test_no_code_at_all():
    """A codebook whose frames are found nowhere has no rows of hits."""
    units = pl.DataFrame({"source": ["a"], "article": ["x"], "sentence": [0], "words": [3]})
    coded = pl.DataFrame(
        schema={"source": pl.String, "article": pl.String, "sentence": pl.Int64, "code": pl.String}
    )
    assert hits.find(units, coded, [], "a").totals["sentences"][0].size == 0


def test_cut_row_and_list_of_articles_are_one(found):
    """Many articles cut from a row have the numbers of the same articles one by one."""
    rng = np.random.default_rng(1)
    sizes = rng.integers(1, 9, 300)
    row, words = rng.integers(0, 2, sizes.sum()).astype(float), rng.random(sizes.sum()) + 1
    starts = np.cumsum(sizes) - sizes
    cut = Articles(Cut(row, starts), Cut(words, starts))
    listed = Articles.of(np.split(row, starts[1:]), np.split(words, starts[1:]))
    assert cut.lengths == listed.lengths == sizes.tolist()
    for name in ("means", "totals", "mean", "ends"):
        assert np.array_equal(getattr(cut, name), getattr(listed, name))
    assert np.array_equal(cut.joined.values, listed.joined.values)
    assert lag_one(Hits(row[None], words, starts).varied(0)) == lag_one(np.split(row, starts[1:]))
    with pytest.raises(ValueError, match="empty"):
        Cut(row, np.append(starts, starts[-1]))
    with pytest.raises(ValueError, match="positive"):
        Hits(row[None], 0 * words, starts).compare(found, 0, "words")
