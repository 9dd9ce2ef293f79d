"""Numbers of the comparison: frames, voices, responsibility, events."""

import polars as pl

from framing.paper import captions
from framing.paper.numbers.entry import (
    Number,
    Results,
    Study,
    count,
    decimal,
    interval,
    number,
    row,
    whole,
)

PLACE = "results/comparison"
SHARES, UNITS = f"{PLACE}/frame_shares", f"{PLACE}/frame_units"
OTHER = {"sentences": "", "words": ".words"}  # how a contrast by this measure is named


def numbers(results: Results, study: Study) -> list[Number]:
    """Frames by source, and differences; violations and harm by voice and by blame; events."""
    found = []
    for frame in study.labels["frame"]:
        for source in study.sources:
            found += _frame(results, frame, source)
        found += _difference(results["contrasts"], frame)
    for source in study.sources:
        found += _responsibility(results["responsibility_units"].filter(source=source), source)
    found += _flows(results["responsibility"], results["statements"])
    return found + _intervals(results["contrasts"]) + _events(results, study)


def _frame(results: Results, frame: str, source: str) -> list[Number]:
    """Sentences with a frame in a source, in own voice and quoted, and their shares."""
    key = f"{frame}.{source}"
    share = row(results["frame_shares"], code=frame, source=source)
    units, method = share["units"], "count of coded sentences"
    mine = results["frame_units"].filter(code=frame, source=source)
    voices = {"own": "narrator", "quoted": "attributed"}
    counts = [
        count(f"{key}.{name}", mine.filter(voice=voice), UNITS, n=mine.height, method=method)
        for name, voice in voices.items()
    ]
    shares = {"share": "share", "words": "share_words"}
    return [
        count(f"{key}.sentences", mine, UNITS, n=units, method=method),
        number(f"{key}.units", units, whole, "sentences compared", SHARES),
        *counts,
        *(
            number(f"{key}.{name}", share[column], captions.percent, "percent", SHARES, n=units)
            for name, column in shares.items()
        ),
    ]


def _difference(contrasts: pl.DataFrame, frame: str) -> list[Number]:
    """First source minus second, by sentences and by words, with intervals and p-values."""
    found = []
    for measure, ending in OTHER.items():
        contrast = row(contrasts, kind="frame", code=frame, measure=measure)
        key, place = f"{frame}{ending}.difference", f"{PLACE}/contrasts"
        method = {"method": contrast["method"] or ""}
        found += interval(key, contrast, captions.points, "points", place, **method)
        found += [
            number(f"{key}.{name}", contrast[name], decimal, "p-value", place, **method)
            for name in ("p", "p_holm", "p_bh")
        ]
        least = contrast.get("detectable")
        found.append(number(f"{key}.detectable", least, captions.size, "points", place, **method))
    return found


def _intervals(contrasts: pl.DataFrame) -> list[Number]:
    """How many frames have an interval, and how many of these exclude zero."""
    place = f"{PLACE}/contrasts"
    frames = contrasts.filter(kind="frame", measure="sentences")
    known = frames.with_columns(pl.col("low", "high").fill_nan(None)).drop_nulls(["low", "high"])
    clear = known.filter((pl.col("low") > 0) | (pl.col("high") < 0)).height
    floor = contrasts["floor"].fill_nan(None).max()
    return [
        number("frames.intervals", known.height, whole, "frames", place, n=frames.height),
        number("frames.different", clear, whole, "frames", place, n=known.height),
        number("articles.floor", floor, decimal, "p-value", place, method="smallest possible p"),
    ]


def _responsibility(mine: pl.DataFrame, source: str) -> list[Number]:
    """Sentences on violations and harm: all, in own voice, quoted, and by the actor blamed."""
    place = f"{PLACE}/responsibility_units"
    parts = {
        "sentences": mine,
        "own": mine.filter(voice="narrator"),
        "quoted": mine.filter(pl.col("voice") != "narrator"),
        "blamed": mine.filter(pl.col("responsible") != ""),
    }
    return [
        count(f"responsibility.{source}.{name}", rows, place, n=mine.height)
        for name, rows in parts.items()
    ]


def _flows(responsibility: pl.DataFrame, statements: pl.DataFrame) -> list[Number]:
    """Sentences in which somebody says of somebody: flow.hebrew.opposition.violation.russia."""
    found = []
    for flow in responsibility.iter_rows(named=True):
        ends = {name: flow[name] for name in ("source", "speaker", "frame", "responsible")}
        key = ".".join(["flow", *ends.values()])
        found.append(count(key, statements.filter(**ends), f"{PLACE}/statements"))
    return found


def _events(results: Results, study: Study) -> list[Number]:
    """How many events both sources report, or one alone, and the sentences on each."""
    place, coverage = f"{PLACE}/event_coverage", results["event_coverage"]
    parts = {"both": "both", "neither": "neither"} | {f"{s}.only": s for s in study.sources}
    found = [number("events.all", coverage.height, whole, "events", place)]
    for name, value in parts.items():
        reported = coverage.filter(covered_by=value).height
        found.append(number(f"events.{name}", reported, whole, "events", place, n=coverage.height))
    units = results["event_units"]
    return found + [
        count(
            f"event.{event}.{source}.sentences",
            units.filter(code=event, source=source),
            f"{PLACE}/event_units",
        )
        for event in study.labels["event"]
        for source in study.sources
    ]
