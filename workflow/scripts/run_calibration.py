"""Simulate a part of the worlds and measure every method in them."""

import sys
from functools import partial

import polars as pl
from framing import steps
from framing.calibration import grid, rates
from framing.measures import units
from tqdm import tqdm


def step(input, output, params):
    """Write the rates of every method in the cells of one part, with a bar on the terminal."""
    articles, sentences = (pl.read_parquet(input[name]) for name in ("articles", "sentences"))
    chosen = units.select(articles, sentences, repeated_lead=params.repeated_lead)
    own = grid.own_design(chosen, params.sources)
    number, _ = params.part
    place = {"position": number, "file": sys.__stderr__, "mininterval": 0.5}
    options = {"worlds": params.worlds, "seed": params.seed, "part": params.part}
    for name, cells, measure in (
        ("cells", grid.cells(own), rates.measure),
        ("families", grid.families(own), rates.family_errors),
    ):
        bar = partial(tqdm, desc=f"{name}, part {number + 1}", unit="cell", **place)
        measure(cells, **options, progress=bar).write_parquet(output[name])


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
