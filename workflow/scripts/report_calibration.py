"""Write the tables and the figure of the calibration."""

import polars as pl
from framing import steps
from framing.paper.tables import layout, publish
from framing.paper.tables.names import Names
from framing.plots import calibration, style
from framing.plots.publish import publish as publish_figure

TABLES = ("calibration", "power", "design")
RESULTS = ("cells", "unseen", "power", "design")


def step(input, output, params):
    """Publish what was simulated."""
    results = {name: pl.read_parquet(input[name]) for name in RESULTS}
    names, layouts = Names(list(params.sources), {}), layout.read(input.layout)
    for name in TABLES:
        publish.write(name, results, names, layouts, output[name], {"level": params.level})
    style.use(input.style)
    facts = {"unseen": results["unseen"]}
    publish_figure(
        calibration, results, {}, sources=params.sources, width=params.width, facts=facts
    )


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
