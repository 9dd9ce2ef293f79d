"""Try placebo cues, leave out one cue at a time, and check the negative controls."""

import polars as pl
from framing import steps
from framing.instrument import codebook
from framing.measures import units
from framing.robustness import controls, placebo
from framing.statistics import permutation


def step(input, output, params):
    """Write the placebos beside each contrast, the contrasts without each cue, and the controls."""
    articles, sentences, tokens, mentions, coded = (
        pl.read_parquet(input[name])
        for name in ("articles", "sentences", "tokens", "mentions", "frame_units")
    )
    codes = list(codebook.read_codes(params.codebook)["frame"])
    chosen = units.select(articles, sentences, repeated_lead=params.repeated_lead)
    numbered = permutation.number(articles, sentences, params.sources, params.blocks)
    tables = (chosen, coded, mentions, tokens)
    draws = {"draws": params.sensitivity["placebos"], "seed": params.seed}
    placebos = {code: placebo.draw(*tables, code, params.sources, **draws) for code in codes}
    placebo.report(chosen, coded, placebos, params.sources).write_parquet(output.placebos)
    placebo.leave_each_out(
        chosen, coded, codes, params.sources, method=params.method
    ).write_parquet(output.leave_one_out)
    series = {code: controls.series(chosen, coded, code, numbered) for code in codes}
    options = {"method": params.method, "limit": params.sensitivity["limit"], "seed": params.seed}
    controls.run(series, placebos, params.sources, **options).write_parquet(output.controls)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
