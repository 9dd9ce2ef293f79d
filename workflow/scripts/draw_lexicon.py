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
    publish(concept_keyness, results, labels, **options)
    level = {"level": params.level}
    publish(topics, results, labels, facts=level | {"settings": params.topics}, **options)
    facts = level | {"most": sentence_correspondence.MOST}
    publish(sentence_correspondence, results, labels, facts=facts, **options)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
