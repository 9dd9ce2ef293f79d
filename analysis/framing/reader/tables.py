"""What a reader learns from, as a table: features of the codebook, and letters if asked for."""

from dataclasses import dataclass

import numpy as np

from framing.reader import features, letters
from framing.reader.examples import Examples
from framing.reader.features import Feature
from framing.reader.letters import Array, Sparse

LEAST_FOUND = 3  # texts with a feature; a rarer one gets no weight
LEAST_SPELLED = 4  # texts with a piece of a word; a rarer one gets no weight


@dataclass(frozen=True)
class Table:
    """`cells`: texts × (features, then pieces of words); sparse if there are pieces.

    `scales`: what a weight of each column is multiplied by to weigh what the text has: the cells
    of pieces are multiplied by their rarity, so that rare ones may get large weights.
    """

    features: tuple[Feature, ...]
    pieces: tuple[str, ...]
    scales: Array
    cells: Array | Sparse


def tabulate(examples: Examples) -> Table:
    """The table of these texts; rare features and pieces are left out."""
    known = find_features(examples)
    found, ones = features.tabulate(examples.found, known), np.ones(len(known))
    if not examples.words:
        return Table(known, (), ones, found)
    pieces, rarity = letters.find(examples.words, least=LEAST_SPELLED)
    spelled = letters.tabulate(examples.words, pieces).multiply(rarity)
    return Table(known, pieces, np.append(ones, rarity), letters.join(found, spelled))


def find_features(examples: Examples) -> tuple[Feature, ...]:
    """The features that enough texts have, sorted."""
    every = sorted({feature for found in examples.found for feature in found})
    counts = features.tabulate(examples.found, every).sum(axis=0)
    return tuple(f for f, count in zip(every, counts, strict=True) if count >= LEAST_FOUND)
