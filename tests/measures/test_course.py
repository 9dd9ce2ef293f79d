"""The course of a text: sentences of one article, tenths of several."""

import polars as pl
from framing.measures import course

ARTICLES = pl.DataFrame(
    {"article": ["a", "b"], "source": ["x", "y"], "date": ["2020-01-02", "2020-01-01"]}
)
SENTENCES = pl.DataFrame(
    {
        "article": ["a", "a", "a", "b", "b"],
        "sentence": [0, 1, 2, 0, 1],
        "words": [6, 3, 6, 1, 9],
        "duplicate_of": [None, None, 0, None, None],
    }
)
FRAMES = pl.DataFrame(
    {
        "article": ["a", "a", "a", "b"],
        "sentence": [0, 2, 1, 1],
        "frame": ["f", "f", "g", "f"],
        "voice": ["narrator", "narrator", "attributed", "attributed"],
    }
)


def test_sentences_of_single_articles():
    """A row per sentence and frame, placed by words; the repeated sentence is marked."""
    table = course.parts(ARTICLES, SENTENCES, FRAMES, ["f", "g"])
    mine = table.filter(pl.col("source") == "x", pl.col("frame") == "f")
    assert mine.select("part", "start", "end", "sentences", "words", "repeated").rows() == [
        (1, 0.0, 6.0, 1, 6, False),
        (2, 6.0, 9.0, 1, 3, False),
        (3, 9.0, 15.0, 1, 6, True),
    ]
    assert mine.select("narrator", "attributed").rows() == [(1, 0), (0, 0), (1, 0)]
    assert table.height == 5 * 2
    assert table["dates"].unique(maintain_order=True).to_list() == ["2020-01-02", "2020-01-01"]


def test_several_articles_are_pooled_by_tenths():
    """No article represents the others: counts of all sentences, by the tenth of their middle."""
    articles = ARTICLES.with_columns(source=pl.lit("x"))
    table = course.parts(articles, SENTENCES, FRAMES, ["f", "g"])
    assert table.height == 10 * 2
    assert table["articles"].unique().to_list() == [2]
    assert table["dates"].unique().to_list() == ["2020-01-01/2020-01-02"]
    f = table.filter(pl.col("frame") == "f")
    # a without its repeated sentence: middles at 3/9 and 7.5/9; b: at .5/10 and 5.5/10
    assert f["sentences"].to_list() == [1, 0, 0, 1, 0, 1, 0, 0, 1, 0]
    assert f["narrator"].to_list() == [0, 0, 0, 1, 0, 0, 0, 0, 0, 0]
    assert f["attributed"].to_list() == [0, 0, 0, 0, 0, 1, 0, 0, 0, 0]
    assert f.select("start", "end").row(3) == (30.0, 40.0)
    assert not table["repeated"].any()


def test_links_name_the_events_of_both_sentences():
    """Pairs at chance are left out; a pair without a common event stays, unnamed."""
    pairs = pl.DataFrame(
        {
            "article_first": ["a", "a", "a"],
            "first": [0, 1, 2],
            "article_second": ["b", "b", "b"],
            "second": [0, 1, 1],
            "above_chance": [True, True, False],
        }
    )
    events = pl.DataFrame(
        {"article": ["a", "b", "b", "a"], "sentence": [0, 0, 0, 1], "code": ["v", "w", "v", "w"]}
    )
    assert course.links(pairs, events).rows() == [("a", 0, "b", 0, ["v"]), ("a", 1, "b", 1, [])]
