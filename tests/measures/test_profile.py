"""The vocabulary of a source: keywords and collocates of lemmas, with glosses, by language."""

import polars as pl
import pytest
from framing.measures import general, profile
from framing.texts.languages import Language
from framing.texts.morphology import Lexicon

GENERAL = {"peace": 0.001, "war": 0.001, "new": 0.0}
SETTINGS = {"node": "truce", "window": 2, "min_count": 2, "smoothing": 0.5, "mattr_window": 3}
ARTICLES = pl.DataFrame(
    {"article": ["x", "y"], "source": ["one", "two"], "language": ["aa", "bb"], "form": "raw"}
)
UNITS = pl.DataFrame(
    {"article": ["x", "y"], "source": ["one", "two"], "sentence": [0, 0], "start": 0, "end": 99}
)
# x: peace of NODE peace new new      y: war war
WORDS = [("x", w) for w in ("peace", "of", "NODE", "peace", "new", "new")]
WORDS += [("y", "war"), ("y", "war")]


def tokens():
    """The words, two characters apart."""
    rows = [(a, 0, n, 10 * n, 10 * n + 5, w, w, w == "of") for n, (a, w) in enumerate(WORDS)]
    columns = ["article", "sentence", "token", "start", "end", "repaired", "lemma", "stop"]
    return pl.DataFrame(rows, schema=columns, orient="row")


@pytest.fixture
def tables(monkeypatch):
    """The three tables."""
    monkeypatch.setattr(general, "frequencies", lambda lemmas, _: GENERAL | {"NODE": 0.1})
    lexicon = Lexicon(str, proclitics={}, enclitics={}, paradigms={})
    known = {
        code: Language(code, "ltr", ("Latin",), "", "", [], lexicon, [], frozenset())
        for code in ("aa", "bb")
    }
    node = {"article": ["x"], "source": ["one"], "sentence": [0], "start": [20], "end": [25]}
    concepts = pl.DataFrame(node | {"item": ["truce"], "form": ["NODE"]})
    glosses = {"aa": {"peace": "Frieden"}, "bb": {"war": "guerra"}}
    return profile.profile(ARTICLES, UNITS, tokens(), concepts, known, glosses, SETTINGS)


def test_keywords(tables):
    """Each source within its language; no function word, nothing that occurs once."""
    keywords = tables["keywords"]
    assert keywords.columns[:5] == ["source", "language", "item", "lemma", "form"]
    assert keywords.select("source", "language", "item", "count", "total", "gloss").rows() == [
        ("one", "aa", "new", 2, 5, ""),
        ("one", "aa", "peace", 2, 5, "Frieden"),
        ("two", "bb", "war", 2, 2, "guerra"),
    ]


def test_collocates_name_their_node_and_window(tables):
    """Two words each way of the node: peace twice, new once, which is too few."""
    near = tables["collocates"]
    assert near.select("source", "node", "window", "lemma", "near", "gloss").rows() == [
        ("one", "truce", 2, "peace", 2, "Frieden")
    ]


def test_vocabulary_says_what_the_reference_covers(tables):
    """x: five content words of three lemmas, of which `new` (twice) is in no list."""
    columns = ["source", "article", "words", "types", "covered_words", "covered_types"]
    assert tables["vocabulary"].select(columns).rows() == [
        ("one", "x", 5, 3, 3, 2),
        ("two", "y", 2, 1, 2, 1),
    ]
    assert tables["vocabulary"]["mattr"][0] == pytest.approx((2 + 3 + 2) / 9)


def test_an_article_of_words_that_no_list_has():
    """None is covered: zero, not a missing number."""
    words = pl.DataFrame({"article": ["x", "x", "y"], "item": ["new", "new", "war"]})
    found = profile._vocabulary(words, GENERAL, SETTINGS)
    assert found.select("article", "covered_words", "covered_types").rows() == [
        ("x", 0, 0),
        ("y", 1, 1),
    ]
