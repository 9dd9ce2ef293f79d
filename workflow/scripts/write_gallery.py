"""Write the page that shows every figure with its caption."""

from pathlib import Path

from framing import steps
from framing.paper import gallery


def step(input, output, params):
    """Put captions, alternative texts and links together."""
    folder = Path(output[0]).parent
    page = gallery.gallery(params.sections, folder, on_demand=params.on_demand)
    Path(output[0]).write_text(page, encoding="utf-8")


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
