"""Write the verdicts, the tables and the figure of the calibration."""

import polars as pl
from framing import steps
from framing.calibration import rates
from framing.paper.tables import files, layout, publish
from framing.paper.tables.names import Names
from framing.plots import calibration, style
from framing.plots.publish import publish as publish_figure

TABLES = ("calibration", "power", "design")


def step(input, output, params):
    """Put the parts together and publish them."""
    cells = pl.concat([pl.read_parquet(path) for path in input.cells]).sort(
        "cell", maintain_order=True
    )
    files.write_csv(rates.verdicts(cells), output.offered)
    results = {"cells": cells, "power": pl.read_parquet(input.power)}
    results["design"] = pl.read_parquet(input.design)
    names, layouts = Names(list(params.sources), {}), layout.read(input.layout)
    for name in TABLES:
        publish.write(name, results, names, layouts, output[name], {"level": params.level})
    style.use(input.style)
    publish_figure(calibration, results, {}, sources=params.sources, width=params.width)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
