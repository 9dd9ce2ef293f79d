"""Draw what is compared: frames, events, responsibility, positions."""

import polars as pl
from framing import steps
from framing.instrument import codebook
from framing.plots import (
    events_by_frame,
    frame_positions,
    frames_by_voice,
    responsibility,
    same_event,
    style,
)
from framing.plots.publish import publish

RESULTS = (
    "frame_shares",
    "contrasts",
    "event_coverage",
    "events_by_frame",
    "responsibility",
    "responsibility_units",
    "frame_positions",
    "leave_one_out",
    "controls",
)


def step(input, output, params):
    """Publish the figures."""
    style.use(input.style)
    results = {name: pl.read_parquet(input[name]) for name in RESULTS}
    labels = codebook.read_labels(params.codebook, params.sources)
    figures = (
        frames_by_voice,
        events_by_frame,
        same_event,
        responsibility,
        frame_positions,
    )
    facts = {responsibility: {"sentences": results["responsibility_units"]}}
    for figure in figures:
        publish(
            figure,
            results,
            labels,
            sources=params.sources,
            width=params.width,
            facts=facts.get(figure),
        )


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
