"""Sentences as units: which frames and events each one carries, in whose voice."""

import polars as pl

from framing.columns import UNIT


def select(
    articles: pl.DataFrame, sentences: pl.DataFrame, *, repeated_lead: bool = False
) -> pl.DataFrame:
    """Sentences that count: article, source, sentence, start, end, words; repeated if asked."""
    kept = sentences if repeated_lead else sentences.filter(pl.col("duplicate_of").is_null())
    source = articles.select("article", "source")
    return kept.join(source, on="article", maintain_order="left").select(
        "article", "source", "sentence", "start", "end", "words", "duplicate_of"
    )


def carried(
    units: pl.DataFrame,
    mentions: pl.DataFrame,
    kind: str,
    *,
    tiers: list[str] | None = None,
    voices: list[str] | None = None,
) -> pl.DataFrame:
    """One row per unit and code that it carries: article, source, sentence, code, cues, words, …

    `voice`, `speaker` and `responsible` are those of the dominant mention: the voice of most cues
    of that code in the sentence (the first, if as many), its commonest speaker, and the actor held
    responsible by most of the cues that name one. `tiers` and `voices` keep only such mentions.
    """
    found = mentions.filter(pl.col("kind") == kind)
    if tiers is not None:
        found = found.filter(pl.col("tier").is_in(tiers))
    coded = (
        found.sort("article", "sentence", "start", "end", maintain_order=True)
        .group_by("article", "sentence", "code", maintain_order=True)
        .agg(
            pl.len().cast(pl.Int64).alias("cues"),
            pl.col("concept").unique(maintain_order=True).str.join("|").alias("concepts"),
            _commonest("voice"),
            _commonest("speaker", keep=pl.col("speaker") != ""),
            _commonest("responsible", keep=~pl.col("responsible").is_in(["", "none"])),
        )
    )
    if voices is not None and kind == "frame":
        coded = coded.filter(pl.col("voice").is_in(voices))
    return units.join(coded, on=UNIT, how="inner", maintain_order="left")


def _commonest(column: str, keep: pl.Expr | None = None) -> pl.Expr:
    """The commonest value of a column among the kept rows, the earliest of equals; else ''."""
    values = pl.col(column) if keep is None else pl.col(column).filter(keep)
    return values.mode(maintain_order=True).first().fill_null("").alias(column)
