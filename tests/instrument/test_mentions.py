"""The table of mentions, of two small articles."""

import language_by_hand as by_hand
import polars as pl
import pytest
from framing.instrument import annotate, mentions
from framing.instrument.codebook import Codebook


@pytest.fixture
def language():
    """A frame `f` that asks who is responsible, a concept of the same name, an actor."""
    known = by_hand.language()
    known.cues += [
        by_hand.cue(known, "a", place="f.tsv:2", asks_responsible=True),
        by_hand.cue(known, "a", kind="concept", place="concepts.tsv:3"),
        by_hand.cue(known, "m", kind="actor", code="mars", place="actors.tsv:4"),
    ]
    return known


def test_tabulate(language):
    """A row per mention: frames have a voice, and those that ask have a responsible actor."""
    rows = mentions.tabulate(annotate.prepare_text("b a m", language), "b a m", language)
    names = [name for name in mentions.COLUMNS if name != "article"]
    table = pl.DataFrame(rows, schema=names, orient="row")
    shown = ["text", "kind", "code", "place", "voice", "speaker", "responsible", "responsible_rule"]
    assert table.select(shown).rows() == [
        ("a", "concept", "f", "concepts.tsv:3", "", "", "", ""),
        ("a", "frame", "f", "f.tsv:2", "narrator", "", "mars", "genitive"),
        ("m", "actor", "mars", "actors.tsv:4", "", "", "", ""),
    ]
    assert table.select("sentence", "start", "end", "concept", "tier").row(1) == (
        0,
        2,
        3,
        "c",
        "core",
    )


def test_find(language, tmp_path):
    """Mentions of every article, in repaired words, with places in the raw text."""
    texts = {"one": "x m", "two": "m\na"}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    articles = pl.DataFrame(
        {
            "article": list(texts),
            "language": ["xx", "xx"],
            "file": [str(tmp_path / name) for name in texts],
        }
    )
    sentences = pl.DataFrame(
        {
            "article": ["one", "two", "two"],
            "sentence": [0, 0, 1],
            "start": [0, 0, 2],
            "end": [3, 1, 3],
        }
    )
    tokens = pl.DataFrame(
        {
            "article": ["one", "one", "two", "two"],
            "sentence": [0, 0, 0, 1],
            "start": [0, 2, 0, 2],
            "end": [1, 3, 1, 3],
            "repaired": ["a", "m", "m", "a"],
        }
    )
    book = Codebook({"f": {}}, {}, {"mars": {}}, {}, {"xx": language})
    table = mentions.find(articles, sentences, tokens, book).filter(kind="frame")
    assert table.schema == pl.Schema(mentions.COLUMNS)
    assert table.select("article", "sentence", "start", "text", "responsible").rows() == [
        ("one", 0, 0, "x", "mars"),
        ("two", 1, 2, "a", "none"),
    ]
