"""Training on a toy table: signs of weights, sparseness, thresholds, and bad tables."""

from dataclasses import replace

import numpy as np
import pytest
from framing.errors import InputError
from framing.reader import training
from learned_by_hand import RULE, A, B, C, examples, spelled_toy, toy


def test_signs_on_a_toy():
    """`a` speaks for the frame, `b` against it, `c` gets no weight; the decisions are right."""
    trained = training.train(toy())
    model = trained.model
    weights = dict(zip(model.features, model.weights[:, 0], strict=True))
    assert weights[A] > 0 > weights[B]
    assert C not in weights
    assert model.intercepts[0] < 0
    decided = model.decide(model.predict(toy().found))
    assert np.array_equal(decided, toy().truth)


def test_the_same_twice_and_in_another_order():
    """No chance is in it, and the order of the texts does not matter to the weights."""
    first, second = training.train(toy()), training.train(toy())
    assert np.array_equal(first.model.weights, second.model.weights)
    turned = training.train(toy().take(range(79, -1, -1)))
    assert turned.model.features == first.model.features
    assert np.allclose(turned.model.weights, first.model.weights, atol=0.1)


def test_rare_frames_are_left_out():
    """g is coded in 9 texts: it is not learned."""
    rows = [
        (str(n % 5), {A} if n < 10 else set(), {"f"} if n < 10 else {"g"}, set()) for n in range(19)
    ]
    table = examples(rows, frames=("f", "g"))
    assert training.find_learnable(table) == ("f",)


def test_split_keeps_groups_together():
    """Every text once; no group in two folds."""
    groups = tuple("aabbbccddddeefg")
    folds = training.split(groups)
    assert sorted(np.concatenate(folds)) == list(range(15))
    of_group = {
        g: {n for n, fold in enumerate(folds) for at in fold if groups[at] == g} for g in groups
    }
    assert {len(numbers) for numbers in of_group.values()} == {1}


def test_choose_by_one_standard_error():
    """Losses of folds: .30 and .20 at C = 1 (mean .25, standard error .05), .31 and .27 at .1."""
    truth = np.array([[True], [True]])
    folds = [np.array([0]), np.array([1])]

    def logits(*losses):
        return np.array([[-np.log(np.exp(value) - 1)] for value in losses])

    tried = {0.1: logits(0.31, 0.27), 1.0: logits(0.30, 0.20)}
    ones = np.ones(2)
    assert training.choose(tried, truth, folds, ones) == 0.1
    tried = {0.1: logits(0.41, 0.37), 1.0: logits(0.30, 0.20)}
    assert training.choose(tried, truth, folds, ones) == 1.0
    tried = {0.1: logits(0.27, 0.26), 1.0: logits(0.30, 0.20)}
    assert training.choose(tried, truth, folds, ones, errors=0) == 1.0


def test_threshold_by_hand():
    """From .5 on all three true decisions and one false: F1 6/7; from .6 on two: 4/5."""
    probabilities = np.array([[0.9], [0.7], [0.5], [0.55], [0.2]])
    truth = np.array([[True], [True], [True], [False], [False]])
    assert training.find_threshold(probabilities, truth, np.ones(5)) == 0.5
    # The true decision at .5 counts little now, so it is not worth the false one at .55.
    assert training.find_threshold(probabilities, truth, np.array([1, 1, 0.1, 1, 1])) == 0.7


def test_limits_beside_the_rules_by_hand():
    """The rules find four: true at .9, .4 and .1, false at .2; of the others .7 is true, .6 false.

    Keeping all and adding from .65 gives 4 of 5 right and none missed, F1 8/9; no other pair is as
    good (keeping from .3: 3 right, one missed, 6/7). Where the false one is dropped without loss,
    from .22 on, more is not dropped.
    """
    probabilities = np.array([[0.9], [0.4], [0.1], [0.2], [0.7], [0.6]])
    truth = np.array([[True], [True], [True], [False], [True], [False]])
    rules = np.array([[True], [True], [True], [True], [False], [False]])
    assert training.find_limits(probabilities, truth, rules, 0.5, np.ones(6)) == (0, 0.7)
    some = [0, 1, 3]
    found = training.find_limits(probabilities[some], truth[some], rules[some], 0.5, np.ones(3))
    assert found == (0.22, 1)


def test_f1_by_hand():
    """One right, one false, one missed: 1/2; if the false one counts half, 2 / (1.5 + 2)."""
    found, truth = np.array([[True], [True], [False]]), np.array([[True], [False], [True]])
    assert training.f1(found, truth, np.ones(3)) == 0.5
    assert training.f1(found, truth, np.array([1, 0.5, 1])) == pytest.approx(4 / 7)
    assert training.f1(found & False, truth & False, np.ones(3)) == 0


def test_a_weight_is_so_many_texts():
    """Texts that count double give the same weights as texts that are in the table twice."""
    places = list(range(80))
    twice = toy().take(sorted(places + places[:16]))
    heavy = replace(toy(), sample_weights=np.where(np.arange(80) < 16, 2.0, 1.0))
    fitted = [training.train(table).model for table in (twice, heavy)]
    assert np.allclose(fitted[0].weights, fitted[1].weights, atol=0.02)


def test_letters_on_a_toy():
    """Words with `abc` carry the frame, whatever the cues; small weights are left out."""
    trained = training.train(spelled_toy())
    model = trained.model
    assert model.letters is not None
    weights = dict(zip(model.letters.pieces, model.letters.weights[:, 0], strict=True))
    assert weights["abc"] > 0 > weights["xyz"]
    assert min(abs(weight) for weight in weights.values()) >= training.LEAST_WEIGHT
    decided = model.decide(model.predict(spelled_toy().found, spelled_toy().words))
    assert np.array_equal(decided, spelled_toy().truth)
    assert model.letters.weights.tolist() == model.letters.weights.round(1).tolist()


def test_too_few_groups_and_texts():
    """One line each, with the remedy."""
    rows = [("1", {RULE}, {"f"}, {"f"})] * 20 + [("1", set(), set(), set())] * 20
    with pytest.raises(InputError, match=r"has one group; name another column"):
        training.train(examples(rows))
    with pytest.raises(InputError, match=r"no frame is coded in 10 texts \(at most in 9\)"):
        training.train(examples(rows[11:]))
