"""Topics of the sentences in concept space: gensim's LDA and scikit-learn's NMF.

A few short sentences say little, so every topic is shown with its stability (see `stability`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl
from gensim.models.ldamodel import LdaModel
from numpy.typing import ArrayLike, NDArray
from sklearn.decomposition import NMF

from framing.measures import tfidf
from framing.topics import coherence, lda

Array = NDArray[np.float64]
MODELS = ("LDA", "NMF")
TIE = 1e-9  # coherences closer than this are equal but for rounding


@dataclass(frozen=True)
class Topics:
    """One fit: `weights` topics × concepts (rows sum to 1), `shares` sentences × topics.

    Rows of `shares` sum to 1; they are nan for a sentence without any concept.
    """

    model: str
    size: int
    seed: int
    weights: Array
    shares: Array


def fit(counts: ArrayLike, *, model: str, size: int, seed: int, passes: int = 10) -> Topics:
    """Fit `size` topics to `counts` (sentences × concepts, not negative) from one seed.

    LDA (Blei et al. 2003; batch variational Bayes, `passes` rounds, symmetric priors 1 / size)
    takes the counts, NMF (Lee & Seung 1999; random start, squared loss) their TF-IDF. The same seed
    gives the same topics. Raises ValueError for an unknown model, or more topics than concepts or
    than sentences with a concept.
    """
    counts = np.asarray(counts, dtype=float)
    filled = counts.sum(axis=1) > 0
    if not 1 <= size <= min(filled.sum(), counts.shape[1]):
        raise ValueError(f"{size} topics cannot be fitted to {filled.sum()} sentences")
    if model not in MODELS:
        raise ValueError(f"unknown model {model!r}: {' or '.join(MODELS)}")
    if model == "LDA":
        weights, found = _fit_lda(counts[filled], size, seed, passes)
    else:
        weights, found = _fit_nmf(counts[filled], size, seed)
    shares = np.full((len(counts), size), np.nan)
    shares[filled] = _to_shares(found)
    return Topics(model, size, seed, _to_shares(weights), shares)


def weigh(
    corpora: Sequence[Array], *, model: str, size: int, seeds: Sequence[int], passes: int = 10
) -> list[Array]:
    """The `weights` that `fit` gives for each corpus from its seed; much faster for many corpora.

    All corpora have the same concepts. Both sequences are equally long.
    """
    if model == "LDA":
        return list(lda.fit(corpora, size=size, seeds=seeds, passes=passes))
    pairs = zip(corpora, seeds, strict=True)
    return [fit(counts, model=model, size=size, seed=seed).weights for counts, seed in pairs]


def choose(
    counts: ArrayLike,
    *,
    model: str,
    sizes: Sequence[int],
    seeds: Iterable[int],
    top: int = 6,
    passes: int = 10,
) -> tuple[list[Topics], pl.DataFrame]:
    """Fit every size from every seed; the fits of the chosen size, and the table that chose it.

    Rule: the size with the highest mean coherence (NPMI of the `top` concepts, over topics and
    seeds), of equal ones the smallest. The first fit is the one to show: choosing the best of
    several would make it look more stable than the fits to shuffled texts.
    The table: model, size, coherence (mean), lowest, highest (over seeds), seeds, chosen, at_edge:
    "smallest" or "largest" if the chosen size is that of those tried, so that one beyond it may be
    better; else "".
    """
    seeds, fits, rows = list(seeds), {}, []
    for size in sorted(sizes):
        fits[size] = [
            fit(counts, model=model, size=size, seed=seed, passes=passes) for seed in seeds
        ]
        values = [_coherence(counts, found, top) for found in fits[size]]
        rows.append((model, size, float(np.mean(values)), min(values), max(values), len(seeds)))
    best = max(row[2] for row in rows)
    chosen = next(row[1] for row in rows if row[2] >= best - TIE)
    schema = ["model", "size", "coherence", "lowest", "highest", "seeds"]
    table = pl.DataFrame(rows, schema=schema, orient="row").with_columns(
        (pl.col("size") == chosen).alias("chosen"),
        pl.lit({min(sizes): "smallest", max(sizes): "largest"}.get(chosen, "")).alias("at_edge"),
    )
    return fits[chosen], table


def concepts(found: Topics, names: Sequence[str], counts: ArrayLike, *, top: int) -> pl.DataFrame:
    """The heaviest concepts of each topic; `names` are those of the columns.

    Columns: model, topic (from 1), rank (from 1), concept, weight (share of the topic), coherence
    (of the topic, NPMI).
    """
    columns = coherence.top_columns(found.weights, top)
    values = coherence.npmi(counts, columns)
    rows = [
        (found.model, t + 1, r + 1, names[c], float(found.weights[t, c]), float(values[t]))
        for t, row in enumerate(columns)
        for r, c in enumerate(row)
    ]
    schema = ["model", "topic", "rank", "concept", "weight", "coherence"]
    return pl.DataFrame(rows, schema=schema, orient="row")


def _coherence(counts: ArrayLike, found: Topics, top: int) -> float:
    return float(coherence.npmi(counts, coherence.top_columns(found.weights, top)).mean())


def _fit_lda(counts: Array, size: int, seed: int, passes: int) -> tuple[Array, Array]:
    corpus = [[(int(c), row[c]) for c in np.flatnonzero(row)] for row in counts]
    model = LdaModel(
        corpus,
        num_topics=size,
        id2word={c: str(c) for c in range(counts.shape[1])},
        update_every=0,  # whole rounds: the corpus is too small to be learned piece by piece
        passes=passes,
        eval_every=None,
        random_state=seed,
        dtype=np.float64,
    )
    return model.get_topics(), model.inference(corpus)[0]


def _fit_nmf(counts: Array, size: int, seed: int) -> tuple[Array, Array]:
    model = NMF(size, init="random", random_state=seed, max_iter=2000, tol=1e-3)
    with np.errstate(invalid="ignore"):  # the error of a perfect fit may round below 0
        shares = model.fit_transform(tfidf.weights(counts))
    return model.components_, shares


def _to_shares(values: Array) -> Array:
    """Rows that sum to 1; a row of zeros says nothing and becomes even."""
    total = values.sum(axis=1, keepdims=True)
    with np.errstate(invalid="ignore"):
        shares: Array = np.where(total == 0, 1 / values.shape[1], values / total)
    return shares
