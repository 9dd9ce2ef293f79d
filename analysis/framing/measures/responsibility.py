"""Who is held responsible for violations and harm, and who says so, counted in sentences."""

import polars as pl

from framing.columns import UNIT
from framing.measures import units
from framing.measures.units import NOBODY, SEPARATOR

NARRATOR, UNNAMED = "narrator", "unnamed"


def count(
    frames: pl.DataFrame,
    mentions: pl.DataFrame,
    codes: tuple[str, ...],
    *,
    tiers: list[str] | None = None,
) -> pl.DataFrame:
    """Sentences by frame, source, who says it and who is held responsible.

    `frames` and `tiers` as of `units.carried`. Columns: frame, source, speaker, responsible, units.
    `speaker` is `narrator` where the text states it itself and `unnamed` where it quotes nobody in
    particular; `responsible` is `none` where nothing that the speaker says of this frame in the
    sentence names an actor. A sentence counts once in every row that fits it: two actors held
    responsible in one sentence are two rows, so the rows must not be added up (see `sentences`).
    """
    return (
        statements(frames, mentions, codes, tiers=tiers)
        .group_by("frame", "source", "speaker", "responsible", maintain_order=True)
        .agg(pl.len().cast(pl.Int64).alias("units"))
    )


def statements(
    frames: pl.DataFrame,
    mentions: pl.DataFrame,
    codes: tuple[str, ...],
    *,
    tiers: list[str] | None = None,
) -> pl.DataFrame:
    """Who says what, and who is held responsible, in each sentence: a row each, none twice.

    Arguments, and the columns frame, source, speaker and responsible, as of `count`; before them
    the sentence (article, sentence).
    """
    said = _mentions(frames, mentions, codes, tiers).select(
        *UNIT,
        pl.col("code").alias("frame"),
        "source",
        _speaker(),
        pl.col("responsible").replace("", NOBODY),
    )
    nobody = pl.col("responsible") == NOBODY
    silent = nobody.all().over(*UNIT, "frame", "speaker")
    return said.filter(~nobody | silent).unique(maintain_order=True)


def sentences(
    frames: pl.DataFrame,
    mentions: pl.DataFrame,
    codes: tuple[str, ...],
    *,
    tiers: list[str] | None = None,
) -> pl.DataFrame:
    """A row per sentence that carries one of the frames `codes`, however many of them.

    Columns as of `units.carried`, over the cues of all these frames together, with `frames` (those
    that the sentence carries, joined by |) instead of `code`. Use it to count sentences once.
    """
    mine = _mentions(frames, mentions, codes, tiers)
    together = mine.with_columns(pl.lit(SEPARATOR.join(codes)).alias("code")).drop("source")
    named = frames.filter(pl.col("code").is_in(codes))
    place = named.drop("code", "cues", "concepts", "voice", "speaker", "responsible")
    listed = named.group_by(UNIT).agg(pl.col("code").str.join(SEPARATOR).alias("frames"))
    found = units.carried(place.unique(maintain_order=True), together, "frame")
    return found.join(listed, on=UNIT, maintain_order="left").select(
        *place.columns, "frames", "cues", "concepts", "voice", "speaker", "responsible"
    )


def _mentions(
    frames: pl.DataFrame, mentions: pl.DataFrame, codes: tuple[str, ...], tiers: list[str] | None
) -> pl.DataFrame:
    """The mentions of these frames in the sentences that carry them, with their source."""
    kept = frames.filter(pl.col("code").is_in(codes)).select(*UNIT, "code", "source")
    found = units.counted(mentions, "frame", tiers)
    return found.join(kept, on=[*UNIT, "code"], how="inner", maintain_order="left")


def _speaker() -> pl.Expr:
    return (
        pl.when(pl.col("voice") == NARRATOR)
        .then(pl.lit(NARRATOR))
        .when(pl.col("speaker") == "")
        .then(pl.lit(UNNAMED))
        .otherwise(pl.col("speaker"))
        .alias("speaker")
    )
