"""Code texts with the learned reader beside the rules: what `framing.code` and the command use."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np

from framing.errors import InputError
from framing.instrument.codebook import Codebook
from framing.instrument.coder import Coded
from framing.reader import combine, features, sheet
from framing.reader.combine import FOUND_BY, READERS, RULES, Flags
from framing.reader.model import Array, Model

__all__ = ["FOUND_BY", "READERS", "SecondReader", "open_reader", "read"]
BATCH = 10_000  # texts that are weighed at once


@dataclass(frozen=True)
class SecondReader:
    """A model, the frames of the codebook, and how its codes join those of the rules."""

    model: Model
    frames: tuple[str, ...]
    reader: str

    def read(self, probabilities: Array, rules: Flags) -> tuple[Flags, list[str]]:
        """The final codes (texts × frames), and who found the frames of each text."""
        learned = combine.decide(self.model, probabilities, rules, self.frames)
        codes = combine.combine(rules, learned, self.reader)
        return codes, combine.name_finders(rules, learned, codes, self.frames)


def open_reader(reader: str, weights: Path | str | None, book: Codebook) -> SecondReader | None:
    """The reader of this name, with the weights of a sheet or those that are shipped.

    None for the rules alone. Raises InputError for another name, for a sheet that nobody reads, and
    for a mistake in the sheet.
    """
    if reader not in READERS:
        raise InputError("reader", f"{reader!r} is unknown", f"use {', '.join(READERS)}")
    if reader == RULES:
        if weights is not None:
            raise InputError(
                "weights", "are given, but the rules read alone", "name another reader"
            )
        return None
    model = sheet.read(weights or sheet.PLACE, book)
    return SecondReader(model, tuple(book.frames), reader)


def read(coded: Iterable[Coded], second: SecondReader) -> Iterator[Coded]:
    """The coded rows with the codes of the second reader, and the column FOUND_BY."""
    stream = iter(coded)
    while batch := list(islice(stream, BATCH)):
        rules = np.array([[row[frame] for frame in second.frames] for row, _ in batch], bool)
        found = [features.find(mentions) for _, mentions in batch]
        codes, finders = second.read(second.model.predict(found), rules)
        for (row, mentions), mine, finder in zip(batch, codes, finders, strict=True):
            yield row | _flags(second.frames, mine) | {FOUND_BY: finder}, mentions


def _flags(frames: Sequence[str], codes: Flags) -> dict[str, int]:
    return dict(zip(frames, codes.astype(int).tolist(), strict=True))
