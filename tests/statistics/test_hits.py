"""Hits of codes by source and article, on hand-made tables."""

import polars as pl
import pytest
from framing.statistics import hits

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
    assert [one.tolist() for one in found.series(0)] == [[1, 0, 0], [0, 0]]
    assert [one.tolist() for one in found.series(1)] == [[1, 0, 0], [0, 1]]


def test_totals_by_sentences_and_words(found):
    """x: 2 of 5 sentences, 14 of 35 words."""
    assert (found.totals("sentences")[0].tolist(), found.totals("sentences")[1]) == ([1, 2], 5)
    assert (found.totals("words")[0].tolist(), found.totals("words")[1]) == ([4, 14], 35)


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
    assert hits.find(units, coded, [], "a").totals("sentences")[0].size == 0
