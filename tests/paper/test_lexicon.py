"""Tables of words, concepts and topics, from results made by hand."""

import polars as pl
from framing.paper.tables import lexicon
from results_by_hand import NAMES

CONCEPTS = pl.DataFrame(
    {
        "item": ["truce", "unknown"],
        "form_first": ["הפוגה", ""],
        "count_first": [3, 0],
        "total_first": [9, 9],
        "form_second": ["", "عن"],
        "count_second": [0, 2],
        "total_second": [8, 8],
        "log_ratio": [1.0, -1.0],
        "g2": [2.0, -2.0],
        "delta": [0.1, -0.1],
        "z": [1.5, -1.5],
    }
)
WORDS = pl.DataFrame(
    {
        "source": ["hebrew", "hebrew", "hebrew", "arabic"],
        "lemma": ["א", "ב", "ג", "ا"],
        "gloss": ["a", "b", "c", "a"],
        **{name: [4, 3, 2, 1] for name in ("count", "total", "general", "near")},
        **{name: [4.0, 3.0, 2.0, 1.0] for name in ("log_ratio", "g2", "z", "log_dice", "npmi")},
    }
)
VOCABULARY = pl.DataFrame(
    {
        "source": ["hebrew", "hebrew", "arabic"],
        "words": [30, 0, 10],
        "types": [20, 0, 8],
        "covered_words": [27, 0, 8],
        "covered_types": [19, 0, 4],
    }
)
TOPICS = pl.DataFrame(
    {
        "model": ["LDA", "LDA", "LDA"],
        "topic": [1, 1, 2],
        "rank": [1, 2, 1],
        "concept": ["truce", "breach", "truce"],
        "weight": [0.2, 0.1, 0.3],
        "verdict": ["do not interpret", "do not interpret", "interpret"],
    }
)


def test_concept_keyness():
    """The gloss, and for each source wording, count and total."""
    table = lexicon.concept_keyness({"concepts": CONCEPTS}, NAMES)
    assert table.columns == [
        *("concept", "form_hebrew", "count_hebrew", "total_hebrew"),
        *("form_arabic", "count_arabic", "total_arabic", "log_ratio", "g2", "z"),
    ]
    assert table.row(0) == ("truce, lull", "הפוגה", 3, 9, "", 0, 8, 1.0, 2.0, 1.5)
    assert table.row(1)[0] == ""


def test_words_of_each_source():
    """The first of each, with its gloss."""
    table = lexicon.keywords({"keywords": WORDS}, NAMES)
    assert table.select("source", "lemma").rows() == [
        ("Hebrew", "א"),
        ("Hebrew", "ב"),
        ("Arabic", "ا"),
    ]
    numbers = ["count", "total", "general", "log_ratio", "g2", "z"]
    assert table.columns == ["source", "lemma", "gloss", *numbers]
    table = lexicon.collocates({"collocates": WORDS}, NAMES)
    assert table.columns == [
        *("source", "lemma", "gloss", "near", "count", "log_dice", "log_ratio", "npmi"),
    ]
    assert table["gloss"].to_list() == ["a", "b", "a"]


def test_topics():
    """A row per topic and concept; the first word of each gloss."""
    table = lexicon.topics({"topics": TOPICS}, NAMES)
    assert table.select("model", "topic", "rank", "concept").rows() == [
        ("LDA", 1, 1, "truce"),
        ("LDA", 1, 2, "breach"),
        ("LDA", 2, 1, "truce"),
    ]
    assert table["weight"].to_list() == [0.2, 0.1, 0.3]


def test_facts():
    """Mentions and words of each source, and topics, each counted once; forms and coverage."""
    results = {"concepts": CONCEPTS, "topics": TOPICS, "vocabulary": VOCABULARY}
    results["articles"] = pl.DataFrame(
        {"source": ["hebrew", "arabic", "arabic"], "form": ["lemmatised", "raw", "raw"]}
    )
    assert lexicon.facts(results, NAMES) == {
        "mentions": [9, 8],
        "words": [30, 10],
        "topics": 2,
        "interpretable": 1,
        "forms": ["the Hebrew text came lemmatised", "the Arabic text is running text"],
        "coverage": [
            "90 % of the words (95 % of the different ones) in Hebrew",
            "80 % of the words (50 % of the different ones) in Arabic",
        ],
    }
    none = lexicon.facts({name: table.head(0) for name, table in results.items()}, NAMES)
    assert none["mentions"] == [0, 0]
    assert none["coverage"] == none["forms"] == []
    assert none["topics"] == none["interpretable"] == 0
