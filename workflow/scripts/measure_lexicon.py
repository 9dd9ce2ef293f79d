"""Measure vocabulary, keywords, collocates, and the concepts that mark each source."""

import polars as pl
from framing import steps
from framing.measures import items, keyness, profile, units
from framing.texts import glosses, languages


def step(input, output, params):
    """Write the four tables."""
    articles, sentences, tokens, mentions = (
        pl.read_parquet(input[name]) for name in ("articles", "sentences", "tokens", "mentions")
    )
    chosen = units.select(articles, sentences, repeated_lead=params.repeated_lead)
    concepts = items.concepts(chosen, mentions, tokens)
    known, settings = languages.read(params.codebook, params.normalise), params.lexicon
    english = glosses.read(params.codebook, known)
    tables = profile.profile(articles, chosen, tokens, concepts, known, english, settings)
    tables["concepts"] = keyness.between(
        concepts, *params.sources, minimum=settings["min_count"], smoothing=settings["smoothing"]
    )
    for name, table in tables.items():
        table.write_parquet(output[name])


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
