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


def test_the_band_around_chance():
    """Two errors wide on either side of the level, as high as the row of its topic."""
    left, _ = topics.draw(topics.tabulate({"topics": TABLE}, LABELS), sources={}, width=7).axes
    boxes = [band.get_paths()[0].get_extents() for band in left.collections]
    assert [(round(b.x0, 9), b.y0, round(b.x1, 9), b.y1) for b in boxes] == [
        (0.78, -0.5, 0.82, 0.5),
        (0.83, 0.5, 0.87, 1.5),
    ]
    bars = [list(line.get_ydata()) for line in left.lines if line.get_marker() != "o"]
    assert bars == [[-0.5, 0.5], [0.5, 1.5]]
    assert left.get_ylim() == (1.5, -0.5)
    assert left.get_xlim() == (0, 1.02)
    height = topics.ROW * 2 + topics.REST
    assert left.figure.get_size_inches().tolist() == [7, height]


def test_a_dot_at_the_level_of_chance_is_not_above_it():
    """It is hollow."""
    table = TABLE.with_columns(stability_chance=pl.col("stability"))
    left, _ = topics.draw(topics.tabulate({"topics": table}, LABELS), sources={}, width=7).axes
    assert {line.get_mfc() for line in left.lines if line.get_marker() == "o"} == {"white"}
