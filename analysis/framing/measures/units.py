"""Sentences as units: which frames and events each one carries, and in whose voice."""

import polars as pl

from framing.columns import UNIT

NOBODY = "none"
SEPARATOR = "|"  # between the entries of a list in one cell


def select(
    articles: pl.DataFrame, sentences: pl.DataFrame, *, repeated_lead: bool = False
) -> pl.DataFrame:
    """Sentences that count: all, or all but those that repeat an earlier one of their article.

    Columns: article, source, sentence, start, end, words, duplicate_of.
    """
    kept = sentences if repeated_lead else sentences.filter(pl.col("duplicate_of").is_null())
    source = articles.select("article", "source")
    return kept.join(source, on="article", maintain_order="left").select(
        "article", "source", "sentence", "start", "end", "words", "duplicate_of"
    )


def draw(articles: pl.DataFrame, most: int, *, seed: int) -> pl.DataFrame:
    """At most `most` articles of each source, drawn at random and in their order."""
    drawn = [
        part if part.height <= most else part.sample(most, seed=seed)
        for part in articles.partition_by("source", maintain_order=True)
    ]
    return articles.join(pl.concat(drawn), on="article", how="semi", maintain_order="left")


def carried(
    units: pl.DataFrame,
    mentions: pl.DataFrame,
    kind: str,
    *,
    tiers: list[str] | None = None,
    voices: list[str] | None = None,
) -> pl.DataFrame:
    """A row per unit and code that it carries.

    Columns: those of `units`, then code, cues (number of mentions), concepts, voice, speaker,
    responsible. `voice` is that of most cues of the code in the sentence (of the first, at a tie),
    `speaker` the commonest one named, `responsible` every actor that a cue holds responsible, those
    of most cues first. Lists are joined by |; empty means that nobody is named. Only mentions of
    these `tiers` count, and only units whose `voice` is one of `voices`.
    """
    found = counted(mentions, kind, tiers)
    key = [*UNIT, "code"]
    coded = found.group_by(key, maintain_order=True).agg(
        pl.len().cast(pl.Int64).alias("cues"),
        pl.col("concept").unique(maintain_order=True).str.join(SEPARATOR).alias("concepts"),
        _commonest("voice"),
        _commonest("speaker", keep=pl.col("speaker") != ""),
    )
    coded = coded.join(_blamed(found, key), on=key, how="left", maintain_order="left")
    coded = coded.with_columns(pl.col("responsible").fill_null(""))
    if voices is not None and kind == "frame":
        coded = coded.filter(pl.col("voice").is_in(voices))
    return units.join(coded, on=UNIT, how="inner", maintain_order="left")


def counted(mentions: pl.DataFrame, kind: str, tiers: list[str] | None = None) -> pl.DataFrame:
    """The mentions of a kind of code, of these `tiers` if given, in reading order."""
    found = mentions.filter(pl.col("kind") == kind)
    if tiers is not None:
        found = found.filter(pl.col("tier").is_in(tiers))
    return found.sort(*UNIT, "start", "end", maintain_order=True)


def _commonest(column: str, keep: pl.Expr | None = None) -> pl.Expr:
    """The commonest value of a column among the kept rows, the earliest at a tie; else ''."""
    values = pl.col(column) if keep is None else pl.col(column).filter(keep)
    return values.mode(maintain_order=True).first().fill_null("").alias(column)


def _blamed(found: pl.DataFrame, key: list[str]) -> pl.DataFrame:
    """The actors held responsible in each unit, those of most cues first, the earlier at a tie."""
    named = found.filter(~pl.col("responsible").is_in(["", NOBODY]))
    return (
        named.group_by(*key, "responsible", maintain_order=True)
        .len()
        .sort("len", descending=True, maintain_order=True)
        .group_by(key, maintain_order=True)
        .agg(pl.col("responsible").str.join(SEPARATOR))
    )
