"""Names of units, and what of a sentence is compared with its copy on a sheet."""

import codings_by_hand as hand
import polars as pl
import pytest
from framing.coders import coding_rows
from framing.errors import InputError


def test_units_of_the_hand_made_corpus():
    """Name, article, number, language and letters of each sentence; none repeats another."""
    known = coding_rows.name_units(hand.ARTICLES, hand.SENTENCES)
    assert list(known) == ["x_00", "x_01", "x_02", "y_00", "y_01"]
    assert known["y_01"] == {
        "unit": "y_01",
        "article": "y",
        "sentence": 1,
        "language": "ar",
        "repeated": False,
        "letters": "خرقواالاتفاق",
    }


def test_a_sentence_that_repeats_another_is_marked():
    """Sentence 2 repeats sentence 0: it alone is a repetition, although 0 is a false value."""
    repeats = hand.SENTENCES.with_columns(
        duplicate_of=pl.when((pl.col("article") == "x") & (pl.col("sentence") == 2)).then(0)
    )
    known = coding_rows.name_units(hand.ARTICLES, repeats)
    assert [name for name, unit in known.items() if unit["repeated"]] == ["x_02"]


def test_names_of_units_may_not_collide():
    """A sentence that is listed twice would give its codes to both."""
    sentences = hand.SENTENCES[[0, 0]]
    with pytest.raises(InputError, match="'x' and 'x' both have a unit x_00; rename one"):
        coding_rows.name_units(hand.ARTICLES, sentences)


def test_letters():
    """Blanks, punctuation, quotation marks and vowel points may differ; letters may not."""
    assert coding_rows.letters(' צה"ל, 3 ') == coding_rows.letters("צהל3")
    assert coding_rows.letters("אב") != coding_rows.letters("בא")
