"""The decisions of the instrument beside those of the coders, and scores by language.

Decisions of coders are those of `votes`. What no coder was asked for is not coded and counts
nowhere. Scores are by language, so that an advantage of one language shows.
"""

from collections.abc import Collection
from itertools import combinations

import polars as pl

from framing.accuracy import scoring
from framing.coders import votes
from framing.columns import NAME
from framing.measures import units

YES = "1"
TEXT, REAL, WHOLE = pl.String, pl.Float64, pl.Int64
SCORE = {
    **dict.fromkeys(["language", "kind", "code", "measure"], TEXT),
    **dict.fromkeys(["estimate", "low", "high"], REAL),
    "method": TEXT,
    **dict.fromkeys(["n", "units"], WHOLE),
}
DIFFERENCE = {
    **dict.fromkeys(["language", "other", "kind", "code", "measure"], TEXT),
    **dict.fromkeys(["first", "second", "difference", "low", "high"], REAL),
}


def find(
    chosen: pl.DataFrame,
    mentions: pl.DataFrame,
    tiers: Collection[str],
    blamed: Collection[str],
) -> pl.DataFrame:
    """What the instrument finds in the units `chosen`: unit, kind, code, value.

    `blamed`: the frames of which the codebook asks who is responsible.
    """
    carried = {
        "frame": units.carried(chosen, mentions, "frame", tiers=list(tiers)),
        "event": units.carried(chosen, mentions, "event"),
    }
    present = [
        table.select(NAME, "code", pl.lit(YES).alias("value"), pl.lit(kind).alias("kind"))
        for kind, table in carried.items()
    ]
    details = carried["frame"].select(
        NAME,
        "code",
        "voice",
        pl.col("speaker").replace("", votes.NOBODY),
        # The coders name one actor: beside them goes the one that most cues name.
        pl.col("responsible").str.split(units.SEPARATOR).list.first().replace("", votes.NOBODY),
    )
    return pl.concat([*present, votes.details_of(details, blamed)], how="diagonal")


def compare(majority: pl.DataFrame, found: pl.DataFrame) -> pl.DataFrame:
    """The majority's decisions beside the instrument's: columns as `votes.majority`, instrument.

    Voice, speaker and responsible actor only where both see the frame (and both attribute it).
    """
    kinds = majority.filter(pl.col("kind") != "fragility")
    both = kinds.join(
        found, on=["unit", "kind", "code"], how="left", suffix="_found", maintain_order="left"
    )
    absent = pl.when(pl.col("kind").is_in(["frame", "event"])).then(pl.lit("0"))
    return (
        both.with_columns(pl.coalesce("value_found", absent).alias("instrument"))
        .rename({"value": "majority"})
        .drop("value_found")
        .drop_nulls("instrument")
    )


def score(decisions: pl.DataFrame, *, resamples: int, level: float, seed: int) -> pl.DataFrame:
    """Precision, recall, F1 of each frame and event, accuracy of the rest, by language (SCORE)."""
    parts = []
    decisions = decisions.with_columns(right=pl.col("majority") == pl.col("instrument"))
    for (language,), mine in decisions.group_by("language", maintain_order=True):
        for kind in ("frame", "event"):
            part = mine.filter(pl.col("kind") == kind)
            if part.is_empty():
                continue
            wide = (_spread(part, by) for by in ("majority", "instrument"))
            rows = scoring.scores(*wide, resamples=resamples, level=level, seed=seed)
            parts.append(rows.with_columns(kind=pl.lit(kind), language=pl.lit(language)))
        for kind in votes.DETAILS:
            row = scoring.accuracy(mine.filter(pl.col("kind") == kind), level=level)
            parts.append(row.with_columns(kind=pl.lit(kind), language=pl.lit(language)))
    return pl.concat([pl.DataFrame(schema=SCORE), *(part.select(*SCORE) for part in parts)])


def _spread(decisions: pl.DataFrame, by: str) -> pl.DataFrame:
    """A row per unit and a column per code; null where nobody was asked for the code."""
    wide = decisions.pivot("code", index="unit", values=by)
    return wide.with_columns(pl.exclude("unit").cast(pl.Int8))


def difference(scores: pl.DataFrame) -> pl.DataFrame:
    """Each measure in one language minus another, for every two (see `scoring.difference`).

    Columns: language (first), other, kind, code, measure, first, second, difference, low, high.
    """
    parts = [pl.DataFrame(schema=DIFFERENCE)]
    for first, second in combinations(scores["language"].unique(maintain_order=True), 2):
        for (kind,), mine in scores.group_by("kind", maintain_order=True):
            both = [mine.filter(pl.col("language") == name) for name in (first, second)]
            row = scoring.difference(*both)
            names = {"language": first, "other": second, "kind": kind}
            parts.append(row.select(*(pl.lit(v).alias(k) for k, v in names.items()), pl.all()))
    return pl.concat(parts)


def confuse(
    decisions: pl.DataFrame, sentences: pl.DataFrame, mentions: pl.DataFrame
) -> pl.DataFrame:
    """Every decision in which instrument and majority differ, with its cues and its sentence.

    Columns: unit, language, kind, code, majority, votes, coders, instrument, cues (words found of
    this code), text.
    """
    cues = (
        mentions.select(NAME, "code", pl.col("text").alias("cues"))
        .group_by("unit", "code", maintain_order=True)
        .agg(pl.col("cues").unique(maintain_order=True).str.join(" | "))
    )
    texts = sentences.select(NAME, "text")
    wrong = decisions.filter(pl.col("majority") != pl.col("instrument"))
    columns = ["unit", "language", "kind", "code", "majority", "votes", "coders", "instrument"]
    return (
        wrong.select(columns)
        .join(cues, on=["unit", "code"], how="left", maintain_order="left")
        .join(texts, on="unit", how="left", maintain_order="left")
        .with_columns(pl.col("cues").fill_null(""))
    )
