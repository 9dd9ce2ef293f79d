"""LDA of many corpora at once equals gensim's LdaModel of each."""

import numpy as np
import pytest
from framing.topics import lda
from gensim.models.ldamodel import LdaModel


def by_gensim(counts, *, size, seed, passes):
    """Topics of one corpus by gensim, without its empty sentences."""
    corpus = [[(int(c), row[c]) for c in np.flatnonzero(row)] for row in counts if row.any()]
    model = LdaModel(
        corpus,
        num_topics=size,
        id2word={c: str(c) for c in range(counts.shape[1])},
        update_every=0,
        passes=passes,
        eval_every=None,
        random_state=seed,
        dtype=np.float64,
    )
    return model.get_topics()


def corpora():
    """Three corpora of different length over 12 concepts, with empty sentences."""
    rng = np.random.default_rng(4)
    return [rng.poisson(0.5, (sentences, 12)).astype(float) for sentences in (30, 17, 45)]


@pytest.mark.parametrize("size", [2, 5])
def test_equals_gensim(size):
    """Every corpus from its own seed."""
    found = lda.fit(corpora(), size=size, seeds=[3, 1, 4], passes=4)
    for counts, seed, weights in zip(corpora(), [3, 1, 4], found, strict=True):
        expected = by_gensim(counts, size=size, seed=seed, passes=4)
        assert weights == pytest.approx(expected, abs=1e-9)


def test_portions_change_nothing(monkeypatch):
    """One corpus at a time gives the same topics."""
    whole = list(lda.fit(corpora(), size=3, seeds=[1, 2, 3], passes=3))
    monkeypatch.setattr(lda, "TOGETHER", 1)
    parts = list(lda.fit(corpora(), size=3, seeds=[1, 2, 3], passes=3))
    assert len(parts) == 3
    for one, other in zip(whole, parts, strict=True):
        assert one == pytest.approx(other, abs=1e-12)
        assert one.sum(axis=1) == pytest.approx(1)
