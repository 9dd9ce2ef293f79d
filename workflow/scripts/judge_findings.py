"""Set the three uncertainties of each main finding side by side, with a verdict."""

from framing import steps
from framing.robustness import verdicts


def step(input, output, params):
    """Write a row per finding."""
    results = steps.read_results(input)
    judged = verdicts.judge(
        results["multiverse"],
        results["scores"],
        results["reliability"],
        params.contrasts,
        rule=params.rule,
    )
    judged.write_parquet(output.verdicts)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
