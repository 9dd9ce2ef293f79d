"""Draw how well the instrument finds what coders find, and write the tables on it."""

import yaml
from framing import sheets, steps
from framing.instrument import codebook
from framing.paper.tables import accuracy, files
from framing.plots import style, validation
from framing.plots.publish import publish


def step(input, output, params):
    """Publish the figure; compose each table and write it twice, with its caption."""
    style.use(input.style)
    results = steps.read_results(input)
    labels = codebook.read_labels(params.codebook, params.sources)
    facts = {
        "level": params.level,
        "alike": params.alike,
        "equivalence": results["equivalence"],
    }
    options = {"sources": params.sources, "width": params.width, "facts": facts}
    publish(validation, results, labels, **options)
    texts = yaml.safe_load(sheets.read_text(input.table_captions))
    values = accuracy.say(results)
    files.write_all(accuracy.compose(results, labels), output, texts, values)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
