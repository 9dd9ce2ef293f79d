"""Items, frequencies, dispersion and the sentence matrix."""

import polars as pl
import pytest
from framing.measures import items

UNITS = pl.DataFrame(
    {
        "article": ["x", "x", "y"],
        "source": ["one", "one", "two"],
        "sentence": [0, 2, 0],
        "start": [0, 50, 0],
        "end": [10, 90, 20],
        "words": [10, 30, 20],
        "duplicate_of": [None, None, None],
    },
    schema_overrides={"duplicate_of": pl.Int64},
)


def mention(article, sentence, start, code, text, kind="concept"):
    """Mention."""
    keys = "article sentence start end text kind code"
    return dict(
        zip(keys.split(), (article, sentence, start, start + 3, text, kind, code), strict=True)
    )


MENTIONS = pl.DataFrame(
    [
        mention("x", 0, 0, "peace", "שלום"),
        mention("x", 0, 5, "war", "מלחמה"),
        mention("x", 1, 20, "war", "מלחמה"),  # sentence 1 is not among the units
        mention("x", 2, 50, "peace", "בשלום"),
        mention("x", 2, 60, "peace", "שלום"),
        mention("y", 0, 0, "violation", "خرق", kind="frame"),
        mention("y", 0, 4, "war", "حرب"),
    ]
)
ITEMS = items.concepts(UNITS, MENTIONS)


def test_concepts_keep_only_counted_sentences_and_concepts():
    """Concepts keep only counted sentences and concepts."""
    assert ITEMS.columns == ["article", "source", "sentence", "start", "end", "item", "form"]
    assert ITEMS["item"].to_list() == ["peace", "war", "peace", "peace", "war"]


def test_frequencies():
    """Frequencies."""
    table = items.frequencies(ITEMS, UNITS)
    peace = table.row(0, named=True)
    assert (peace["source"], peace["item"], peace["form"]) == ("one", "peace", "שלום")
    assert (peace["count"], peace["total"], peace["sentences"]) == (3, 4, 2)
    assert peace["share"] == 0.75
    assert table.height == 3  # what a source lacks has no row


def test_dispersion_by_hand():
    """Parts hold 10/40 and 30/40 of the words.

    peace: 1/3 and 2/3 of its occurrences: (|1/3 - 1/4| + |2/3 - 3/4|) / 2 = 1/12.
    war: all in the first: (|1 - 1/4| + |0 - 3/4|) / 2 = 3/4. In the other source one part: 0.
    """
    table = items.dispersion(ITEMS, UNITS)
    assert table["item"].to_list() == ["peace", "war", "war"]
    assert table["dispersion"].to_list() == pytest.approx([1 / 12, 3 / 4, 0])


def test_dispersion_published():
    """Gries 2008: in parts of 9, 10, 10, 10 and 11 words `a` stands 1, 2, 3, 4 and 5 times.

    Half of |1/15 - .18| + |2/15 - .2| + 0 + |4/15 - .2| + |5/15 - .22| is .18.
    """
    sizes, counts = [9, 10, 10, 10, 11], [1, 2, 3, 4, 5]
    units = pl.DataFrame({"article": "x", "source": "s", "sentence": range(5), "words": sizes})
    places = [n for n, count in enumerate(counts) for _ in range(count)]
    found = pl.DataFrame({"article": "x", "source": "s", "sentence": places, "item": "a"})
    assert items.dispersion(found, units)["dispersion"][0] == pytest.approx(0.18)
    assert items.dispersion(found, units, by="article").columns[0] == "article"


def test_matrix_has_a_row_for_every_unit():
    """Matrix has a row for every unit."""
    table = items.matrix(UNITS, ITEMS)
    assert table.columns == ["article", "source", "sentence", "peace", "war"]
    assert table.select("peace", "war").rows() == [(1, 1), (2, 0), (0, 1)]
    empty = items.matrix(UNITS, ITEMS.filter(pl.col("article") == "x"))
    assert empty.row(2) == ("y", "two", 0, 0, 0)


def test_words_are_folded_and_keep_their_form():
    """Words are folded and keep their form."""
    tokens = pl.DataFrame(
        {
            "article": ["x", "x", "x"],
            "sentence": [0, 0, 1],
            "token": [0, 1, 0],
            "repaired": ["Of", "Peace", "gone"],
            "lemma": ["of", "peace", "go"],
            "stop": [True, False, False],
        }
    )
    words = items.words(UNITS, tokens, fold=str.upper)
    assert words.select("item", "form", "stop").rows() == [
        ("OF", "Of", True),
        ("PEACE", "Peace", False),
    ]
    assert items.words(UNITS, tokens, column="lemma")["item"].to_list() == ["of", "peace"]
