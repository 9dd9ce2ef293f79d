"""What figure 1 shows: how often each frame appears, where, in whose voice, and what matches."""

from collections.abc import Collection

import polars as pl


def facts(
    table: pl.DataFrame, *, sources: dict[str, dict], repeated_lead: bool, blamed: Collection[str]
) -> dict[str, object]:
    """Values of the caption; `table` as of `plots.overview.tabulate`.

    Sentences that repeat an earlier one are counted only if `repeated_lead`. `main` is the label of
    the frame with the greatest sum of shares over both sources; `deeds` are the labels of the
    frames `blamed`, which blame somebody; `texts` has an entry per source (see `_text`) and `links`
    the pairs with the same content as (first, second, events).
    """
    counted = table if repeated_lead else table.filter(~pl.col("repeated"))
    deeds = counted.filter(pl.col("frame").is_in(list(blamed)))["label"].unique(maintain_order=True)
    return {
        "pooled": table["articles"].max() > 1,
        "repeats": table["repeated"].any(),
        "repeated_lead": repeated_lead,
        "main": _most_frequent(counted),
        "deeds": deeds.to_list(),
        "texts": [
            _text(counted.filter(pl.col("source") == name), entry, deeds.to_list())
            for name, entry in sources.items()
        ],
        "links": _links(table.filter(pl.col("source") == next(iter(sources)))),
    }


def _most_frequent(counted: pl.DataFrame) -> str:
    carried = pl.col("narrator") + pl.col("attributed")
    shares = counted.group_by("label", "source", maintain_order=True).agg(
        carried.sum() / pl.col("sentences").sum()
    )
    whole = shares.group_by("label", maintain_order=True).agg(pl.col("narrator").sum())
    return whole.sort("narrator", descending=True, maintain_order=True)["label"][0]


def _text(mine: pl.DataFrame, entry: dict, deeds: list[str]) -> dict[str, object]:
    """One source: sentences, their frames as (label, sentences, own voice), and its deeds.

    `places` are the sentences with any of the deeds and `own` how many of them say one in the
    text's own voice; both count parts, so they mean sentences only where a source has one article.
    """
    parts = mine.unique("part", maintain_order=True)
    voices = pl.col("narrator", "attributed").sum()
    frames = mine.group_by("label", maintain_order=True).agg(voices)
    said = mine.filter(pl.col("label").is_in(deeds)).group_by("part", maintain_order=True)
    said = said.agg(voices).filter(pl.col("narrator") + pl.col("attributed") > 0)
    return {
        "label": entry["label"],
        "short": entry["short"],
        "articles": mine["articles"][0],
        "sentences": parts["sentences"].sum(),
        "frames": {label: (own + other, own) for label, own, other in frames.iter_rows()},
        "places": said["part"].to_list(),
        "last": parts["part"].max(),
        "own": said.filter(pl.col("narrator") > 0).height,
    }


def _links(first: pl.DataFrame) -> list[tuple[int, int, str]]:
    rows = first.filter(pl.col("matches") != "").unique("part", maintain_order=True)
    return [
        (part, int(match), events)
        for part, matches, on in rows.select("part", "matches", "matched_on").iter_rows()
        for match, events in zip(matches.split("|"), on.split("|"), strict=True)
    ]
