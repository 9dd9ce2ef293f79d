"""Tables of corpus, repairs and codebook, from results made by hand."""

import polars as pl
from framing.paper.tables import study
from results_by_hand import NAMES, RESULTS

TOKENS = pl.DataFrame(
    {"article": ["a_he", "a_he", "b_ar"], "form": ["x", "y", "z"], "repaired": ["x", "Y", "z"]}
)
VOCABULARY = pl.DataFrame(
    {
        "source": ["arabic", "hebrew"],
        "language": ["ar", "he"],
        "article": ["b_ar", "a_he"],
        "words": [7, 7],
        "types": [1, 2],
        "mattr": [0.5, 0.25],
        "mtld": [9.0, 8.0],
        "covered_words": [1, 3],
        "covered_types": [1, 2],
    }
)
REPAIRS = pl.DataFrame(
    {
        "article": ["a_he", "a_he"],
        "damaged": ["חת", "תיים"],
        "restored": ["אחת", "ארבע"],
        "why": ["lost", "lost"],
        "applied": [2, 1],
    }
)


def test_corpus():
    """Sizes by article; a sentence that repeats another is counted among them, and apart."""
    results = RESULTS | {"tokens": TOKENS, "vocabulary": VOCABULARY}
    rows = study.corpus(results, NAMES).to_dicts()
    shared = {"language": "Hebrew", "source": "Hebrew", "date": "2016-12-31", "form": "lemmatised"}
    sizes = {"characters": 13, "words": 4, "sentences": 3, "repeated": 1, "repaired": 1}
    words = {"types": 2, "mattr": 0.25, "mtld": 8.0, "covered_words": 3, "covered_types": 2}
    assert rows[0] == {"article": "a_he"} | shared | sizes | words
    assert [rows[1][name] for name in sizes] == [4, 1, 1, 0, 0]


def test_a_large_corpus_has_a_row_per_source(monkeypatch):
    """Sums of the sizes; the mean of the articles that have a measure of diversity."""
    monkeypatch.setattr(study, "MOST", 2)
    more = {
        "articles": pl.concat([RESULTS["articles"], RESULTS["articles"].head(1)]).with_columns(
            article=pl.Series(["a_he", "b_ar", "c_he"]), date=pl.Series(["2020", "2019", "2021"])
        ),
        "tokens": pl.concat([TOKENS, TOKENS.head(2).with_columns(article=pl.lit("c_he"))]),
        "vocabulary": pl.concat(
            [VOCABULARY, VOCABULARY.tail(1).with_columns(article=pl.lit("c_he"), mattr=0.75)]
        ).with_columns(mtld=pl.Series([9.0, 8.0, float("nan")])),
    }
    first, second = study.corpus(RESULTS | more, NAMES).to_dicts()
    assert (first["article"], second["article"]) == ("2 articles", "1 article")
    assert (first["date"], second["date"]) == ("2020 to 2021", "2019")
    assert (first["repaired"], first["mattr"], first["mtld"]) == (2, 0.5, 8.0)
    assert study.facts(RESULTS | more | {"repairs": REPAIRS}, NAMES)["by_source"]


def test_repairs_have_a_translation():
    """Of the restored words; none where the sheet has none."""
    table = study.repairs({"repairs": REPAIRS}, NAMES)
    assert table["english"].to_list() == ["one", ""]
    assert table["applied"].to_list() == [2, 1]


def test_codebook():
    """Concepts and cues of the frame alone; the commonest words with the gloss of their concept."""
    rows = study.codebook(RESULTS, NAMES).to_dicts()
    assert rows[0] == {
        "frame": "threat",
        "definition": "warns",
        "concepts": 2,
        "cues_he": 2,
        "example_he": "שתיים",
        "gloss_he": "truce, lull",
        "cues_ar": 1,
        "example_ar": "واحد",
        "gloss_ar": "menace",
    }
    assert rows[1]["concepts"] == rows[1]["cues_he"] == 0
    assert rows[1]["example_he"] == rows[1]["gloss_he"] == ""


def test_facts():
    """How many repairs were applied."""
    assert study.facts(RESULTS | {"repairs": REPAIRS}, NAMES) == {
        "repaired": 3,
        "by_source": False,
    }
