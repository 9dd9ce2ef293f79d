"""Sentences on trust: each kind of result has its wording."""

import polars as pl
import pytest
from framing.paper import captions
from framing.paper.facts import trust

import workflow

TEMPLATE = workflow.ROOT / "workflow/report/trust.md"
EXTERNAL = ["corpus", "language", "frame", "measure", "estimate", "low", "high"]
EXTERNAL += ["coders", "instrument", "seen"]
LABELS = {"language": {"he": "Hebrew", "ar": "Arabic", "en": "English"}}


def verdict(contrast="coordination", **numbers):
    """A verdict: our own result is the third lowest of 26."""
    row = {"contrast": contrast, "finding": contrast, "voice": "all voices"}
    row |= {"verdict": "v", "estimate": -0.3}
    row |= {"own_rank": 3, "counted_from": "low", "distinct": 26}
    return row | {"choices_low": -0.4, "choices_high": 0.1} | numbers


def kept_aside(languages):
    """F1 on two held-out corpora; the study uses the second. A third was used in development."""
    rows = [
        (
            corpus,
            code,
            frame,
            "f1",
            0.6,
            0.5,
            0.7,
            "two judges",
            "1a2b3c4",
            use,
            corpus == "news (old)",
        )
        for corpus, use in (("posts", "scores"), ("news (old)", "never"), ("drafts", "development"))
        for code in languages
        for frame in ("threat", "micro")
    ]
    names = [name for name in EXTERNAL if name not in ("estimate", "low", "high")]
    texts = dict.fromkeys(names, pl.String)
    schema = {c: texts.get(c, pl.Float64) for c in EXTERNAL} | {"used": pl.Boolean}
    return pl.DataFrame(rows, schema=schema, orient="row")


def said(
    *verdicts, languages=("he", "ar"), seen=True, aside=("he",), articles=2, spoken="he", same=47
):
    """The paragraphs for these verdicts."""
    frames = [("frame", "micro", "f1", code, 0.9, 0.8, 0.95) for code in languages]
    frames += [("frame", "threat", "f1", "he", 0.1, 0.0, 0.2)]
    columns = ["kind", "code", "measure", "language", "estimate", "low", "high"]
    frames = frames if languages else []
    results = {
        "verdicts": pl.DataFrame(verdicts or [verdict()], infer_schema_length=None),
        "external": kept_aside(aside),
        "scores": pl.DataFrame(frames, schema=columns, orient="row"),
        "coders": pl.DataFrame(
            {"coders": ["two people"] * 2, "seen": [False, seen], "articles": [1, 1]}
        ),
        "articles": pl.DataFrame({"language": [spoken, *["he"] * (articles - 1)]}),
        "equivalence": pl.DataFrame(
            {
                "frame": ["threat", "all"],
                "sentences": [50, 50],
                "same": [49, same],
                "seen": [seen] * 2,
            }
        ).filter(pl.lit(same is not None)),
    }
    facts = trust.facts(results, labels=LABELS)
    return captions.fill(TEMPLATE, **facts, level=0.9).strip().split("\n\n")


def test_articles_that_are_not_coded():
    """An F1 on some of the articles is not said of all of them."""
    assert any("On the coded articles (two people) F1" in part for part in said())
    assert any("On the 2 coded articles of 10 (two people) F1" in p for p in said(articles=10))


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
    assert said(*none)[1] == "- **Choices.** No defensible choice changes a result."


@pytest.mark.parametrize(
    ("options", "wording"),
    [
        (
            {},
            "(two people) F1 is 0.90 (0.80 to 0.95) in Hebrew and 0.90 (0.80 to ",
        ),
        ({}, "; it was developed on them, so this is no test."),
        ({"languages": ("he",)}, "F1 is 0.90 (0.80 to 0.95) in Hebrew; it was developed"),
        (
            {},
            "Over all frames F1 is 0.60 (0.50 to 0.70) in Hebrew on news (version 1a2b3c4, against "
            "codes by two judges), and 0.60 (0.50 to 0.70) in Hebrew on posts (version 1a2b3c4, "
            "against codes by two judges); before these versions nobody had read the texts, but "
            "scores on posts had been seen.",
        ),
        ({"aside": ()}, "- **Instrument.** In Hebrew it was not tested on held-out texts. On"),
        ({"spoken": "en"}, "in Hebrew on posts (version"),
        ({"spoken": "en"}, "had been seen. In English it was not tested on held-out texts. On"),
        ({"aside": ("he", "ar")}, "0.60 (0.50 to 0.70) in Hebrew on posts (version"),
        ({"languages": ()}, "No article of the corpus is coded."),
        ({}, "Of 50 parallel sentences, which were used in development too, 47 get the same code"),
    ],
)
def test_instrument(options, wording):
    """Scores over all frames, by language; seen texts are no test."""
    assert wording in said(**options)[-1]
    held_out = said(seen=False)[-1]
    assert "so this is no test" not in held_out
    assert "Of 50 parallel sentences 47 get" in held_out


def test_one_language_has_no_parallel_sentences():
    """Once: 'Of 0 parallel sentences 0 get the same code in both languages.'"""
    assert "parallel" not in said(same=None)[-1]
