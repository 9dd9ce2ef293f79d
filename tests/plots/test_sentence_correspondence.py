"""The matrix of sentences: numbered from 1, pairs above chance outlined and named."""

from itertools import pairwise

import polars as pl
import pytest
from framing.plots import sentence_correspondence as plot

SOURCES = {"one": {"label": "text 1", "short": "One"}, "two": {"label": "text 2", "short": "Two"}}
LABELS = {"concept": {"war": "war, battle", "aid": "aid (relief)"}}
PAIRS = pl.DataFrame(
    {
        "article_first": ["x"] * 4,
        "first": [0, 0, 1, 1],
        "article_second": ["y"] * 4,
        "second": [0, 1, 0, 1],
        "similarity": [0.9, 0.1, 0.0, 0.2],
        "shared": ["war|aid", "war", "", "aid"],
        "reference": [0.5] * 4,
        "reference_error": [0.01] * 4,
        "above_chance": [True, False, False, False],
    }
)


def test_sentences_are_numbered_from_one():
    """Names of sentences, and the first sense of each concept."""
    table = plot.tabulate({"sentence_pairs": PAIRS}, LABELS)
    assert table["name_first"].to_list() == ["1", "1", "2", "2"]
    assert table["name_second"].to_list() == ["1", "2", "1", "2"]
    assert table["shared_glosses"].to_list() == ["war|aid", "war", "", "aid"]


def test_several_articles_are_named():
    """Two articles in the first source, one in the second."""
    several = PAIRS.with_columns(pl.Series("article_first", ["x", "x", "z", "z"]))
    table = plot.tabulate({"sentence_pairs": several}, LABELS)
    assert table["name_first"].to_list() == ["x 1", "x 1", "z 2", "z 2"]
    assert table["name_second"].to_list() == ["1", "2", "1", "2"]


def test_only_the_most_alike_sentences_are_shown(monkeypatch):
    """Room for one of each: those of the closest pair."""
    monkeypatch.setattr(plot, "MOST", 1)
    table = plot.tabulate({"sentence_pairs": PAIRS}, LABELS)
    assert table.select("name_first", "name_second").rows() == [("1", "1")]


def test_drawing():
    """Shades of the cosines, one outline, and the pair in words; no digits in the cells."""
    table = plot.tabulate({"sentence_pairs": PAIRS}, LABELS)
    figure = plot.draw(table, sources=SOURCES, width=7)
    axes, words = figure.axes[:2]
    assert axes.collections[0].get_array().tolist() == [[0.9, 0.1], [0.0, 0.2]]
    assert [patch.get_xy() for patch in axes.patches] == [(0, 0)]
    assert not list(axes.texts)
    (text,) = words.texts
    assert text.get_text() == "One 1 – Two 1 (0.90)\nwar and aid\n"
    assert text.get_fontsize() == pytest.approx(7.5)
    assert (text.get_position(), text.get_va()) == ((0, 1), "top")
    assert figure.get_size_inches().tolist() == [7, 2.6]


def test_names_of_forty_columns_do_not_touch():
    """Each upright name is narrower than its column."""
    rows = [
        {"name_first": "x 1", "name_second": f"y_{n} 12", "similarity": 0.1, "above_chance": False}
        for n in range(40)
    ]
    table = pl.DataFrame(rows).with_columns(shared_glosses=pl.lit(""))
    figure = plot.draw(table, sources=SOURCES, width=7)
    figure.canvas.draw()
    boxes = [label.get_window_extent() for label in figure.axes[0].get_xticklabels()]
    gaps = [after.x0 - before.x1 for before, after in pairwise(boxes)]
    assert len(gaps) == 39
    assert min(gaps) > 0


def test_the_most_alike_are_named_first():
    """Six at most."""
    pairs = PAIRS.with_columns(above_chance=pl.lit(True))
    table = plot.tabulate({"sentence_pairs": pairs}, LABELS)
    (text,) = plot.draw(table, sources=SOURCES, width=7).axes[1].texts
    heads = [line for line in text.get_text().splitlines() if line.startswith("One")]
    assert [head.rpartition("(")[2] for head in heads] == ["0.90)", "0.20)", "0.10)", "0.00)"]
    assert plot.NAMED == 6


def test_no_pair_above_chance():
    """The matrix takes more of the width, and a line says that no pair is above chance."""
    table = plot.tabulate({"sentence_pairs": PAIRS}, LABELS)
    found = []
    for shown in (table, table.with_columns(pl.lit(False).alias("above_chance"))):
        figure = plot.draw(shown, sources=SOURCES, width=7)
        axes, words = figure.axes[:2]
        found.append(axes.get_position().width)
    assert found[1] > found[0]
    assert not list(axes.patches)
    assert words.texts[0].get_text() == "No pair is more alike\nthan by chance."
