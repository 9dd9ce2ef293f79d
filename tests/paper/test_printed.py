"""The printed form of a table: cells, lists, columns that say nothing, notes."""

import polars as pl
from framing.paper.tables import printed
from framing.paper.tables.layout import Column, Each, Layout
from framing.paper.tables.printed import Head

NAN = float("nan")
LABELS = {"source": {"hebrew": "Hebrew", "arabic": "Arabic"}}


def compose(table, *columns, **options):
    """The printed form of a table with these columns."""
    layout = Layout("name", "", columns, **options)
    return printed.compose(pl.DataFrame(table), layout, "Caption.", labels=LABELS, level=0.95)


def test_cells():
    """An estimate with its interval, a count with its total, words for values."""
    found = compose(
        {
            "frame": ["threat", "violation"],
            "estimate": [-0.2549, NAN],
            "low": [-0.937, NAN],
            "high": [0.428, NAN],
            "carried": [7, 0],
            "units": [17, 17],
            "voice": ["narrator", ""],
        },
        Column("frame", "Frame", 20),
        Column("estimate", "Difference", 20, kind="points", interval=("low", "high")),
        Column("carried", "Sentences", 10, kind="integer", of="units"),
        Column("voice", "Voice", 10, values={"narrator": "own"}),
        missing="no interval.",
    )
    assert found.rows == [
        ["threat", "−25 [−94, 43]", "7 of 17", "own"],
        ["violation", "–", "0 of 17", ""],
    ]
    assert found.note == "–: no interval."
    assert [head.align for head in found.heads] == ["left", "right", "right", "left"]
    assert found.heads[0] == Head("Frame", "", 20, "left")


def test_an_estimate_may_lack_its_interval():
    """The estimate alone is printed, and no dash is explained."""
    found = compose(
        {"estimate": [1.0], "low": [NAN], "high": [NAN]},
        Column("estimate", "Ratio", 20, kind="number", interval=("low", "high")),
        missing="no interval.",
    )
    assert found.rows == [["1.00"]]
    assert found.note == ""


def test_a_column_without_values():
    """As a CSV gives it back, of texts: dashes, and no interval."""
    found = compose(
        {"n": [1, 2], "estimate": ["", ""], "low": ["", ""], "high": ["", ""]},
        Column("n", "n", 10, kind="integer"),
        Column("estimate", "Difference", 20, kind="points", interval=("low", "high")),
    )
    assert found.rows == [["1", "–"], ["2", "–"]]


def test_lists():
    """Rows that agree in the other columns become one; only those asked for are listed, once."""
    table = {
        "frame": ["threat"] * 3 + ["violation"] * 2,
        "role": ["speaker", "speaker", "responsible", "responsible", None],
        "actor": ["Russia", "Iran", "Russia", "Israel", None],
        "sentences": [3, 1, 2, 1, None],
    }
    named = {"item": "{actor} {sentences}", "kind": "list"}
    found = compose(
        table,
        Column("frame", "Frame", 20),
        Column("actor", "Speakers", 20, where={"role": "speaker"}, **named),
        Column("actor", "Blamed", 20, where={"role": "responsible"}, separator="; ", **named),
    )
    assert found.rows == [["threat", "Russia 3, Iran 1", "Russia 2"], ["violation", "", "Israel 1"]]


def test_lists_use_words_for_values_and_name_each_item_once():
    """Two rows with the same words are one item."""
    found = compose(
        {"event": ["call", "call"], "frame": ["threat", "threat"], "voice": ["a", "a"]},
        Column("event", "Event", 20),
        Column(
            "frame", "Frames", 20, kind="list", item="{frame} ({voice})", values={"a": "quoted"}
        ),
    )
    assert found.rows == [["call", "threat (quoted)"]]


def test_columns_that_say_nothing():
    """A column of equal values is left out and said below; a kept one stays, and so in two rows."""
    columns = (
        Column("code", "Code", 20),
        Column("method", "Method", 20),
        Column("p", "p", 10, kind="p", group="Permutation"),
        Column("n", "n", 10, kind="integer", keep=True),
    )
    table = {"code": ["a", "b", "c"], "method": ["t"] * 3, "p": [NAN] * 3, "n": [5] * 3}
    found = compose(table, *columns)
    assert [head.heading for head in found.heads] == ["Code", "n"]
    assert found.rows == [["a", "5"], ["b", "5"], ["c", "5"]]
    assert found.note == "In every row: Method: t."
    short = compose({name: values[:2] for name, values in table.items()}, *columns)
    assert len(short.heads) == 4


def test_groups_in_the_note():
    """A value that all rows share is said with the group of its column."""
    found = compose(
        {"a": [1, 2, 3], "share_hebrew": [0.5] * 3},
        Column("a", "A", 10, kind="integer"),
        Each("source", (Column("share_{source}", "%", 10, kind="percent"),)),
    )
    assert found.note == "In every row: Hebrew %: 50."


def test_equal_values_are_printed_once():
    """A value is repeated where a column before it changes."""
    found = compose(
        {"event": ["a", "a", "b"], "by": ["both", "both", "both"], "n": [1, 1, 2]},
        Column("event", "Event", 10, once=True),
        Column("by", "By", 10, once=True, keep=True),
        Column("n", "n", 10, kind="integer"),
    )
    assert found.rows == [["a", "both", "1"], ["", "", "1"], ["b", "both", "2"]]


def test_a_table_without_rows_is_a_sentence():
    """Its note is that sentence, and it needs neither a page of its own nor several."""
    found = compose(
        {"a": []}, Column("a", "A", 10), empty="None was found.", long=True, landscape=True
    )
    assert (found.rows, found.note) == ([], "None was found.")
    assert not found.long
    assert not found.landscape


def test_long_tables_may_break():
    """More than forty rows, or a layout that says so."""
    column = Column("n", "n", 10, kind="integer")
    assert not compose({"n": range(40)}, column).long
    assert compose({"n": range(41)}, column).long
    assert compose({"n": range(2)}, column, long=True).long


def test_a_column_of_right_to_left_words_is_aligned_right():
    """Its heading with it."""
    found = compose(
        {"w": ["שלום", "אש"], "e": ["peace", "fire"]}, Column("w", "W", 9), Column("e", "E", 9)
    )
    assert [head.align for head in found.heads] == ["right", "left"]


def test_spans():
    """Neighbours of one group are one span; those without a group stand alone."""
    heads = [Head("", group, 1, "left") for group in ("", "a", "a", "", "", "b", "a")]
    assert printed.spans_of(heads) == [
        *(("", 0, 1), ("a", 1, 2), ("", 3, 1), ("", 4, 1), ("b", 5, 1), ("a", 6, 1)),
    ]
