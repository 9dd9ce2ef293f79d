"""Articles of a source: means and ends by hand, one by one and many at once."""

import numpy as np
import pytest
from framing.statistics import articles
from framing.statistics.articles import Articles

VALUES = [[1, 0, 1, 1], [0, 0], [1]]
WEIGHTS = [[1, 1, 1, 3], [2, 2], [4]]


@pytest.fixture(params=["few", "many"])
def source(request, monkeypatch):
    """Three articles; those of more than two are many, or of more than three."""
    monkeypatch.setattr(articles, "MANY", 2 if request.param == "many" else 3)
    made = Articles.of(VALUES, WEIGHTS)
    assert (made.row is not None) == (request.param == "many")
    return made


def test_measures_of_articles(source):
    """Weights 6, 4 and 4; means 5/6, 0 and 1; of all 9/14; from 0 to 1."""
    assert source.totals.tolist() == [[6, 4, 4]]
    assert source.means[0] == pytest.approx([5 / 6, 0, 1])
    assert source.mean == pytest.approx([9 / 14])
    assert [end.tolist() for end in source.ends] == [[0], [1]]
    assert source.lengths == [4, 2, 1]


def test_worlds_are_never_in_a_row(monkeypatch):
    """Two worlds: a mean and ends of each."""
    monkeypatch.setattr(articles, "MANY", 1)
    source = Articles.of([[[1, 0], [1, 1]], [[0, 0], [2, 1]]])
    assert source.row is None
    assert source.means.tolist() == [[0.5, 0], [1, 1.5]]
    assert source.mean.tolist() == [0.25, 1.25]
    assert [end.tolist() for end in source.ends] == [[0, 1], [1, 2]]


def test_where_articles_begin_in_a_row(monkeypatch):
    """Values and weights behind one another."""
    monkeypatch.setattr(articles, "MANY", 2)
    values, weights, starts = Articles.of(VALUES, WEIGHTS).row
    assert values.tolist() == [1, 0, 1, 1, 0, 0, 1]
    assert weights.tolist() == [1, 1, 1, 3, 2, 2, 4]
    assert starts.tolist() == [0, 4, 6]


@pytest.mark.parametrize(
    ("values", "weights", "message"),
    [
        ([[1, 0], []], None, "a series is empty"),
        ([[1, 0]], [[1]], "another length"),
        ([[1, np.nan]], None, "finite"),
        ([[1, 0]], [[1, np.inf]], "finite"),
        ([[1, 0]], [[1, 0]], "weights must be positive"),
        ([[1, 0]], [[1, -1]], "weights must be positive"),
    ],
)
def test_mistakes(values, weights, message):
    """What no mean can be taken of."""
    with pytest.raises(ValueError, match=message):
        Articles.of(values, weights)
