"""Judge each main finding by text, choices and reading."""

from framing import steps
from framing.robustness import choices, verdicts


def step(input, output, params):
    """Write a row per finding."""
    results = steps.read_results(input)
    judged = verdicts.judge(
        results["multiverse"],
        results["external"],
        results["agreement"],
        params.contrasts,
        choices.read(input.choices_sheet, params.settings),
        spoken=results["articles"]["language"].unique().to_list(),
        rule=params.rule,
    )
    judged.write_parquet(output.verdicts)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
