"""Sentences on trust: each kind of result has its wording."""

import polars as pl
import pytest
from framing.paper import captions
from framing.paper.facts import trust

import workflow

TEMPLATE = workflow.ROOT / "workflow/report/trust.md"
LABELS = {"language": {"he": "Hebrew", "ar": "Arabic"}}
CONTRASTS = {"coordination": {"label": "coordination"}}


def specifications(own, others):
    """The curve of one contrast; the log ratios have no part in it."""
    rows = [("difference", own, True), *(("difference", value, False) for value in others)]
    rows.append(("log_ratio", 99.0, True))
    table = pl.DataFrame(rows, schema=["measure", "estimate", "own"], orient="row")
    return table.with_columns(contrast=pl.lit("coordination"))


@pytest.mark.parametrize(
    ("own", "others", "beyond"),
    [
        (-0.3, [-0.4, -0.2, 0.0, 0.1], 2 / 5),  # the median is −0.2: two are as low or lower
        (0.2, [-0.1, 0.0, 0.1], 1 / 4),
        (0.2, [0.2, 0.0, 0.0, 0.0], 2 / 5),
        (0.1, [0.1, 0.1], 1.0),
        (0.3, [0.1, 0.2, float("nan")], 1 / 3),
    ],
)
def test_place(own, others, beyond):
    """The share of specifications as far from the median as our own, on its side."""
    found = trust.place(specifications(own, others), "coordination", "coordination")
    assert found["beyond"] == pytest.approx(beyond)


def test_no_place_without_an_own_result():
    """What cannot be computed has no place."""
    table = specifications(float("nan"), [0.1])
    assert trust.place(table, "coordination", "coordination") == {}


def said(*, own=-0.3, languages=("he", "ar"), seen=True):
    """The paragraphs for an own result among 39 others from 0 to 0.38."""
    frames = [("frame", "micro", "f1", code, 0.9, 0.8, 0.95) for code in languages]
    frames += [("frame", "threat", "f1", "he", 0.1, 0.0, 0.2)]
    columns = ["kind", "code", "measure", "language", "estimate", "low", "high"]
    frames = frames if languages else []
    results = {
        "specifications": specifications(own, [n / 100 for n in range(39)]),
        "verdicts": pl.DataFrame({"finding": ["a", "b", "c"], "verdict": ["v", "w", "v"]}),
        "scores": pl.DataFrame(frames, schema=columns, orient="row"),
        "coders": pl.DataFrame({"coders": ["two people"] * 2, "seen": [False, seen]}),
        "equivalence": pl.DataFrame(
            {"frame": ["threat", "all"], "sentences": [50, 50], "same": [49, 47]}
        ),
    }
    facts = trust.facts(results, labels=LABELS, contrasts=CONTRASTS)
    return captions.fill(TEMPLATE, **facts, level=0.9).strip().split("\n\n")


def test_verdicts():
    """Findings by verdict."""
    assert "*v*: a and c; *w*: b." in said()[0]


def test_an_extreme_result_of_our_own_is_said():
    """One of 40 lies so far out; a result in the middle is not spoken of."""
    assert said()[1] == (
        "- **Choices.** For coordination our own result (−30 points) is among the most extreme 2 % "
        "of 40 specifications (median +18 points)."
    )
    assert "Choices" not in "".join(said(own=0.2))


@pytest.mark.parametrize(
    ("options", "wording"),
    [
        (
            {},
            "(two people) it reaches an F1 of 0.90 (0.80 to 0.95) in Hebrew and 0.90 (0.80 to ",
        ),
        ({}, "It was developed on these texts, so this is no test."),
        ({"languages": ("he",)}, "an F1 of 0.90 (0.80 to 0.95) in Hebrew over all frames"),
        ({"languages": ()}, "No article of the corpus is coded."),
        ({}, "Of 50 parallel sentences 47 get the same code in both languages."),
    ],
)
def test_instrument(options, wording):
    """Scores over all frames, by language; seen texts are no test."""
    assert wording in said(**options)[-1]
    assert "so this is no test" not in said(seen=False)[-1]
