"""Write the page that shows every figure with its caption."""

from pathlib import Path

from framing import steps
from framing.instrument import codebook
from framing.paper import gallery


def step(input, output, params):
    """Put captions, alternative texts and links together.

    Without a paper there is no page of the evidence, and nothing is made on demand. Older files of
    figures that this corpus lacks are removed.
    """
    folder = Path(output[0]).parent
    labels = codebook.read_labels(params.codebook, params.sources)
    page = gallery.gallery(
        params.sections,
        folder,
        on_demand=params.on_demand if params.paper else None,
        evidence=link(labels, params) if params.paper else None,
        left_out=params.left_out,
    )
    gallery.remove(params.left_out, folder)
    Path(output[0]).write_text(page, encoding="utf-8")


def link(labels, params):
    """Addresses of the numbers of the figures that count sentences, with what to call them."""
    frames, events, sources = labels["frame"], labels["event"], params.sources
    blamed = codebook.blamed(codebook.read_codes(params.codebook))
    return {
        "frames_by_voice": {
            f"{frames[code]}, {sources[name]['short']}": f"{name}/{code}"
            for code in frames
            for name in sources
        },
        "events": {label: code for code, label in events.items()},
        "responsibility": {frames[code]: code for code in blamed},
    }


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
