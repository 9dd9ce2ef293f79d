"""Judge every method where it was simulated, and try the verdicts in worlds of another kind."""

import sys
from functools import partial

import polars as pl
from framing import steps
from framing.calibration import grid, unseen, verdicts
from framing.measures import units
from framing.paper.tables import files
from framing.statistics import allowed
from tqdm import tqdm


def step(input, output, params):
    """Write the rates of all parts, the verdicts, and what comes of them elsewhere."""
    articles, sentences = (pl.read_parquet(input[name]) for name in ("articles", "sentences"))
    chosen = units.select(articles, sentences, repeated_lead=params.repeated_lead)
    cells = verdicts.judge(
        pl.concat([join(input.cells), join(input.families)], how="diagonal_relaxed")
    )
    cells.write_parquet(output.cells)
    own = grid.own_design(chosen, params.sources)
    files.write_csv(verdicts.verdicts(cells, own), output.offered)
    settings = params.calibration
    corpora = unseen.corpora(settings["unseen"], seed=params.seed)
    bar = partial(tqdm, desc="unseen worlds", unit="design", file=sys.__stderr__, mininterval=0.5)
    unseen.measure(
        corpora,
        allowed.read(output.offered),
        worlds=settings["worlds"],
        seed=params.seed,
        progress=bar,
    ).write_parquet(output.unseen)


def join(paths):
    """Put the parts together in the order of the cells."""
    return pl.concat([pl.read_parquet(path) for path in paths]).sort("cell", maintain_order=True)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
