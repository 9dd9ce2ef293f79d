"""Write the verdicts, the tables and the figure of the calibration."""

import polars as pl
import yaml
from framing import sheets, steps
from framing.calibration import rates
from framing.paper import captions
from framing.paper.tables import calibration as calibration_tables
from framing.paper.tables import files
from framing.plots import calibration, style
from framing.plots.publish import publish


def step(input, output, params):
    """Put the parts together and publish them."""
    cells = pl.concat([pl.read_parquet(path) for path in input.cells]).sort(
        "cell", maintain_order=True
    )
    files.write_csv(rates.verdicts(cells), output.offered)
    texts = yaml.safe_load(sheets.read_text(input.table_captions))
    power, design = (pl.read_parquet(input[name]) for name in ("power", "design"))
    values = calibration_tables.say(cells, power)
    for name, table in calibration_tables.compose(cells, power, design).items():
        caption = captions.render(texts[name], **values).strip()
        files.write(table, output[name], caption=caption, label=name)
    style.use(input.style)
    results = {"cells": cells, "power": power}
    publish(calibration, results, {}, sources=params.sources, width=params.width)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
