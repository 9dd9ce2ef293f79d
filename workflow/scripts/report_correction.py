"""Draw and tabulate how many texts to code by hand."""

import polars as pl
from framing import steps
from framing.correction.simulation import LEVEL
from framing.paper.tables import layout, publish
from framing.paper.tables.names import Names
from framing.plots import sample_size, style
from framing.plots.publish import publish as publish_figure


def step(input, output, params):
    """Write the table and publish the figure."""
    results = {"correction": pl.concat([pl.read_parquet(path) for path in input.correction])}
    names, layouts = Names(list(params.sources), {}), layout.read(input.layout)
    paths = output["sample_size"]
    publish.write("sample_size", results, names, layouts, paths, {"level": LEVEL})
    style.use(input.style)
    publish_figure(sample_size, results, {}, sources=params.sources, width=params.width)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
