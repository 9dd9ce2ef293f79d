"""The articles as they were received: raw text and words, cut into sentences and clauses."""

import re
from bisect import bisect_left
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from framing.texts import repairs, stored, text
from framing.texts.text import Span

Row = dict[str, str]
_PAUSE = re.compile(r"[,،;؛:–—]|\s-\s")


@dataclass(frozen=True)
class Original:
    """The raw text of an article and its words: their spans, and which are content words."""

    article: str
    source: str
    language: str
    form: str
    raw: str
    spans: tuple[Span, ...]
    content: NDArray[np.bool_]

    def cut(self, rows: list[Row]) -> tuple[list[Span], list[list[int]]]:
        """Return the spans of the sentences, and the numbers of the words in each.

        `rows` are the repairs of the language that apply: some of them end a sentence.
        """
        bounds = text.split_sentences(self.raw, tuple(repairs.find_boundaries(self.raw, rows)))
        starts = [at for at, _ in self.spans]
        edges = ((bisect_left(starts, a), bisect_left(starts, b)) for a, b in bounds)
        return bounds, [list(range(first, last)) for first, last in edges]

    def words(self, inside: list[int]) -> list[str]:
        """Return the words of these numbers as they were written."""
        return [self.raw[slice(*self.spans[i])] for i in inside]

    def clauses(self, sentences: list[list[int]], least: int) -> list[int]:
        """Return where clauses begin: with a sentence, or after a pause.

        A clause has `least` words or more; a shorter one belongs to the clause before it.
        """
        return [self.spans[i][0] for row in sentences for i in self._cuts(row, least)]

    def _cuts(self, row: list[int], least: int) -> list[int]:
        cuts = [row[0]]
        for i in row[1:]:
            gap = self.raw[self.spans[i - 1][1] : self.spans[i][0]]
            if i - cuts[-1] >= least and _PAUSE.search(gap):
                cuts.append(i)
        short = row[-1] + 1 - cuts[-1] < least
        return cuts[:-1] if short and len(cuts) > 1 else cuts


def read(articles: pl.DataFrame, tokens: pl.DataFrame) -> list[Original]:
    """Read the articles of the table, in its order, from their `file`; words are of `tokens`."""
    rows = articles.to_dicts()
    words = tokens.select("article", "start", "end", "stop").partition_by("article", as_dict=True)
    found = []
    for row, raw in zip(rows, stored.read(rows), strict=True):
        mine = words[row["article"],]
        spans = tuple(mine.select("start", "end").iter_rows())
        names = {name: row[name] for name in ("article", "source", "language", "form")}
        content = ~mine["stop"].to_numpy()
        found.append(Original(**names, raw=raw, spans=spans, content=content))
    return found
