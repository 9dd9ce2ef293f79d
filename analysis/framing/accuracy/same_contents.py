"""How alike the texts of the same contents are coded in different languages."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import numpy as np
import polars as pl
from numpy.typing import NDArray

COLUMNS = ["reader", "languages", "contents", "same", "jaccard"]


def compare(
    units: Sequence[str], languages: Sequence[str], codes: Mapping[str, NDArray[np.bool_]]
) -> pl.DataFrame:
    """How alike two languages are coded, for each reader and pair of languages: COLUMNS.

    `units` and `languages` of each text; texts of one unit have the same content. `codes`: texts ×
    frames, by reader. In the result, languages is `he-ar`, same the share of contents with the same
    codes, and jaccard the codes found in both languages, of those found in one at least. No row
    without contents in several languages.
    """
    places = {key: n for n, key in enumerate(zip(units, languages, strict=True))}
    rows = []
    for pair in combinations(dict.fromkeys(languages), 2):
        shared = [u for u in dict.fromkeys(units) if all((u, name) in places for name in pair)]
        for reader, flags in codes.items() if shared else ():
            first, second = (flags[[places[unit, name] for unit in shared]] for name in pair)
            same = float((first == second).all(axis=1).mean())
            jaccard = float((first & second).sum() / max((first | second).sum(), 1))
            rows.append((reader, "-".join(pair), len(shared), same, jaccard))
    return pl.DataFrame(rows, schema=COLUMNS, orient="row")


def lay_out(compared: pl.DataFrame) -> Iterator[str]:
    """The lines of the table, for reading."""
    yield f"{'reader':<10}{'languages':<11}{'contents':>9}{'same codes':>12}{'Jaccard':>9}"
    for reader, languages, contents, same, jaccard in compared.iter_rows():
        yield f"{reader:<10}{languages:<11}{contents:>9}{same:>12.2f}{jaccard:>9.2f}"
