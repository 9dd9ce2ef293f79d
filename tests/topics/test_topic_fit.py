"""Topics on data with a known structure, and their coherence."""

import math

import numpy as np
import pytest
from framing.topics import coherence, fit
from gensim.corpora import Dictionary
from gensim.models.coherencemodel import CoherenceModel

# Two groups of sentences that share no concept: columns 0-2 and columns 3-5.
BLOCKS = np.array([[1, 1, 1, 0, 0, 0]] * 6 + [[0, 0, 0, 1, 1, 1]] * 4)
NAMES = ["war", "siege", "attack", "talks", "peace", "plan"]


def random_counts(seed, sentences=30, concepts=12):
    """Random counts."""
    return np.random.default_rng(seed).poisson(0.4, (sentences, concepts))


def test_npmi_by_hand():
    """Four sentences; a in 1, 2; b in 1, 2; c in 2, 3.

    a, b always together: 1. a, c: p = 1/4 = 1/2 · 1/2, independent: 0. Mean of (1, 0, 0): 1/3.
    """
    counts = [[1, 1, 0], [2, 1, 1], [0, 0, 3], [0, 0, 0]]
    value = coherence.npmi(counts, [[0, 1], [0, 2], [1, 2]])
    assert value == pytest.approx([1, 0, 0], abs=1e-9)
    assert coherence.npmi(counts, [[0, 1, 2]])[0] == pytest.approx(1 / 3, abs=1e-9)


def test_npmi_at_its_edges():
    """Npmi at its edges."""
    counts = [[1, 0, 1], [0, 1, 1]]
    assert coherence.npmi(counts, [[0, 1]])[0] == pytest.approx(-0.95, abs=0.06)  # never together
    assert coherence.npmi([[1, 1], [1, 1]], [[0, 1]])[0] == 0  # everywhere says nothing
    assert math.isnan(coherence.npmi(counts, [[0]])[0])
    with pytest.raises(ValueError, match="no sentence"):
        coherence.npmi([[1, 0]], [[0, 1]])


@pytest.mark.parametrize("seed", range(3))
def test_npmi_equals_gensim(seed):
    """Npmi equals gensim."""
    counts = random_counts(seed)
    counts = counts[counts.sum(axis=1) > 0]
    texts = [[str(c) for c in np.flatnonzero(row)] for row in counts]
    tops = [[0, 3, 5, 7], [1, 2, 9, 11]]
    model = CoherenceModel(
        topics=[[str(c) for c in top] for top in tops],
        texts=texts,
        dictionary=Dictionary(texts),
        coherence="c_npmi",
        window_size=1000,
        processes=1,
    )
    assert coherence.npmi(counts, tops) == pytest.approx(model.get_coherence_per_topic(), abs=1e-9)


def test_top_columns_break_ties_by_place():
    """Top columns break ties by place."""
    assert coherence.top_columns([[0.2, 0.5, 0.2, 0.1]], 3).tolist() == [[1, 0, 2]]


@pytest.mark.parametrize("model", fit.MODELS)
def test_fit_finds_two_blocks(model):
    """Fit finds two blocks."""
    found = fit.fit(BLOCKS, model=model, size=2, seed=3)
    heads = {frozenset(row) for row in coherence.top_columns(found.weights, 3).tolist()}
    assert heads == {frozenset({0, 1, 2}), frozenset({3, 4, 5})}
    main = found.shares.argmax(axis=1)
    assert len(set(main[:6])) == len(set(main[6:])) == 1
    assert main[0] != main[-1]


@pytest.mark.parametrize("model", fit.MODELS)
def test_fits_are_shares_and_repeat_themselves(model):
    """Fits are shares and repeat themselves."""
    counts = random_counts(5)
    counts[4] = 0
    fits = [fit.fit(counts, model=model, size=3, seed=1) for _ in range(2)]
    assert np.array_equal(fits[0].weights, fits[1].weights)
    assert np.array_equal(fits[0].shares, fits[1].shares, equal_nan=True)
    assert fits[0].weights.sum(axis=1) == pytest.approx(1)
    assert np.isnan(fits[0].shares[4]).all()
    assert np.delete(fits[0].shares, 4, axis=0).sum(axis=1) == pytest.approx(1)


def test_fit_refuses_what_cannot_be():
    """Fit refuses what cannot be."""
    with pytest.raises(ValueError, match="unknown model"):
        fit.fit(BLOCKS, model="lda", size=2, seed=0)
    with pytest.raises(ValueError, match="7 topics"):
        fit.fit(BLOCKS, model="NMF", size=7, seed=0)


def test_choose_follows_its_rule():
    """The most coherent size is chosen; the fit to show is that of the first seed."""
    fits, table = fit.choose(BLOCKS, model="NMF", sizes=[3, 2], seeds=[5, 6, 7], top=3)
    assert table["size"].to_list() == [2, 3]
    chosen = table.filter("chosen")
    assert chosen.height == 1
    assert [found.seed for found in fits] == [5, 6, 7]
    assert {found.size for found in fits} == {chosen["size"][0]}
    assert chosen["coherence"][0] >= table["coherence"].max() - fit.TIE


@pytest.mark.parametrize(
    ("best", "edge"), [(2, "smallest"), (3, ""), (4, "largest"), (None, "smallest")]
)
def test_a_number_at_the_edge_is_said(monkeypatch, best, edge):
    """Of 2, 3 and 4 the most coherent; the smallest of equal ones."""
    monkeypatch.setattr(fit, "_coherence", lambda _, found, __: float(found.size == best))
    fits, table = fit.choose(BLOCKS, model="NMF", sizes=[4, 2, 3], seeds=[7, 8])
    assert fits[0].size == (best or 2)
    assert table["at_edge"].unique().to_list() == [edge]


@pytest.mark.parametrize("model", fit.MODELS)
def test_many_fits_at_once_are_those_of_each(model):
    """Weights of two corpora from two seeds."""
    corpora = [random_counts(1).astype(float), random_counts(2, sentences=20).astype(float)]
    found = fit.weigh(corpora, model=model, size=3, seeds=[4, 9])
    for counts, seed, weights in zip(corpora, [4, 9], found, strict=True):
        alone = fit.fit(counts, model=model, size=3, seed=seed)
        assert weights == pytest.approx(alone.weights, abs=1e-9)


def test_the_heaviest_concepts_of_a_topic():
    """Three concepts for each of two topics, which never occur apart."""
    found = fit.fit(BLOCKS, model="NMF", size=2, seed=3)
    heads = fit.concepts(found, NAMES, BLOCKS, top=3)
    assert heads.columns == ["model", "topic", "rank", "concept", "weight", "coherence"]
    assert heads["coherence"].to_list() == pytest.approx([1] * 6)
    assert heads.filter(topic=1)["rank"].to_list() == [1, 2, 3]
    assert {frozenset(part["concept"]) for _, part in heads.group_by("topic")} == {
        frozenset(NAMES[:3]),
        frozenset(NAMES[3:]),
    }
