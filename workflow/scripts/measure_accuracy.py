"""Compare the instrument with the coders, and with itself in the other language."""

import sys

import polars as pl
from framing import steps
from framing.accuracy import equivalence, external, report
from framing.coders import codings
from framing.correction import misclassification
from framing.instrument import codebook
from framing.measures import units


def step(input, output, params):
    """Write the tables on the accuracy of the instrument."""
    corpus = {name: pl.read_parquet(input[name]) for name in ("articles", "sentences", "mentions")}
    articles, options = corpus["articles"], params.options
    level, codes = options["level"], codebook.read_codes(params.codebook)
    spoken = articles["language"].unique().to_list()
    book = codebook.read(params.codebook, params.normalise, languages=spoken)
    coded = codings.read(params.codings, articles, corpus["sentences"], codes, models=params.models)
    if coded.left_out:
        print(f"{coded.left_out} coded units of other articles are left out", file=sys.stderr)
    tables = report.against_coders(coded, corpus, codes, **options)
    tables["coders"] = codings.name_coders(coded, models=params.models, seen=params.seen)
    columns = equivalence.name_columns(params.codebook)
    tables |= report.across_languages(
        input.parallel, book, columns, level=level, alike=params.alike
    )
    parallel_seen = pl.lit(input.parallel in params.seen).alias("seen")
    tables["equivalence"] = tables["equivalence"].with_columns(parallel_seen)
    counts = external.read(input.external, codes, list(columns.values()))
    used = (pl.col("corpus") == params.corpus).alias("used")
    tables["external"] = external.measure(counts, level=level).with_columns(used)
    chosen = units.select(articles, corpus["sentences"], repeated_lead=options["repeated_lead"])
    tables["corrected_shares"] = misclassification.correct(
        misclassification.count(chosen, articles, tables["found"], list(book.frames)),
        external.choose(counts, params.corpus, input.external),
        level=level,
        widest=params.widest,
    )
    for name, path in output.items():
        tables[name].write_parquet(path)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
