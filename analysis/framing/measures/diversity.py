"""Lexical diversity: measures that do not fall as a text grows longer."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import polars as pl


def measure(words: pl.DataFrame, *, window: int, threshold: float = 0.72) -> pl.DataFrame:
    """Diversity of the lemmas of each article (item table of `items.words`).

    Columns: article, words, types (different items), mattr, mtld; nan where a text is too short for
    a measure. Lemmas without clitics and function words make a running text and one that came
    lemmatised comparable; how finely the lemmatiser divides words still differs by language.
    """
    rows = []
    for (article,), mine in words.group_by(["article"], maintain_order=True):
        items = mine["item"].to_list()
        values = mattr(items, window=window), mtld(items, threshold=threshold)
        rows.append((article, len(items), len(set(items)), *values))
    schema = {"article": pl.String, "words": pl.Int64, "types": pl.Int64}
    schema |= {"mattr": pl.Float64, "mtld": pl.Float64}
    return pl.DataFrame(rows, schema=schema, orient="row")


def mattr(words: Sequence[str], *, window: int) -> float:
    """Moving-average type–token ratio: mean share of different words in all runs of `window` words.

    Between 1 / window and 1. A text shorter than the window gives nan, since its ratio would
    not be comparable. Raises ValueError if `window` is below 1. Covington & McFall 2010.
    """
    if window < 1:
        raise ValueError("window must be at least 1 word")
    if len(words) < window:
        return float("nan")
    inside = Counter(words[:window])
    types = [len(inside)]
    for old, new in zip(words, words[window:], strict=False):
        inside[new] += 1
        inside[old] -= 1
        if not inside[old]:
            del inside[old]
        types.append(len(inside))
    return float(np.mean(types)) / window


def mtld(words: Sequence[str], *, threshold: float = 0.72) -> float:
    """Measure of textual lexical diversity: mean length of runs that keep their type–token ratio.

    A run (factor) ends where its ratio falls below `threshold`. The words left at the end count as
    a part of a factor: how far their ratio has fallen from 1 towards the threshold. The text is
    read forwards and backwards and the two values are averaged. In words. A text without any
    repetition gives nan; below about 100 words the measure is unsteady. McCarthy & Jarvis 2010.
    """
    if not 0 < threshold < 1:
        raise ValueError("threshold must lie between 0 and 1")
    one_way = [_factors(order, threshold) for order in (words, words[::-1])]
    if not all(one_way):
        return float("nan")
    return float(np.mean([len(words) / factors for factors in one_way]))


def _factors(words: Sequence[str], threshold: float) -> float:
    factors, types, length = 0.0, set(), 0
    for word in words:
        types.add(word)
        length += 1
        if len(types) / length < threshold:
            factors, types, length = factors + 1, set(), 0
    if length:
        factors += (1 - len(types) / length) / (1 - threshold)
    return factors
