"""The strip of topics: a dot per topic and test, filled where it is above chance."""

import polars as pl
from framing.plots import topics

TABLE = pl.DataFrame(
    [
        ("LDA", 1, 1, "war", 0.9, 0.8, 0.01, 0.6, 0.7, 0.02),
        ("LDA", 1, 2, "aid", 0.9, 0.8, 0.01, 0.6, 0.7, 0.02),
        ("NMF", 1, 1, "aid", 0.5, 0.85, 0.01, 0.5, 0.75, 0.02),
    ],
    schema=[
        *("model", "topic", "rank", "concept"),
        *("stability", "stability_chance", "stability_error"),
        *("across_units", "across_units_chance", "across_units_error"),
    ],
    orient="row",
)
LABELS = {"concept": {"war": "war, battle", "aid": "aid"}}


def test_glosses():
    """Every row of the results with the gloss of its concept."""
    table = topics.tabulate({"topics": TABLE}, LABELS)
    assert table["gloss"].to_list() == ["war, battle", "aid", "aid"]
    assert table.drop("gloss").equals(TABLE)


def test_drawing():
    """Two topics and two tests: one of four dots is filled; each line is that of its model."""
    figure = topics.draw(topics.tabulate({"topics": TABLE}, LABELS), sources={}, width=7)
    left, right = figure.axes
    assert [label.get_text() for label in left.get_yticklabels()] == [
        "LDA 1: war, aid",
        "NMF 1: aid",
    ]
    dots = {
        axes: [line for line in axes.lines if line.get_marker() == "o"] for axes in (left, right)
    }
    assert [line.get_xdata()[0] for line in dots[left]] == [0.9, 0.5]
    assert [line.get_xdata()[0] for line in dots[right]] == [0.6, 0.5]
    fills = [line.get_mfc() for axes in (left, right) for line in dots[axes]]
    assert fills == [topics.COLOUR, "white", "white", "white"]
    bars = [line.get_xdata()[0] for line in left.lines if line.get_marker() != "o"]
    assert bars == [0.8, 0.85]
    legend = [text.get_text() for text in figure.legends[0].get_texts()]
    assert legend == ["not above chance", "above chance", "level of chance"]
