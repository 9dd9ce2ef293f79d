"""Write every number that the study quotes: for programs, for readers and for LaTeX."""

from pathlib import Path

from framing import steps
from framing.paper.numbers import collect
from framing.paper.tables import files


def step(input, output, params):
    """Write the numbers as tables and as macros."""
    results = steps.read_results(input)
    numbers = collect.from_files(results, params.config)
    numbers.write_parquet(output.numbers)
    files.write_csv(numbers, output.table)
    Path(output.macros).write_text(collect.macros(numbers), encoding="utf-8")


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
