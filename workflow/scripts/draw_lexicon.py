"""Draw concepts and topics, each with its table and caption."""

import polars as pl
from framing import steps
from framing.instrument import codebook
from framing.plots import concept_keyness, style, topics
from framing.plots.publish import publish


def step(input, output, params):
    """Publish the two figures."""
    style.use(input.style)
    results = {name: pl.read_parquet(input[name]) for name in ("concepts", "topics")}
    labels = codebook.read_labels(params.codebook, params.sources)
    for figure in (concept_keyness, topics):
        publish(figure, results, labels, sources=params.sources, width=params.width)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
