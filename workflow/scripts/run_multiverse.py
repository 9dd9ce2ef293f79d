"""Compute the main contrasts under every combination of defensible choices."""

import polars as pl
from framing import steps
from framing.measures import units
from framing.robustness import assembly, choices, curve, influence, multiverse
from framing.statistics import allowed, permutation


def step(input, output, params):
    """Write the specifications, what each choice moves, and a summary of each curve."""
    corpus = read(input, most=params.multiverse["articles"], seed=params.seed)
    known = choices.read(input.choices, params.settings)
    texts, coders = assembly.assemble(
        *corpus,
        known,
        book=params.codebook,
        coded=params.codings,
        models=params.models,
        sources=params.sources,
        text=params.settings["text"],
        settings=params.multiverse,
    )
    verdicts = allowed.read(params.verdicts)
    permit = allowed.remember(verdicts, params.method)
    method = multiverse.Method(params.method, params.level, permit)
    table, means = multiverse.run(texts, params.multiverse["contrasts"], method)
    moved = influence.influence(table, texts.choices)
    table.write_parquet(output.specifications)
    moved.write_parquet(output.choices)
    influence.options(table, texts.choices).write_parquet(output.options)
    sizes = tuple(permutation.count(texts.numbered, source) for source in texts.sources)
    joint = {"permit": allowed.remember(verdicts, "exchange")}
    counted = dict(corpus[0]["source"].value_counts().iter_rows())
    joint["articles"] = tuple(counted[source] for source in params.sources)
    summary = curve.summarise(table, means, moved, sizes, texts.choices, **joint)
    summary.with_columns(coders=pl.lit(coders)).write_parquet(output.multiverse)


def read(input, *, most, seed):
    """Articles, sentences and words of `most` articles of each source, drawn at random."""
    names = ("articles", "sentences", "tokens")
    articles = units.draw(pl.read_parquet(input.articles), most, seed=seed)
    drawn = pl.col("article").is_in(articles["article"].implode())
    return [pl.scan_parquet(input[name]).filter(drawn).collect() for name in names]


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
