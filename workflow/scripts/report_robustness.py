"""Draw the specification curves and the placebos."""

from framing import steps
from framing.instrument import codebook
from framing.plots import placebo, specification, style
from framing.plots.publish import publish


def step(input, output, params):
    """Publish a curve for each main contrast, then the placebos."""
    style.use(input.style)
    results = steps.read_results(input)
    labels = codebook.read_labels(params.codebook, params.sources)
    labels["source"] = {name: entry["short"] for name, entry in params.sources.items()}
    coders = results["multiverse"]["coders"][0]
    values = {"coders": f"The coders are {coders}." if coders else ""}
    kind = {"width": params.width}
    for name, contrast in params.contrasts.items():
        curve = specification.select(results, name, contrast["frames"])
        facts = values | specification.summarise(curve, contrast["label"])
        publish(
            specification, curve, labels, sources=params.sources, part=name, facts=facts, **kind
        )
    publish(placebo, results, labels, sources=params.sources, **kind)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
