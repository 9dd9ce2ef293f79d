"""Fit topics to the sentences as bags of concepts, with their stability."""

import polars as pl
from framing import steps
from framing.measures import lexical, topic_report, units


def step(input, output, params):
    """Write the topics and the numbers of topics tried."""
    articles, sentences, tokens, mentions = (
        pl.read_parquet(input[name]) for name in ("articles", "sentences", "tokens", "mentions")
    )
    chosen = units.select(articles, sentences, repeated_lead=params.repeated_lead)
    concepts = lexical.concepts(chosen, mentions)
    windows = [lexical.windows(chosen, tokens, concepts, size) for size in params.topics["windows"]]
    topics, sizes = topic_report.report(
        lexical.matrix(chosen, concepts),
        windows,
        sources=params.sources,
        method=params.method,
        settings=params.topics,
        seed=params.seed,
    )
    topics.write_parquet(output.topics)
    sizes.write_parquet(output.sizes)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
