"""Who says it, what, who is blamed: every actor kept, no label over another."""

from itertools import pairwise

import comparison_by_hand as hand
import polars as pl
from framing.plots import responsibility

FLOWS = pl.DataFrame(
    [
        ("violation", "second", "narrator", "regime", 1),
        ("violation", "second", "narrator", "russia", 1),
        ("violation", "first", "rebels", "regime", 3),
        ("threat", "first", "unnamed", "none", 1),
    ],
    schema=["frame", "source", "speaker", "responsible", "units"],
    orient="row",
)


def test_table_keeps_every_actor():
    """Both actors of one sentence, named; the text itself first."""
    table = responsibility.tabulate({"responsibility": FLOWS}, hand.LABELS)
    rows = table.select("speaker_label", "frame_label", "responsible_label", "units").rows()
    assert rows[:2] == [
        ("the text itself", "violation", "Syrian government", 1),
        ("the text itself", "violation", "Russia", 1),
    ]
    assert ("a speaker not named", "threat", "nobody named", 1) in rows


def test_flow():
    """Two ribbons a row; each text a speaker of its own; hatched where attributed."""
    table = responsibility.tabulate({"responsibility": FLOWS}, hand.LABELS)
    axes = responsibility.draw(table, sources=hand.SOURCES, width=7).axes[0]
    texts = [text.get_text().replace("\n", " ") for text in axes.texts]
    assert "the second article itself" in texts
    assert "Russia" in texts
    ribbons = [p for p in axes.patches if len(p.get_path().vertices) > 5]
    assert len(ribbons) == 2 * 4
    assert sum(bool(p.get_hatch()) for p in ribbons) == 2 * 2
    assert sorted(text for text in texts if text.isdigit()) == ["1"] * 6 + ["3"] * 2


def test_labels_never_collide():
    """Forty speakers and actors: the rarer ones are taken together, the names keep apart."""
    actors = {f"a{n}": f"an actor with a long name {n}" for n in range(40)}
    flows = pl.DataFrame(
        {
            "frame": ["violation"] * 40,
            "source": ["first", "second"] * 20,
            "speaker": [f"a{n}" for n in range(40)],
            "responsible": [f"a{39 - n}" for n in range(40)],
            "units": [40 - n for n in range(40)],
        }
    )
    labels = hand.LABELS | {"actor": actors}
    table = responsibility.tabulate({"responsibility": flows}, labels)
    assert table.height == 40
    figure = responsibility.draw(table, sources=hand.SOURCES, width=7)
    assert figure.get_figheight() < 9
    texts = [t for t in figure.axes[0].texts if t.get_ha() in ("left", "right")]
    for side in ("left", "right"):
        boxes = [t.get_window_extent() for t in texts if t.get_ha() == side]
        boxes.sort(key=lambda box: -box.y0)
        assert all(above.y0 >= below.y1 for above, below in pairwise(boxes))
    assert [t.get_text() for t in texts].count("others") == 2


def test_nothing_to_show():
    """An empty table says so."""
    table = responsibility.tabulate({"responsibility": FLOWS.clear()}, hand.LABELS)
    figure = responsibility.draw(table, sources=hand.SOURCES, width=7)
    assert "no sentence" in figure.texts[0].get_text()
