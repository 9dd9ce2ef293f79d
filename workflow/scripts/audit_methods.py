"""Simulate designs on which an older version was wrong, by its methods and those of today."""

import sys
from functools import partial

import polars as pl
from framing import steps
from framing.calibration import audit
from framing.statistics import allowed
from tqdm import tqdm

LENGTHS = (17, 12)  # of the two articles whose families of codes were audited


def step(input, output, params):
    """Write a row per design and method, with bars on the terminal."""
    bar = partial(tqdm, unit="design", file=sys.__stderr__, mininterval=0.5)
    options = {"worlds": params.worlds, "seed": params.seed + 1, "progress": bar}
    cases = audit.cases(params.seed + 1)
    table = audit.measure(cases, allowed.read(input.offered), **options)
    families = audit.family_errors(lengths=LENGTHS, **options)
    pl.concat([table, families.with_columns(group=pl.lit("family"))], how="diagonal").write_csv(
        output[0]
    )


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
