"""Voice and responsible actor in coded texts, beside what the instrument says of the same frames.

A coded table may have a column `voice` (narrator or attributed) and a column `responsible` (an
actor, or none). A cell speaks of every frame that the row carries; an empty one is not compared.
"""

from collections.abc import Collection

import polars as pl

from framing.columns import UNIT
from framing.errors import InputError
from framing.instrument.coder import MENTION_COLUMNS
from framing.measures import units
from framing.measures.units import NOBODY

KINDS = ("voice", "responsible")
VOICES = ("narrator", "attributed")
COLUMNS = ["unit", "language", "frame", "kind", "majority", "instrument"]
NAMES = MENTION_COLUMNS[1:]
READ = ["kind", "code", "concept", "start", "end", *KINDS, "speaker"]


def check(rows: list[dict[str, str]], actors: Collection[str], *, place: object) -> None:
    """Raise InputError (row, column) for a voice or actor that is not known."""
    allowed = {"voice": VOICES, "responsible": (*actors, NOBODY)}
    for number, row in enumerate(rows, start=2):
        for kind in KINDS:
            value = row.get(kind)
            if value and value not in allowed[kind]:
                where = f"{place}: row {number}, column {kind}"
                raise InputError(where, f"{value!r} is unknown", f"use {', '.join(allowed[kind])}")


def compare(
    rows: list[dict[str, str]],
    mentions: list[list[tuple]],
    frames: Collection[str],
    blamed: Collection[str],
) -> pl.DataFrame:
    """A row per text, frame and kind that both the table and the instrument give (COLUMNS).

    `mentions` of each row as of `coder.code`. `blamed`: the frames of which the codebook asks who
    is responsible.
    """
    coded = [
        (number, row["language"], frame, kind, row[kind])
        for number, row in enumerate(rows)
        for frame in frames
        for kind in KINDS
        if row[frame] == "1" and row.get(kind) and (kind == "voice" or frame in blamed)
    ]
    schema = {"unit": pl.Int64} | dict.fromkeys(COLUMNS[1:-1], pl.String)
    table = pl.DataFrame(coded, schema=schema, orient="row")
    keys = ["unit", "frame", "kind"]
    return table.join(_read(mentions), on=keys, maintain_order="left").select(COLUMNS)


def _read(mentions: list[list[tuple]]) -> pl.DataFrame:
    """What the instrument says of each text and frame: unit, frame, kind, instrument."""
    places = [NAMES.index(name) for name in READ]
    rows = [
        (str(unit), 0, *(entry[place] for place in places))
        for unit, found in enumerate(mentions)
        for entry in found
    ]
    schema = {
        n: pl.Int64 if n in ("sentence", "start", "end") else pl.String for n in (*UNIT, *READ)
    }
    table = pl.DataFrame(rows, schema=schema, orient="row")
    # One unit per text, whatever its sentences: the codes are those of the text.
    texts = table.select(UNIT).unique(maintain_order=True)
    actor = pl.col("responsible").str.split("|").list.first().replace("", NOBODY)
    return (
        units.carried(texts, table, "frame")
        .select(
            unit=pl.col("article").cast(pl.Int64), frame="code", voice="voice", responsible=actor
        )
        .unpivot(index=["unit", "frame"], variable_name="kind", value_name="instrument")
    )
