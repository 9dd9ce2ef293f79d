"""The coders' frames in place of the cues: a choice of the multiverse."""

from collections.abc import Collection
from dataclasses import replace

import numpy as np
import polars as pl

from framing.coders import votes
from framing.coders.codings import Codings
from framing.columns import NAME
from framing.instrument import voice
from framing.robustness.places import Reading


def of_coders(reading: Reading, codes: pl.DataFrame) -> Reading:
    """Put the coders' frames in place of cues: each lies where its sentence begins.

    `codes` has a row per sentence and frame of the article: sentence, frame, voice.
    """
    rows = codes.sort("sentence", maintain_order=True)
    return replace(
        reading,
        cues=reading.sentences[rows["sentence"].to_numpy()],
        frames=rows["frame"].to_numpy().astype(np.str_),
        core=np.ones(rows.height, dtype=bool),
        narrated=(rows["voice"] == voice.NARRATOR).to_numpy(),
    )


def decide(coded: Codings, frames: Collection[str], sentences: pl.DataFrame) -> pl.DataFrame | None:
    """What most coders found; None unless each sentence was coded for each of the frames.

    Columns: article, sentence, frame, voice (attributed where the coders differ).
    """
    needed = sentences.select(NAME).join(pl.DataFrame({"code": sorted(frames)}), how="cross")
    asked = coded.asked.filter(kind="frame")
    if not needed.join(asked, on=["unit", "code"], how="anti").is_empty():
        return None
    won = votes.majority(votes.cast(coded))
    found = won.filter((pl.col("kind") == "frame") & (pl.col("value") == "1"))
    voices = won.filter(pl.col("kind") == "voice").select("unit", "code", voice="value")
    places = coded.units.select("unit", "article", "sentence").unique(maintain_order=True)
    return (
        found.join(voices, on=["unit", "code"], how="left", maintain_order="left")
        .join(places, on="unit", maintain_order="left")
        .select("article", "sentence", pl.col("code").alias("frame"), "voice")
        .with_columns(pl.col("voice").fill_null("attributed"))
    )
