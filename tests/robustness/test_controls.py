"""Negative controls: quiet where nothing differs, and able to fail."""

import numpy as np
import polars as pl
import pytest
from framing.plots import frames_by_voice, style
from framing.robustness import controls

SOURCES = ["first", "second"]
BLOCKS = np.repeat([0, 1, 2, 3], 6)


def series(first, second):
    """Two articles of 24 sentences in four blocks."""
    return {"a": {"first": [(np.array(first), BLOCKS)], "second": [(np.array(second), BLOCKS)]}}


MIXED = np.tile([1.0, 0, 0, 1, 0, 0], 4)
OPTIONS = {"method": "hac", "level": 0.95, "limit": 0.1}


def test_series():
    """Hits and blocks of each article, in reading order."""
    units = pl.DataFrame(
        {"article": ["x", "x", "y"], "source": ["first", "first", "second"], "sentence": [0, 1, 0]}
    )
    coded = pl.DataFrame({"article": ["x"], "sentence": [1], "code": ["a"]})
    numbered = units.with_columns(block=pl.Series([0, 1, 0]))
    found = controls.series(units, coded, "a", numbered)
    assert found["first"][0][0].tolist() == [0, 1]
    assert found["first"][0][1].tolist() == [0, 1]
    assert found["second"][0][0].tolist() == [0]


def test_texts_alike_pass_everything():
    """The same regular series twice: no control fails."""
    placebos = {"a": [[np.tile(MIXED, (50, 1))], [np.tile(MIXED, (50, 1))]]}
    table = controls.run(series(MIXED, MIXED), placebos, SOURCES, **OPTIONS, seed=1)
    assert table["passed"].all()
    assert set(table["control"]) == {
        "labels swapped",
        "labels shuffled",
        "own halves",
        "placebo cues",
    }
    assert table.filter(pl.col("control") == "labels swapped")["value"].to_list() == [0]


def test_halves_of_an_article_that_alternates_fail():
    """All odd blocks carry the code and no even one does: the article differs from itself."""
    blocks = (BLOCKS % 2 == 0).astype(float)
    table = controls.halve(series(blocks, MIXED), method="hac", level=0.95)
    assert table.select("source", "passed").rows() == [("first", False), ("second", True)]


def test_parts_are_blocks_of_all_articles():
    """Two articles of one source: a block that spans both is one part."""
    articles = [
        (np.array([1.0, 0, 1]), np.array([0, 0, 1])),
        (np.array([0.0, 1]), np.array([1, 2])),
    ]
    assert [part.tolist() for part in controls._by_block(articles)] == [[1, 0], [1, 0], [1]]


def test_holm_counts_all_comparisons():
    """The p of one code is multiplied by the number of comparisons of the control."""
    blocks = (BLOCKS % 2 == 0).astype(float)
    one = controls.halve(series(blocks, MIXED), method="hac", level=0.95)["value"][0]
    many = {str(i): series(blocks if i == 0 else MIXED, MIXED)["a"] for i in range(3)}
    assert controls.halve(many, method="hac", level=0.95)["value"][0] == pytest.approx(one * 6 / 2)


def test_shuffled_labels_fail_beyond_the_limit():
    """The value is the share of exchanges that reject, and the control fails above the limit."""
    opposed = series(np.ones(24), np.zeros(24))
    loose, strict = (
        controls.shuffle_labels(opposed, SOURCES, method="hac", level=0.95, limit=limit, seed=1)
        for limit in (1.0, -0.1)
    )
    assert 0 <= loose["value"][0] == strict["value"][0] <= 1
    assert (loose["passed"][0], strict["passed"][0]) == (True, False)


def test_placebos_that_differ_fail():
    """Random words that stand in every sentence of one source alone: both statistics fail."""
    sides = [[np.ones((40, 24)) - np.eye(40, 24)], [np.eye(40, 24)]]
    table = controls.try_placebos({"a": sides}, **OPTIONS)
    assert table["passed"].to_list() == [False, False]
    assert table["value"][0] == 1


def test_a_failed_control_warns_in_the_figure():
    """The figure of the frames says which frame failed which control, in its table and on top."""
    frames = pl.DataFrame(
        {"code": ["a", "a"], "source": SOURCES, "units": [4, 4], "carried": [2, 1]}
        | {"narrator": [1, 1], "attributed": [1, 0]}
    )
    numbers = ("estimate", "low", "high", "floor", "detectable", "dependence", "log_ratio", "g2")
    contrast = {name: [0.1] for name in numbers}
    contrasts = pl.DataFrame(
        {
            "kind": ["frame"],
            "measure": ["sentences"],
            "code": ["a"],
            "method": ["m"],
            "answer": ["cannot tell"],
            "beyond": [False],
            "reason": [""],
        }
        | contrast
    )
    failed = controls.halve(
        series((BLOCKS % 2 == 0).astype(float), MIXED), method="hac", level=0.95
    )
    results = {"frame_shares": frames, "contrasts": contrasts}
    table = frames_by_voice.tabulate(results | {"controls": failed}, {"frame": {"a": "A"}})
    assert table["warning"].to_list() == ["own halves"] * 2
    colours = {name: {"short": name, "colour": "#000000"} for name in SOURCES}
    figure = frames_by_voice.draw(table, sources=colours, width=7.0)
    assert figure.get_suptitle() == "Warning: negative control failed for A (own halves)"
    passed = table.with_columns(warning=pl.lit(""))
    assert frames_by_voice.draw(passed, sources=colours, width=7.0).get_suptitle() == ""
    style.plt.close("all")
