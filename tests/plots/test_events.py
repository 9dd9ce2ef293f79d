"""Events in their groups, with the frames and voices of their sentences."""

import comparison_by_hand as hand
import polars as pl
from framing.plots import events
from matplotlib.colors import to_rgb

COVERAGE = pl.DataFrame(
    {
        "code": ["vote", "call", "aid", "never"],
        "first": [3, 0, 2, 0],
        "second": [1, 4, 0, 0],
        "covered_by": ["both", "second", "first", "neither"],
    }
)
PAIRS = pl.DataFrame(
    [
        ("vote", "violation", "first", "narrator", 1),
        ("vote", "violation", "first", "attributed", 2),
        ("call", "coordination", "second", "attributed", 4),
    ],
    schema=["event", "frame", "source", "voice", "units"],
    orient="row",
)
RESULTS = {"event_coverage": COVERAGE, "events_by_frame": PAIRS}


def test_table():
    """All cells, also empty ones; both first, then each source alone, then neither."""
    table = events.tabulate(RESULTS, hand.LABELS)
    assert table.height == 4 * (1 + 3) * 2
    order = table["event"].unique(maintain_order=True).to_list()
    assert order == ["vote", "aid", "call", "never"]
    cell = {"event": "vote", "frame": "violation"}
    counts = table.filter(**cell).select("source", "units", "narrator", "attributed").rows()
    assert counts == [("first", 3, 1, 2), ("second", 0, 0, 0)]
    whole = table.filter(frame="any").select("event", "source", "units").rows()
    assert whole[:2] == [("vote", "first", 3), ("vote", "second", 1)]
    assert whole[2:4] == [("aid", "first", 2), ("aid", "second", 0)]


def test_absence_differs_from_zero():
    """A dash where the event is not reported, an empty box where it is, without the frame."""
    table = events.tabulate(RESULTS, hand.LABELS)
    axes = events.draw(table, sources=hand.SOURCES, width=7).axes[0]
    texts = [text.get_text() for text in axes.texts]
    assert texts.count("–") == 4  # aid, call: one source each; never: both
    empty = [p for p in axes.patches if p.get_edgecolor()[:3] == (200 / 255,) * 3]
    assert len(empty) == 2 + 3 + 3 + 2  # vote first, second; aid; call
    assert "Only the second article" in texts
    assert "Reported by neither" in texts


def test_heads_tilt_where_they_would_collide():
    """Many frames leave less room than their names need."""
    many = {f"f{n}": f"long name {n}{'x' * 9}" for n in range(14)}
    pairs = PAIRS.with_columns(pl.lit("f1").alias("frame"))
    labels = hand.LABELS | {"frame": many}
    table = events.tabulate(RESULTS | {"events_by_frame": pairs}, labels)
    texts = events.draw(table, sources=hand.SOURCES, width=7).axes[0].texts
    assert [t.get_rotation() for t in texts if t.get_text() in many.values()] == [45.0] * 14
    table = events.tabulate(RESULTS, hand.LABELS)
    texts = events.draw(table, sources=hand.SOURCES, width=7).axes[0].texts
    assert {t.get_rotation() for t in texts} == {0.0}


def test_what_is_attributed_is_hatched():
    """The fuller a cell, the darker; own voice is plain."""
    plain, hatched = (events._ground("#0072B2", 0.5, attributed=value) for value in (False, True))
    assert "hatch" not in plain
    assert hatched["hatch"] == "/////"
    assert plain["facecolor"] == hatched["facecolor"] != hatched["hatchcolor"]
    assert events._ground("#0072B2", 0) != events._ground("#0072B2", 1)
    dark, light = (sum(to_rgb(events._ground("#0072B2", s)["facecolor"])) for s in (1, 0))
    assert dark < light
