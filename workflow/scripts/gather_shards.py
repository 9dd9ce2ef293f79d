"""Join the tables of all parts of a large corpus, piece by piece."""

from framing import size, steps


def step(input, output, params):
    """Write each table."""
    for name, path in output.items():
        size.gather(input[name], path)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
