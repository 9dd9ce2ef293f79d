"""Figure 1: the rows behind it, and what becomes of it with many articles."""

import comparison_by_hand as hand
import matplotlib.pyplot as plt
import polars as pl
import pytest
from framing import comparisons
from framing.plots import overview, strips
from matplotlib.patches import PathPatch


def test_table_of_two_articles():
    """Every sentence with every frame; matches on both ends, named by their event."""
    table = overview.tabulate(hand.OVERVIEW, hand.LABELS)
    assert table.height == 6 * 3
    row = table.filter(source="second", part=2, frame="violation").row(0, named=True)
    assert (row["start"], row["end"], row["narrator"], row["attributed"]) == (8.0, 20.0, 1, 0)
    assert (row["matches"], row["matched_on"]) == ("1|3", "vote|")
    first = table.filter(source="first", frame="threat")
    assert first["matches"].to_list() == ["2", "", "2", ""]
    assert first["repeated"].to_list() == [False, False, False, True]


@pytest.mark.parametrize("articles", [2, 200])
def test_many_articles_are_pooled(articles):
    """No article is shown as if it were all: tenths with the shares of all sentences."""
    table = overview.tabulate(hand.several(articles), hand.LABELS)
    assert table.height == 2 * 10 * 3
    assert table["articles"].unique().to_list() == [articles]
    assert table.filter(source="first", frame="threat")["sentences"].sum() == 3 * articles
    assert table.filter(source="first", frame="violation")["attributed"].sum() == 2 * articles
    assert table["matches"].unique().to_list() == [""]
    figure = overview.draw(table, sources=hand.SOURCES, width=7)
    said = " ".join(text.get_text() for text in figure.axes[0].texts)
    assert f"{articles} First articles" in said
    assert "tenths of" in said
    rest = hand.SOURCES["second"] | comparisons.OTHERS
    figure = overview.draw(table, sources=hand.SOURCES | {"second": rest}, width=7)
    assert f"{articles} other articles" in [text.get_text() for text in figure.axes[0].texts]


def drawn(table):
    """All text of the figure, and its rectangles by face colour."""
    figure = overview.draw(table, sources=hand.SOURCES, width=7)
    axes = figure.axes[0]
    return [text.get_text() for text in axes.texts], axes.patches


def test_what_is_drawn():
    """Numbers, names, lengths and the event of a link; hatched where attributed."""
    table = overview.tabulate(hand.OVERVIEW, hand.LABELS)
    texts, patches = drawn(table)
    assert "31 December 2016 · 3 sentences + 1 repeated" in texts
    assert "vote" in texts
    hatched = [patch for patch in patches if patch.get_hatch()]
    assert len(hatched) == 3
    assert len([t for t in texts if t in "1234"]) == 6


@pytest.mark.parametrize(("words", "body"), [(10, overview.LEAST), (9999, overview.MOST)])
def test_the_figure_is_as_high_as_its_texts(words, body):
    """Within limits: short texts leave no empty page, long ones keep to it."""
    short = hand.SENTENCES.with_columns(words=pl.lit(words))
    table = overview.tabulate(hand.OVERVIEW | {"sentences": short}, hand.LABELS)
    figure = overview.draw(table, sources=hand.SOURCES, width=7)
    height = overview.TITLES + overview.HEADS + body + overview.FOOT
    assert figure.get_figheight() == pytest.approx(height)


def test_numbers_give_way():
    """Long texts number each fifth sentence only, and a cell keeps to its row."""
    long = pl.DataFrame(
        {
            "article": ["a"] * 300 + ["b"] * 2,
            "sentence": [*range(300), 0, 1],
            "words": [10] * 302,
            "duplicate_of": [None] * 302,
        },
        schema_overrides={"duplicate_of": pl.Int64},
    )
    table = overview.tabulate(hand.OVERVIEW | {"sentences": long}, hand.LABELS)
    texts, _ = drawn(table)
    numbers = [int(text) for text in texts if text.isdigit()]
    assert numbers == sorted(numbers)
    assert len(numbers) <= 60
    assert all(number % 5 == 0 for number in numbers)


def test_places():
    """As high as the constants say: 0.0138 inches a word; links lead from middle to middle."""
    table = overview.tabulate(hand.OVERVIEW, hand.LABELS)
    figure = overview.draw(table, sources=hand.SOURCES, width=7)
    axes, top = figure.axes[0], overview.TITLES + overview.HEADS
    blocks = strips.place(["first", "second"], 7, 3)
    left, right = blocks["first"].inner, blocks["second"].inner
    inch = overview.LEAST / table["end"].max()
    links = [p for p in axes.patches if isinstance(p, PathPatch)]
    assert len(links) == 2
    first = links[0].get_path().vertices
    third = (right - left) / 3
    assert first[:, 0] == pytest.approx([left, left + third, right - third, right])
    # Sentence 1 of the first article (10 words) and sentence 2 of the second (words 8 to 20).
    assert first[:, 1] == pytest.approx([top + 5 * inch] * 2 + [top + 14 * inch] * 2)
    place = {text.get_text(): text.get_position() for text in axes.texts}
    assert place["vote"] == pytest.approx(((left + right) / 2, top + 9.5 * inch))
    assert place["The first article"] == pytest.approx((blocks["first"].outer, 0.13))
    assert place["The second article"] == pytest.approx((blocks["second"].spine, 0.13))


def test_names_of_links_keep_apart():
    """Each amid its links, or right below the one before; a long name has two lines."""
    _, axes = plt.subplots()
    overview._name_links(axes, 3.0, {"b": [1.0, 1.02], "a name of two lines": [1.0], "c": [5.0]})
    assert [text.get_text() for text in axes.texts] == ["a name of two\nlines", "b", "c"]
    heights = [text.get_position()[1] for text in axes.texts]
    assert heights == pytest.approx([1.0, 1.0 + 0.13 + 0.03 + 0.065, 5.0])


@pytest.mark.parametrize(("events", "named"), [(12, 12), (13, 0)])
def test_many_links_are_not_named(events, named):
    """There is room for twelve names."""
    parts = [
        {"source": source, "part": n + 1, "start": n, "end": n + 1, "matches": "", "matched_on": ""}
        | ({"matches": str(n + 1), "matched_on": f"e{n}"} if source == "first" else {})
        for source in ("first", "second")
        for n in range(events)
    ]
    _, axes = plt.subplots()
    overview._links(axes, pl.DataFrame(parts), strips.place(["first", "second"], 7, 3), float)
    assert len(axes.texts) == named


def test_the_key_names_what_occurs():
    """Repeated sentences and links only where there are any."""
    table = overview.tabulate(hand.OVERVIEW, hand.LABELS)
    labels = [one.get_label() for one in overview._key(table)]
    assert labels[2:] == ["repeats an earlier sentence", "same content"]
    plain = table.with_columns(repeated=pl.lit(False), matches=pl.lit(""))
    assert len(overview._key(plain)) == 2
