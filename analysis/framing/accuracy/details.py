"""Voice, speaker and responsible actor in coded texts, beside what the instrument says of them.

A coded table may have the columns `voice` (narrator or attributed), `speaker` (an actor, or none)
and `responsible` (an actor, several joined by `+`, or none). In a table with a row per text a cell
is about every frame that the row carries; in one with a row per content it is a list with a part
for each frame of the row, joined by `|`. What is empty is not compared.
"""

from collections.abc import Collection

import polars as pl

from framing.accuracy.coded_texts import CodedTexts
from framing.columns import UNIT
from framing.errors import InputError
from framing.instrument.coder import MENTION_COLUMNS
from framing.measures import units
from framing.measures.units import NOBODY, SEPARATOR

VOICE, SPEAKER, RESPONSIBLE, BLAMED = "voice", "speaker", "responsible", "blamed"
KINDS = (VOICE, SPEAKER, RESPONSIBLE)  # the columns of a coded table
ATTRIBUTED = "attributed"
VOICES = ("narrator", ATTRIBUTED)
SOMEBODY, AND = "somebody", "+"
CODED = {
    "unit": pl.Int64,
    **dict.fromkeys(["language", "frame", "kind", "majority"], pl.String),
}
NAMES = MENTION_COLUMNS[1:]
READ = ["kind", "code", "concept", "start", "end", *KINDS]


def read(texts: CodedTexts, actors: Collection[str], blamed: Collection[str]) -> pl.DataFrame:
    """A row per text, frame and kind that the table gives: CODED.

    `blamed`: the frames of which the codebook asks who is responsible. Raises InputError (row,
    column) for a voice or actor that is not known, and a list of another length than the frames.
    """
    rows = []
    for unit, row in enumerate(texts.rows):
        for kind in KINDS:
            place = texts.locate(unit, kind)
            for frame, value in _divide(texts, row, kind, place):
                _check(value, kind, actors, place)
                mine = row.get(frame) == "1" and (kind != RESPONSIBLE or frame in blamed)
                if value and mine:
                    rows.append((unit, row["language"], frame, kind, value))
    return pl.DataFrame(rows, schema=CODED, orient="row")


def _divide(texts: CodedTexts, row: dict[str, str], kind: str, place: str) -> list[tuple[str, str]]:
    """Each frame with what the cell of this kind says of it."""
    cell = row.get(kind, "")
    if not (texts.parallel and cell):
        return [(frame, cell) for frame in texts.frames]
    frames, parts = row["frames"].split(SEPARATOR), cell.split(SEPARATOR)
    if not row["frames"]:
        raise InputError(place, f"is {cell!r}, but the row has no frame", "empty it")
    if len(parts) != len(frames):
        problem = f"has {_count(parts, 'part')} for {_count(frames, 'frame')}"
        raise InputError(place, problem, f"write one for each frame, joined by {SEPARATOR}")
    return list(zip(frames, parts, strict=True))


def _count(things: list[str], name: str) -> str:
    return f"{len(things)} {name}{'s' * (len(things) != 1)}"


def _check(value: str, kind: str, actors: Collection[str], place: str) -> None:
    known = VOICES if kind == VOICE else (*actors, NOBODY)
    parts = value.split(AND) if kind == RESPONSIBLE and value != NOBODY else [value]
    if value and not all(part in known for part in parts):
        remedy = f"use {', '.join(known)}"
        several = f"; join several actors by {AND}" if kind == RESPONSIBLE else ""
        raise InputError(place, f"{value!r} is unknown", remedy + several)
    if len(parts) > 1 and NOBODY in parts:
        raise InputError(place, f"{value!r} names somebody and nobody", "write one of them")


def compare(coded: pl.DataFrame, mentions: list[list[tuple]]) -> pl.DataFrame:
    """What both the table (`coded`, as of `read`) and the instrument say: CODED, instrument, right.

    `mentions` of each text as of `coder.find`. An actor is right if it is among those of the table.
    Speakers are compared where the instrument finds the frame in somebody's words.
    Kind BLAMED is whether anybody is responsible: SOMEBODY, or none.
    """
    keys = ["unit", "frame", "kind"]
    both = coded.join(_find(mentions), on=keys, maintain_order="left")
    answers = pl.col("majority", "instrument")
    blamed = both.filter(kind=RESPONSIBLE).with_columns(
        pl.when(answers == NOBODY).then(answers).otherwise(pl.lit(SOMEBODY)).name.keep(),
        kind=pl.lit(BLAMED),
    )
    right = pl.col("majority").str.split(AND).list.contains(pl.col("instrument"))
    return pl.concat([both, blamed]).with_columns(right=right).select(*CODED, "instrument", "right")


def _find(mentions: list[list[tuple]]) -> pl.DataFrame:
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
    heard = pl.when(voice=ATTRIBUTED).then(pl.col(SPEAKER).replace("", NOBODY))
    actor = pl.col(RESPONSIBLE).str.split(SEPARATOR).list.first().replace("", NOBODY)
    return (
        units.carried(texts, table, "frame")
        .with_columns(heard.alias(SPEAKER), actor.alias(RESPONSIBLE))
        .select(*KINDS, unit=pl.col("article").cast(pl.Int64), frame="code")
        .unpivot(index=["unit", "frame"], variable_name="kind", value_name="instrument")
        .drop_nulls()
    )
