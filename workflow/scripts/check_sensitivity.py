"""Try placebo cues, leave out one concept at a time, and check the negative controls."""

import polars as pl
from framing import steps
from framing.instrument import codebook
from framing.measures import units
from framing.robustness import controls, halves, leave_one_out, placebo
from framing.statistics import permutation


def step(input, output, params):
    """Write the placebos beside each contrast, the contrasts without each cue, and the controls."""
    codes = list(codebook.read_codes(params.codebook)["frame"])
    articles, sentences, coded = (
        pl.read_parquet(input[name]) for name in ("articles", "sentences", "frame_units")
    )
    names = units.draw(articles, params.sensitivity["articles"], seed=params.seed)["article"]
    drawn = pl.col("article").is_in(names.implode())
    articles, sentences, coded = (one.filter(drawn) for one in (articles, sentences, coded))
    tokens, mentions = (
        pl.scan_parquet(input[name]).filter(drawn).collect() for name in ("tokens", "mentions")
    )
    chosen = units.select(articles, sentences, repeated_lead=params.repeated_lead)
    numbered = permutation.number(articles, sentences, params.sources, params.blocks)
    tables = (chosen, coded, mentions, tokens)
    draws = {"draws": params.sensitivity["placebos"], "seed": params.seed}
    level = {"level": params.level}
    placebos = {code: placebo.draw(*tables, code, params.sources, **draws) for code in codes}
    report = placebo.report(chosen, coded, placebos, params.sources, **level)
    report.write_parquet(output.placebos)
    halves.compare(*tables, **draws, **level).write_parquet(output.self_placebos)
    without = {"method": params.method} | level
    leave_one_out.leave_each_out(chosen, coded, codes, params.sources, **without).write_parquet(
        output.leave_one_out
    )
    series = {code: controls.series(chosen, coded, code, numbered) for code in codes}
    options = {
        "method": params.method,
        "limit": params.sensitivity["limit"],
        "seed": params.seed,
    } | level
    controls.run(series, placebos, params.sources, **options).write_parquet(output.controls)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
