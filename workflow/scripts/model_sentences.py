"""Model the sentences as bags of concepts: topics with their stability, and matching pairs."""

import polars as pl
from framing import steps
from framing.measures import items, similarity, units
from framing.topics import report


def step(input, output, params):
    """Write the topics, the numbers of topics tried, and the pairs."""
    articles, sentences, tokens, mentions = (
        pl.read_parquet(input[name]) for name in ("articles", "sentences", "tokens", "mentions")
    )
    chosen = units.select(articles, sentences, repeated_lead=params.repeated_lead)
    concepts = items.concepts(chosen, mentions, tokens)
    matrix = items.matrix(chosen, concepts)
    windows = [items.windows(chosen, tokens, concepts, size) for size in params.topics["windows"]]
    topics, sizes = report.report(
        matrix,
        windows,
        sources=params.sources,
        method=params.method,
        settings=params.topics,
        seed=params.seed,
    )
    topics.write_parquet(output.topics)
    sizes.write_parquet(output.topic_numbers)
    pairs = similarity.pairs(matrix, *params.sources, seed=params.seed, **params.similarity)
    pairs.write_parquet(output.sentence_pairs)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
