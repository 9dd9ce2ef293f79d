"""How much of a corpus the codebook reads: what it meets, and common words that it misses."""

import polars as pl

from framing.columns import UNIT

GROUP = ["source", "language"]


def coverage(
    articles: pl.DataFrame,
    sentences: pl.DataFrame,
    tokens: pl.DataFrame,
    mentions: pl.DataFrame,
) -> pl.DataFrame:
    """A row per source and language; all sentences count, also repeated ones.

    Columns: source, language, articles, sentences, with_frame (sentences with a cue of a frame),
    with_cue (with any cue), words, content_words (no function words), met (content words inside a
    cue of any kind), share_with_frame, share_with_cue, share_met.
    """
    named = articles.select("article", *GROUP)
    frames = mentions.filter(kind="frame")
    units = (
        sentences.select(*UNIT, "words")
        .join(named, on="article")
        .with_columns(_among(frames).alias("with_frame"), _among(mentions).alias("with_cue"))
    )
    words = mark(tokens, mentions).join(named, on="article")
    content = (
        words.filter(~pl.col("stop"))
        .group_by(GROUP)
        .agg(pl.len().alias("content_words"), pl.col("met").sum())
    )
    table = units.group_by(GROUP, maintain_order=True).agg(
        pl.col("article").n_unique().alias("articles"),
        pl.len().alias("sentences"),
        pl.col("with_frame", "with_cue", "words").sum(),
    )
    table = table.join(content, on=GROUP, how="left", maintain_order="left").fill_null(0)
    return table.with_columns(
        (pl.col("with_frame") / pl.col("sentences")).alias("share_with_frame"),
        (pl.col("with_cue") / pl.col("sentences")).alias("share_with_cue"),
        (pl.col("met") / pl.col("content_words")).alias("share_met"),
    )


def missed(
    articles: pl.DataFrame, tokens: pl.DataFrame, mentions: pl.DataFrame, *, top: int
) -> pl.DataFrame:
    """The commonest content words that no cue meets, `top` of each language.

    Numbers, addresses and names with @ are left out. Columns: language, word (lemma), missed
    (occurrences outside every cue), occurrences, articles, example (a form as it is written).
    At a tie the word that comes first in the alphabet is first.
    """
    words = mark(tokens, mentions).filter(
        ~pl.col("stop")
        & pl.col("lemma").str.contains(r"^#?\pL")
        & ~pl.col("lemma").str.contains(r"^(https?:|www\.)")
    )
    named = articles.select("article", "language")
    counts = (
        words.join(named, on="article")
        .group_by("language", pl.col("lemma").alias("word"))
        .agg(
            (~pl.col("met")).sum().alias("missed"),
            pl.len().alias("occurrences"),
            pl.col("article").filter(~pl.col("met")).n_unique().alias("articles"),
            pl.col("form").filter(~pl.col("met")).sort().mode().sort().first().alias("example"),
        )
        .filter(pl.col("missed") > 0)
        .sort("language", "missed", "word", descending=[False, True, False])
    )
    return counts.group_by("language", maintain_order=True).head(top)


def mark(tokens: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """The tokens with the column `met`: whether a cue of any kind has a character of the word."""
    spans = mentions.select(*UNIT, pl.col("start").alias("from"), pl.col("end").alias("to"))
    key = [*UNIT, "token"]
    inside = (
        tokens.select(*key, "start", "end")
        .join(spans.unique(), on=UNIT)
        .filter((pl.col("start") < pl.col("to")) & (pl.col("end") > pl.col("from")))
        .select(key)
        .unique()
        .with_columns(pl.lit(True).alias("met"))
    )
    found = tokens.join(inside, on=key, how="left", maintain_order="left")
    return found.with_columns(pl.col("met").fill_null(False))


def _among(mentions: pl.DataFrame) -> pl.Expr:
    places = mentions.select(pl.struct(UNIT)).to_series().unique()
    return pl.struct(UNIT).is_in(places.implode())
