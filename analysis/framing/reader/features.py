"""What the learned reader sees of a text: which frames, concepts and actors the codebook finds.

None of it depends on the language of the text, so one set of weights serves all languages.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.instrument.codebook import Codebook
from framing.instrument.coder import MENTION_COLUMNS

KIND, CODE, CONCEPT = (MENTION_COLUMNS.index(name) - 1 for name in ("kind", "code", "concept"))


class Feature(NamedTuple):
    """Something found at least once in a text.

    `kind` frame with a concept: this concept of the frame; without: any of them. Of the kinds
    concept and actor only the code counts.
    """

    kind: str
    code: str
    concept: str = ""


def of(kind: str, code: str, concept: str) -> tuple[Feature, ...]:
    """The features that one cue gives to its text; events give none, they belong to one study."""
    if kind == "frame":
        return Feature(kind, code), Feature(kind, code, concept)
    return (Feature(kind, code),) if kind in ("concept", "actor") else ()


def find(mentions: Iterable[tuple[str | int, ...]]) -> set[Feature]:
    """The features of one text, from its mentions (rows as MENTION_COLUMNS[1:] of the coder)."""
    found = {(str(row[KIND]), str(row[CODE]), str(row[CONCEPT])) for row in mentions}
    return {feature for cue in found for feature in of(*cue)}


def tabulate(found: Sequence[set[Feature]], features: Sequence[Feature]) -> NDArray[np.float64]:
    """Texts × features, 1 where a text has the feature; others than `features` are left out."""
    columns = {feature: number for number, feature in enumerate(features)}
    table = np.zeros((len(found), len(features)))
    for row, mine in enumerate(found):
        table[row, [columns[feature] for feature in mine if feature in columns]] = 1
    return table


def list_all(book: Codebook) -> set[Feature]:
    """Every feature that a text may have by this codebook."""
    return {f for c in book.concepts.values() for f in of(c.kind, c.code, c.name)}
