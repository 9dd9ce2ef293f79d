"""Draw what is compared: frames, events, responsibility."""

from framing import steps
from framing.instrument import codebook
from framing.plots import events, frames_by_voice, responsibility, style
from framing.plots.publish import publish


def step(input, output, params):
    """Publish the figures."""
    style.use(input.style)
    results = steps.read_results(input)
    labels = codebook.read_labels(params.codebook, params.sources)
    repeated = {"repeated_lead": params.repeated_lead}
    texts = {"articles": results["articles"], "level": params.level}
    codes = codebook.read_codes(params.codebook)
    actors = {actor: row["name"] for actor, row in codes["actor"].items()}
    facts = {
        frames_by_voice: texts | repeated,
        events: repeated,
        responsibility: {"sentences": results["responsibility_units"], "actors": actors},
    }
    kind = {"sources": params.sources, "width": params.width}
    for figure, given in facts.items():
        publish(figure, results, labels, facts=given, **kind)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
