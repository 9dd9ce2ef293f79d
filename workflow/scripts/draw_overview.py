"""Draw figure 1: both texts from their first sentence to their last."""

from framing import steps
from framing.instrument import codebook
from framing.plots import overview, style
from framing.plots.publish import publish


def step(input, output, params):
    """Publish the figure."""
    style.use(input.style)
    results = steps.read_results(input)
    labels = codebook.read_labels(params.codebook, params.sources)
    asking = codebook.blamed(codebook.read_codes(params.codebook))
    facts = {"repeated_lead": params.repeated_lead, "blamed": asking}
    publish(overview, results, labels, sources=params.sources, width=params.width, facts=facts)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
