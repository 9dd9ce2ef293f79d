"""Say in one sentence and in paragraphs what was found, and how far it can be trusted."""

from pathlib import Path

from framing import steps
from framing.instrument import codebook
from framing.paper import captions
from framing.paper.facts import findings, trust


def step(input, output, params):
    """Fill the templates with their facts."""
    results = steps.read_results(input)
    labels = codebook.read_labels(params.codebook, params.sources)
    codes = codebook.read_codes(params.codebook)
    labels["actor"] = {actor: row["name"] for actor, row in codes["actor"].items()}
    blaming = [labels["frame"][frame] for frame in codebook.blamed(codes)]
    given = {"labels": labels, "contrasts": params.contrasts, "blaming": blaming}
    found = findings.facts(results, sources=params.sources, **given)
    values = {
        "answer": found,
        "findings": found,
        "trust": trust.facts(results, labels=labels),
    }
    for name, facts in values.items():
        text = captions.fill(input[name], **facts, **params.given)
        Path(output[name]).write_text(text, encoding="utf-8")


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
