"""Tables of frames, events, voice and responsibility, from results made by hand."""

import polars as pl
from framing.paper.tables import comparison
from results_by_hand import NAMES, RESULTS


def test_frame_comparison():
    """Counts in two columns; differences of frames only, by sentences and by words."""
    rows = comparison.frame_comparison(RESULTS, NAMES).to_dicts()
    assert [row["frame"] for row in rows] == ["threat", "violation"]
    assert rows[0] == {
        "frame": "threat",
        "carried_hebrew": 1,
        "units_hebrew": 2,
        "share_hebrew": 0.5,
        "share_words_hebrew": 0.25,
        "carried_arabic": 0,
        "units_arabic": 1,
        "share_arabic": 0.0,
        "share_words_arabic": 0.0,
        "difference_sentences": 0.5,
        "low_sentences": 0.1,
        "high_sentences": 0.9,
        "difference_words": 0.25,
        "low_words": -0.2,
        "high_words": 0.6,
        "log_ratio": 1.0,
        "g2": 4.0,
    }


def test_contrasts():
    """Codes by label, shares by source, unknown values empty."""
    table = comparison.contrasts(RESULTS, NAMES)
    assert table["code"].to_list()[-1] == "a call"
    assert table.row(0, named=True)["share_hebrew"] == 0.5
    assert table.row(1, named=True)["share_arabic"] == 1.0
    assert table["low"].to_list()[-1] is None
    assert "kind" not in table.columns


def test_events():
    """A row per event, source and frame, voices together, most sentences first."""
    rows = comparison.events(RESULTS, NAMES).rows()
    assert rows == [
        ("vote in the Council", "both", "Hebrew", 2, "violation", 2),
        ("vote in the Council", "both", "Hebrew", 2, "threat", 1),
        ("vote in the Council", "both", "Arabic", 1, None, None),
        ("a call", "Hebrew only", "Hebrew", 1, "threat", 1),
        ("a call", "Hebrew only", "Arabic", 0, None, None),
        ("talks", "neither", "Hebrew", 0, None, None),
        ("talks", "neither", "Arabic", 0, None, None),
    ]


def test_same_event():
    """Sentences on the events of both sources, counted from 1, a row per actor blamed."""
    table = comparison.same_event(RESULTS, NAMES)
    assert table.drop("event", "article").rows() == [
        ("Hebrew", 2, "violation", "attributed", "Syrian government", "שתיים", "two"),
        ("Hebrew", 2, "violation", "attributed", "Iran", "שתיים", "two"),
        ("Arabic", 1, "violation", "narrator", "Syrian government", "واحد", "one"),
        ("Hebrew", 3, "", "", "", "אחת", "one"),
    ]
    assert table["event"].unique().to_list() == ["vote in the Council"]


def test_same_event_of_a_large_corpus(monkeypatch):
    """The first sentences of each source on an event, and the caption says so."""
    assert comparison.facts(RESULTS, NAMES)["most"] is None
    monkeypatch.setattr(comparison, "MOST", 1)
    table = comparison.same_event(RESULTS, NAMES)
    assert table.select("source", "sentence").unique(maintain_order=True).rows() == [
        ("Hebrew", 2),
        ("Arabic", 1),
    ]
    assert comparison.facts(RESULTS, NAMES)["most"] == 1


def test_voice_and_responsibility():
    """Speakers once for each sentence, however many actors are blamed; every actor counts."""
    rows = comparison.voice_and_responsibility(RESULTS, NAMES).rows()
    assert rows == [
        ("threat", "Hebrew", 1, 1, 0, None, None, None),
        ("threat", "Arabic", 0, 0, 0, None, None, None),
        ("violation", "Hebrew", 1, 0, 1, "speaker", "Russia", 1),
        ("violation", "Hebrew", 1, 0, 1, "responsible", "Syrian government", 1),
        ("violation", "Hebrew", 1, 0, 1, "responsible", "Iran", 1),
        ("violation", "Arabic", 1, 1, 0, "responsible", "Syrian government", 1),
    ]


def test_facts():
    """Contrasts, those with an interval, clear of zero, and beyond the calibrated dependence."""
    contrasts = RESULTS["contrasts"]
    assert comparison.facts(RESULTS, NAMES) == {
        "contrasts": 5,
        "intervals": 4,
        "clear": 1,
        "beyond": 2,
        "most": None,
    }
    negative = contrasts.with_columns(pl.lit(-0.1).alias("high"))
    found = comparison.facts(
        RESULTS | {"contrasts": negative.with_columns(low=pl.lit(-0.2))}, NAMES
    )
    assert found["clear"] == 5


def test_whoever_speaks_most_comes_first():
    """Iran in one sentence, then Russia in two: Russia is first."""
    units = pl.DataFrame(
        {"article": ["a_he"] * 3, "source": ["hebrew"] * 3, "sentence": [0, 1, 2]}
        | {"code": ["violation"] * 3, "voice": ["attributed"] * 3}
        | {"speaker": ["iran", "russia", "russia"], "responsible": [""] * 3}
    )
    table = comparison.voice_and_responsibility(RESULTS | {"frame_units": units}, NAMES)
    named = table.drop_nulls("actor").select("role", "actor", "sentences").rows()
    assert named == [("speaker", "Russia", 2), ("speaker", "Iran", 1)]
