"""A model of two features and two frames, by hand."""

from math import exp

import numpy as np
import pytest
from framing.reader.model import Model, sigmoid
from learned_by_hand import A, B, C


@pytest.fixture
def model():
    """Frame f: -1 + 3 a - 2 b, found from .5; frame g: 0.5 b, found from .7."""
    weights = np.array([[3.0, 0.0], [-2.0, 0.5]])
    return Model(("f", "g"), (A, B), weights, np.array([-1.0, 0.0]), np.array([0.5, 0.7]))


def test_probabilities(model):
    """Texts with a; with a and b; with a feature that the model does not know."""
    probabilities = model.predict([{A}, {A, B}, {C}])
    assert probabilities[0] == pytest.approx([1 / (1 + exp(-2)), 0.5])
    assert probabilities[1] == pytest.approx([0.5, 1 / (1 + exp(-0.5))])
    assert probabilities[2] == pytest.approx([1 / (1 + exp(1)), 0.5])
    assert model.decide(probabilities).tolist() == [[True, False], [True, False], [False, False]]


def test_contributions(model):
    """The largest first; a weight of zero contributes nothing."""
    assert model.contributions({A, B, C}, "f") == [(A, 3.0), (B, -2.0)]
    assert model.contributions({A, B}, "g") == [(B, 0.5)]


def test_extreme_logits():
    """No overflow."""
    with np.errstate(over="raise"):
        assert sigmoid(np.array([1e9, -1e9])) == pytest.approx([1, 0])
