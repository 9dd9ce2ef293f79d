"""The places in an article under one reading: where its units begin, where frames are found."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int64]
Flags = NDArray[np.bool_]
SPAN = 1 << 32  # more characters than an article can have


@dataclass(frozen=True)
class Reading:
    """An article under one reading; all places are characters of the raw text, in order.

    Several articles joined (see `join`) are one reading, too.

    For each sentence: whether it repeats an earlier one. For each cue of a frame (`cues`): its
    frame, whether it is of the core tier, whether the text says it in its own voice.
    """

    article: str
    source: str
    words: Places
    content: Flags
    sentences: Places
    repeated: Flags
    clauses: Places
    cues: Places
    frames: NDArray[np.str_]
    core: Flags
    narrated: Flags


def join(articles: Sequence[Reading]) -> Reading:
    """Articles as one reading: the places of number n, counted from 0, are n × SPAN greater."""
    joined: dict[str, Any] = {"article": "", "source": articles[0].source}
    for part in fields(Reading)[2:]:
        columns = [getattr(one, part.name) for one in articles]
        if columns[0].dtype == np.int64:
            columns = [places + number * SPAN for number, places in enumerate(columns)]
        joined[part.name] = np.concatenate(columns)
    return Reading(**joined)
