"""Words and concepts as items, their counts and best forms, and the matrices of sentences."""

import polars as pl
from framing.measures import items
from framing.texts.languages import Language
from framing.texts.morphology import Lexicon

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
    """A mention of three characters."""
    row = {"article": article, "sentence": sentence, "start": start, "end": start + 3}
    return row | {"text": text, "kind": kind, "code": code}


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
# A word of three characters at every mention; the first is two words, one of them restored.
TOKENS = pl.DataFrame(
    [
        ("x", 0, 0, 0, 1, "שלו", "השלום", "שלום", False),
        ("x", 0, 1, 1, 3, "ם", "טוב", "טוב", False),
        ("x", 0, 2, 5, 8, "מלחמה", "מלחמה", "מלחמה", False),
        ("x", 0, 3, 9, 11, "של", "של", "של", True),
        ("x", 0, 4, 12, 16, "2017", "2017", "2017", False),
        ("x", 1, 0, 20, 23, "מלחמה", "מלחמה", "מלחמה", False),
        ("x", 2, 0, 50, 53, "בשלום", "בשלום", "שלום", False),
        ("x", 2, 1, 60, 63, "שלום", "שלום", "שלום", False),
        ("y", 0, 0, 4, 7, "حرب", "حرب", "حرب", False),
    ],
    schema=[
        *("article", "sentence", "token", "start", "end"),
        *("form", "repaired", "lemma", "stop"),
    ],
    orient="row",
)
ITEMS = items.concepts(UNITS, MENTIONS, TOKENS)
LEXICON = Lexicon(str.upper, proclitics={}, enclitics={}, paradigms={})
UPPER = Language("xx", "ltr", ("Latin",), "", "", [("case", str.upper)], LEXICON, [], frozenset())


def test_concepts_of_counted_sentences():
    """Sentence 1 does not count; frames are no concepts; a form is its restored words."""
    assert ITEMS.columns == ["article", "source", "sentence", "start", "end", "item", "form"]
    assert ITEMS.select("item", "form").rows() == [
        ("peace", "השלום טוב"),
        ("war", "מלחמה"),
        ("peace", "בשלום"),
        ("peace", "שלום"),
        ("war", "حرب"),
    ]


def test_words_are_lemmas_of_content_words():
    """No function word, no number, no sentence that does not count; forms keep their clitics."""
    table = items.words(UNITS, TOKENS, UPPER)
    assert table.columns == ["article", "source", "sentence", "token", "item", "lemma", "form"]
    assert table.select("lemma", "form").rows() == [
        ("שלום", "השלום"),
        ("טוב", "טוב"),
        ("מלחמה", "מלחמה"),
        ("שלום", "בשלום"),
        ("שלום", "שלום"),
        ("حرب", "حرب"),
    ]


def test_spelling_variants_are_one_item():
    """Folding makes `peace` and `Peace` one item; the lemma keeps its spelling."""
    tokens = TOKENS.head(2).with_columns(pl.Series("lemma", ["peace", "Peace"]))
    table = items.words(UNITS, tokens, UPPER)
    assert table.select("item", "lemma").rows() == [("PEACE", "peace"), ("PEACE", "Peace")]


def table_of(*forms, item="a"):
    """An item table of forms."""
    return pl.DataFrame({"item": [item] * len(forms), "form": list(forms)})


def test_counts_show_the_commonest_form():
    """Two of three forms are alike."""
    assert items.counts(table_of("long form", "x", "x"), ["item"]).rows() == [("a", 3, "x")]


def test_counts_show_the_longest_of_equally_common_forms():
    """A fragment says less than the whole; equally long ones in the order of the text."""
    assert items.counts(table_of("x", "xyz", "xy"), ["item"])["form"].to_list() == ["xyz"]
    assert items.counts(table_of("p", "q"), ["item"])["form"].to_list() == ["p"]


def test_counts_of_groups():
    """Every item of every source has its own form, in the order of first occurrence."""
    both = pl.concat([table_of("q", "p", "p", item="b"), table_of("x")]).with_columns(
        pl.Series("source", ["one", "one", "two", "one"])
    )
    assert items.counts(both, ["source", "item"]).rows() == [
        ("one", "b", 2, "q"),
        ("two", "b", 1, "p"),
        ("one", "a", 1, "x"),
    ]


def test_matrix_has_a_row_for_every_unit():
    """Also for a unit without any item."""
    table = items.matrix(UNITS, ITEMS)
    assert table.columns == ["article", "source", "sentence", "peace", "war"]
    assert table.select("peace", "war").rows() == [(1, 1), (2, 0), (0, 1)]
    empty = items.matrix(UNITS, ITEMS.filter(pl.col("article") == "x"))
    assert empty.row(2) == ("y", "two", 0, 0, 0)


def test_windows():
    """Five words in two sentences: concepts at words 0, 3, 4 fall in windows 0, 1, 2."""
    units = pl.DataFrame({"article": ["x"] * 2, "source": ["s"] * 2, "sentence": [0, 1]})
    tokens = pl.DataFrame(
        {"article": ["x"] * 5, "sentence": [0, 0, 1, 1, 1], "start": [0, 2, 4, 6, 8]}
    )
    found = pl.DataFrame(
        {"article": ["x"] * 3, "sentence": [0, 1, 1], "start": [0, 6, 8], "item": ["a", "b", "a"]}
    )
    wide = items.matrix(*items.cut(units, tokens, found, 2))
    assert wide.select("sentence", "a", "b").rows() == [(0, 1, 0), (1, 0, 1), (2, 1, 0)]
