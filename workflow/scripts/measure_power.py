"""Measure what these articles could show, and how many articles would show more."""

import polars as pl
from framing import steps
from framing.calibration import design, rates
from framing.measures import units


def step(input, output, params):
    """Write the power for this corpus and the articles to collect."""
    articles, sentences = (pl.read_parquet(input[name]) for name in ("articles", "sentences"))
    chosen = units.select(articles, sentences, repeated_lead=params.repeated_lead)
    number, *lengths = rates.shape(chosen, params.sources)
    settings = params.calibration
    design.power(
        *lengths, articles=number, worlds=settings["worlds"], seed=params.seed
    ).write_parquet(output.power)
    design.design_table(
        differences=settings["differences"], spreads=settings["spreads"]
    ).write_parquet(output.design)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
