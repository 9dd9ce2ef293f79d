"""What the caption on accuracy says follows from the numbers that it quotes."""

import polars as pl
import pytest
from framing.paper import captions
from framing.paper.facts import validation

import workflow

NAN = float("nan")
COLUMNS = ["panel", "corpus", "variable", "language", "estimate", "low", "high", "n",
           "differing_high", "coders", "people", "instrument"]  # fmt: skip
ROWS = [
    (
        "held out",
        "news",
        "all frames",
        "Hebrew",
        0.6,
        0.5,
        0.7,
        60,
        None,
        "two people",
        False,
        "v7",
    ),
    ("held out", "news", "threat", "Hebrew", 0.2, 0.1, 0.3, 9, None, "", False, "v7"),
    (
        "held out",
        "posts",
        "all frames",
        "Hebrew",
        0.8,
        0.7,
        0.9,
        80,
        None,
        "two people",
        False,
        "v7",
    ),
    ("seen", "drafts", "all frames", "Hebrew", 0.3, 0.2, 0.4, 80, None, "", False, ""),
    ("seen", "articles", "all frames", "Hebrew", 1.0, 0.9, 1.0, 40, None, "passes", False, ""),
    ("agreement", "articles", "threat", "Hebrew", 1.0, NAN, NAN, 12, 0.22, "passes", False, ""),
    ("agreement", "articles", "harm", "Hebrew", 0.7, 0.5, 0.9, 12, 0.4, "passes", False, ""),
]


def facts(rows=ROWS):
    """The values of the caption."""
    table = pl.DataFrame(rows, schema=COLUMNS, orient="row", infer_schema_length=None)
    return validation.facts(table, sources={}, level=0.95, spoken=["English", "Hebrew"])


def caption(**changes):
    """The caption of the figure."""
    text, _ = captions.caption(workflow.ROOT / "workflow/report/validation.md", **facts() | changes)
    return text


def test_facts():
    """F1 of all frames by corpus; the articles are those with coders; hidden disagreement."""
    found = facts()
    assert [part["corpus"] for part in found["held_out"]] == ["news", "posts"]
    assert found["held_out"][0]["scores"][0]["estimate"] == 0.6
    assert [row["estimate"] for row in found["seen"]] == [1.0]
    assert found["hidden"] == 0.22
    assert found["coders"] == ["passes"]
    assert found["judges"] == {"two people": ["v7"]}


def test_the_finding_is_about_held_out_texts():
    """The bold sentence quotes held-out texts only; the seen ones follow with their warning."""
    bold, rest = caption().split("**")[1:]
    assert "held-out news" in bold
    assert "0.60 [0.50, 0.70]" in bold
    assert "0.80 [0.70, 0.90]" in bold
    assert "1.00" not in bold
    assert "On the development articles: 1.00." in rest
    assert "Coders (version): two people (v7)." in rest


@pytest.mark.parametrize(
    ("order", "said"),
    [(["Arabic", "English"], "Arabic above English."), (["Hebrew"], "one for each frame, Hebrew.")],
)
def test_languages_of_the_alternative_text(order, said):
    """Those of the table, from top to bottom."""
    rows = [(*row[:3], language, *row[4:]) for row in ROWS for language in order]
    template = workflow.ROOT / "workflow/report/validation.md"
    assert said in captions.caption(template, **facts(rows))[1]


def test_a_language_of_the_articles_without_coded_texts_is_named():
    """Hebrew has some; nothing is said where every language has."""
    said = "On texts in English the instrument was never tested."
    assert said in caption()
    assert said not in caption(untested=[])


def test_agreement_of_one_model_is_no_reliability():
    """Said of passes of a model, not of people."""
    assert "no reliability" in caption()
    people = [(*row[:-2], True, row[-1]) for row in ROWS]
    text, _ = captions.caption(workflow.ROOT / "workflow/report/validation.md", **facts(people))
    assert "no reliability" not in text


def test_nothing_coded_and_nothing_kept_aside():
    """The caption says so."""
    values = facts([row for row in ROWS if row[0] == "held out"])
    text, _ = captions.caption(workflow.ROOT / "workflow/report/validation.md", **values)
    assert "No article of the corpus has been coded" in text
    values = facts([row for row in ROWS if row[0] != "held out"])
    text, _ = captions.caption(workflow.ROOT / "workflow/report/validation.md", **values)
    assert text.startswith("**The instrument was not tested on held-out texts.**")
