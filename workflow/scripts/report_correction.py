"""Draw how many texts to code by hand."""

import polars as pl
from framing import steps
from framing.plots import sample_size, style
from framing.plots.publish import publish


def step(input, output, params):
    """Publish the figure."""
    style.use(input.style)
    results = {"correction": pl.concat([pl.read_parquet(path) for path in input.correction])}
    publish(sample_size, results, {}, sources=params.sources, width=params.width)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
