"""Write the page on which every number shows its sentences and words."""

from pathlib import Path

from framing import sheets, steps
from framing.paper import captions
from framing.paper.evidence import page


def step(input, output, params):
    """Put articles, cues, codes and numbers together in one file."""
    text = page.page(
        steps.read_results(input),
        params.config,
        templates=params.templates,
        translations=input.translations,
        finding=captions.finding(sheets.read_text(input.caption)),
    )
    Path(output.page).write_text(text, encoding="utf-8")


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
