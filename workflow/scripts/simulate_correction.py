"""Correct simulated corpora with an instrument of one F1, by samples of several sizes."""

from framing import steps
from framing.correction import simulation


def step(input, output, params):
    """Write coverage and width at each number of coded texts."""
    simulation.measure(
        params.f1, params.coded, corpora=params.corpora, texts=params.texts, seed=params.seed
    ).write_parquet(output.correction)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
