"""What marks a text: its words against the language in general, its concepts against another text.

Log ratio, G² and log-odds with a prior come from `effects`. They rank and describe; none is a test.
"""

import numpy as np
import polars as pl

from framing.measures import items as tables
from framing.statistics import effects

# ASSUME the general frequencies of wordfreq describe a corpus of ten million words. The list gives
# proportions without a size; log ratios hardly depend on it, G² and z scores grow with it.
GENERAL_WORDS = 10_000_000
# ASSUME a word that the list lacks is as rare as the rarest one in it (1 in 100 million).
RAREST = 1e-8
# ASSUME the prior of the log-odds weighs as much as 500 words of general text.
PRIOR_WORDS = 500
# ASSUME the prior over concepts weighs as much as 50 mentions, about a third of a short article.
PRIOR_MENTIONS = 50


def against_language(
    words: pl.DataFrame,
    general: dict[str, float],
    *,
    minimum: int = 2,
    smoothing: float = 0.5,
    prior: float = PRIOR_WORDS,
) -> pl.DataFrame:
    """Keyness of the words of one language (item table of `items.words`) against general text.

    `general` holds the share of every item among the words of the language that are counted here
    (content words, as in the item table). Columns: item, lemma (commonest spelling), form (see
    `items.counts`), count, total (words of the article), general (count expected in `total` words
    of general text), covered (the item occurs in the general frequencies), log_ratio (binary), g2
    (signed), delta, z (log-odds with the general frequencies as prior, worth `prior` words; Monroe
    et al. 2008). Items with `minimum` occurrences or more, highest z first; positive: typical of
    the article.
    """
    found = tables.counts(words, ["item"]).join(_spelling(words), on="item", maintain_order="left")
    count, total = found["count"].to_numpy().astype(float), float(words.height)
    shares = np.array([general[item] for item in found["item"]])
    usual, size = np.maximum(shares, RAREST) * GENERAL_WORDS, float(GENERAL_WORDS)
    rest = max(size - usual.sum(), RAREST * size)
    background = np.append(usual, rest)
    pseudo = prior * background / background.sum()
    odds = effects.log_odds_prior(np.append(count, 0), background, pseudo)
    result = found.with_columns(
        pl.lit(words.height, pl.Int64).alias("total"),
        pl.Series("general", usual * total / size),
        pl.Series("covered", shares > 0),
        pl.Series("log_ratio", effects.log_ratio(count, total, usual, size, smoothing=smoothing)),
        pl.Series("g2", effects.g2(count, total, usual, size)),
        pl.Series("delta", odds.delta[:-1]),
        pl.Series("z", odds.z[:-1]),
    )
    first = ("item", "lemma", "form", "count")
    kept = result.select(*first, pl.exclude(first)).filter(pl.col("count") >= minimum)
    return kept.sort(["z", "item"], descending=[True, False])


def between(
    concepts: pl.DataFrame,
    first: str,
    second: str,
    *,
    minimum: int = 2,
    smoothing: float = 0.5,
    prior: float = PRIOR_MENTIONS,
) -> pl.DataFrame:
    """Keyness of concepts: the first source against the second (item table of `items.concepts`).

    Columns: item, count_first, count_second, form_first, form_second (see `items.counts`; "" if
    absent), total_first, total_second (all mentions), log_ratio (binary), g2 (signed), delta, z
    (the prior is the pooled distribution, worth `prior` mentions). Items with `minimum` mentions
    in both together, highest z first, then by name; positive: the first source. Exchanging the
    sources changes the signs only.
    """
    # ASSUME a concept is compared by its share of all mentions of concepts, for words of two
    # languages are not the same unit.
    found = _count(concepts, first, "first").join(
        _count(concepts, second, "second"), on="item", how="full", coalesce=True
    )
    found = found.with_columns(pl.col(pl.Int64).fill_null(0), pl.col(pl.String).fill_null(""))
    a, b = (found[f"count_{end}"].to_numpy().astype(float) for end in ("first", "second"))
    pooled = a + b
    odds = effects.log_odds_prior(a, b, prior * pooled / max(pooled.sum(), 1))
    result = found.with_columns(
        pl.lit(int(a.sum()), pl.Int64).alias("total_first"),
        pl.lit(int(b.sum()), pl.Int64).alias("total_second"),
        pl.Series("log_ratio", effects.log_ratio(a, a.sum(), b, b.sum(), smoothing=smoothing)),
        pl.Series("g2", effects.g2(a, a.sum(), b, b.sum())),
        pl.Series("delta", odds.delta),
        pl.Series("z", odds.z),
    ).filter(pl.Series(pooled >= minimum))
    return result.sort(["z", "item"], descending=[True, False])


def _spelling(words: pl.DataFrame) -> pl.DataFrame:
    """The commonest spelling of the lemma of each item, the first at a tie."""
    commonest = pl.col("lemma").mode(maintain_order=True).first()
    return words.group_by("item", maintain_order=True).agg(commonest)


def _count(concepts: pl.DataFrame, source: str, end: str) -> pl.DataFrame:
    counted = tables.counts(concepts.filter(source=source), ["item"])
    return counted.rename({"count": f"count_{end}", "form": f"form_{end}"}).select(
        "item", f"count_{end}", f"form_{end}"
    )
