"""Set the three uncertainties of each main finding side by side, and word the findings."""

import polars as pl
import yaml
from framing import sheets, steps
from framing.instrument import codebook
from framing.paper import findings
from framing.paper.tables import files
from framing.robustness import verdicts

RESULTS = (
    "frame_shares",
    "contrasts",
    "event_coverage",
    "responsibility",
    "responsibility_units",
    "multiverse",
    "scores",
    "reliability",
    "equivalence",
    "coders",
)


def step(input, output, params):
    """Write the table of findings, and the sentences that the README quotes on them."""
    results = {name: pl.read_parquet(input[name]) for name in RESULTS}
    judged = verdicts.judge(
        results["multiverse"],
        results["scores"],
        results["reliability"],
        params.contrasts,
        rule=params.rule,
    )
    caption = yaml.safe_load(sheets.read_text(input.captions))["findings"]
    files.write(judged, output.table, caption=caption, label="findings")
    labels = codebook.read_labels(params.codebook, params.sources)
    results["verdicts"] = judged
    for name in ("findings", "trust"):
        findings.write(input[name], output[name], results, labels, params.sources)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
