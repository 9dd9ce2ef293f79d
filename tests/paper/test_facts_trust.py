"""Sentences on trust: each kind of result has its wording."""

import polars as pl
import pytest
from framing.paper import captions
from framing.paper.facts import trust

import workflow

TEMPLATE = workflow.ROOT / "workflow/report/trust.md"
LABELS = {"language": {"he": "Hebrew", "ar": "Arabic"}}


def verdict(contrast="coordination", **numbers):
    """A verdict: our own result is the third lowest of 26."""
    row = {"contrast": contrast, "finding": contrast, "verdict": "v", "estimate": -0.3}
    row |= {"own_rank": 3, "counted_from": "low", "distinct": 26}
    return row | {"choices_low": -0.4, "choices_high": 0.1} | numbers


def said(*verdicts, languages=("he", "ar"), seen=True, texts=("posts",)):
    """The paragraphs for these verdicts."""
    results = {
        "verdicts": pl.DataFrame(verdicts or [verdict()], infer_schema_length=None),
        "scores": scores(languages, kind="frame", code="micro", measure="f1"),
        "external": external(texts),
        "coders": pl.DataFrame({"coders": ["two people"] * 2, "seen": [False, seen]}),
        "equivalence": pl.DataFrame(
            {"frame": ["threat", "all"], "sentences": [50, 50], "same": [49, 47]}
        ),
    }
    facts = trust.facts(results, labels=LABELS)
    return captions.fill(TEMPLATE, **facts, level=0.9).strip().split("\n\n")


def scores(languages, **more):
    """A score by language, 0.9 in Hebrew and 0.8 in Arabic."""
    values = {"he": 0.9, "ar": 0.8}
    rows = [{"language": n, "estimate": values[n], "low": 0.7, "high": 0.95} for n in languages]
    names = dict.fromkeys([*more, "language"], pl.String)
    numbers = dict.fromkeys(["estimate", "low", "high"], pl.Float64)
    return pl.DataFrame([row | more for row in rows], schema=names | numbers)


def external(texts):
    """Scores on other texts; rows that do not count: of one frame, and of texts seen before."""
    total = {"frame": "micro", "measure": "f1", "seen": "never"}
    parts = [scores(("he", "ar"), corpus=text, **total) for text in texts]
    parts += [scores(("he",), corpus="one frame", **(total | {"frame": "threat"}))]
    parts += [scores(("he",), corpus="seen", **(total | {"seen": "development"}))]
    return pl.concat(parts).with_columns(used=pl.col("corpus") == "news")


def test_verdicts():
    """Findings by verdict."""
    three = [verdict(name, verdict=said) for name, said in (("a", "v"), ("b", "w"), ("c", "v"))]
    assert "*v*: a and c; *w*: b." in said(*three)[0]


def test_the_place_of_our_own_result_is_said():
    """Its rank among the distinct results, with their range; not only where it is extreme."""
    assert said()[1] == (
        "- **Choices.** Among the distinct results of all defensible choices our own is the 3rd "
        "lowest of 26 for coordination (−30 points; −40 to +10)."
    )


def test_one_place_for_each_contrast():
    """By our own voices, which come first; not where there is one result, or none of our own."""
    two = [verdict(), verdict(own_rank=1)]
    assert "3rd lowest" in said(*two)[1]
    assert "the lowest" not in said(*two)[1]
    none = [verdict(distinct=1), verdict("harm", estimate=None)]
    assert "Choices" not in "".join(said(*none))


@pytest.mark.parametrize(
    ("options", "wording"),
    [
        (
            {},
            "On texts that had no part in its development its F1 over all frames is 0.90 (0.70 to "
            "0.95) in Hebrew and 0.80 (0.70 to 0.95) in Arabic on posts. On these",
        ),
        ({"texts": ("posts", "news")}, "in Arabic on news, and 0.90 (0.70 to 0.95) in Hebrew and"),
        ({"texts": ()}, "It was not tested on texts other than these."),
        (
            {},
            "against the majority of the coders (two people), it is 0.90 (0.70 to 0.95) in Hebrew "
            "and 0.80 (0.70 to 0.95) in Arabic, which is no test, since it was developed on them.",
        ),
        ({"seen": False}, "in Arabic. Of 50 parallel sentences 47 get the same code"),
        ({"languages": ("he",)}, "it is 0.90 (0.70 to 0.95) in Hebrew, which is no test"),
        ({"languages": ()}, "No article of the corpus is coded."),
    ],
)
def test_instrument(options, wording):
    """Unseen texts first, those of the study's corpus before others; seen texts are no test."""
    assert wording in said(**options)[-1]
