"""Units of an article under one reading: sentences, clauses or windows of words."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from framing.robustness.readings import Reading

Array = NDArray[np.float64]
Places = NDArray[np.int64]
WEIGHTS = ("units", "words", "content_words")


@dataclass(frozen=True)
class Segments:
    """Units that count: where each begins, the unit of every cue (−1: none), weights by name."""

    starts: Places
    of_cue: Places
    weights: dict[str, Array]


def cut(reading: Reading, unit: str, *, repeated: bool, window: int) -> Segments:
    """Cut the article in units; sentences that repeat an earlier one count only if `repeated`.

    `unit` is "sentence", "clause" or "window": `window` words on end whatever the sentence, the
    last one longer rather than less than half as long. A cue belongs to the unit in which it
    begins. A unit without content words weighs one. Raises ValueError for another unit.
    """
    kept_sentences = np.ones_like(reading.repeated) if repeated else ~reading.repeated
    words, kept_words = _kept(reading, reading.words, kept_sentences)
    if unit == "window":
        starts = words[: max(len(words) - (window + 1) // 2 + 1, 1) : window]
    elif unit in ("sentence", "clause"):
        begins = reading.sentences if unit == "sentence" else reading.clauses
        starts, _ = _kept(reading, begins, kept_sentences)
    else:
        raise ValueError(f"unknown unit {unit!r}: sentence, clause or window")
    _, kept_cues = _kept(reading, reading.cues, kept_sentences)
    counted = _place(starts, words)
    totals = np.bincount(counted, minlength=len(starts)).astype(float)
    content = np.bincount(counted, reading.content[kept_words], len(starts))
    weights = (np.ones_like(totals), totals, np.maximum(content, 1))
    return Segments(
        starts=starts,
        of_cue=np.where(kept_cues, _place(starts, reading.cues), -1),
        weights=dict(zip(WEIGHTS, weights, strict=True)),
    )


def carry(reading: Reading, segments: Segments, cues: NDArray[np.bool_]) -> tuple[Array, Array]:
    """Which units hold one of the chosen `cues`, and which do so in the text's own voice (0 or 1).

    The voice is that of most of these cues, of the first one if there are as many of either.
    """
    n = len(segments.starts)
    chosen = cues & (segments.of_cue >= 0)
    unit, narrated = segments.of_cue[chosen], reading.narrated[chosen]
    balance = np.bincount(unit, 2.0 * narrated - 1, n)
    first = np.zeros(n, dtype=bool)
    held, at = np.unique(unit, return_index=True)
    first[held] = narrated[at]
    own = (balance > 0) | ((balance == 0) & first)
    return np.isin(np.arange(n), held).astype(float), own.astype(float)


def _kept(
    reading: Reading, places: Places, kept: NDArray[np.bool_]
) -> tuple[Places, NDArray[np.bool_]]:
    """The places in sentences that are kept, and which of all places these are."""
    chosen = kept[_place(reading.sentences, places)]
    return places[chosen], chosen


def _place(starts: Places, places: Places) -> Places:
    return np.searchsorted(starts, places, side="right") - 1
