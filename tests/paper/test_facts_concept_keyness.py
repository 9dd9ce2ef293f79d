"""Leading concepts with their ties; nothing is claimed beyond the counts."""

import polars as pl
import pytest
from framing.paper import captions
from framing.paper.facts import concept_keyness

import workflow

SOURCES = {"one": {"label": "the first text"}, "two": {"label": "the second text"}}


def table(*rows):
    """Rows of gloss, both counts and z, highest z first."""
    names = ["gloss", "count_first", "count_second", "z"]
    return pl.DataFrame(rows, schema=names, orient="row").with_columns(
        total_first=pl.lit(40), total_second=pl.lit(30)
    )


TIED = table(
    ("statement, announcement", 6, 0, 1.7),
    ("call", 7, 1, 1.6),
    ("leader", 4, 0, 1.4),
    ("rebels", 4, 0, 1.4),
    ("threat", 4, 0, 1.4),
    ("council", 7, 2, 1.2),
    ("Iran", 1, 5, -1.5),
)


def groups(found):
    """Names and counts of each group."""
    return [(group["glosses"], group["counts"]) for group in found["groups"]]


def test_ties_are_named_together():
    """The third place is a tie of three: all are named, and none after them."""
    one, two = concept_keyness.facts(TIED, sources=SOURCES)["texts"]
    assert groups(one) == [
        (["statement"], (6, 0)),
        (["call"], (7, 1)),
        (["leader", "rebels", "threat"], (4, 0)),
    ]
    assert groups(two) == [(["Iran"], (5, 1))]
    assert (one["total"], two["total"]) == (40, 30)


def test_counts_of_the_second_text_come_first_in_its_own_groups():
    """z rises towards the middle of the table: the last rows lead in the second text."""
    found = concept_keyness.facts(
        table(("a", 0, 2, -0.5), ("b", 1, 4, -1.0), ("c", 0, 4, -1.5), ("d", 0, 4, -1.5)),
        sources=SOURCES,
    )
    assert groups(found["texts"][0]) == []
    assert groups(found["texts"][1]) == [(["c", "d"], (4, 0)), (["b"], (4, 1))]
    assert found["largest"] == 1.5


def test_equal_z_with_other_counts_is_no_tie_in_counts():
    """Two concepts of equal z, one with other counts: two groups."""
    found = concept_keyness.facts(table(("a", 4, 0, 1.0), ("b", 3, 1, 1.0)), sources=SOURCES)
    assert groups(found["texts"][0]) == [(["a"], (4, 0)), (["b"], (3, 1))]


def test_the_caption_names_ties_and_the_largest_z():
    """The old caption put one concept of a tie third, and called nothing small."""
    template = workflow.ROOT / "workflow/report/concept_keyness.md"
    counted = {name: source | {"articles": 1} for name, source in SOURCES.items()}
    known = {"sources": counted, "first": "one", "second": "two"}
    values = known | concept_keyness.facts(TIED, sources=SOURCES)
    caption, alternative = captions.caption(template, rows=TIED, **values)
    assert "leader, rebels and threat (each 4 to 0)" in caption
    assert "counts this small test nothing (largest |z| 1.7)" in caption
    assert alternative.startswith("Bars of mentions, back to back, for 7 concepts")
    large = captions.caption(template, rows=TIED, **values | {"largest": 6.3})[0]
    assert "such ranks test nothing (largest |z| 6.3)" in large
    assert "counts this small" not in large
    nothing = known | concept_keyness.facts(TIED.clear(), sources=SOURCES)
    caption, _ = captions.caption(template, rows=[], **nothing)
    assert caption.startswith("**No concept marks either article.**")


@pytest.mark.parametrize(
    ("gloss", "one", "two"),
    [
        ("city, town, village", "city", "city, town"),
        ("state (country), nation", "state", "state"),
        ("peace", "peace", "peace"),
    ],
)
def test_short_glosses(gloss, one, two):
    """The first sense, or the first two; what is in brackets, and behind, is left out."""
    assert captions.short(gloss) == one
    assert captions.short(gloss, 2) == two


def test_a_source_that_no_concept_marks():
    """The caption names the other alone, and no empty list."""
    template = workflow.ROOT / "workflow/report/concept_keyness.md"
    counted = {name: source | {"articles": 1} for name, source in SOURCES.items()}
    known = {"sources": counted, "first": "one", "second": "two"}
    rows = table(("city, town", 1, 1, -0.2))
    values = known | concept_keyness.facts(rows, sources=SOURCES)
    caption, alternative = captions.caption(template, rows=rows, **values)
    said = "The concepts that most mark the second text are city (1 to 1); no concept occurs"
    assert caption.startswith(f"**{said}")
    assert alternative.endswith("Leading in the second text: city (1 to 1).")
