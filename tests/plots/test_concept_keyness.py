"""Which concepts are shown, and that their words and counts stand at the right bar."""

import polars as pl
import pytest
from framing import comparisons
from framing.plots import concept_keyness

SOURCES = {
    "one": {"label": "the first text", "short": "First", "colour": "#0072B2"},
    "two": {"label": "the second text", "short": "Second", "colour": "#E69F00"},
}


def results(*rows):
    """Concepts with both counts and z."""
    schema = ["item", "count_first", "count_second", "z"]
    table = pl.DataFrame(rows, schema=schema, orient="row")
    return {
        "concepts": table.with_columns(
            pl.format("{}1", "item").alias("form_first"),
            pl.format("{}2", "item").alias("form_second"),
            total_first=pl.lit(9),
            total_second=pl.lit(9),
        )
    }


LABELS = {"concept": {c: f"gloss {c}, other, third" for c in "abcdefghijklmnopqrst"}}


def test_as_many_of_each_source_in_order_of_z():
    """Ten of the first, none at zero, one of the second: eight and one, highest z first."""
    rows = [(c, 5, 0, 10.0 - n) for n, c in enumerate("abcdefghij")]
    table = concept_keyness.tabulate(results(*rows, ("k", 1, 1, 0.0), ("l", 0, 3, -1.0)), LABELS)
    assert table["concept"].to_list() == [*"abcdefgh", "l"]
    assert table["gloss"][0] == "gloss a, other, third"
    assert table["z"].is_sorted(descending=True)


def test_the_strongest_of_the_second_source_are_shown():
    """Of ten those with the lowest z."""
    rows = [(c, 0, 5, -1.0 - n) for n, c in enumerate("abcdefghij")]
    table = concept_keyness.tabulate(results(*rows), LABELS)
    assert table["concept"].to_list() == [*"cdefghij"]


def test_drawing():
    """Bars as long as the counts, in the sources' colours; the words beyond them; two senses."""
    table = concept_keyness.tabulate(results(("a", 6, 0, 1.0), ("b", 1, 4, -1.0)), LABELS)
    figure = concept_keyness.draw(table, sources=SOURCES, width=7)
    left, middle, right = figure.axes
    assert [bar.get_width() for bar in left.patches] == [6, 1]
    assert [bar.get_width() for bar in right.patches] == [0, 4]
    assert left.xaxis_inverted()
    assert [text.get_text() for text in middle.texts] == ["gloss a, other", "gloss b, other"]
    for axes, words, align in ((left, ["a1", "b1"], "right"), (right, ["a2", "b2"], "left")):
        found = {text.get_text(): text for text in axes.texts}
        assert set(words) <= set(found)
        assert all(found[word].get_ha() == align for word in words)
        assert {text.xy[0] for text in axes.texts} == {bar.get_width() for bar in axes.patches}
    assert min(text.get_fontsize() for axes in figure.axes for text in axes.texts) >= 7
    several = {"one": SOURCES["one"], "two": comparisons.OTHERS | {"articles": 3}}
    right = concept_keyness.draw(table, sources=several, width=7).axes[2]
    assert right.get_title(loc="left") == "other articles"
    with pytest.raises(KeyError):
        concept_keyness.tabulate(results(("a", 6, 0, 1.0)), {})
