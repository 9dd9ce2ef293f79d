"""The designs that are simulated: numbers and lengths of articles, shares, dependence, measures."""

from collections.abc import Iterator, Sequence
from itertools import product

import polars as pl

from framing.calibration import worlds as simulate
from framing.calibration.worlds import Cell
from framing.statistics.designs import Design, corners_of

LENGTHS = (5, 12, 24, 48, 100, 400)  # sentences of an article, one article per source
FEWER_LENGTHS = (5, 12, 48, 400)  # of these, where words are measured, and for families
SEVERAL = (  # articles of both sources: ratios of 1:1, 1:4, 1:10 and, against one, 1:40
    *((1, 4), (1, 10), (1, 40), (2, 2), (2, 8), (2, 20)),
    *((4, 4), (4, 16), (4, 40), (8, 8), (8, 32)),
)
LENGTHS_OF_SEVERAL = (5, 20, 100)
SHARES = (0.05, 0.1, 0.3, 0.5)
SHARES_OF_SEVERAL = (0.05, 0.2, 0.5)
STRUCTURES_OF_SEVERAL = ("independent", "strong", simulate.UNLIKE)
SHARES_OF_FAMILIES = (0.05, 0.3)
MEASURES = ("sentences", "words")


def cells(own: Design | None = None) -> list[Cell]:
    """Return every cell of the calibration; `own` is the design of a corpus, simulated too."""
    return [*_single(own), *_several(), *(_own(own) if own else [])]


def families(own: Design | None = None) -> list[Cell]:
    """Return the cells in which the correction for a family of codes is tried."""
    designs = _unordered(1, 1, FEWER_LENGTHS)
    for few, many in SEVERAL:
        designs += _unordered(few, many, LENGTHS_OF_SEVERAL[::2])
    if own and own not in designs:
        designs.append(own)
    return [
        _cell(design, share, "strong", "sentences")
        for design, share in product(designs, SHARES_OF_FAMILIES)
    ]


def own_design(units: pl.DataFrame, sources: Sequence[str]) -> Design:
    """Return the design of a corpus from `units.select`, as it can be simulated."""
    sizes = units.group_by("source", "article").len()
    first, second = (sizes.filter(pl.col("source") == name)["len"].to_list() for name in sources)
    return Design.of(first, second).simulated()


def _single(own: Design | None) -> Iterator[Cell]:
    for measure in MEASURES:
        whole = measure == "sentences"
        designs = _unordered(1, 1, LENGTHS if whole else FEWER_LENGTHS)
        structures = simulate.STRUCTURES if whole else simulate.WITHIN
        for design, share, structure in product(designs, SHARES, structures):
            yield _cell(design, share, structure, measure)


def _several() -> Iterator[Cell]:
    for measure in MEASURES:
        whole = measure == "sentences"
        structures = STRUCTURES_OF_SEVERAL if whole else STRUCTURES_OF_SEVERAL[1:2]
        shares = SHARES_OF_SEVERAL if whole else SHARES_OF_SEVERAL[::2]
        for few, many in SEVERAL:
            for design in _unordered(few, many, LENGTHS_OF_SEVERAL):
                for share, structure in product(shares, structures):
                    yield _cell(design, share, structure, measure)


def _own(own: Design) -> Iterator[Cell]:
    """Yield the cells of a corpus: two articles, or several in numbers that the grid lacks."""
    single = own.articles_b == 1
    grid = pl.DataFrame([_cell(one, 0, "", "") for one in _designs()], orient="row")
    around = corners_of(grid.with_columns(own=pl.lit(False)), own)
    if own in _designs() or (around and not single):
        return
    shares = SHARES if single else SHARES_OF_SEVERAL
    structures = simulate.STRUCTURES if single else STRUCTURES_OF_SEVERAL
    for measure, share, structure in product(MEASURES, shares, structures):
        if measure == "sentences" or structure in simulate.WITHIN:
            yield _cell(own, share, structure, measure)


def _designs() -> list[Design]:
    """Return the designs of the grid that have all measures."""
    several = [_unordered(few, many, LENGTHS_OF_SEVERAL) for few, many in SEVERAL]
    return [*_unordered(1, 1, FEWER_LENGTHS), *(one for part in several for one in part)]


def _unordered(few: int, many: int, lengths: Sequence[int]) -> list[Design]:
    pairs = [(n, m) for n, m in product(lengths, repeat=2) if few != many or n <= m]
    return [Design(few, many, n, m) for n, m in pairs]


def _cell(design: Design, share: float, structure: str, measure: str) -> Cell:
    a, b, n, m = map(int, design)
    return Cell(a, b, n, m, share, structure, measure)
