"""Model the sentences as bags of concepts: topics with their stability, and matching pairs."""

import polars as pl
from framing import steps
from framing.measures import lexical, similarity, topic_report, units


def step(input, output, params):
    """Write the topics, the numbers of topics tried, and the pairs."""
    articles, sentences, tokens, mentions = (
        pl.read_parquet(input[name]) for name in ("articles", "sentences", "tokens", "mentions")
    )
    chosen = units.select(articles, sentences, repeated_lead=params.repeated_lead)
    concepts = lexical.concepts(chosen, mentions)
    matrix = lexical.matrix(chosen, concepts)
    windows = [lexical.windows(chosen, tokens, concepts, size) for size in params.topics["windows"]]
    topics, sizes = topic_report.report(
        matrix,
        windows,
        sources=params.sources,
        method=params.method,
        settings=params.topics,
        seed=params.seed,
    )
    topics.write_parquet(output.topics)
    sizes.write_parquet(output.sizes)
    pairs = similarity.pairs(matrix, *params.sources, seed=params.seed, **params.similarity)
    pairs.write_parquet(output.pairs)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
