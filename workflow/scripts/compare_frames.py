"""Compare frames, voices, events and responsibility between the sources."""

import polars as pl
from framing import compare, codebook, steps, units


def step(input, output, params):
    """Write the tables of the comparison."""
    codes = codebook.read_codes(params.codebook)
    articles, sentences, mentions = (
        pl.read_parquet(input[name]) for name in ("articles", "sentences", "mentions")
    )
    chosen = units.select(articles, sentences, repeated_lead=params.measure["repeated_lead"])
    options = {"tiers": params.measure["tiers"], "voices": params.measure["voices"]}
    frames = units.carried(chosen, mentions, "frame", **options)
    events = units.carried(chosen, mentions, "event")
    everything = units.carried(
        units.select(articles, sentences, repeated_lead=True), mentions, "frame", **options
    )
    shares = compare.shares(chosen, frames, list(codes["frame"]))
    event_shares = compare.shares(chosen, events, list(codes["event"]))
    contrast = {"method": params.compare["method"], "smoothing": params.smoothing}
    results = {
        "coded": frames,
        "coded_events": events,
        "frames": shares,
        "contrasts": compare.contrasts(
            chosen, frames, list(codes["frame"]), params.sources, **contrast
        ),
        "events": compare.coverage(event_shares, params.sources),
        "events_by_frame": compare.cross(events, frames),
        "responsibility": compare.blame(frames, ("violation", "civilian_harm")),
        "positions": compare.positions(everything, sentences),
    }
    for name, table in results.items():
        table.write_parquet(output[name])


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
