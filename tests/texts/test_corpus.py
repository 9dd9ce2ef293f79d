"""The tables of a corpus, from an English text made by hand."""

import hashlib
from dataclasses import replace

import pytest
from framing.errors import InputError
from framing.texts import corpus

RAW = "The truce held. Peace came back. The truce held."
SETTINGS = {"repairs": True, "duplicates": {"ratio": 0.85, "min_words": 3}}
REPAIRS = [
    {"kind": "word", "damaged": "held", "restored": "holds", "why": "cut off"},
    {"kind": "boundary", "damaged": "Peace came", "restored": "Peace ¶ came", "why": "joined"},
]


@pytest.fixture(scope="module")
def english(book):
    """English with two repairs."""
    return replace(book.languages["en"], repairs=REPAIRS)


def article(form="raw", text=RAW, **more):
    """A row of the sheet of articles with its text."""
    row = {"article": "a", "language": "en", "form": form, "file": "a.txt", "text": text}
    return row | {"sha256": hashlib.sha256(text.encode()).hexdigest()} | more


def build(english, **settings):
    """The tables of an article that came lemmatised, and of one that came raw."""
    rows = [article("lemmatised"), article(article="b")]
    return corpus.build(rows, {"en": english}, SETTINGS | settings)


def test_sentences(english):
    """Places in the raw text, words, and the earlier sentence that one repeats."""
    found = build(english, repairs=False).sentences.filter(article="a")
    assert found.drop("article").rows() == [
        (0, 0, 15, "The truce held.", None, 3),
        (1, 16, 32, "Peace came back.", None, 3),
        (2, 33, 48, "The truce held.", 0, 3),
    ]


def test_a_boundary_separates_sentences(english):
    """Only in the article that came lemmatised."""
    tables = build(english)
    texts = tables.sentences.filter(article="a")["text"].to_list()
    assert [text.strip() for text in texts] == [
        *("The truce held.", "Peace", "came back.", "The truce held.")
    ]
    assert tables.sentences.filter(article="b").height == 3


def test_tokens(english):
    """Numbered within their sentence; raw and restored form, lemma, and function words."""
    found = build(english).tokens
    first = found.filter(article="a", sentence=0).drop("article", "sentence").rows()
    assert first == [
        (0, 0, 3, "The", "The", "the", True),
        (1, 4, 9, "truce", "truce", "truce", False),
        (2, 10, 14, "held", "holds", "hold", False),
    ]
    raw = found.filter(article="b", sentence=1).select("token", "start", "end", "form", "repaired")
    assert raw.rows() == [
        *((0, 16, 21, "Peace", "Peace"), (1, 22, 26, "came", "came"), (2, 27, 31, "back", "back"))
    ]


def test_repairs_are_counted(english):
    """How often each row was applied; none to a raw text, nor where repairs are switched off."""
    assert build(english).repairs.rows() == [
        ("a", "held", "holds", "cut off", 2),
        ("a", "Peace came", "Peace ¶ came", "joined", 1),
    ]
    assert build(english, repairs=False).repairs.is_empty()


def test_the_articles_keep_their_columns(english):
    """All of the sheet but the text; normalisations are counted for each."""
    tables = build(english)
    assert tables.articles.columns == ["article", "language", "form", "file", "sha256"]
    assert tables.articles["article"].to_list() == ["a", "b"]
    assert set(tables.normalisation["article"]) == {"a", "b"}
    assert set(tables.normalisation["words"]) == {9}


def test_the_hash_of_a_text():
    """In capitals, too; of a text of a table the article is named."""
    corpus._check_hash(article(sha256=article()["sha256"].upper()), "articles.tsv")
    with pytest.raises(InputError, match=r"^a\.txt: does not have the SHA-256 of its row"):
        corpus._check_hash(article(sha256="0"), "articles.tsv")
    with pytest.raises(InputError, match=r"^texts\.parquet: a: does not have the SHA-256"):
        corpus._check_hash(article(sha256="0", file="texts.parquet"), "articles.tsv")


def test_length_of_a_text(monkeypatch):
    """As long as the limit is not too long; punctuation is no word."""
    monkeypatch.setattr(corpus, "LONGEST", 5)
    corpus.check_text("abcde", "a.txt")
    with pytest.raises(InputError, match="has more than 5 characters"):
        corpus.check_text("abcdef", "a.txt")
    with pytest.raises(InputError, match="has no word"):
        corpus.check_text("...", "a.txt")
