"""All tables on the accuracy of the instrument: against the coders and across the languages."""

from collections.abc import Collection
from pathlib import Path

import polars as pl

from framing.accuracy import decisions, equivalence
from framing.coders import agreement, codings, votes
from framing.instrument.codebook import Codebook
from framing.measures import units


def across_languages(
    path: Path | str, book: Codebook, columns: dict[str, str], *, level: float, alike: float
) -> dict[str, pl.DataFrame]:
    """Tables of the parallel sentences: equivalence, differing_items (see `equivalence`).

    They compare the languages that `book` has read; `columns` names the columns of all languages.
    Both are empty where it has read one language only.
    """
    columns = {name: code for name, code in columns.items() if code in book.languages}
    if len(book.languages) < 2:
        return {
            "equivalence": pl.DataFrame(schema=equivalence.MEASURED),
            "differing_items": pl.DataFrame(schema=equivalence.DIFFERING),
        }
    rows, languages = equivalence.read(path, list(book.frames), columns)
    pairs = equivalence.code(rows, languages, book)
    return {
        "equivalence": equivalence.measure(pairs, languages, level=level, alike=alike),
        "differing_items": equivalence.differing(pairs, languages, rows),
    }


def against_coders(
    coded: codings.Codings,
    corpus: dict[str, pl.DataFrame],
    codes: dict[str, dict],
    *,
    tiers: Collection[str],
    repeated_lead: bool,
    resamples: int,
    level: float,
    seed: int,
) -> dict[str, pl.DataFrame]:
    """Tables of the coded articles, by the names of the results, and `found` (`decisions.find`).

    `corpus` holds articles, sentences and mentions. Unless `repeated_lead`, sentences that repeat
    an earlier one are listed, but do not count.
    """
    articles, sentences, mentions = (corpus[k] for k in ("articles", "sentences", "mentions"))
    options = {"resamples": resamples, "level": level, "seed": seed}
    every = units.select(articles, sentences, repeated_lead=True)
    ratings, found = votes.cast(coded), decisions.find(every, mentions, tiers, coded.blamed)
    compared = decisions.compare(votes.majority(ratings), found)
    counts = repeated_lead | ~pl.col("repeated")
    scores = decisions.score(compared.filter(counts), **options)
    return {
        "agreement": agreement.measure(ratings.filter(counts), codes, **options),
        "found": found,
        "decisions": compared,
        "scores": scores,
        "language_differences": decisions.difference(scores),
        "confusion": decisions.confuse(compared, sentences, mentions),
    }
