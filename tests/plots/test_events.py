"""Events in their groups, with the frames and voices of their sentences."""

import comparison_by_hand as hand
import matplotlib.pyplot as plt
import polars as pl
import pytest
from framing.plots import events
from matplotlib.colors import to_hex, to_rgb

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


def boxes(axes):
    """The patches of an axes: left, top, width, height, in the order in which they were drawn."""
    return [
        (patch.get_x(), patch.get_y(), patch.get_width(), patch.get_height())
        for patch in axes.patches
    ]


def test_a_cell():
    """Own voice left, attributed right, by their shares; then the edge, with the count amid it."""
    _, axes = plt.subplots()
    row = {"units": 3, "narrator": 1, "attributed": 2}
    events._cell(axes, row, (1.0, 2.0), (0.6, 0.3), "#0072B2", 4)
    own, said, edge = axes.patches
    expected = [(1, 2, 0.2, 0.3), (1.2, 2, 0.4, 0.3), (1, 2, 0.6, 0.3)]
    for found, box in zip(boxes(axes), expected, strict=True):
        assert found == pytest.approx(box)
    assert (own.get_hatch(), said.get_hatch(), edge.get_fill()) == (None, "/////", False)
    share = events._ground("#0072B2", 3 / 4)["facecolor"]
    assert to_hex(own.get_facecolor()) == to_hex(said.get_facecolor()) == share
    (text,) = axes.texts
    assert (text.get_text(), text.get_position()) == ("3", pytest.approx((1.3, 2.15)))


def test_a_cell_without_the_frame():
    """An empty box, no count; a cell of own voice alone has no hatched part."""
    _, axes = plt.subplots()
    events._cell(axes, {"units": 0, "narrator": 0, "attributed": 0}, (1, 2), (3, 4), "red", 4)
    assert boxes(axes) == [(1, 2, 3, 4)]
    assert not axes.patches[0].get_fill()
    assert len(axes.texts) == 0
    events._cell(axes, {"units": 2, "narrator": 2, "attributed": 0}, (1, 2), (3, 4), "red", 4)
    assert boxes(axes)[1:] == [(1, 2, 3, 4)] * 2


def test_places_of_names_counts_and_cells():
    """Rows and columns as wide as the constants say; the sources side by side in each column."""
    table = events.tabulate(RESULTS, hand.LABELS)
    axes = events.draw(table, sources=hand.SOURCES, width=7).axes[0]
    place = {text.get_text(): text.get_position() for text in axes.texts}
    step = (7 - 2 * events.EDGE - events.NAMES - events.TOTALS) / 3
    left = events.EDGE + events.NAMES + events.TOTALS
    row = events.HEADS + events.GROUP  # the first event is below the name of its group
    assert place["Reported by both"][1] == pytest.approx(events.HEADS + events.GROUP / 2 + 0.02)
    assert place["vote"] == pytest.approx((events.EDGE, row + events.ROW / 2))
    assert place["aid access"][1] == pytest.approx(row + 1.5 * events.ROW + events.GROUP)
    assert place["coordination"][0] == pytest.approx(left + step / 2)
    assert place["threat"][0] == pytest.approx(left + 2.5 * step)
    assert place["all\nsentences"][0] == pytest.approx(left - events.TOTALS / 2)
    totals = [text for text in axes.texts if text.get_fontweight() == "bold"][1:3]
    at = events.EDGE + events.NAMES
    assert [text.get_position()[0] for text in totals] == pytest.approx(
        [at + events.TOTALS / 4, at + events.TOTALS * 3 / 4]
    )
    cells = boxes(axes)
    size = 0.45 * step, events.ROW - 0.04
    assert cells[0] == pytest.approx((left + 0.04 * step, row + 0.02, *size))
    second = next(box for box in cells if box[0] > left + 0.5 * step)
    assert second == pytest.approx((left + 1.04 * step, row + 0.02, size[0] / 3, size[1]))
    other = [box for box in cells if box[1] == pytest.approx(row + 0.02)][-3]
    assert other == pytest.approx((left + 0.51 * step, row + 0.02, *size))
