"""Compare frames, voices, events and responsibility between the sources."""

import polars as pl
from framing import steps
from framing.instrument import codebook
from framing.measures import shares, units
from framing.statistics import allowed, families


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
    coded = {
        "frame": frames,
        "event": events,
        "concept": units.carried(chosen, mentions, "concept"),
    }
    everything = units.carried(
        units.select(articles, sentences, repeated_lead=True), mentions, "frame", **options
    )
    lists = {kind: list(codes[kind]) for kind in ("frame", "event")}
    lists["concept"] = sorted(coded["concept"]["code"].unique())
    frame_shares = shares.shares(chosen, frames, lists["frame"])
    event_shares = shares.shares(chosen, events, lists["event"])
    results = {
        "frame_units": frames,
        "event_units": events,
        "frame_shares": frame_shares,
        "contrasts": contrast(chosen, coded, lists, params),
        "event_coverage": shares.coverage(event_shares, params.sources),
        "events_by_frame": shares.cross(events, frames),
        "responsibility": shares.blame(frames, ("violation", "civilian_harm")),
        "frame_positions": shares.positions(everything, sentences),
    }
    for name, table in results.items():
        table.write_parquet(output[name])


def contrast(chosen, coded, codes, params):
    """The contrasts of all families that the config declares."""
    settings = params.compare
    return families.contrasts(
        chosen,
        coded,
        families.members(chosen, coded, codes, settings["families"]),
        params.sources,
        allowed.read(settings["offered"]),
        method=settings["method"],
        smoothing=params.smoothing,
        prior=settings["prior"],
        level=settings["level"],
    )


if "snakemake" in globals():
    steps.run(step, snakemake)  # noqa: F821
