"""Do the coders agree with one another, for every variable that they coded, by language."""

import polars as pl

from framing.coders import reliability, votes

CATEGORIES = {
    "frame": ("0", "1"),
    "voice": ("narrator", "attributed"),
    "fragility": ("false", "true"),
}
RELIABILITY = {
    **dict.fromkeys(["language", "kind", "code", "coefficient"], pl.String),
    **dict.fromkeys(["estimate", "low", "high"], pl.Float64),
    **dict.fromkeys(["units", "coders"], pl.Int64),
    "defined": pl.Float64,
}


def measure(
    ratings: pl.DataFrame, codes: dict[str, dict], *, resamples: int, level: float, seed: int
) -> pl.DataFrame:
    """Reliability by language: language, kind, code and the columns of `reliability.measure`.

    Each frame; voice, speaker, responsible actor (units: frames that two coders see); the set of
    events of a sentence, where half a set is a whole disagreement; fragility.
    """
    actors = (*codes["actor"], votes.NOBODY)
    choices = CATEGORIES | {"speaker": actors, "responsible": actors, "event": None}
    frame = pl.col("kind") == "frame"
    sets = (
        ratings.filter(pl.col("kind") == "event")
        .group_by("unit", "language", "kind", "coder", maintain_order=True)
        .agg(pl.col("code").filter(pl.col("value") == "1").str.join("|").alias("value"))
        .with_columns(pl.lit("").alias("code"))
    )
    rows = pl.concat(
        [
            ratings.filter(frame),
            ratings.filter(~frame & (pl.col("kind") != "event")).with_columns(
                pl.format("{}/{}", "unit", "code").alias("unit"), pl.lit("").alias("code")
            ),
            sets,
        ],
        how="diagonal",
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
    return pl.concat([pl.DataFrame(schema=RELIABILITY), *(p.select(*RELIABILITY) for p in parts)])
