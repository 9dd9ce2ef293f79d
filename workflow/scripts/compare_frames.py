"""Compare frames, voices, events and responsibility between the sources."""

import polars as pl
from framing import steps
from framing.instrument import codebook
from framing.measures import comparison
from framing.statistics import allowed, families


def step(input, output, params):
    """Write the tables of the comparison."""
    corpus = [pl.read_parquet(input[name]) for name in ("articles", "sentences", "mentions")]
    codes = codebook.read_codes(params.codebook)
    coded = comparison.code(*corpus, codes, params.measure)
    tables = comparison.compare(coded, *corpus, sources=params.sources, settings=params.measure)
    for name, table in (tables | contrast(coded, params)).items():
        table.write_parquet(output[name])


def contrast(coded, params):
    """Differences of all families that the config declares, and how dependence widens them."""
    declared, settings = params.compare["families"], params.compare
    found = (coded.sentences, coded.carried)
    members = families.members(*found, coded.codes, declared)
    how = families.Settings(
        allowed.read(settings["offered"]),
        method=settings["method"],
        smallest_difference=settings["smallest_difference"],
        smoothing=params.smoothing,
        prior=settings["prior"],
        level=settings["level"],
    )
    return {
        "contrasts": families.contrasts(*found, members, params.sources, how),
        "dependence_curve": families.curves(
            *found, members, params.sources, level=settings["level"]
        ),
    }


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
