"""Two articles by hand: frame `a` in two of four sentences and in one of two; an event in one."""

import polars as pl
from framing.measures import units

SOURCES = ["first", "second"]
ARTICLES = pl.DataFrame({"article": ["x", "y"], "source": SOURCES})
SENTENCES = pl.DataFrame(
    {
        "article": ["x"] * 5 + ["y"] * 2,
        "sentence": [0, 1, 2, 3, 4, 0, 1],
        "start": [0, 10, 20, 30, 40, 0, 10],
        "end": [10, 20, 30, 40, 50, 10, 20],
        "duplicate_of": [None, None, None, None, 0, None, None],
        "words": [1, 2, 3, 4, 1, 5, 5],
    }
)
COLUMNS = [
    "article",
    "sentence",
    "start",
    "kind",
    "code",
    "concept",
    "tier",
    "voice",
    "speaker",
    "responsible",
]
MENTIONS = [
    ("x", 0, 0, "frame", "a", "p", "core", "narrator", "", ""),
    ("x", 0, 5, "frame", "a", "q", "extended", "narrator", "", ""),
    ("x", 3, 31, "frame", "a", "q", "extended", "attributed", "un", "russia"),
    ("x", 4, 40, "frame", "a", "p", "core", "narrator", "", ""),
    ("y", 1, 11, "frame", "a", "q", "core", "attributed", "un", "none"),
    ("x", 0, 0, "event", "e", "e", "core", "", "", ""),
]


def mentions(*rows):
    """A table of mentions from rows as MENTIONS, one character each."""
    table = pl.DataFrame(rows, schema=COLUMNS, orient="row")
    return table.with_columns((pl.col("start") + 1).alias("end"))


def carried(*rows, kind="frame", repeated_lead=False, **options):
    """The sentences that count, and what they carry."""
    chosen = units.select(ARTICLES, SENTENCES, repeated_lead=repeated_lead)
    return chosen, units.carried(chosen, mentions(*(rows or MENTIONS)), kind, **options)
