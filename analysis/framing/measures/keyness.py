"""What marks a text: its words against the language in general, its concepts against another text.

Log ratio, G² and log-odds with a prior come from `effects`; they rank and describe, none is a test.
"""

from collections.abc import Callable, Iterable, Sequence

import numpy as np
import polars as pl
from wordfreq import cB_to_freq, get_frequency_list

from framing.statistics import effects

# ASSUME the general frequencies of wordfreq stand for a corpus of ten million words. The list gives
# proportions without a size; log ratios hardly depend on it, G² and z scores grow with it.
GENERAL_WORDS = 10_000_000
# ASSUME a word that the list lacks is as rare as the rarest one in it (1 in 100 million).
RAREST = 1e-8
# ASSUME the prior of the log-odds weighs as much as 500 words of general text.
PRIOR_WORDS = 500
# ASSUME the prior over concepts weighs as much as 50 mentions, about a third of a short article.
PRIOR_MENTIONS = 50


def general_counts(
    vocabulary: Iterable[str],
    language: str,
    *,
    fold: Callable[[str], str] = str,
    proclitics: Sequence[str] = (),
    size: float = GENERAL_WORDS,
) -> dict[str, float]:
    """Expected count of each word of `vocabulary` in `size` words of the language in general.

    `language` is a code of wordfreq; its forms are folded like the vocabulary and variants added
    up. With `proclitics` a word also gets the counts of its forms with one of them before it:
    needed where an article has lost its prefixes, so that its bare words stand for prefixed ones
    too. Words that the list lacks get the count of its rarest. Speer et al. (wordfreq).
    """
    prefixed = {word: [before + word for before in ("", *proclitics)] for word in vocabulary}
    shares = dict.fromkeys((form for forms in prefixed.values() for form in forms), 0.0)
    for bucket, forms in enumerate(get_frequency_list(language)):
        share = cB_to_freq(-bucket)
        for form in fold("\n".join(forms)).split("\n") if forms else ():
            if form in shares:
                shares[form] += share
    # ASSUME a prefixed form always belongs to the bare word; some are other words by chance.
    return {
        word: size * max(sum(shares[form] for form in forms), RAREST)
        for word, forms in prefixed.items()
    }


def against_language(
    items: pl.DataFrame,
    general: dict[str, float],
    *,
    size: float = GENERAL_WORDS,
    minimum: int = 2,
    smoothing: float = 0.5,
    prior: float = PRIOR_WORDS,
) -> pl.DataFrame:
    """Keyness of the words of one language (all rows of `items`) against general counts.

    `general` holds the counts of all items for `size` words. Columns: item, form, stop, count,
    total, general (expected count in `total` words of general text), log_ratio (binary), g2
    (signed), delta, z (log-odds with the general frequencies as prior, worth `prior` words;
    Monroe et al. 2008). Rows with `minimum` occurrences or more, highest z first. Positive:
    typical of the article.
    """
    found = items.group_by("item", maintain_order=True).agg(
        pl.col("form").mode(maintain_order=True).first(),
        pl.col("stop").first(),
        pl.len().cast(pl.Int64).alias("count"),
    )
    count, total = found["count"].to_numpy().astype(float), float(items.height)
    usual = np.array([general[item] for item in found["item"]], dtype=float)
    rest = max(size - usual.sum(), RAREST * size)
    background = np.append(usual, rest)
    pseudo = prior * background / background.sum()
    odds = effects.log_odds_prior(np.append(count, 0), background, pseudo)
    result = found.with_columns(
        pl.lit(int(total)).alias("total"),
        pl.Series("general", usual * total / size),
        pl.Series("log_ratio", effects.log_ratio(count, total, usual, size, smoothing=smoothing)),
        pl.Series("g2", effects.g2(count, total, usual, size)),
        pl.Series("delta", odds.delta[:-1]),
        pl.Series("z", odds.z[:-1]),
    )
    return result.filter(pl.col("count") >= minimum).sort(["z", "item"], descending=[True, False])


def between(
    items: pl.DataFrame,
    first: str,
    second: str,
    *,
    by: str = "source",
    minimum: int = 2,
    smoothing: float = 0.5,
    prior: float = PRIOR_MENTIONS,
) -> pl.DataFrame:
    """Keyness of concepts: the first source against the second (item table of `items.concepts`).

    Columns: item, count_first, count_second, form_first, form_second (commonest spelling, "" if
    absent), total_first, total_second (all mentions), log_ratio (binary), g2 (signed), delta, z
    (the prior is the pooled distribution, worth `prior` mentions). Items with `minimum` mentions
    in both together, highest log ratio first; positive: the first source. Swapping the sources
    flips signs.
    """
    # ASSUME the base is all concept mentions: words of two languages are not the same unit.
    sides = [_count(items.filter(pl.col(by) == name), end) for name, end in _ends(first, second)]
    found = sides[0].join(sides[1], on="item", how="full", coalesce=True).sort("item")
    found = found.with_columns(pl.col(pl.Int64).fill_null(0), pl.col(pl.String).fill_null(""))
    a, b = (found[f"count_{end}"].to_numpy().astype(float) for end in ("first", "second"))
    pooled = a + b
    odds = effects.log_odds_prior(a, b, prior * pooled / max(pooled.sum(), 1))
    result = found.with_columns(
        pl.lit(int(a.sum())).alias("total_first"),
        pl.lit(int(b.sum())).alias("total_second"),
        pl.Series("log_ratio", effects.log_ratio(a, a.sum(), b, b.sum(), smoothing=smoothing)),
        pl.Series("g2", effects.g2(a, a.sum(), b, b.sum())),
        pl.Series("delta", odds.delta),
        pl.Series("z", odds.z),
    ).filter(pl.Series(pooled >= minimum))
    return result.sort(["log_ratio", "item"], descending=[True, False])


def _ends(first: str, second: str) -> list[tuple[str, str]]:
    return [(first, "first"), (second, "second")]


def _count(items: pl.DataFrame, end: str) -> pl.DataFrame:
    return items.group_by("item").agg(
        pl.len().cast(pl.Int64).alias(f"count_{end}"),
        pl.col("form").mode(maintain_order=True).first().alias(f"form_{end}"),
    )
