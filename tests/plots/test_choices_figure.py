"""The figure of the choices: its rows, their order, and what is drawn."""

import polars as pl
import pytest
from framing.plots import choices, style
from robustness_by_hand import LABELS, SOURCES, controls, curve, moved, negative, options, summary

import workflow

MOVED = moved(
    ("harm", "both", "base", 0.01, False),
    ("harm", "both", "unit", 0.1, False),
    ("harm", "both", "spelling", 0.3, True),
)
OPTIONS = options(
    ("harm", "both", "base", "all", False, 0.2),
    ("harm", "both", "base", "some", False, 0.21),
    ("harm", "both", "unit", "long", False, 0.2),
    ("harm", "both", "unit", "short", False, 0.3),
    ("harm", "both", "spelling", "folded", False, 0.2),
    ("harm", "both", "spelling", "worse", True, 0.5),
    ("harm", "own", "unit", "long", False, -0.2),
    ("voice", "", "unit", "long", False, -1.0),
)


def results(*curves, failed=()):
    """Results with these curves."""
    rows = curves or (
        curve("harm"),
        curve("harm", "own", **negative()),
        curve("voice", "", distinct=1),
    )
    return {
        "multiverse": summary(*rows),
        "choices": MOVED,
        "options": OPTIONS,
        "controls": controls(*failed),
    }


def test_tabulate():
    """All specifications first, then choices by what they move, worse options last and alone."""
    table = choices.tabulate(results(), LABELS)
    mine = table.filter(contrast="civilian harm", question="as both")
    assert mine.select("choice", "option", "own", "worse").rows() == [
        ("", "all specifications", False, False),
        ("unit of text", "as long", True, False),
        ("unit of text", "as short", False, False),
        ("base", "as all", True, False),
        ("base", "as some", False, False),
        ("spelling", "as worse", False, True),
    ]
    assert mine["median"].to_list() == pytest.approx([0.25, 0.2, 0.3, 0.2, 0.21, 0.5])
    assert mine["lower"].to_list()[:2] == pytest.approx([0.15, 0.15])
    assert set(mine["study"]) == {0.2}
    assert table.filter(question="as own")["study"].unique().to_list() == [-0.1]


def test_a_contrast_with_one_result_is_not_drawn():
    """A single value needs no figure; a second voice with several brings both in."""
    assert choices.tabulate(results(), LABELS)["contrast"].unique().to_list() == ["civilian harm"]
    flat = results(curve("harm", distinct=1), curve("harm", "own"))
    assert set(choices.tabulate(flat, LABELS)["question"]) == {"as both", "as own"}
    none = choices.tabulate(results(curve("harm", distinct=1)), LABELS)
    assert none.is_empty()
    assert (
        choices.draw(none, sources=SOURCES, width=7.0).texts[0].get_text().startswith("no choice")
    )


def test_failed_controls_warn():
    """Those of the frames of the contrast, in the table and across the figure."""
    failed = [("civilian_harm", "own halves", False), ("violation", "placebo cues", False)]
    table = choices.tabulate(results(failed=failed), LABELS)
    assert set(table["warning"]) == {"own halves"}
    figure = choices.draw(table, sources=SOURCES, width=7.0)
    assert "civilian harm: own halves failed" in figure.get_suptitle()
    style.plt.close("all")


def test_draw():
    """A panel per contrast; names in bold for the study's options; its own result in red."""
    both = results(curve("harm"), curve("harm", "own", **negative()), curve("breach"))
    both["options"] = pl.concat(
        [
            OPTIONS,
            OPTIONS.filter(contrast="harm", question="both").with_columns(
                contrast=pl.lit("breach")
            ),
        ]
    )
    table = choices.tabulate(both, LABELS)
    with style.plt.style.context(workflow.ROOT / "config/figures.mplstyle"):
        figure = choices.draw(table, sources=SOURCES, width=7.0)
    left, right = figure.axes
    assert (left.get_title(loc="left"), right.get_title(loc="left")) == (
        "civilian harm",
        "violation",
    )
    names = {label.get_text(): label.get_fontweight() for label in left.get_yticklabels()}
    assert names["unit of text:  as long"] == "bold"
    assert names["as short"] == names["spelling:  as worse"] == "normal"
    own = [line for line in left.lines if line.get_marker() == "D"]
    assert [line.get_xdata()[0] for line in own] == pytest.approx([20, -10])
    assert left.get_ylim()[0] > left.get_yticks()[-1]
    assert left.get_ylim()[1] < left.get_yticks()[0]
    assert left.get_xlabel() == "First − Second (points)"
    style.plt.close("all")


def test_rows_do_not_touch():
    """Rows are a unit apart or more; the worse ones share one gap."""
    table = choices.tabulate(results(), LABELS)
    rows = choices._rows(table)
    steps = rows["y"].diff().drop_nulls().to_list()
    assert steps == pytest.approx([1.45, 1, 1.45, 1, 1.45])


def test_lines_of_a_panel():
    """From the least to the greatest, thick between the quartiles; a line for each voice."""
    table = choices.tabulate(results(), LABELS)
    axes = choices.draw(table, sources=SOURCES, width=7.0).axes[0]
    thin, thick, *others = axes.collections
    assert len(others) == 2
    first = [[round(x, 6), round(y, 6)] for x, y in thin.get_segments()[0]]
    assert first == [[10, -0.2], [40, -0.2]]
    assert [round(x, 6) for x, _ in thick.get_segments()[0]] == [15, 30]
    assert round(others[0].get_segments()[0][0][1], 6) == 0.2
    medians = [line for line in axes.lines if line.get_marker() == "o"]
    assert medians[0].get_xdata()[0] == pytest.approx(25)
    assert [line.get_markerfacecolor() for line in medians] == [style.INK, "white"]
    own = [line for line in axes.lines if line.get_marker() == "D"]
    assert [line.get_markerfacecolor() for line in own] == [choices.OWN, "white"]
    rows = choices._rows(table)
    assert axes.get_ylim() == pytest.approx((rows["y"][-1] + 0.6, -0.6))
    assert axes.figure.get_figheight() == pytest.approx(choices.ROW * (rows["y"][-1] + 1) + 1)
