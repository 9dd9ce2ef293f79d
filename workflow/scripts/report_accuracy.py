"""Draw how well the instrument finds what coders find."""

from framing import steps
from framing.instrument import codebook
from framing.plots import style, validation
from framing.plots.publish import publish


def step(input, output, params):
    """Publish the figure."""
    style.use(input.style)
    results = steps.read_results(input)
    labels = codebook.read_labels(params.codebook, params.sources)
    spoken = results["articles"]["language"].unique(maintain_order=True)
    facts = {
        "level": params.level,
        "spoken": [labels["language"][language] for language in spoken],
    }
    options = {"sources": params.sources, "width": params.width, "facts": facts}
    publish(validation, results, labels, **options)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
