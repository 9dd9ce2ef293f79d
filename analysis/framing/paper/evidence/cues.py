"""The cues that were found, each with what it means, its place in the codebook and its rules."""

from collections.abc import Iterable
from typing import Any

import polars as pl

from framing.columns import NAME
from framing.instrument.cue_sheets import Rule
from framing.measures.responsibility import NARRATOR, UNNAMED
from framing.measures.units import NOBODY

KINDS = ("frame", "event")
NAMED = ["unit", "start", "end", "kind", "code", "tier"]


def describe(
    mentions: pl.DataFrame,
    sentences: pl.DataFrame,
    rules: Iterable[Rule],
    labels: dict[str, dict[str, str]],
) -> list[dict[str, Any]]:
    """A row for each cue of a frame or event, in order of place.

    `start` and `end` are characters of the sentence. `label` of the code, `gloss` of the concept,
    `pattern` as it is written at `place` (sheet and row), `conditions` (how many rows restrict it),
    `sheet` (path within the codebook) and `row`; `voice`, `speaker` and `blamed` in words, each
    with the name of its rule; `said_by` and `held` are the ids of speaker and responsible actor, as
    in `results/comparison/statements`.
    """
    written = {
        pattern.place: (pattern, rule, len(rule.needs) + len(rule.unless))
        for rule in rules
        for pattern in rule.cue
    }
    begin = sentences.select("article", "sentence", pl.col("start").alias("begin"))
    found = (
        mentions.filter(pl.col("kind").is_in(KINDS))
        .join(begin, on=["article", "sentence"], maintain_order="left")
        .with_columns(NAME, pl.col("start", "end") - pl.col("begin"))
        .sort("article", "sentence", "start", "end", maintain_order=True)
    )
    rows = []
    for row in found.iter_rows(named=True):
        pattern, rule, conditions = written[row["place"]]
        about = {
            "words": row["text"],
            "label": labels[row["kind"]][row["code"]],
            "gloss": rule.concept.gloss,
            "pattern": pattern.text,
            "place": row["place"],
            "sheet": f"cues/{pattern.path.rpartition('/')[2]}",
            "row": pattern.row,
            "conditions": conditions,
        }
        rows.append({name: row[name] for name in NAMED} | about | _said(row, labels["actor"]))
    return rows


def _said(row: dict[str, Any], actors: dict[str, str]) -> dict[str, str]:
    """Who says it and who is blamed, in words, with the rules that decided; only of frames."""
    if row["kind"] != "frame":
        return {}
    said = {
        "voice": row["voice"],
        "speaker": speaker(row["voice"], row["speaker"], actors),
        "voice_rule": row["voice_rule"],
        "said_by": NARRATOR if row["voice"] == NARRATOR else row["speaker"] or UNNAMED,
        "held": row["responsible"] or NOBODY,
    }
    if row["responsible"]:
        said |= {
            "blamed": actors.get(row["responsible"], row["responsible"]),
            "blamed_rule": row["responsible_rule"],
        }
    return said


def speaker(voice: str, actor: str, actors: dict[str, str]) -> str:
    """Who says it, in words: the text itself, an actor, or a speaker without a name."""
    if voice == NARRATOR:
        return "the text itself"
    return actors.get(actor, actor) or "a speaker not named"
