"""Shares beside contrasts, and marks for the three answers."""

import comparison_by_hand as hand
import numpy as np
import polars as pl
import pytest
from framing.plots import frames_by_voice

SHARES = pl.DataFrame(
    [
        ("threat", "first", 20, 10, 4, 6),
        ("threat", "second", 10, 1, 1, 0),
        ("violation", "first", 20, 4, 0, 4),
        ("violation", "second", 10, 2, 0, 2),
    ],
    schema=["code", "source", "units", "carried", "narrator", "attributed"],
    orient="row",
)
CONTRASTS = pl.DataFrame(
    {
        "kind": ["frame", "frame", "frame"],
        "code": ["threat", "violation", "threat"],
        "measure": ["sentences", "sentences", "words"],
        "estimate": [0.4, 0.0, 0.3],
        "low": [0.1, np.nan, 0.1],
        "high": [0.7, np.nan, 0.5],
        "method": ["m", "m", "m"],
        "floor": [1.0, 1.0, 1.0],
        "answer": ["different", "cannot tell", "different"],
        "detectable": [0.7, 0.7, 0.7],
        "dependence": [0.2, 0.8, 0.2],
        "beyond": [False, True, False],
        "reason": ["", "why", ""],
        "log_ratio": [1.0, 0.0, 1.0],
        "g2": [3.0, 0.0, 3.0],
    }
)
CONTROLS = pl.DataFrame(
    {"code": ["threat", "threat"], "control": ["placebo cues", "halves"], "passed": [True, False]}
)
RESULTS = {"frame_shares": SHARES, "contrasts": CONTRASTS, "controls": CONTROLS}


def test_table():
    """Only contrasts by sentences; a failed control becomes a warning."""
    table = frames_by_voice.tabulate(RESULTS, hand.LABELS)
    assert table.height == 4
    assert table["estimate"].to_list() == [0.4, 0.4, 0.0, 0.0]
    assert table["answer"].to_list() == ["different"] * 2 + ["cannot tell"] * 2
    assert table["warning"].to_list() == ["halves"] * 2 + [""] * 2


def test_marks_and_labels():
    """Counts at the bars without daggers; hollow where the answer is open; axis to 100 per cent."""
    table = frames_by_voice.tabulate(RESULTS, hand.LABELS)
    figure = frames_by_voice.draw(table, sources=hand.SOURCES, width=7)
    left, right = figure.axes
    assert [text.get_text() for text in left.texts] == [
        *("First: 10 of 20", "4 of 20"),
        *("Second: 1 of 10", "2 of 10"),
    ]
    assert left.get_xlim() == (0, 100)
    fills = [line.get_markerfacecolor() for line in right.lines if line.get_marker() == "o"]
    assert fills == ["#222222", "white"]
    legend = [text.get_text() for text in figure.legends[0].get_texts()]
    assert legend == ["own voice", "attributed", "different", "cannot tell, no interval"]
    assert "negative control failed for threat (halves)" in figure.get_suptitle().replace("\n", " ")


def test_differences_of_nothing():
    """Where all are zero the axis reaches some points, not hundredths of one."""
    results = RESULTS | {"contrasts": CONTRASTS.with_columns(estimate=0.0, low=np.nan, high=np.nan)}
    table = frames_by_voice.tabulate(results, hand.LABELS)
    _, right = frames_by_voice.draw(table, sources=hand.SOURCES, width=7).axes
    assert right.get_xlim() == (-5, 5)


def test_the_share_is_of_all_sentences_where_a_source_has_several_articles():
    """The label of the axis follows the corpus."""
    table = frames_by_voice.tabulate(RESULTS, hand.LABELS)
    for articles, words in ((1, "the article’s"), (3, "all")):
        sources = {name: entry | {"articles": articles} for name, entry in hand.SOURCES.items()}
        left, _ = frames_by_voice.draw(table, sources=sources, width=7).axes
        assert left.get_xlabel() == f"share of {words} sentences (%)"


def test_bars():
    """Own voice from 0 on, then what is attributed; the sources one below the other."""
    table = frames_by_voice.tabulate(RESULTS, hand.LABELS)
    left, right = frames_by_voice.draw(table, sources=hand.SOURCES, width=7).axes
    bars = [(p.get_x(), p.get_width(), p.get_y() + p.get_height() / 2) for p in left.patches]
    expected = [
        *((0, 20, -0.18), (0, 0, 0.82), (20, 30, -0.18), (0, 20, 0.82)),
        *((0, 10, 0.18), (0, 0, 1.18), (0, 20, 1.18)),
    ]
    assert [pytest.approx(bar) for bar in expected] == bars
    assert [bool(p.get_hatch()) for p in left.patches] == [
        *(False, False, True, True),
        *(False, False, True),
    ]
    assert {round(p.get_height(), 6) for p in left.patches} == {frames_by_voice.BAR}
    places = [text.get_position() for text in left.texts]
    expected = [(51, -0.18), (21, 0.82), (11, 0.18), (21, 1.18)]
    assert [pytest.approx(place) for place in expected] == places
    assert [text.get_fontweight() for text in left.texts] == ["bold", "normal"] * 2
    assert left.get_ylim() == (1.5, -0.5)
    (interval,) = right.collections
    assert interval.get_segments()[0].tolist() == [[10, 0], [70, 0]]
    estimates = [line.get_data() for line in right.lines if line.get_marker() == "o"]
    assert [(x[0], y[0]) for x, y in estimates] == [(pytest.approx(40), 0), (0, 1)]
    assert right.get_xlim()[0] <= -5
