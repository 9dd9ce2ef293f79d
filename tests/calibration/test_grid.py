"""The designs that are simulated."""

import polars as pl
from framing.calibration import grid
from framing.calibration.worlds import STRUCTURES, WITHIN
from framing.statistics import designs
from framing.statistics.designs import Design

OWN = Design(1, 1, 12, 17)


def test_every_design_has_all_shares_and_structures():
    """Of single articles; those beyond the limits by sentences only."""
    cells = pl.DataFrame(grid.cells(OWN), orient="row")
    single = cells.filter(articles_b=1)
    by = ["n_a", "n_b", "measure"]
    for (_, _, measure), part in single.group_by(by):
        expected = set(STRUCTURES) if measure == "sentences" else set(WITHIN)
        assert set(part["structure"]) == expected
        assert part.height == len(grid.SHARES) * len(expected)
    assert cells.is_unique().all()


def test_ratios_of_articles_are_covered():
    """1:1, 1:4 and 1:10, as far as 1:40 against a single article."""
    ratios = {(few, many / few) for few, many in grid.SEVERAL}
    assert {(few, ratio) for few in (2, 4) for ratio in (1, 4, 10)} <= ratios
    assert {(1, 4), (1, 10), (1, 40), (8, 1), (8, 4)} <= ratios


def test_any_corpus_of_5_to_400_sentences_lies_within():
    """Every corner of the grid around a corpus was simulated."""
    cells = pl.DataFrame(grid.cells(), orient="row").with_columns(own=pl.lit(False))
    corpora = [(1, 1, 17, 70), (1, 1, 8, 100), (5, 17, 6, 390), (3, 30, 80, 9), (200, 200, 90, 90)]
    for design in corpora:
        for measure in grid.MEASURES:
            known = cells.filter(measure=measure).cast(dict.fromkeys(designs.DESIGN, pl.Float64))
            corners = designs.corners_of(known, Design(*design))
            assert corners
            for corner in corners:
                assert known.filter(designs.rows_of(corner)).height, (design, corner)


def test_the_corpus_itself_is_simulated_unless_it_is_a_point_of_the_grid():
    """17 v 12 sentences: all measures; 12 v 48 is a point of the grid."""
    own = [cell for cell in grid.cells(OWN) if (cell.n_a, cell.n_b) == (12, 17)]
    assert {cell.measure for cell in own} == set(grid.MEASURES)
    assert len(grid.cells(Design(1, 1, 12, 48))) == len(grid.cells())


def test_several_articles_are_simulated_only_where_the_grid_has_no_answer():
    """5 v 17 lie between its points; 4 v 160 are more unequal than any, 3 sentences shorter."""
    assert len(grid.cells(Design(5, 17, 30, 30))) == len(grid.cells())
    for own in (Design(4, 160, 20, 20), Design(5, 5, 3, 20)):
        found = [cell for cell in grid.cells(own) if tuple(cell[:4]) == tuple(own)]
        assert {cell.measure for cell in found} == set(grid.MEASURES)
        assert {cell.share for cell in found} == set(grid.SHARES_OF_SEVERAL)


def test_families_are_tried_for_the_corpus_too():
    """Rare and common codes."""
    assert len(grid.families(OWN)) == len(grid.families()) + len(grid.SHARES_OF_FAMILIES)


def test_own_design_counts_articles_and_sentences():
    """Two articles of one source, one of the other: the single one comes first."""
    units = pl.DataFrame(
        {"source": ["a"] * 20 + ["b"] * 7, "article": ["x"] * 10 + ["y"] * 10 + ["z"] * 7}
    )
    assert grid.own_design(units, ["a", "b"]) == (1, 2, 7, 10)


def test_own_design_of_sources_in_another_order():
    """The source with fewer articles comes first, with its own lengths."""
    units = pl.DataFrame(
        {"source": ["a"] * 20 + ["b"] * 7, "article": ["x"] * 20 + ["y"] * 5 + ["z"] * 2}
    )
    for sources in (["a", "b"], ["b", "a"]):
        assert grid.own_design(units, sources)[:3] == (1, 2, 20)
