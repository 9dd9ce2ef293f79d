"""Fit topics to the sentences as bags of concepts, with their stability."""

import polars as pl
from framing import lexical, steps, topic_report, units


def step(input, output, params):
    """Write the topics and the numbers of topics tried."""
    articles, sentences, mentions = (
        pl.read_parquet(input[name]) for name in ("articles", "sentences", "mentions")
    )
    chosen = units.select(articles, sentences, repeated_lead=params.repeated_lead)
    matrix = lexical.matrix(chosen, lexical.concepts(chosen, mentions))
    topics, sizes = topic_report.report(matrix, settings=params.topics, seed=params.seed)
    topics.write_parquet(output.topics)
    sizes.write_parquet(output.sizes)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
