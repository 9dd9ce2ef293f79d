"""Draw concepts, topics and the correspondence of sentences, with table and caption."""

import polars as pl
from framing import steps
from framing.instrument import codebook
from framing.plots import concept_keyness, sentence_correspondence, style, topics
from framing.plots.publish import publish


def step(input, output, params):
    """Publish the figures."""
    style.use(input.style)
    results = {
        name: pl.read_parquet(input[name]) for name in ("concepts", "topics", "sentence_pairs")
    }
    labels = codebook.read_labels(params.codebook, params.sources)
    options = {"sources": params.sources, "width": params.width}
    level = {"level": params.level}
    facts = {
        concept_keyness: {},
        topics: level | {"settings": params.topics, "sampled": params.sampled},
        sentence_correspondence: level | {"most": sentence_correspondence.MOST},
    }
    for figure, given in facts.items():
        if figure.__name__.rpartition(".")[2] in params.names:
            publish(figure, results, labels, facts=given, **options)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
