"""The instrument on trial: all tables of the proof, against the coders and across the languages."""

from collections.abc import Collection
from pathlib import Path

import polars as pl

from framing.accuracy import equivalence, proof
from framing.coders import agreement, codings, votes
from framing.correction import misclassification
from framing.instrument.codebook import Codebook
from framing.measures import units


def across_languages(
    path: Path | str, book: Codebook, columns: dict[str, str], *, level: float
) -> dict[str, pl.DataFrame]:
    """Tables of the parallel sentences: pairs, equivalence, differing_items (see `equivalence`)."""
    rows, languages = equivalence.read(path, list(book.frames), columns)
    pairs = equivalence.code(rows, languages, book)
    return {
        "pairs": pairs,
        "equivalence": equivalence.measure(pairs, languages, level=level),
        "differing_items": equivalence.differing(pairs, languages, rows),
    }


def against_coders(
    coded: codings.Codings,
    corpus: dict[str, pl.DataFrame],
    pairs: pl.DataFrame,
    codes: dict[str, dict],
    *,
    tiers: Collection[str],
    repeated_lead: bool,
    resamples: int,
    level: float,
    seed: int,
) -> dict[str, pl.DataFrame]:
    """Tables of the coded articles: reliability, decisions, scores, language_differences,
    confusion, corrected_shares.

    `corpus` holds articles, sentences and mentions, `pairs` the coded parallel sentences. Unless
    `repeated_lead`, sentences that repeat an earlier one are listed, but do not count.
    """
    articles, sentences, mentions = (corpus[k] for k in ("articles", "sentences", "mentions"))
    options = {"resamples": resamples, "level": level, "seed": seed}
    every = units.select(articles, sentences, repeated_lead=True)
    ratings, found = votes.cast(coded), proof.find(every, mentions, tiers)
    decisions = proof.compare(votes.majority(ratings), found)
    counts = repeated_lead | ~pl.col("repeated")
    counted = decisions.filter(counts)
    scores = proof.score(counted, **options)
    chosen = units.select(articles, sentences, repeated_lead=repeated_lead)
    return {
        "reliability": agreement.measure(ratings.filter(counts), codes, **options),
        "decisions": decisions,
        "scores": scores,
        "language_differences": proof.contrast(scores),
        "confusion": proof.confuse(decisions, sentences, mentions),
        "corrected_shares": misclassification.correct(
            chosen, articles, found, counted, pairs, level=level
        ),
    }
