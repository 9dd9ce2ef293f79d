"""What decides the wording of the manuscript: each fact from its own table."""

import polars as pl
import pytest
from framing.paper.facts import manuscript

SOURCES = {"hebrew": {"label": "the Hebrew article"}, "arabic": {"label": "Arabic", "articles": 2}}
NAN = float("nan")
CONTRASTS = ["kind", "code", "measure", "low", "high", "floor", "method"]
TABLES = {
    "articles": pl.DataFrame(
        {
            "source": ["hebrew", "arabic"],
            "language": ["he", "ar"],
            "form": ["lemmatised", "raw"],
        }
    ),
    "coders": pl.DataFrame(
        {"coders": ["two", "two"], "people": [False, True], "seen": [False] * 2}
    ),
    "external": pl.DataFrame(
        {
            "frame": ["micro", "micro", "threat", "micro", "micro"],
            "measure": ["f1", "f1", "f1", "recall", "f1"],
            "seen": ["never", "scores", "never", "never", "development"],
            "low": [0.6, 0.7, 0.1, 0.1, 0.1],
        }
    ),
    "self_placebos": pl.DataFrame({"outside": [True] + [False] * 3}),
    "placebos": pl.DataFrame({"placebo_tail_holm": [0.25, 0.5]}),
    "topics": pl.DataFrame({"verdict": ["do not interpret", "interpret"]}),
    "scores": pl.DataFrame({"estimate": [0.5]}),
    "corrected_shares": pl.DataFrame({"minus": ["", "arabic"], "reason": ["too few", ""]}),
    "controls": pl.DataFrame({"passed": [True, True]}),
    "verdicts": pl.DataFrame(
        {"verdict": ["different", "cannot tell", "equivalent"], "finding": ["x", "y", "z"]}
    ),
    "contrasts": pl.DataFrame(
        [
            ("frame", "above", "sentences", 0.1, 0.2, 0.5, "hac"),
            ("frame", "below", "sentences", -0.2, -0.1, 0.5, "hac"),
            ("frame", "from_zero", "sentences", 0.0, 0.2, 0.5, "welch"),
            ("frame", "to_zero", "sentences", -0.2, 0.0, 0.5, "hac"),
            ("frame", "none", "sentences", NAN, NAN, NAN, "no method"),
            ("event", "vote", "sentences", 0.1, 0.2, 0.5, "other"),
            ("frame", "above", "words", 0.1, 0.2, 0.5, "other"),
        ],
        schema=CONTRASTS,
        orient="row",
    ),
}


def facts(**changed):
    """The facts, with some tables changed."""
    return manuscript.facts(TABLES | changed, sources=SOURCES, level=0.75, reading=0.6)


def test_lists():
    """Sources, findings by verdict, frames whose interval excludes zero, methods of intervals."""
    found = facts()
    assert found["texts"] == [
        {
            "source": "hebrew",
            "label": "the Hebrew article",
            "articles": 1,
            "language": "he",
            "processed": True,
        },
        {
            "source": "arabic",
            "label": "Arabic",
            "articles": 2,
            "language": "ar",
            "processed": False,
        },
    ]
    assert (found["different"], found["equivalent"], found["open"]) == (["x"], ["z"], ["y"])
    assert found["frames"] == ["above", "below"]
    assert found["methods"] == ["hac", "welch"]
    assert found["coders"] == ["two"]


TWO_ARABIC = pl.concat([TABLES["articles"], TABLES["articles"].tail(1)])


@pytest.mark.parametrize(
    ("fact", "yes", "no"),
    [
        ("single", {}, {"articles": TWO_ARABIC}),
        ("placebo", {}, {"placebos": pl.DataFrame({"placebo_tail_holm": [0.26]})}),
        ("halves", {"self_placebos": pl.DataFrame({"outside": [True] * 2 + [False] * 3})}, {}),
        ("topics", {}, {"topics": TABLES["topics"].head(1)}),
        ("people", {}, {"coders": TABLES["coders"].head(1)}),
        ("coded", {}, {"scores": TABLES["scores"].clear()}),
        ("seen", {"coders": TABLES["coders"].with_columns(seen=pl.lit(True))}, {}),
        ("tested", {}, {"external": TABLES["external"].tail(3)}),
        ("held_out", {}, {"external": TABLES["external"].with_columns(pl.col("low") - 0.01)}),
        ("usable", {"corrected_shares": pl.DataFrame({"minus": [""], "reason": [""]})}, {}),
        ("controls", {}, {"controls": pl.DataFrame({"passed": [True, False]})}),
    ],
)
def test_yes_or_no(fact, yes, no):
    """With the limit itself on the one side, just beyond it on the other."""
    assert facts(**yes)[fact]
    assert not facts(**no)[fact]
