"""Draw how well the instrument agrees with the coders and across languages."""

from framing import steps
from framing.instrument import codebook
from framing.plots import style, validation
from framing.plots.publish import publish


def step(input, output, params):
    """Publish the figure."""
    style.use(input.style)
    results = steps.read_results(input)
    labels = codebook.read_labels(params.codebook, params.sources)
    publish(validation, results, labels, sources=params.sources, width=params.width)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
