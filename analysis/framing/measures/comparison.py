"""The comparison of two sources: what every sentence carries, and the tables that follow."""

from dataclasses import dataclass
from typing import Any

import polars as pl

from framing.instrument import codebook
from framing.measures import responsibility, shares, units

KINDS = ("frame", "event", "concept")


@dataclass(frozen=True)
class Coded:
    """The sentences that count, and for each kind of code what they carry and which codes exist.

    `blamed`: the frames of which the codebook asks who is responsible.
    """

    sentences: pl.DataFrame
    carried: dict[str, pl.DataFrame]
    codes: dict[str, list[str]]
    blamed: tuple[str, ...]


def code(
    articles: pl.DataFrame,
    sentences: pl.DataFrame,
    mentions: pl.DataFrame,
    codes: dict[str, dict[str, Any]],
    settings: dict[str, Any],
) -> Coded:
    """Code every sentence that counts; `codes` of `codebook.read_codes`, `settings` are `measure`.

    Tiers and voices choose among frames only. Of concepts, those that occur are listed.
    """
    chosen = units.select(articles, sentences, repeated_lead=settings["repeated_lead"])
    options = {"tiers": settings["tiers"], "voices": settings["voices"]}
    carried = {
        kind: units.carried(chosen, mentions, kind, **(options if kind == "frame" else {}))
        for kind in KINDS
    }
    listed = {kind: list(codes[kind]) for kind in ("frame", "event")}
    listed["concept"] = sorted(carried["concept"]["code"].unique())
    return Coded(chosen, carried, listed, codebook.blamed(codes))


def compare(
    coded: Coded,
    articles: pl.DataFrame,
    sentences: pl.DataFrame,
    mentions: pl.DataFrame,
    *,
    sources: list[str],
    settings: dict[str, Any],
) -> dict[str, pl.DataFrame]:
    """Every table of results/comparison but the contrasts, by name; arguments as of `code`.

    `frame_positions` also has the sentences that repeat an earlier one, whatever the settings.
    """
    frames, events = coded.carried["frame"], coded.carried["event"]
    blamed, tiers, voices = coded.blamed, settings["tiers"], settings["voices"]
    everything = units.select(articles, sentences, repeated_lead=True)
    all_frames = units.carried(everything, mentions, "frame", tiers=tiers, voices=voices)
    event_shares = shares.shares(coded.sentences, events, coded.codes["event"])
    return {
        "frame_units": frames,
        "event_units": events,
        "frame_shares": shares.shares(coded.sentences, frames, coded.codes["frame"]),
        "event_coverage": shares.coverage(event_shares, sources),
        "events_by_frame": shares.cross(events, frames),
        "responsibility": responsibility.count(frames, mentions, blamed, tiers=tiers),
        "responsibility_units": responsibility.sentences(frames, mentions, blamed, tiers=tiers),
        "statements": responsibility.statements(
            frames, mentions, tuple(coded.codes["frame"]), tiers=tiers
        ),
        "frame_positions": shares.positions(all_frames, sentences),
    }
