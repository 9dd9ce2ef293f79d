"""Every decision of every coder as a long table, and what most of them decided.

A decision has a kind: `frame` and `event` (the unit carries the code: 1 or 0), `voice`, `speaker`
and `responsible` (of a frame that the coder found), and `fragility` of the unit.
"""

import polars as pl

from framing.coders import reliability
from framing.coders.coding_rows import BLAMED
from framing.coders.codings import Codings

NOBODY = "none"
DETAILS = ("voice", "speaker", "responsible")
KEYS = ["unit", "language", "repeated", "kind", "code"]


def cast(codings: Codings, codes: dict[str, dict]) -> pl.DataFrame:
    """A row per coder and decision: KEYS, coder, value (a string; `none` where nobody is named)."""
    asked = codings.units.select("coder", "unit", "language", "repeated")
    given = codings.frames.rename({"frame": "code"}).with_columns(
        pl.col("speaker", "responsible").replace("", NOBODY)
    )
    events = codings.units.select(
        "coder", "unit", pl.col("events").str.split("|").alias("code")
    ).explode("code")
    yes_no = [
        asked.join(pl.DataFrame({"code": list(codes[kind])}), how="cross")
        .join(found, on=["coder", "unit", "code"], how="left", maintain_order="left")
        .with_columns(pl.col("value").fill_null("0"), pl.lit(kind).alias("kind"))
        for kind, found in (
            ("frame", given.select("coder", "unit", "code", pl.lit("1").alias("value"))),
            ("event", events.unique(maintain_order=True).with_columns(pl.lit("1").alias("value"))),
        )
    ]
    details = asked.join(details_of(given), on=["coder", "unit"], maintain_order="left_right")
    fragile = codings.units.select(
        "coder", "unit", pl.col("fragility").alias("value"), pl.lit("").alias("code")
    ).with_columns(pl.lit("fragility").alias("kind"))
    rows = [*yes_no, details, asked.join(fragile, on=["coder", "unit"], maintain_order="left")]
    return pl.concat([part.select(*KEYS, "coder", "value") for part in rows])


def details_of(frames: pl.DataFrame) -> pl.DataFrame:
    """Voice, speaker (of attributed frames) and responsible actor (of BLAMED) as rows.

    `frames`: a row per carried frame (column code) with the columns DETAILS; kept: all others, and
    kind and value.
    """
    asked = {
        "voice": pl.lit(True),
        "speaker": pl.col("voice") == "attributed",
        "responsible": pl.col("code").is_in(BLAMED),
    }
    return pl.concat(
        frames.filter(condition).select(
            pl.exclude(DETAILS), pl.col(kind).alias("value"), pl.lit(kind).alias("kind")
        )
        for kind, condition in asked.items()
    )


def majority(ratings: pl.DataFrame) -> pl.DataFrame:
    """What most coders decided: KEYS, value, votes (for it), coders (who decided).

    A frame or event that no majority sees is not there; another decision without a majority is
    left out, as are the details of a frame that most coders do not see, and the speaker of one that
    most ascribe to the narrator.
    """
    names = ratings.select(*KEYS).unique(maintain_order=True)
    variable = pl.format("{}/{}", "kind", "code").alias("variable")
    won = reliability.majority(ratings.with_columns(variable))
    decided = names.with_columns(variable).join(won, on=["unit", "variable"], maintain_order="left")
    absent = pl.col("value").is_null() & pl.col("kind").is_in(["frame", "event"])
    value = pl.when(absent).then(pl.lit("0")).otherwise("value").alias("value")
    rows = decided.select(*KEYS, value, "votes", "coders").drop_nulls("value")
    kind, value = pl.col("kind"), pl.col("value")
    seen = rows.filter((kind == "frame") & (value == "1")).select("unit", "code")
    spoken = rows.filter((kind == "voice") & (value == "attributed")).select("unit", "code")
    details = rows.filter(kind.is_in(DETAILS)).join(
        seen, on=["unit", "code"], how="semi", maintain_order="left"
    )
    speakers = details.filter(kind == "speaker").join(
        spoken, on=["unit", "code"], how="semi", maintain_order="left"
    )
    return pl.concat(
        [rows.filter(~kind.is_in(DETAILS)), details.filter(kind != "speaker"), speakers]
    )
