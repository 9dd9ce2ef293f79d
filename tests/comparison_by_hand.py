"""Small results of a comparison made by hand, as the figures read them."""

import polars as pl

SOURCES = {
    "first": {"label": "the first article", "short": "First", "colour": "#0072B2"},
    "second": {"label": "the second article", "short": "Second", "colour": "#E69F00"},
}
LABELS = {
    "frame": {"coordination": "coordination", "violation": "violation", "threat": "threat"},
    "event": {"vote": "vote", "call": "call", "aid": "aid access", "never": "never reported"},
    "actor": {"regime": "Syrian government", "russia": "Russia", "rebels": "Syrian opposition"},
}
ARTICLES = pl.DataFrame(
    {
        "article": ["a", "b"],
        "source": ["first", "second"],
        "date": ["2016-12-31", "2017-01-01"],
    }
)
# Article a: three sentences and one that repeats the first; article b: two.
SENTENCES = pl.DataFrame(
    {
        "article": ["a", "a", "a", "a", "b", "b"],
        "sentence": [0, 1, 2, 3, 0, 1],
        "words": [10, 5, 20, 10, 8, 12],
        "duplicate_of": [None, None, None, 0, None, None],
    }
)
FRAME_POSITIONS = pl.DataFrame(
    [
        ("a", 0, "coordination", "narrator"),
        ("a", 1, "violation", "attributed"),
        ("a", 2, "violation", "attributed"),
        ("a", 3, "coordination", "narrator"),
        ("b", 0, "coordination", "attributed"),
        ("b", 1, "violation", "narrator"),
    ],
    schema=["article", "sentence", "frame", "voice"],
    orient="row",
)
PAIRS = pl.DataFrame(
    {
        "article_first": ["a", "a"],
        "first": [0, 2],
        "article_second": ["b", "b"],
        "second": [1, 1],
        "above_chance": [True, True],
    }
)
EVENT_UNITS = pl.DataFrame({"article": ["a", "b"], "sentence": [0, 1], "code": ["vote", "vote"]})
OVERVIEW = {
    "articles": ARTICLES,
    "sentences": SENTENCES,
    "frame_positions": FRAME_POSITIONS,
    "sentence_pairs": PAIRS,
    "event_units": EVENT_UNITS,
}


def several(articles: int) -> dict[str, pl.DataFrame]:
    """The results for so many copies of each article."""
    copies = [pl.lit(f"_{number}") for number in range(articles)]
    many = {
        name: pl.concat(table.with_columns(pl.col("article") + copy) for copy in copies)
        for name, table in OVERVIEW.items()
        if "article" in table.columns
    }
    return OVERVIEW | many
