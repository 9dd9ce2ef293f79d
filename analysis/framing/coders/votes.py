"""Every decision of every coder as a long table, and what most of them decided.

A decision has a kind: `frame` and `event` (the unit carries the code: 1 or 0), `voice`, `speaker`
and `responsible` (of a frame that the coder found), and `fragility` of the unit. What a coder was
not asked for is no decision.
"""

from collections.abc import Collection

import polars as pl

from framing.coders import reliability
from framing.coders.codings import Codings

NOBODY = "none"
DETAILS = ("voice", "speaker", "responsible")
KEYS = ["unit", "language", "repeated", "kind", "code"]
MINE = ["coder", "unit", "kind", "code"]


def cast(codings: Codings) -> pl.DataFrame:
    """A row per coder and decision: KEYS, coder, value (a string; `none` where nobody is named)."""
    units = codings.units.select("coder", "unit", "language", "repeated")
    given = codings.frames.rename({"frame": "code"}).with_columns(
        pl.col("speaker", "responsible").replace("", NOBODY)
    )
    decided = (
        codings.asked.join(_found(codings.units, given), on=MINE, how="left", maintain_order="left")
        .with_columns(pl.col("value").fill_null("0"))
        .join(units, on=["coder", "unit"], maintain_order="left")
    )
    details = units.join(
        details_of(given, codings.blamed), on=["coder", "unit"], maintain_order="left_right"
    )
    frames, events, fragile = (decided.filter(kind=k) for k in ("frame", "event", "fragility"))
    parts = (frames, events, details, fragile)
    return pl.concat([part.select(*KEYS, "coder", "value") for part in parts])


def _found(units: pl.DataFrame, frames: pl.DataFrame) -> pl.DataFrame:
    """What coders found (value 1), and whether they call the ceasefire fragile: MINE, value."""
    events = units.select("coder", "unit", pl.col("events").str.split("|").alias("code"))
    yes = {"frame": frames, "event": events.explode("code").unique(maintain_order=True)}
    found = [
        table.select(
            "coder", "unit", pl.lit(kind).alias("kind"), "code", pl.lit("1").alias("value")
        )
        for kind, table in yes.items()
    ]
    fragile = units.select(
        "coder", "unit", pl.lit("fragility").alias("kind"), pl.lit("").alias("code"),
        pl.col("fragility").alias("value"),
    )  # fmt: skip
    return pl.concat([*found, fragile])


def details_of(frames: pl.DataFrame, blamed: Collection[str]) -> pl.DataFrame:
    """Voice, speaker (of attributed frames) and responsible actor (of frames in `blamed`) as rows.

    `frames`: a row per carried frame (column code) with the columns DETAILS; the result keeps all
    others, and adds kind and value.
    """
    asked = {
        "voice": pl.lit(True),
        "speaker": pl.col("voice") == "attributed",
        "responsible": pl.col("code").is_in(list(blamed)),
    }
    return pl.concat(
        frames.filter(condition).select(
            pl.exclude(DETAILS), pl.col(kind).alias("value"), pl.lit(kind).alias("kind")
        )
        for kind, condition in asked.items()
    )


def majority(ratings: pl.DataFrame) -> pl.DataFrame:
    """What most coders decided: KEYS, value, votes (for it), coders (who decided).

    A frame or event that no majority sees is absent; another decision without a majority is left
    out, as are the details of a frame that most coders do not see, and the speaker of one that
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
    carried = rows.filter((kind == "frame") & (value == "1")).select("unit", "code")
    spoken = rows.filter((kind == "voice") & (value == "attributed")).select("unit", "code")
    details = rows.filter(kind.is_in(DETAILS)).join(
        carried, on=["unit", "code"], how="semi", maintain_order="left"
    )
    speakers = details.filter(kind == "speaker").join(
        spoken, on=["unit", "code"], how="semi", maintain_order="left"
    )
    return pl.concat(
        [rows.filter(~kind.is_in(DETAILS)), details.filter(kind != "speaker"), speakers]
    )
