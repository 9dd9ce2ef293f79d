"""The multiverse: units, specifications and intervals, counted by hand."""

from dataclasses import replace

import numpy as np
import polars as pl
import pytest
from articles_by_hand import (
    CONTRASTS,
    FIRST,
    KNOWN,
    OWN,
    SECOND,
    SETTINGS,
    SHEET,
    SOURCES,
    always,
    article,
    run,
    texts,
)
from framing.robustness import choices, multiverse
from framing.statistics import intervals
from polars.testing import assert_frame_equal


@pytest.mark.parametrize(
    ("chosen", "estimate"),
    [
        ({}, 1 / 3 - 1 / 3),
        ({"repeated_lead": "counted"}, 2 / 4 - 1 / 4),
        ({"unit": "clause"}, 2 / 4 - 1 / 4),
        ({"unit": "clause", "tiers": "core"}, 1 / 4 - 1 / 4),
        ({"unit": "clause", "weight": "content_words"}, 3 / 9 - 3 / 9),
        ({"unit": "clause", "weight": "words"}, 4 / 12 - 4 / 12),
        ({"unit": "window"}, 1 / 2 - 1 / 2),
        ({"voices": "own"}, 1 / 3 - 0),  # in the second the first cue is attributed
        ({"voices": "own", "tiers": "core"}, 1 / 3 - 1 / 3),
        ({"base": "framed_units"}, 1 / 2 - 1 / 2),
        ({"base": "framed_units", "repeated_lead": "counted"}, 2 / 3 - 1 / 2),
    ],
)
def test_run(chosen, estimate):
    """Shares of units with frame a in the two articles, counted by hand."""
    table, _ = run(FIRST, SECOND)
    row = table.filter(contrast="a", measure="difference", **(OWN | chosen))
    assert row["estimate"].to_list() == pytest.approx([estimate])
    assert row["own"].to_list() == [not chosen or set(chosen) == {"voices"}]
    assert row["question"].to_list() == [chosen.get("voices", "all")]


def test_own_voice():
    """Of the units with a or b the text itself says 2 of 2 in the first; in the second 0 of 2."""
    table, _ = run(FIRST, SECOND)
    row = table.filter(contrast="voice", own=True)
    assert row.select("first", "second", "n_first", "n_second").rows() == [(1.0, 0.0, 2, 2)]
    assert row.select("carrying_first", "carrying_second").rows() == [(2, 0)]
    assert set(table.filter(contrast="voice")["measure"]) == {"difference"}
    assert set(table.filter(contrast="voice")["question"]) == {""}


def test_units_are_counted_beside_the_shares():
    """One of three sentences of either article carries a; weights do not change these counts."""
    table, _ = run(FIRST, SECOND)
    for weight in ("units", "words"):
        row = table.filter(contrast="a", measure="difference", **(OWN | {"weight": weight}))
        counts = row.select("carrying_first", "n_first", "carrying_second", "n_second")
        assert counts.rows() == [(1, 3, 1, 3)]


def test_log_ratio():
    """Smoothed by .5, with the lead: log2 of (2 + .5)/(4 + 1) over (1 + .5)/(4 + 1)."""
    table, _ = run(FIRST, SECOND)
    spec = OWN | {"repeated_lead": "counted"}
    row = table.filter(contrast="a", measure="log_ratio", **spec)
    assert row["estimate"].to_list() == pytest.approx([np.log2(2.5 / 1.5)])
    assert row["low"].to_list() == [None]
    row = table.filter(contrast="a", measure="log_ratio", **(spec | {"smoothing": "one"}))
    assert row["estimate"].to_list() == pytest.approx([np.log2(3 / 2)])


def test_a_permit_gives_the_intervals():
    """Without a permit the estimate stands alone, with one it has the interval of `intervals`."""
    permit = lambda design, share, weight: weight == "units"  # noqa: E731
    table, _ = run(FIRST, SECOND, permit=permit, level=0.9)
    own = table.filter(contrast="a", measure="difference", question="all", own=True)
    found = intervals.contrast([[1, 0, 0]], [[0, 1, 0]], method="hac", level=0.9)
    assert own.select("low", "high").row(0) == pytest.approx((found.low, found.high))
    assert table.filter(weight="words")["low"].is_null().all()


def test_a_permit_is_asked_for_the_units():
    """It is asked for articles and their lengths in units, the pooled share, and the weight."""
    asked = set()
    run(FIRST, SECOND, permit=lambda *given: asked.add(given))
    assert ((1, 1, 3, 3), 1 / 3, "units") in asked  # sentences: one of three in either
    assert ((1, 1, 4, 4), 3 / 8, "words") in asked  # with the lead: two and one of four


def test_what_is_known_to_be_worse_is_run_but_not_counted():
    """The column `counted` is false exactly where an option is known to be worse."""
    spelling = choices.read(SHEET, SETTINGS)["spelling"]
    table, _ = run(FIRST, SECOND, known=KNOWN | {"spelling": spelling})
    assert set(table.filter("counted")["spelling"]) == {"folded"}
    assert set(table.filter(~pl.col("counted"))["spelling"]) == {"written"}


def test_every_stage_is_asked_once_for_each_of_its_options():
    """Readings and units are made once, and made again for every option that they depend on."""
    made = texts(FIRST, SECOND)
    multiverse.run(made, CONTRASTS, multiverse.Method("hac", 0.95, always))
    assert made.reader.asked == [
        {"coding": "instrument", "repairs": True, "spelling": "folded", "matching": "readings"}
    ]
    frames = 2  # of the two contrasts
    assert len(made._cuts) == 3 * 2  # unit, lead
    assert len(made._sources) == 3 * 2 * 2 * frames  # unit, lead, tiers


def test_swapped_sources_mirror_the_curve():
    """Every estimate and interval changes its sign."""
    (one, _), (two, _) = run(FIRST, SECOND), run(FIRST, SECOND, sources=SOURCES[::-1])
    estimates = [table["estimate"].to_list() for table in (one, two)]
    assert estimates[0] == pytest.approx([-x for x in estimates[1]])
    assert one["low"].drop_nulls().to_list() == pytest.approx((-two["high"]).drop_nulls().to_list())


def test_the_same_twice():
    """Nothing depends on chance or order."""
    (one, means), (two, again) = run(FIRST, SECOND), run(FIRST, SECOND)
    assert_frame_equal(one, two)
    assert np.array_equal(means, again, equal_nan=True)


def test_several_articles_of_a_source():
    """Two articles of the first source: their units together, 1 of 3 and 0 of 3."""
    other = replace(article("other", [(50, "b", True, True)]), source="first")
    table, _ = run(FIRST, other, SECOND)
    row = table.filter(contrast="a", measure="difference", question="all", own=True)
    assert row.select("first", "n_first").row(0) == pytest.approx((1 / 6, 6))


def test_a_source_without_units_has_no_estimate():
    """No unit of the second carries a frame: of its framed units there is no share."""
    empty = article("second", [(80, "c", True, True)])
    table, means = run(FIRST, empty)
    row = table.filter(contrast="voice", own=True)
    assert row.select("estimate", "second", "n_second").rows() == [(None, None, 0)]
    assert np.isnan(means[(table["contrast"] == "voice").to_numpy()][:, 3:]).all()


def test_articles_are_joined_one_after_the_other():
    """Two articles a source: units, and the windows of six words, begin anew in each article."""
    two = [FIRST, replace(FIRST, article="again"), SECOND]
    made = texts(*two, sources=("first", "second"))
    for unit, units in (("sentence", [3, 3]), ("window", [2, 2])):
        side, _ = made.compare(OWN | {"unit": unit}, CONTRASTS["a"])
        assert side.lengths.tolist() == units
        first, second = side.split()[0]
        assert first.tolist() == second.tolist()
