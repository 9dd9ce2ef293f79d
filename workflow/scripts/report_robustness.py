"""Draw the specification curves and the placebos, and write the tables of robustness."""

import yaml
from framing import sheets, steps
from framing.instrument import codebook
from framing.paper.tables import files, robustness
from framing.plots import placebo, specification, style
from framing.plots.publish import publish


def step(input, output, params):
    """Publish a curve for each main contrast, then the placebos; compose and write each table."""
    style.use(input.style)
    results = steps.read_results(input)
    labels = codebook.read_labels(params.codebook, params.sources)
    labels["source"] = {name: entry["short"] for name, entry in params.sources.items()}
    values, kind = robustness.say(results), {"width": params.width}
    for name, contrast in params.contrasts.items():
        curve = specification.select(results, name, contrast["frames"])
        facts = values | specification.summarise(curve, contrast["label"])
        publish(
            specification, curve, labels, sources=params.sources, part=name, facts=facts, **kind
        )
    publish(placebo, results, labels, sources=params.sources, **kind)
    write_tables(results, labels, values, input, output, params)


def write_tables(results, labels, values, input, output, params):
    """Write each table twice, with its caption."""
    texts = yaml.safe_load(sheets.read_text(input.table_captions))
    names = (params.contrasts, labels["frame_concept"], labels, list(params.sources))
    files.write_all(robustness.compose(results, *names), output, texts, values)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
