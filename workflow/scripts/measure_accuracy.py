"""Set the instrument beside the coders, and beside itself in the other language."""

import sys

import polars as pl
from framing import steps
from framing.accuracy import equivalence, report
from framing.coders import codings
from framing.instrument import codebook


def step(input, output, params):
    """Write the tables of the proof."""
    corpus = {name: pl.read_parquet(input[name]) for name in ("articles", "sentences", "mentions")}
    codes, options = codebook.read_codes(params.codebook), params.options
    book = codebook.read(params.codebook, params.normalise)
    columns = equivalence.name_columns(params.codebook)
    tables = report.across_languages(input.parallel, book, columns, level=options["level"])
    parallel_seen = pl.lit(input.parallel in params.seen).alias("seen")
    tables["equivalence"] = tables["equivalence"].with_columns(parallel_seen)
    coded = codings.read(
        params.codings, corpus["articles"], corpus["sentences"], codes, models=params.models
    )
    if coded.left_out:
        print(f"{coded.left_out} coded units of other articles are left out", file=sys.stderr)
    tables["coders"] = codings.name_coders(coded, models=params.models, seen=params.seen)
    tables |= report.against_coders(coded, corpus, tables["pairs"], codes, **options)
    for name, path in output.items():
        tables[name].write_parquet(path)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
