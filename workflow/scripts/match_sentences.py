"""Match the sentences of the two sources in concept space."""

import polars as pl
from framing import steps
from framing.measures import lexical, similarity, units


def step(input, output, params):
    """Write the table of pairs."""
    articles, sentences, mentions = (
        pl.read_parquet(input[name]) for name in ("articles", "sentences", "mentions")
    )
    chosen = units.select(articles, sentences, repeated_lead=params.repeated_lead)
    matrix = lexical.matrix(chosen, lexical.concepts(chosen, mentions))
    settings = params.similarity
    similarity.pairs(
        matrix,
        *params.sources,
        permutations=settings["permutations"],
        level=settings["level"],
        seed=params.seed,
    ).write_parquet(output.pairs)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
