"""Draw the choices and the placebos."""

from framing import steps
from framing.instrument import codebook
from framing.plots import choices as choices_figure
from framing.plots import placebo, style
from framing.plots.publish import publish
from framing.robustness import choices


def step(input, output, params):
    """Publish both figures."""
    style.use(input.style)
    results = steps.read_results(input)
    labels = codebook.read_labels(params.codebook, params.sources)
    known = choices.read(input.choices_sheet, params.settings)
    labels |= choices.labels(known, params.contrasts)
    options = {"sources": params.sources, "width": params.width}
    curves = {"curves": results["multiverse"], "moved": results["choices"], "labels": labels}
    curves |= {"same_sign": params.same_sign, "level": params.level}
    curves |= {"sampled": params.choices_sampled}
    publish(choices_figure, results, labels, facts=curves, **options)
    halves = {"level": params.level, "halves": results["self_placebos"]}
    halves |= {"sampled": params.sampled}
    publish(placebo, results, labels, facts=halves, **options)


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
