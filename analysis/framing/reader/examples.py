"""Coded texts to learn from: the frames of the coders, and what the codebook finds."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from framing.accuracy import coded_texts
from framing.accuracy.coded_texts import CodedTexts, Condition, Row
from framing.errors import InputError
from framing.instrument import coder
from framing.instrument.codebook import Codebook
from framing.reader import features
from framing.reader import letters as spelling
from framing.reader.features import Feature
from framing.reader.letters import Words

GROUPS = ("group", "source", "topic", "article")  # tried in this order
WEIGHT = "weight"  # the column of sample weights


@dataclass(frozen=True)
class Examples:
    """Coded texts.

    `truth` and `rules`: texts × frames, what coders and the codebook's rules say. `groups`: texts
    of one group (a source, a topic) are alike, so that none may be used to judge another. Texts of
    one unit have the same content in several languages. `sample_weights`: how much each text counts
    in training. `words`: the folded words of each text, if a reader is to learn from their letters;
    else there are none.
    """

    frames: tuple[str, ...]
    languages: tuple[str, ...]
    units: tuple[str, ...]
    groups: tuple[str, ...]
    found: tuple[set[Feature], ...]
    truth: NDArray[np.bool_]
    rules: NDArray[np.bool_]
    sample_weights: NDArray[np.float64]
    words: tuple[Words, ...] = ()

    def take(self, places: Sequence[int]) -> "Examples":
        """The texts at these places."""
        return replace(
            self,
            languages=tuple(self.languages[n] for n in places),
            units=tuple(self.units[n] for n in places),
            groups=tuple(self.groups[n] for n in places),
            found=tuple(self.found[n] for n in places),
            truth=self.truth[list(places)],
            rules=self.rules[list(places)],
            sample_weights=self.sample_weights[list(places)],
            words=tuple(self.words[n] for n in places) if self.words else (),
        )


def read(
    path: Path | str,
    book: Codebook,
    columns: dict[str, str],
    *,
    group: str | None = None,
    where: Sequence[Condition] = (),
    quoted: bool = True,
    letters: bool = False,
) -> Examples:
    """The texts of a table, coded by the codebook too.

    `columns`, `where`, `quoted`: as of `coded_texts.read`. `group`: the column of the groups; by
    default the first of GROUPS that the table has, else each text is one of its own. `letters`:
    with the words of each text. A text counts as much as its column `weight` says, else 1. Raises
    InputError (file, row, column) for what is wrong in the table.
    """
    texts = coded_texts.read(path, book, columns, where=where, quoted=quoted)
    rows, frames = texts.rows, texts.frames
    name = group or next((name for name in GROUPS if name in rows[0]), "")
    if group and group not in rows[0]:
        raise InputError(f"{path}: row 1", f"has no column {group}", "name another by --group")
    groups = tuple(row[name] if name else str(number) for number, row in enumerate(rows))
    coded, mentions = zip(*coder.code(rows, book, place=str(path)), strict=True)
    truth, rules = (
        np.array([[int(row[frame]) for frame in frames] for row in table], bool)
        for table in (rows, coded)
    )
    return Examples(
        frames=tuple(frames),
        languages=tuple(row["language"] for row in rows),
        units=texts.units,
        groups=groups,
        found=tuple(map(features.find, mentions)),
        truth=truth,
        rules=rules,
        sample_weights=_read_weights(texts),
        words=tuple(_find_words(row, book) for row in rows) if letters else (),
    )


def _find_words(row: Row, book: Codebook) -> Words:
    return spelling.find_words(row["text"], book.languages[row["language"]].normalise)


def _read_weights(texts: CodedTexts) -> NDArray[np.float64]:
    weights = np.ones(len(texts.rows))
    for number, row in enumerate(texts.rows if WEIGHT in texts.rows[0] else ()):
        try:
            weights[number] = float(row[WEIGHT])
        except ValueError:
            weights[number] = np.nan
        if not 0 < weights[number] < np.inf:
            problem = f"{row[WEIGHT]!r} is no weight"
            raise InputError(texts.locate(number, WEIGHT), problem, "write a number above 0")
    return weights
