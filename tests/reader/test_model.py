"""A model of two features and two frames, by hand."""

from dataclasses import replace
from math import exp, log, sqrt

import numpy as np
import pytest
from framing.reader.letters import Letters
from framing.reader.model import Model, sigmoid
from learned_by_hand import A, B, C


@pytest.fixture
def model():
    """Frame f: -1 + 3 a - 2 b, found from .5; frame g: 0.5 b, found from .7."""
    weights = np.array([[3.0, 0.0], [-2.0, 0.5]])
    limits = {"keeps": np.array([0.1, 0.6]), "adds": np.array([0.9, 0.8])}
    return Model(("f", "g"), (A, B), weights, np.array([-1.0, 0.0]), np.array([0.5, 0.7]), **limits)


def test_probabilities(model):
    """Texts with a; with a and b; with a feature that the model does not know."""
    probabilities = model.predict([{A}, {A, B}, {C}])
    assert probabilities[0] == pytest.approx([1 / (1 + exp(-2)), 0.5])
    assert probabilities[1] == pytest.approx([0.5, 1 / (1 + exp(-0.5))])
    assert probabilities[2] == pytest.approx([1 / (1 + exp(1)), 0.5])
    assert model.decide(probabilities).tolist() == [[True, False], [True, False], [False, False]]


def test_beside_the_rules(model):
    """What the rules find is kept from .1 and .6, what they do not find is added from .9 and .8."""
    probabilities = np.array([[0.1, 0.59], [0.89, 0.8]])
    rules, none = np.ones((2, 2), bool), np.zeros((2, 2), bool)
    assert model.correct(probabilities, rules).tolist() == [[True, False], [True, True]]
    assert model.correct(probabilities, none).tolist() == [[False, False], [False, True]]


def test_letters_add_to_the_logit(model):
    """The word `ab` has the pieces ^ab, ab$ and ^ab$: 2 / √3 more for f, nothing for g."""
    spelled = replace(model, letters=Letters(("^ab",), np.array([[2.0, 0.0]])))
    logit = log(1 / spelled.predict([{A}], [["ab"]])[0, 0] - 1)
    assert -logit == pytest.approx(2 + 2 / sqrt(3))
    assert spelled.predict([{A}], [[]])[0] == pytest.approx(model.predict([{A}])[0])


def test_contributions(model):
    """The largest first; a weight of zero contributes nothing."""
    assert model.contributions({A, B, C}, "f") == [(A, 3.0), (B, -2.0)]
    assert model.contributions({A, B}, "g") == [(B, 0.5)]


def test_extreme_logits():
    """No overflow."""
    with np.errstate(over="raise"):
        assert sigmoid(np.array([1e9, -1e9])) == pytest.approx([1, 0])
