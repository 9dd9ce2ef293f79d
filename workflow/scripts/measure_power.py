"""Measure what these articles could show, and how many articles would show more."""

import polars as pl
from framing import steps
from framing.calibration import design, grid
from framing.measures import units


def step(input, output, params):
    """Write the power for this corpus and the articles to collect."""
    articles, sentences = (pl.read_parquet(input[name]) for name in ("articles", "sentences"))
    chosen = units.select(articles, sentences, repeated_lead=params.repeated_lead)
    own, settings = grid.own_design(chosen, params.sources), params.calibration
    design.power(own, worlds=settings["worlds"], seed=params.seed).write_parquet(output.power)
    design.design_table(
        differences=settings["differences"],
        lengths=settings["lengths"],
        shares=settings["shares"],
    ).write_parquet(output.design)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
