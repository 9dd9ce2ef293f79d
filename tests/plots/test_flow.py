"""Who says it, what, who is blamed: every actor kept, no label over another."""

from itertools import pairwise

import comparison_by_hand as hand
import matplotlib.pyplot as plt
import polars as pl
import pytest
from framing.plots import flow, responsibility
from matplotlib.patches import Rectangle

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


RIBBONS = pl.DataFrame(
    [
        ("A", "x", "P", 3, "#111111", False),
        ("B", "x", "P", 1, "#222222", True),
        ("A", "y", "Q", 2, "#333333", False),
    ],
    schema=["who", "what", "whom", "units", "colour", "hatched"],
    orient="row",
)


def test_heights_of_nodes():
    """As high as their ribbons, the greatest first, and at least as high as their names."""
    assert flow._heights(RIBBONS, "who", 0.2) == pytest.approx({"A": 1.0, "B": 0.2})
    assert flow._heights(RIBBONS, "who", 0.01) == pytest.approx({"A": 0.15, "B": 0.15})
    long = RIBBONS.with_columns(who=pl.lit("a name that takes two lines of the column"))
    assert flow._heights(long, "who", 0.01) == pytest.approx({long["who"][0]: 2 * 0.13 + 0.02})


def test_nodes_are_stacked_amid_the_figure():
    """Heights 1 and .5 with a gap of .16 in a body of 2: .17 above and below."""
    nodes = flow._stack({"A": 1.0, "B": 0.5}, 2.0)
    assert nodes["A"].top == pytest.approx(flow.HEADS + 0.17)
    assert nodes["B"].top == pytest.approx(flow.HEADS + 0.17 + 1.0 + 0.16)
    assert (nodes["A"].height, nodes["B"].height) == (1.0, 0.5)


def test_ribbons_take_the_next_place_at_a_node():
    """Left and right are counted apart."""
    node = flow.Node(1.0, 3.0)
    assert [node.take("left", 0.5), node.take("left", 1), node.take("right", 2)] == [1, 1.5, 1]
    assert (node.left, node.right) == (1.5, 2)


def test_ribbons_cross_little():
    """At both ends in the order of the nodes at their other ends."""
    heads = {"who": "Who", "what": "What", "whom": "Whom"}
    nodes = {column: flow._stack(flow._heights(RIBBONS, column, 0.2), 2.0) for column in heads}
    tops = {name: node.top for column in nodes.values() for name, node in column.items()}
    ribbons = flow._route(RIBBONS, nodes, "who", "what", "whom", 0.2)
    found = {(r["who"], r["what"]): (r["start"], r["end"], r["high"]) for r in ribbons}
    assert found["A", "x"] == pytest.approx((tops["A"], tops["x"], 0.6))
    assert found["A", "y"] == pytest.approx((tops["A"] + 0.6, tops["y"], 0.4))
    assert found["B", "x"] == pytest.approx((tops["B"], tops["x"] + 0.6, 0.2))


def test_shape_of_a_ribbon():
    """From edge to edge, as thick at both ends; its count at its start where it is thick enough."""
    _, axes = plt.subplots()
    ribbon = {"start": 1.0, "end": 2.0, "units": 3, "colour": "#111111"}
    for high, hatched in ((flow.LINE * 0.8, False), (0.1, True)):
        flow._ribbon(axes, (0.0, 4.0), ribbon | {"high": high, "hatched": hatched})
    path = axes.patches[0].get_path().vertices
    assert path[:4].tolist() == [[0, 1], [2, 1], [2, 2], [4, 2]]
    assert path[4] == pytest.approx([4, 2 + 0.104])
    assert path[7] == pytest.approx([0, 1.104])
    assert [bool(patch.get_hatch()) for patch in axes.patches] == [False, True]
    assert [text.get_text() for text in axes.texts] == ["3"]
    assert axes.texts[0].get_position() == pytest.approx((0.16, 1.052))


def test_places_of_columns():
    """Names right of the left edge, amid the figure and at its right edge; thick as they can be."""
    heads = {"who": "Who", "what": "What", "whom": "Whom"}
    figure = flow.draw(RIBBONS, heads, width=7)
    axes = figure.axes[0]
    body = 6 * flow.THICKEST + flow.GAP
    assert figure.get_figheight() == pytest.approx(flow.HEADS + body + flow.FOOT)
    place = {text.get_text(): text.get_position() for text in axes.texts}
    assert place["Who"] == pytest.approx((flow.NAMES - 0.06, 0.14))
    assert place["What"] == pytest.approx((3.5, 0.14))
    assert place["Whom"] == pytest.approx((7 - flow.NAMES + 0.06, 0.14))
    assert place["A"] == pytest.approx((flow.NAMES - 0.06, flow.HEADS + 0.5))
    grounds = [p for p in axes.patches if isinstance(p, Rectangle)]
    assert [(p.get_x(), p.get_width()) for p in grounds] == [
        (pytest.approx(3.5 - flow.BOX / 2), flow.BOX)
    ] * 2
    many = pl.concat([RIBBONS.with_columns(units=pl.lit(100))])
    assert flow.draw(many, heads, width=7).get_figheight() == pytest.approx(
        flow.HEADS + flow.TALLEST + flow.GAP + flow.FOOT
    )


def test_rarer_names_are_taken_together(monkeypatch):
    """Of four speakers the two commonest keep their names where three are the most."""
    monkeypatch.setattr(responsibility, "MOST", 3)
    rows = [
        (name, "f", "X", "first", True, units)
        for name, units in zip("ABCD", (5, 1, 4, 2), strict=True)
    ]
    columns = [*responsibility.COLUMNS, "source", "own", "units"]
    table = pl.DataFrame(rows, schema=columns, orient="row")
    folded = responsibility._fold(table)
    speaker = "speaker_label"
    assert dict(folded.select(speaker, "units").iter_rows()) == {
        "A": 5,
        "C": 4,
        responsibility.OTHERS: 3,
    }
    three = table.head(3)
    assert responsibility._fold(three)[speaker].to_list() == ["A", "B", "C"]


@pytest.mark.parametrize(("articles", "named"), [(1, "itself"), (2, "themselves")])
def test_texts_are_speakers(articles, named):
    """Under the name of their source, which agrees with the number of its articles."""
    table = responsibility.tabulate({"responsibility": FLOWS}, hand.LABELS)
    sources = {name: entry | {"articles": articles} for name, entry in hand.SOURCES.items()}
    found = responsibility._name_texts(table, sources)
    own = found.filter("own")["speaker_label"].unique().to_list()
    assert own == [f"the second article {named}"]
    assert responsibility._looks(found, sources) == {"Second, own voice", "First, attributed"}
