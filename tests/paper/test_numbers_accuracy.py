"""Numbers of accuracy and agreement, from tables made by hand."""

import polars as pl
import pytest
from framing.paper.numbers import accuracy
from framing.paper.numbers.entry import Study

STUDY = Study(
    {"sources": {"hebrew": {}, "arabic": {}}, "accuracy": {"alike": 0.8}},
    {"frame": {"threat": "threat", "harm": "harm"}},
)
ENDS = {"low": 0.5, "high": 0.9}
SCORES = pl.DataFrame(
    [
        {"language": "he", "kind": kind, "code": code, "measure": measure, "estimate": estimate}
        | {**ENDS, "method": method, "units": 17}
        for kind, code, measure, estimate, method in (
            ("event", "micro", "f1", 0.1, "wrong"),
            ("frame", "threat", "f1", 0.2, "wrong"),
            ("frame", "micro", "precision", 0.7, "Wilson"),
            ("frame", "micro", "f1", 0.8, None),
        )
    ]
)
AGREEMENT = pl.DataFrame(
    [
        {"language": "he", "kind": kind, "code": code, "coefficient": coefficient}
        | {"estimate": estimate, **ENDS, "units": units, "coders": 3}
        for kind, code, coefficient, estimate, units in (
            ("frame", "threat", "alpha", 0.6, 17),
            ("frame", "harm", "alpha", float("nan"), 16),
            ("frame", "threat", "ac1", 0.1, 17),
            ("voice", "", "alpha", 0.3, 9),
        )
    ]
)
EXTERNAL = pl.DataFrame(
    [
        {"corpus": corpus, "language": "he", "frame": frame, "measure": measure}
        | {"estimate": 0.64, **ENDS, "n": 90, "coders": "one pass"}
        for corpus, frame, measure in (
            ("News sentences (of 2016)", "micro", "f1"),
            ("News sentences (of 2016)", "threat", "recall"),
            ("News sentences (of 2016)", "threat", "positive"),
        )
    ]
)
EQUIVALENCE = pl.DataFrame(
    [
        ("threat", 173, 170, "equivalent"),
        ("harm", 173, 171, "cannot tell"),
        ("all", 173, 168, "equivalent"),
    ],
    schema=["frame", "sentences", "same", "answer"],
    orient="row",
)
CORRECTED = pl.DataFrame(
    [
        {"frame": "threat", "source": source, "minus": minus, "corrected": 0.41}
        | {**ENDS, "units": 17, "reason": reason}
        for source, minus, reason in (
            ("hebrew", "", ""),
            ("arabic", "", "too uncertain"),
            ("hebrew", "arabic", ""),
        )
    ]
)


@pytest.fixture(scope="module")
def found():
    """The numbers by key."""
    articles = pl.DataFrame({"language": ["he", "he"]})
    results = {"articles": articles, "scores": SCORES, "agreement": AGREEMENT}
    results |= {"external": EXTERNAL, "equivalence": EQUIVALENCE, "corrected_shares": CORRECTED}
    numbers = accuracy.numbers(results, STUDY)
    assert len({number.key for number in numbers}) == len(numbers)
    return {number.key: number for number in numbers}


@pytest.mark.parametrize(
    ("key", "value", "text", "unit", "n", "method"),
    [
        ("seen.he.f1", 0.8, "0.80", "f1", 17, ""),
        ("seen.he.precision", 0.7, "0.70", "precision", 17, "Wilson"),
        ("seen.he.precision.low", 0.5, "0.50", "precision", 17, "Wilson"),
        ("seen.he.recall", None, "–", "recall", None, ""),
        ("agreement.he.frame.threat", 0.6, "0.60", "alpha", 17, "Krippendorff's alpha, bootstrap"),
        ("agreement.he.frame.harm", None, "–", "alpha", 16, "Krippendorff's alpha, bootstrap"),
        ("agreement.he.voice.high", 0.9, "0.90", "alpha", 9, "Krippendorff's alpha, bootstrap"),
        ("agreement.he.event", None, "–", "alpha", None, "Krippendorff's alpha, bootstrap"),
        ("agreement.he.least", 0.6, "0.60", "alpha", 2, ""),
        ("agreement.he.coders", 3, "3", "coders", None, ""),
        ("unseen.news_sentences.he.f1", 0.64, "0.64", "f1", 90, "one pass"),
        ("unseen.news_sentences.he.threat.recall", 0.64, "0.64", "recall", 90, "one pass"),
        ("parallel.sentences", 173, "173", "sentences", None, ""),
        ("parallel.same", 168, "168", "sentences", 173, ""),
        ("parallel.frames", 2, "2", "frames", None, ""),
        ("parallel.equivalent", 1, "1", "frames", 2, ""),
        ("parallel.most_ratio", 1.25, "1.25", "ratio", None, ""),
        ("threat.hebrew.corrected", 0.41, "41 %", "percent", 17, None),
        ("threat.arabic.corrected.high", 0.9, "90 %", "percent", 17, None),
        ("harm.hebrew.corrected", None, "–", "percent", None, None),
        ("corrected.shares", 2, "2", "shares", None, ""),
        ("corrected.usable", 1, "1", "shares", 2, ""),
    ],
)
def test_numbers(found, key, value, text, unit, n, method):
    """The row that a key names, and no other; what is not known is a dash."""
    number = found[key]
    assert (number.text, number.unit, number.n) == (text, unit, n)
    assert number.value == pytest.approx(value)
    assert method is None or number.method == method


def test_other_rows_have_no_number(found):
    """Events and single frames of the articles, and counts of held-out texts."""
    assert len([key for key in found if key.startswith("seen.")]) == 9
    assert len([key for key in found if key.startswith("unseen.")]) == 6
