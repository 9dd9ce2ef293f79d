"""Units of an article under one reading: sentences, clauses or windows, and the frames they carry.

`cut` is the stage "segmenting" of the multiverse, `carry` the stage "carrying": their options are
choices of that stage.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from framing.errors import InputError
from framing.robustness.places import SPAN, Reading

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]
Places = NDArray[np.int64]
TIERS = ("core", "extended")


@dataclass(frozen=True)
class Segments:
    """Units that count: where each begins, the unit of every cue (−1: none), weights by name."""

    starts: Places
    of_cue: Places
    weights: dict[str, Array]


@dataclass(frozen=True)
class Carried:
    """For each unit: does it carry one of the frames sought, in the text's own voice, any frame?"""

    sought: Flags
    own: Flags
    framed: Flags


def cut(reading: Reading, window: int, *, unit: str, repeated_lead: bool) -> Segments:
    """Cut the article in units; sentences that repeat an earlier one count if `repeated_lead`.

    `unit` is "sentence", "clause" or "window": a row of `window` words whatever the sentences; a
    rest of less than half a window joins the last one. A cue belongs to the unit in which it
    begins. A unit without content words weighs one. Raises InputError for another unit.
    """
    kept = np.ones_like(reading.repeated) if repeated_lead else ~reading.repeated
    words = reading.words[_counts(reading, reading.words, kept)]
    begins = {"sentence": reading.sentences, "clause": reading.clauses}
    if unit == "window":
        starts = words[_begins_window(words // SPAN, window)]
    elif unit in begins:
        starts = begins[unit][_counts(reading, begins[unit], kept)]
    else:
        raise InputError("choices", f"no unit {unit!r}", "use one of sentence, clause, window")
    counts = _counts(reading, reading.cues, kept)
    return Segments(
        starts=starts,
        of_cue=np.where(counts, _place(starts, reading.cues), -1),
        weights=_weigh(reading, starts, kept),
    )


def carry(
    reading: Reading, segments: Segments, frames: tuple[str, ...], *, tiers: list[str]
) -> Carried:
    """Which units carry one of these frames by a cue of these `tiers`, and in whose voice.

    A unit is in the text's own voice if most of these cues are; if as many are not, the first cue
    decides. Raises InputError for an unknown tier.
    """
    for tier in tiers:
        if tier not in TIERS:
            raise InputError("choices", f"no tier {tier!r}", f"use one of {', '.join(TIERS)}")
    counts = np.where(reading.core, "core" in tiers, "extended" in tiers) & (segments.of_cue >= 0)
    units = np.arange(len(segments.starts))
    chosen = counts & np.isin(reading.frames, frames)
    unit, narrated = segments.of_cue[chosen], reading.narrated[chosen]
    balance = np.bincount(unit, 2.0 * narrated - 1, len(units))
    first = np.zeros(len(units), dtype=bool)
    found, at = np.unique(unit, return_index=True)
    first[found] = narrated[at]
    return Carried(
        sought=np.isin(units, found),
        own=(balance > 0) | ((balance == 0) & first),
        framed=np.isin(units, segments.of_cue[counts]),
    )


def _begins_window(articles: Places, window: int) -> Flags:
    """Which words begin a window of an article; `articles` are their numbers, in order."""
    first = np.searchsorted(articles, articles)
    rank = np.arange(len(articles)) - first
    left = np.searchsorted(articles, articles, side="right") - first - rank
    # A window begins unless less than half of it is left.
    flags: Flags = (rank % window == 0) & ((left >= (window + 1) // 2) | (rank == 0))
    return flags


def _weigh(reading: Reading, starts: Places, kept: Flags) -> dict[str, Array]:
    counts = _counts(reading, reading.words, kept)
    unit = _place(starts, reading.words[counts])
    words = np.bincount(unit, minlength=len(starts)).astype(float)
    content = np.bincount(unit, reading.content[counts], len(starts))
    return {"units": np.ones_like(words), "words": words, "content_words": np.maximum(content, 1)}


def _counts(reading: Reading, places: Places, kept: Flags) -> Flags:
    """Which places lie in sentences that are kept."""
    return kept[_place(reading.sentences, places)]


def _place(starts: Places, places: Places) -> Places:
    return np.searchsorted(starts, places, side="right") - 1
