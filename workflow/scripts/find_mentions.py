"""Find every cue of the codebook, who says it and who is held responsible."""

import polars as pl
from framing import steps
from framing.instrument import codebook, mentions


def step(input, output, params):
    """Write the table of mentions."""
    tables = [pl.read_parquet(input[name]) for name in ("articles", "sentences", "tokens")]
    spoken = tables[0]["language"].unique().to_list()
    book = codebook.read(params.codebook, params.normalise, languages=spoken)
    mentions.find(*tables, book).write_parquet(output.mentions)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
