"""How far the coders agree with one another, for every variable that they coded, by language.

Agreement of passes of one language model is no reliability: they share their errors.
"""

import polars as pl

from framing.coders import reliability, votes

CATEGORIES = {
    "frame": ("0", "1"),
    "voice": ("narrator", "attributed"),
    "fragility": ("false", "true"),
}
AGREEMENT = {
    **dict.fromkeys(["language", "kind", "code", "coefficient"], pl.String),
    **dict.fromkeys(["estimate", "low", "high"], pl.Float64),
    **dict.fromkeys(["units", "coders", "differing"], pl.Int64),
    **dict.fromkeys(["differing_high", "defined"], pl.Float64),
}


def measure(
    ratings: pl.DataFrame, codes: dict[str, dict], *, resamples: int, level: float, seed: int
) -> pl.DataFrame:
    """Agreement by language: language, kind, code and the columns of `reliability.measure`.

    Each frame; voice, speaker, responsible actor (units: frames that two coders see); the set of
    events of a sentence, where half a set is a whole disagreement; fragility. A code counts in
    the units in which two coders were asked for it.
    """
    actors = (*codes["actor"], votes.NOBODY)
    choices = CATEGORIES | {"speaker": actors, "responsible": actors, "event": None}
    frame, event = (pl.col("kind") == kind for kind in ("frame", "event"))
    details = ratings.filter(~frame & ~event).with_columns(
        pl.format("{}/{}", "unit", "code").alias("unit"), pl.lit("").alias("code")
    )
    rows = pl.concat(
        [ratings.filter(frame), details, _event_sets(ratings.filter(event))], how="diagonal"
    )
    parts = [
        reliability.measure(
            part.with_columns(pl.col("code").alias("variable")),
            categories=choices[kind],
            resamples=resamples,
            level=level,
            seed=seed,
        ).with_columns(language=pl.lit(language), kind=pl.lit(kind), code=pl.col("variable"))
        for (language, kind), part in rows.group_by("language", "kind", maintain_order=True)
    ]
    return pl.concat([pl.DataFrame(schema=AGREEMENT), *(p.select(*AGREEMENT) for p in parts)])


def _event_sets(events: pl.DataFrame) -> pl.DataFrame:
    """The events of a unit as one value of each coder, of the events that all were asked for."""
    everybody = pl.col("coder").n_unique().over("unit")
    common = events.filter(pl.len().over("unit", "code") == everybody)
    return (
        common.group_by("unit", "language", "kind", "coder", maintain_order=True)
        .agg(pl.col("code").filter(pl.col("value") == "1").str.join("|").alias("value"))
        .with_columns(pl.lit("").alias("code"))
    )
