"""Topics of the sentences in concept space: gensim's LDA and scikit-learn's NMF.

Few short sentences carry little; so every topic is shown with its stability (see `stability`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl
from gensim.models.ldamodel import LdaModel
from numpy.typing import ArrayLike, NDArray
from sklearn.decomposition import NMF
from sklearn.feature_extraction.text import TfidfTransformer

from framing.topics import coherence

Array = NDArray[np.float64]
MODELS = ("LDA", "NMF")
# Ten rounds come nearer to the end than the fits of two seeds are to each other.
PASSES = 10
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


def fit(counts: ArrayLike, *, model: str, size: int, seed: int, passes: int = PASSES) -> Topics:
    """Fit `size` topics to `counts` (sentences × concepts, not negative) from one seed.

    LDA (Blei et al. 2003; batch variational Bayes, `passes` rounds, symmetric priors 1 / size)
    takes the counts, NMF (Lee & Seung 1999; random start, squared loss) their TF-IDF.
    Deterministic for a seed. Raises ValueError for an unknown model, or more topics than concepts
    or sentences.
    """
    counts = np.asarray(counts, dtype=float)
    if not 1 <= size <= min(counts.shape):
        raise ValueError(f"{size} topics cannot be fitted to {counts.shape[0]} sentences")
    if model == "LDA":
        weights, shares = _fit_lda(counts, size, seed, passes)
    elif model == "NMF":
        weights, shares = _fit_nmf(counts, size, seed)
    else:
        raise ValueError(f"unknown model {model!r}: {' or '.join(MODELS)}")
    shares[counts.sum(axis=1) == 0] = np.nan
    return Topics(model, size, seed, _to_shares(weights), _to_shares(shares))


def choose(
    counts: ArrayLike,
    *,
    model: str,
    sizes: Sequence[int],
    seeds: Iterable[int],
    top: int = 6,
    passes: int = PASSES,
) -> tuple[Topics, pl.DataFrame]:
    """Fit every size from every seed; return the chosen fit and the table that chose it.

    Rule: the size with the highest mean coherence (NPMI of the `top` concepts, over topics and
    seeds), of equal ones the smallest; of its fits the most coherent, of equal ones the first.
    The table: model, size, coherence (mean), lowest, highest (over seeds), seeds, chosen.
    """
    seeds, fits, rows = list(seeds), {}, []
    for size in sorted(sizes):
        fits[size] = [
            (found, _coherence(counts, found, top))
            for seed in seeds
            for found in [fit(counts, model=model, size=size, seed=seed, passes=passes)]
        ]
        values = [value for _, value in fits[size]]
        rows.append((model, size, float(np.mean(values)), min(values), max(values), len(seeds)))
    best = max(row[2] for row in rows)
    chosen = next(row[1] for row in rows if row[2] >= best - TIE)
    schema = ["model", "size", "coherence", "lowest", "highest", "seeds"]
    table = pl.DataFrame(rows, schema=schema, orient="row")
    most = max(value for _, value in fits[chosen])
    winner = next(found for found, value in fits[chosen] if value >= most - TIE)
    return winner, table.with_columns((pl.col("size") == chosen).alias("chosen"))


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


def prevalence(found: Topics, units: pl.DataFrame, *, by: str = "source") -> pl.DataFrame:
    """Mean share of each topic over the sentences of each group; `units` has a row per sentence.

    Columns: model, topic (from 1), `by`, prevalence, sentences (those with a concept). The text's
    uncertainty is not in it: give `sentence_shares` to `intervals` for that.
    """
    shares = sentence_shares(found, units).drop_nulls("share")
    return (
        shares.group_by("model", "topic", by, maintain_order=True)
        .agg(pl.col("share").mean().alias("prevalence"), pl.len().cast(int).alias("sentences"))
        .sort("topic", maintain_order=True)
    )


def sentence_shares(found: Topics, units: pl.DataFrame) -> pl.DataFrame:
    """A row per sentence and topic: article, source, sentence, model, topic, share.

    The share is null for a sentence without any concept.
    """
    place = units.select("article", "source", "sentence")
    parts = [
        place.with_columns(
            pl.lit(found.model).alias("model"),
            pl.lit(topic + 1).alias("topic"),
            pl.Series("share", found.shares[:, topic]).fill_nan(None),
        )
        for topic in range(found.size)
    ]
    return pl.concat(parts)


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
    model = NMF(size, init="random", random_state=seed, max_iter=2000)
    with np.errstate(invalid="ignore"):  # the error of a perfect fit may round below 0
        shares = model.fit_transform(TfidfTransformer().fit_transform(counts))
    return model.components_, shares


def _to_shares(values: Array) -> Array:
    """Rows that sum to 1; a row of zeros says nothing and becomes even."""
    total = values.sum(axis=1, keepdims=True)
    with np.errstate(invalid="ignore"):
        return np.where(total == 0, 1 / values.shape[1], values / total)
