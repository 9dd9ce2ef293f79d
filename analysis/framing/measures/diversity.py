"""Lexical diversity that does not fall as a text grows longer."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import polars as pl


def measure(
    items: pl.DataFrame, *, window: int, threshold: float = 0.72, by: str = "article"
) -> pl.DataFrame:
    """Diversity of the words of each group (item table of `items.words`, in reading order).

    Columns: `by`, types (distinct items), mattr, mtld; nan where a text is too short for a measure.
    Values of two languages do not compare: one writes together what the other writes apart.
    """
    rows = []
    for (group,), mine in items.group_by([by], maintain_order=True):
        words = mine["item"].to_list()
        values = mattr(words, window=window), mtld(words, threshold=threshold)
        rows.append((group, len(set(words)), *values))
    schema = {by: pl.String, "types": pl.Int64, "mattr": pl.Float64, "mtld": pl.Float64}
    return pl.DataFrame(rows, schema=schema, orient="row")


def mattr(words: Sequence[str], *, window: int) -> float:
    """Moving-average type–token ratio: mean share of types in all runs of `window` words.

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

    A run (factor) ends where its ratio falls below `threshold`; what is left at the end counts as
    the part of a factor that its ratio has gone; the text is read forwards and backwards and the
    two values averaged. In words. Without any repetition no factor begins and the value is nan;
    below about 100 words it is unsteady. McCarthy & Jarvis 2010.
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
