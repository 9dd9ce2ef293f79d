"""Measure lexical diversity, keywords, collocates, and the concepts that mark each source."""

import polars as pl
from framing import steps
from framing.measures import diversity, items, keyness, profile, units
from framing.texts import languages


def step(input, output, params):
    """Write the four tables."""
    articles, sentences, tokens, mentions = (
        pl.read_parquet(input[name]) for name in ("articles", "sentences", "tokens", "mentions")
    )
    chosen = units.select(articles, sentences, repeated_lead=params.repeated_lead)
    concepts = items.concepts(chosen, mentions)
    settings, known = params.lexicon, languages.read(params.codebook, params.normalise)
    words = items.words(chosen, tokens)
    diversity.measure(words, window=settings["mattr_window"]).write_parquet(output.diversity)
    tables = profile.profile(articles, chosen, tokens, concepts, known, settings)
    for name, table in zip(("keywords", "collocates"), tables, strict=True):
        table.write_parquet(output[name])
    keyness.between(
        concepts, *params.sources, minimum=settings["min_count"], smoothing=settings["smoothing"]
    ).write_parquet(output.concepts)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
