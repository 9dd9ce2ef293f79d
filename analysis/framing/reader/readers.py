"""Code texts with the learned reader beside the rules: what `framing.code` and the command use."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from framing.errors import InputError
from framing.instrument.codebook import Codebook
from framing.instrument.coder import Cell, Coder, Text
from framing.instrument.cues import Cue
from framing.instrument.engine import Plan
from framing.instrument.mentions import Row
from framing.reader import combine, features, sheet
from framing.reader.combine import LEARNED, READERS, RULES
from framing.reader.letters import Array
from framing.reader.model import Flags, Model
from framing.reader.speller import Speller

FOUND_BY = "found_by"  # the column that names the reader of each frame


class LearnedCoder(Coder):
    """Codes texts by the rules of a codebook and a model that was trained on what it finds."""

    def __init__(self, book: Codebook, model: Model, reader: str) -> None:
        """`reader` says whose codes count (`combine.decide`)."""
        super().__init__(book)
        self.model, self.reader = model, reader
        # A text is marked first in the columns of the frames, by the rules, then of the features.
        named = [features.Feature("frame", frame) for frame in self.frames]
        self._columns: dict[features.Feature, list[int]] = {}
        for number, feature in enumerate([*named, *model.features]):
            self._columns.setdefault(feature, []).append(number)
        self._plans: dict[str, Plan] = {}
        self._spellers: dict[str, Speller] = {}

    def cells(self, texts: Sequence[Text], found: Sequence[list[Row]] | None) -> list[list[Cell]]:
        """The cells after the columns of a table: 0 or 1 for each frame, and FOUND_BY."""
        if found is None:
            rules, table = self._read(texts)
        else:
            rules = self.carried(found)
            table = features.tabulate(list(map(features.find, found)), self.model.features)
        probabilities = self.model.weigh(table, self._spell(texts))
        decided = combine.decide(self.model, probabilities, rules, self.frames)
        codes = decided[self.reader]
        finders = combine.name_finders(rules, decided[LEARNED], codes, self.frames)
        flags = codes.astype(int).tolist()
        return [[*mine, finder] for mine, finder in zip(flags, finders, strict=True)]

    def _mark(self, cue: Cue) -> list[int]:
        known = features.of(cue.kind, cue.code, cue.concept)
        return [column for feature in known for column in self._columns.get(feature, ())]

    def _read(self, texts: Sequence[Text]) -> tuple[Flags, Array]:
        """Which frames the rules find, and the features of the model, without any mention."""
        width = len(self.frames) + len(self.model.features)
        marked = np.zeros((len(texts), width), bool)
        for engine, places in self._by_language(texts):
            name, mine = engine.language.code, [texts[at].text for at in places]
            if name not in self._plans:
                self._plans[name] = engine.plan(self._mark)
            marked[places] = engine.mark(mine, self._plans[name], width)
        rules, table = np.hsplit(marked, [len(self.frames)])
        return rules, table.astype(float)

    def _spell(self, texts: Sequence[Text]) -> Array:
        """What the letters add to the logits, texts × frames of the model."""
        spelled = np.zeros((len(texts), len(self.model.frames)))
        if self.model.letters is None:
            return spelled
        for engine, places in self._by_language(texts):
            name, mine = engine.language.code, [texts[at].text for at in places]
            if name not in self._spellers:
                self._spellers[name] = Speller(self.model.letters, engine.language.normalise)
            spelled[places] = self._spellers[name].weigh(mine)
        return spelled


def make_coder(book: Codebook, *, reader: str, weights: Path | str | None = None) -> Coder:
    """The coder of this name: the rules alone, or with the weights of a sheet.

    Arguments and errors as of `read_model`.
    """
    return pair(book, read_model(book, reader=reader, weights=weights), reader=reader)


def read_model(book: Codebook, *, reader: str, weights: Path | str | None = None) -> Model | None:
    """The model of the reader of this name; None for the rules.

    `weights`: a sheet, or the name of one that is shipped; None for the first of these.
    Raises InputError for another name, for a sheet that nobody reads, and for a mistake in it.
    """
    if reader not in READERS:
        raise InputError("reader", f"{reader!r} is unknown", f"use {', '.join(READERS)}")
    if reader != RULES:
        return sheet.read(weights, book)
    if weights is not None:
        raise InputError("weights", "are given, but the rules read alone", "name another reader")
    return None


def pair(book: Codebook, model: Model | None, *, reader: str) -> Coder:
    """The coder of a codebook and a model, or of the codebook alone."""
    return LearnedCoder(book, model, reader) if model else Coder(book)


def list_columns(book: Codebook, reader: str) -> list[str]:
    """The columns that the coder of this name adds to a table."""
    return [*book.frames, *([] if reader == RULES else [FOUND_BY])]
