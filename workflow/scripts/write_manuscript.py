"""Write the manuscript as PDF and for Word, with every number and wording from the results."""

import json
from pathlib import Path

from framing import steps
from framing.paper.facts import manuscript as facts
from framing.paper.manuscript import assemble, typeset, values, word
from framing.paper.numbers import collect


def step(input, output, params):
    """Check the text, look up what it quotes, and set it twice."""
    results = steps.read_results(input)
    numbers, config = results.pop("numbers"), params.config
    current = collect.from_files(results, config)
    decided = facts.facts(
        results,
        sources=config["sources"],
        level=config["compare"]["level"],
        reading=config["findings"]["reading"],
    )
    text = assemble.read(input.source, input.wording, input.references, input.allowed)
    given = assemble.gather(
        text,
        numbers,
        current,
        facts=decided,
        paragraphs=[input.findings, input.trust],
        figures=params.figures,
        tables=assemble.read_tables(text.blocks, params.tables, input.layout, config),
        package=params.package,
    )
    found = values.resolve(input.source, text.blocks, given)
    Path(output.bound).write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    typeset.write(input.source, ".", output.pdf)
    word.write(text.blocks, found, values.shown(text.blocks, given.tables), output.word)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
