"""The tables of robustness: what a row is, and captions that say no more than the numbers."""

import polars as pl
import pytest
from framing.paper import captions
from framing.paper.tables import layout, robustness
from framing.paper.tables.names import Names
from robustness_by_hand import LABELS, curve, mixed, summary

import workflow

FRAMES = {"breach": "violation"}
NAMES = Names(
    sources=["x", "y"],
    labels=LABELS | {"frame": FRAMES, "source": {"x": "X", "y": "Y"}},
    glosses={"no_rule": "breaches (nouns)", "rule": "breaches of a rule"},
)


def caption(name, values):
    """The caption of a table with these values."""
    path = workflow.ROOT / "workflow/report/tables.yaml"
    template = layout.read(path)[name].caption
    return captions.render(template, first="X", second="Y", **values)


def multiverse(*curves):
    """The table of these curves."""
    return robustness.multiverse({"multiverse": summary(*curves)}, NAMES)


def test_multiverse():
    """Labels of contrasts, voices and choices; positive, negative and zero add up."""
    half = {"zero": 0.1, "distinct_zero": 0.1}
    row = multiverse(curve("harm", **(mixed(0.5) | half))).row(0, named=True)
    assert (row["contrast"], row["voice"]) == ("civilian harm", "as both")
    assert (row["own_rank"], row["counted_from"], row["distinct"]) == (3, "low", 10)
    assert (row["moved_by"], row["idle"], row["holds"]) == ("unit of text", "base", "yes")
    assert row["positive"] + row["zero"] == pytest.approx(0.6)


def test_idle_choices_are_named():
    """Several are listed by label; none is an empty cell."""
    table = multiverse(curve("harm", idle="unit|base"), curve("breach", idle="", moved_by=None))
    assert table["idle"].to_list() == ["unit of text, base", ""]
    assert table["moved_by"].to_list() == ["unit of text", None]


def sensitivity(changes=(-0.1, 0.05)):
    """The table of one frame with two concepts."""
    without = pl.DataFrame(
        {"code": "breach", "concept": ["no_rule", "rule"], "estimate": [0.1, 0.25]}
        | {"change": list(changes), "lost_x": [0.5, 0.0], "lost_y": [0.0, 1.0]}
    )
    numbers = {f"placebo_{n}": [0.1] for n in ("low", "median", "high", "tail", "tail_holm")}
    shares = pl.DataFrame(
        {"code": "breach", "source": ["x", "y"], "carried": [4, 0]}
        | {"main_concept": ["no_rule", ""], "main_concept_share": [0.251, 0.0]}
    )
    results = {
        "placebos": pl.DataFrame({"code": ["breach"], "estimate": [0.2]} | numbers),
        "leave_one_out": without,
        "frame_shares": shares,
    }
    return robustness.sensitivity(results, NAMES).row(0, named=True)


def test_sensitivity():
    """The concept that moves most, in words; the main concept with its share; what is lost."""
    row = sensitivity()
    assert (row["frame"], row["moved_by"], row["change"]) == ("violation", "breaches (nouns)", -0.1)
    assert (row["without_least"], row["without_greatest"]) == (0.1, 0.25)
    assert (row["main_x"], row["main_share_x"]) == ("breaches (nouns)", 0.251)
    assert (row["lost_x"], row["lost_y"]) == (0.5, 1.0)
    assert row["placebo_tail_holm"] == 0.1


def test_no_concept_is_named_where_none_moves():
    """A change of zero has no cause."""
    assert sensitivity((0.0, 0.0))["moved_by"] is None


def test_controls():
    """What is expected of the value, and whether it held."""
    table = pl.DataFrame(
        {
            "control": ["own halves", "labels swapped"],
            "code": ["breach", "breach"],
            "source": ["x", ""],
            "statistic": ["adjusted p of odd against even blocks", "sum of both differences"],
            "value": [0.01, 0.0],
            "limit": [0.05, 1e-12],
            "passed": [False, True],
        }
    )
    found = robustness.controls({"controls": table}, NAMES)
    assert found.select("source", "expected", "result").rows() == [
        ("X", "above", "failed"),
        ("", "at most", "passed"),
    ]


def facts(*rows, outside=(True, False)):
    """The values for the captions."""
    halves = pl.DataFrame({"outside": list(outside)}, schema={"outside": pl.Boolean})
    results = {
        "multiverse": summary(*rows),
        "placebos": pl.DataFrame({"draws": [2000]}),
        "self_placebos": halves,
        "controls": pl.DataFrame({"passed": [True, False, True]}),
        "coders": pl.DataFrame({"coders": ["two human coders"], "people": [True], "seen": [False]}),
        "equivalence": pl.DataFrame({"seen": [False], "sentences": [9]}),
        "external": pl.DataFrame(
            {
                "corpus": ["news"],
                "used": [True],
                "coders": ["judges"],
                "instrument": ["v1"],
                "seen": ["never"],
            }
        ),
    }
    return robustness.facts(results, NAMES) | {"level": 0.9, **RULE}


RULE = {
    "smallest_difference": 0.15,
    "same_sign": 0.8,
    "reading": 0.7,
    "sampled": None,
    "choices_sampled": None,
}


def test_facts():
    """Specifications that count and all that were run, differences only; controls that failed."""
    ratio = curve("harm") | {"measure": "log_ratio"}
    values = facts(curve("harm"), curve("breach", specifications=20, run=30), ratio)
    assert (values["specifications"], values["run"], values["exchanges"]) == (60, 110, 70)
    assert (values["controls"], values["failed"]) == (3, 1)
    assert (values["halves"], values["outside"]) == (2, 0.5)


def test_captions_are_filled():
    """Each with its values; the level is that of the config."""
    values = facts(curve("harm"))
    text = caption("multiverse", values)
    assert "in 40 specifications (number) that combine" in text
    assert "80 specifications were run" in text
    assert "90 % interval" in text
    assert "outside in 50 % of 2 comparisons" in caption("sensitivity", values)
    short = caption("sensitivity", facts(curve("harm"), outside=()))
    assert "too short to compare their halves" in short
    assert "1 of 3 failed" in caption("controls", values)
    assert "articles of each source" not in caption("controls", values)
    drawn = caption("controls", values | {"sampled": 200})
    assert "All in 200 articles of each source" in drawn
    for name in ("multiverse", "findings"):
        assert "articles of each source" not in caption(name, values)
        drawn = caption(name, values | {"choices_sampled": 300})
        assert "All in 300 articles of each source" in drawn


def test_the_caption_of_the_findings_names_its_rule():
    """Bounds, shares and least reading are those of the config; the reading is on held-out text."""
    text = caption("findings", facts(curve("harm")))
    for words in ("±15 points", "80 % of the distinct results", "reach 0.7", "90 % interval"):
        assert words in text
    assert "The coders are two human coders." in text
    assert "held-out text" in text


def test_findings_leave_the_id_out():
    """A table shows the label; the columns of a source bear its name."""
    numbers = {f"{name}_{end}": [1] for name in ("n", "count") for end in ("first", "second")}
    verdicts = pl.DataFrame({"contrast": ["harm"], "finding": ["civilian harm"]} | numbers)
    found = robustness.findings({"verdicts": verdicts}, NAMES)
    assert found.columns == ["finding", "n_x", "n_y", "count_x", "count_y"]
