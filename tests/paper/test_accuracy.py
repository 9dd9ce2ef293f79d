"""Tables on coders and accuracy, from results made by hand."""

import polars as pl
from framing.paper.tables import accuracy
from results_by_hand import NAMES, UNKNOWN

CODERS = pl.DataFrame(
    {"language": ["he", "ar"], "coders": ["two people", "two people"], "seen": [False, True]}
)
KEYS = ["language", "kind", "code"]
RELIABILITY = pl.DataFrame(
    [
        ("he", "frame", "threat", "alpha", 0.5, 0.1, 0.9, 17, 2, 0.3),
        ("he", "frame", "threat", "ac1", 0.6, 0.2, 0.8, 17, 2, 0.3),
        ("he", "frame", "threat", "agreement", 0.9, None, None, 17, 2, 0.3),
        ("ar", "event", "", "alpha", UNKNOWN, None, None, 12, 0, 0.2),
    ],
    schema=[
        *KEYS,
        "coefficient",
        "estimate",
        "low",
        "high",
        "units",
        "differing",
        "differing_high",
    ],
    orient="row",
)
SCORES = pl.DataFrame(
    [
        ("he", "frame", "threat", "f1", 0.8, 0.6, 0.9, 5),
        ("ar", "frame", "threat", "f1", 0.5, 0.3, 0.7, 4),
        ("he", "event", "micro", "recall", 1.0, 0.9, 1.0, 9),
        ("he", "event", "call", "recall", 0.1, 0.0, 0.2, 9),
    ],
    schema=[*KEYS, "measure", "estimate", "low", "high", "n"],
    orient="row",
)
DIFFERENCES = pl.DataFrame(
    [
        ("he", "ar", "frame", "threat", "f1", 0.3, -0.1, 0.6),
        ("ar", "he", "frame", "threat", "f1", 9.0, 9.0, 9.0),
    ],
    schema=["language", "other", "kind", "code", "measure", "difference", "low", "high"],
    orient="row",
)
EQUIVALENCE = pl.DataFrame(
    {
        "frame": ["threat", "violation", "all"],
        "first": ["he"] * 3,
        "second": ["ar"] * 3,
        "sentences": [50, 50, 50],
        "coded": [10, 5, 15],
        "found_first": [10, 5, 15],
        "found_second": [8, 4, 12],
        **dict.fromkeys(("ratio", "low", "high", "share_same", "same_low", "same_high"), [1.0] * 3),
        "answer": ["equivalent", "different", "cannot tell"],
        "same": [48, 49, 47],
        "seen": [False, False, True],
    }
)
ITEMS = pl.DataFrame(
    {
        "id": ["p1", "p2", "p1"],
        "frame": ["threat", "threat", "violation"],
        "coded": [1, 1, 0],
        "found_in": ["he"] * 3,
        "missed_in": ["ar"] * 3,
        "he": ["אחת", "שתיים", "אחת"],
        "ar": ["واحد", "اثنان", "واحد"],
    }
)
EXTERNAL = pl.DataFrame(
    [
        ("posts", language, frame, measure, value, 0.1, 0.9, n, "coders", "never", "v1", False)
        for language, frame, values in (
            ("he", "threat", (0.5, 0.6, 0.7)),
            ("ar", "micro", (UNKNOWN, 0.3, 0.4)),
        )
        for measure, value, n in zip(("precision", "recall", "f1"), values, (3, 4, 5), strict=True)
    ],
    schema=[
        *("corpus", "language", "frame", "measure", "estimate", "low", "high", "n"),
        *("coders", "seen", "instrument", "used"),
    ],
    orient="row",
)
CORRECTED = pl.DataFrame(
    {
        "source": ["hebrew", "arabic", "hebrew", "hebrew"],
        "minus": ["", "", "arabic", ""],
        "language": ["he", "ar", "he-ar", "he"],
        "frame": ["violation", "violation", "violation", "threat"],
        "units": [17, 12, None, 17],
        "carried": [4, 1, None, 7],
        "corrected": [0.5, UNKNOWN, 0.25, 0.75],
        "reason": ["", "none", "", ""],
    }
)
RESULTS = {
    "coders": CODERS,
    "reliability": RELIABILITY,
    "scores": SCORES,
    "language_differences": DIFFERENCES,
    "equivalence": EQUIVALENCE,
    "differing_items": ITEMS,
    "external": EXTERNAL,
    "corrected_shares": CORRECTED,
}


def test_reliability():
    """A row per code and language: both coefficients with intervals, agreement without one."""
    rows = accuracy.reliability(RESULTS, NAMES).rows()
    assert rows[0] == (
        *("threat", "Hebrew", 0.5, 0.1, 0.9, 0.6, 0.2, 0.8, 0.9, 17, 2, 0.3, "two people"),
    )
    assert rows[1][:2] == ("events", "Arabic")
    assert rows[1][-4:-1] == (12, 0, 0.2)
    assert len(rows) == 2


def test_validation():
    """Values by language and their difference; single events are left out."""
    table = accuracy.validation(RESULTS, NAMES)
    assert table.columns == [
        *("variable", "measure", "estimate_he", "low_he", "high_he", "n_he"),
        *("estimate_ar", "low_ar", "high_ar", "n_ar"),
        *("difference_he_ar", "low_he_ar", "high_he_ar", "coders"),
    ]
    assert table.row(0) == (
        *("threat", "f1", 0.8, 0.6, 0.9, 5, 0.5, 0.3, 0.7, 4, 0.3, -0.1, 0.6, "two people"),
    )
    assert table["variable"].to_list() == ["threat", "all events"]
    assert table["estimate_ar"].to_list()[1] is None


def test_equivalence():
    """Each frame lists its differing sentences, the last row all of them, each once."""
    table = accuracy.equivalence(RESULTS, NAMES)
    assert dict(table.select("frame", "differing").rows()) == {
        "threat": "p1, p2",
        "violation": "p1",
        "all frames": "p1, p2",
    }
    first = table.row(0, named=True)
    assert (first["first"], first["second"], first["answer"]) == ("Hebrew", "Arabic", "equivalent")
    assert (first["rate_first"], first["rate_second"]) == (0.2, 0.16)


def test_equivalence_items():
    """The sentence in every language, and in English."""
    table = accuracy.equivalence_items(RESULTS, NAMES)
    assert table.columns[-3:] == ["text_he", "text_ar", "english"]
    assert table["english"].to_list() == ["one", "two", "one"]
    assert table["frame"].to_list() == ["threat", "threat", "violation"]


def test_confusion():
    """Kinds and codes by their labels; votes and coders in two columns."""
    wrong = pl.DataFrame(
        {
            "unit": ["a_00", "a_01"],
            "language": ["he", "ar"],
            "kind": ["frame", "responsible"],
            "code": ["threat", "call"],
            "majority": ["1", "iran"],
            "votes": [2, 3],
            "coders": [3, 3],
            "instrument": ["0", "none"],
            "cues": ["", "א"],
            "text": ["אחת", "غير"],
        }
    )
    rows = accuracy.confusion({"confusion": wrong}, NAMES).rows()
    assert rows[0] == ("a_00", "Hebrew", "frame", "threat", "1", 2, 3, "0", "", "אחת", "one")
    assert rows[1][2:4] == ("responsible actor", "a call")
    assert rows[1][-1] == ""


def test_external():
    """Three measures of a frame side by side; the seen and the version are said."""
    rows = accuracy.external(RESULTS, NAMES).rows()
    assert rows[0] == (
        *("posts", "threat", "Hebrew", 0.5, 0.1, 0.9, 3, 0.6, 0.1, 0.9, 4, 0.7, 0.1, 0.9, 5),
        *("coders", "never", "v1", False),
    )
    assert rows[1][:4] == ("posts", "all frames", "Arabic", None)


def test_corrected_shares():
    """In the order of the frames; a difference names both sources; unknown values are empty."""
    table = accuracy.corrected_shares(RESULTS, NAMES)
    assert table.columns == ["frame", "source", "units", "carried", "corrected", "reason"]
    assert table["source"].to_list() == ["Hebrew", "Hebrew", "Arabic", "Hebrew − Arabic"]
    assert table["frame"].to_list() == ["threat", "violation", "violation", "violation"]
    assert table["corrected"].to_list() == [0.75, 0.5, None, 0.25]


def test_facts():
    """Who coded, what was seen, how many parallel sentences, which corpora."""
    assert accuracy.facts(RESULTS, NAMES) == {
        "coders": "The coders are two people.",
        "articles_seen": True,
        "parallel_seen": True,
        "parallel": 50,
        "corpora": ["posts"],
        "corpus": "",
    }
    nobody = RESULTS | {"coders": CODERS.head(0)}
    assert accuracy.facts(nobody, NAMES)["coders"] == "No article of the corpus is coded."
    used = RESULTS | {"external": EXTERNAL.with_columns(used=pl.lit(True))}
    assert accuracy.facts(used, NAMES)["corpus"] == "posts"
