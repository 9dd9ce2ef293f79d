"""The study as a project: articles as texts; cues, and codes of coders, as codings."""

from collections.abc import Iterator
from typing import Any

import polars as pl

from framing.columns import NAME, UNIT
from framing.exchange import book
from framing.exchange.project import Code, Coding, Project, Source

INSTRUMENT = "instrument"
NAMES = {"study": "Framing study: codings", "blank": "Framing study: texts and codes"}
ABOUT = (
    "Two news articles on the Security Council vote of 31 December 2016, in Hebrew and Arabic. "
    "Codes: frames with the concepts that carry them, events, and for each frame its voice, "
    "speaker and responsible actor, given to the same passage. The user `instrument` is a "
    "dictionary."
)
Results = dict[str, pl.DataFrame]


def projects(
    results: Results, texts: dict[str, str], codes: tuple[Code, ...], codings: Results
) -> dict[str, Project]:
    """Two projects: `study` with all codings, and `blank` for a coder who should not see them.

    `results`: articles, sentences, mentions; `texts` the raw articles by name; `codings` the tables
    units and frames of the coders, as of `codings.read`.
    """
    found = {name: [] for name in texts}
    for article, coding in [*_of_instrument(results["mentions"]), *_of_coders(results, codings)]:
        found[article].append(coding)
    dates = dict(results["articles"].select("article", "date").iter_rows())
    users = (INSTRUMENT, *codings["units"]["coder"].unique(maintain_order=True))
    full = tuple(
        Source(name, text, dates[name], tuple(found[name])) for name, text in texts.items()
    )
    bare = tuple(Source(name, text, dates[name]) for name, text in texts.items())
    return {
        "study": Project(NAMES["study"], ABOUT, users, codes, full),
        "blank": Project(NAMES["blank"], ABOUT, ("coder",), codes, bare),
    }


def _of_instrument(mentions: pl.DataFrame) -> Iterator[tuple[str, Coding]]:
    """Each cue of a frame with its concept, voice, speaker and actor; cues of events."""
    for row in mentions.filter(pl.col("kind").is_in(["frame", "event"])).iter_rows(named=True):
        rules = [row["place"], *filter(None, (row["voice_rule"], row["responsible_rule"]))]
        concept = row["concept"] if row["kind"] == "frame" else ""
        named = [book.name(row["kind"], row["code"], concept), *_details(row)]
        for code in named:
            yield (
                row["article"],
                Coding(INSTRUMENT, code, row["start"], row["end"], ", ".join(rules)),
            )


def _of_coders(results: Results, codings: Results) -> Iterator[tuple[str, Coding]]:
    """Each code of a coder, on the whole sentence."""
    places = results["sentences"].select(*UNIT, "start", "end").with_columns(NAME).drop(UNIT)
    units = codings["units"].join(places, on="unit", maintain_order="left")
    for row in units.iter_rows(named=True):
        named = [book.name("event", event) for event in filter(None, row["events"].split("|"))]
        named += [book.FRAGILE] if row["fragility"] == "true" else []
        for code in named:
            yield row["article"], Coding(row["coder"], code, row["start"], row["end"])
    where = units.select("coder", "unit", "article", "start", "end")
    frames = codings["frames"].join(where, on=["coder", "unit"], maintain_order="left")
    for row in frames.iter_rows(named=True):
        for code in (book.name("frame", row["frame"]), *_details(row)):
            note = f"of {row['frame']}" if code != row["frame"] else ""
            yield row["article"], Coding(row["coder"], code, row["start"], row["end"], note)


def _details(row: dict[str, Any]) -> Iterator[str]:
    """Voice, speaker and responsible actor, as far as they are named."""
    for kind in ("voice", "speaker", "responsible"):
        if row[kind]:
            yield book.name(kind, row[kind])
