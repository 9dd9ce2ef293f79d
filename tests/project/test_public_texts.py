"""The public interface on texts: `find`, `code` and `tokens`."""

import framing
import polars as pl
import pytest
from framing.instrument import mentions

HE = "מועצת הביטחון אימצה את ההחלטה."
AR = "خرق الجيش وقف إطلاق النار."
TEXTS = pl.DataFrame({"id": [7, 8], "language": ["he", "ar"], "text": [HE, AR]})


def test_find_in_a_table():
    """Rows count from 1, offsets point into each text, columns as in the results."""
    found = framing.find(TEXTS)
    assert found.columns == ["row", *list(mentions.COLUMNS)[1:]]
    for row in found.iter_rows(named=True):
        assert TEXTS["text"][row["row"] - 1][row["start"] : row["end"]] == row["text"]
    frames = found.filter(kind="frame").select("row", "code").unique().sort("row").rows()
    assert frames == [(1, "endorsement"), (2, "violation")]


def test_find_nothing():
    """A text without a cue gives an empty table with the same columns."""
    empty = framing.find("השמש זורחת היום.", language="he").filter(kind="frame")
    assert empty.is_empty()
    assert empty.columns == framing.find(TEXTS).columns


def test_code_keeps_the_table():
    """Columns before, order and other cells stay; one 0/1 column per frame follows."""
    coded = framing.code(TEXTS)
    assert coded.select(TEXTS.columns).equals(TEXTS)
    assert coded.columns[3:] == list(framing.read_codebook().frames)
    assert coded.select("endorsement", "violation").rows() == [(1, 0), (0, 1)]


def test_language_of_all_texts():
    """`language` replaces the column."""
    table = pl.DataFrame({"text": [AR, AR]})
    assert framing.code(table, language="ar")["violation"].to_list() == [1, 1]


def test_another_codebook():
    """A codebook that was read is used, here one whose frames are fewer."""
    book = framing.read_codebook()
    book.frames = {"violation": book.frames["violation"]}
    assert framing.code(AR, language="ar", codebook=book).columns[2:] == ["violation"]


@pytest.mark.parametrize(
    ("texts", "language", "message"),
    [
        (HE, None, "texts: column language is missing; add it, or give `language=`"),
        (HE, "fr", "language: unknown language 'fr'; use he, ar"),
        (TEXTS, "he", "language: is given, and the table has a column of it; drop one"),
        (TEXTS.drop("text"), None, "texts: column text is missing; add it"),
        (TEXTS.with_columns(text=pl.lit(None)), None, "texts: row 1, column text: is missing"),
        (TEXTS.with_columns(language=pl.lit("fr")), None, "unknown language 'fr'; use he, ar"),
        ([HE], "he", "texts: is a list; give a string or a polars table"),
        (TEXTS.with_columns(violation=0), None, "texts: has a column violation already"),
    ],
)
def test_clear_errors(texts, language, message):
    """One line: what is wrong, and what to do."""
    with pytest.raises(framing.InputError) as error:
        framing.code(texts, language=language)
    assert message in str(error.value)


def test_tokens_error():
    """An unknown language is refused with those that are known."""
    with pytest.raises(framing.InputError, match="unknown language 'fr'; use he, ar"):
        framing.tokens("oui", language="fr")
