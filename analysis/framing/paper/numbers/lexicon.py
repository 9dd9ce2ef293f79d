"""Numbers of words and concepts: mentions, topics, pairs of sentences."""

import polars as pl

from framing.paper.numbers.entry import (
    Number,
    Results,
    Study,
    decimal,
    number,
    tenth,
    thousandth,
    whole,
)


def numbers(results: Results, study: Study) -> list[Number]:
    """Concept mentions of each source, topics that pass the tests, pairs above chance."""
    concepts, place = results["concepts"], "results/lexicon/concepts"
    totals = dict(zip(study.sources, ("total_first", "total_second"), strict=False))
    return [
        *(
            number(f"concepts.{source}.mentions", concepts[name].first(), whole, "mentions", place)
            for source, name in totals.items()
        ),
        number("concepts.most_z", concepts["z"].abs().max(), tenth, "z", place),
        *_topics(results["topics"]),
        *_pairs(results["sentence_pairs"]),
    ]


def _topics(table: pl.DataFrame) -> list[Number]:
    place = "results/sentences/topics"
    topics = table.filter(rank=1)
    over = [pl.col(name) > pl.col(f"{name}_chance") for name in ("stability", "across_units")]
    passing = topics.filter(over[0] & over[1]).height
    return [
        number("topics.fitted", topics.height, whole, "topics", place),
        number("topics.stable", topics.filter(over[0]).height, whole, "topics", place),
        number("topics.across_units", topics.filter(over[1]).height, whole, "topics", place),
        number("topics.passing", passing, whole, "topics", place, n=topics.height),
    ]


def _pairs(pairs: pl.DataFrame) -> list[Number]:
    place = "results/sentences/sentence_pairs"
    above = pairs.filter("above_chance")
    closest, level = above["similarity"].max(), pairs["reference"].first()
    return [
        number("pairs.all", pairs.height, whole, "pairs of sentences", place),
        number("pairs.above", above.height, whole, "pairs of sentences", place, n=pairs.height),
        number("pairs.closest", closest, decimal, "cosine", place, n=pairs.height),
        number("pairs.chance", level, decimal, "cosine", place, method="shuffled mentions"),
        number("pairs.chance.error", pairs["reference_error"].first(), thousandth, "cosine", place),
    ]
