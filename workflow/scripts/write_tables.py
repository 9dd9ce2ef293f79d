"""Write the tables of the paper as CSV and LaTeX."""

import yaml
from framing import sheets, steps
from framing.instrument import codebook
from framing.paper.tables import files, study


def step(input, output, params):
    """Compose each table and write it twice, with its caption."""
    results = steps.read_results(input)
    captions = yaml.safe_load(sheets.read_text(input.captions))
    codes, rules = codebook.read_codes(params.codebook), codebook.read_rules(params.codebook)
    labels = codebook.read_labels(params.codebook, params.sources)
    composed = study.compose(results, codes, rules, labels, list(params.sources), params.top)
    for name, table in composed.items():
        files.write(table, output[name], caption=captions[name], label=name)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
