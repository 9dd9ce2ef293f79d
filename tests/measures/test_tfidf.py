"""TF-IDF weights are those of scikit-learn, for one corpus or many."""

import numpy as np
import pytest
from framing.measures import tfidf
from sklearn.feature_extraction.text import TfidfTransformer


def test_equals_scikit_learn():
    """Random counts, one sentence empty."""
    counts = np.random.default_rng(2).poisson(0.6, (15, 9))
    counts[4] = 0
    expected = TfidfTransformer().fit_transform(counts).toarray()
    assert tfidf.weights(counts) == pytest.approx(expected)


def test_corpora_keep_their_own_frequencies():
    """Two corpora at once give what each gives alone."""
    many = np.random.default_rng(3).poisson(0.6, (2, 8, 5))
    assert tfidf.weights(many) == pytest.approx(np.stack([tfidf.weights(one) for one in many]))
