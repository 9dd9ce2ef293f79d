"""What the frames differ in, what is alike, and what these texts are too short to tell."""

import numpy as np
import polars as pl

from framing.statistics.equivalence_test import CANNOT_TELL, DIFFERENT, EQUIVALENT


def facts(
    table: pl.DataFrame,
    *,
    sources: dict[str, dict],
    articles: pl.DataFrame,
    level: float,
    repeated_lead: bool,
) -> dict[str, object]:
    """Values of the caption; `table` as of `plots.frames_by_voice.tabulate`.

    `articles`: article, source, date. `level` is that of the intervals; `repeated_lead` whether
    sentences that repeat an earlier one count. `answers` lists for each answer the frames as
    (label, difference); `detectable` is the range of the smallest detectable differences where the
    answer is "cannot tell" (empty if unknown); `beyond` lists the frames whose sentences depend on
    one another more strongly than their interval allows for; `texts` has an entry per source;
    `why`: why no frame has an interval (empty: some have one, or the reasons differ).
    """
    frames = table.unique("label", keep="first", maintain_order=True)
    answers = {
        answer: frames.filter(pl.col("answer") == answer).select("label", "estimate").rows()
        for answer in (DIFFERENT, EQUIVALENT, CANNOT_TELL)
    }
    open_ = frames.filter(pl.col("answer") == CANNOT_TELL)["detectable"].drop_nulls().drop_nans()
    return {
        "total": frames.height,
        "different": answers[DIFFERENT],
        "equivalent": answers[EQUIVALENT],
        "cannot_tell": answers[CANNOT_TELL],
        "detectable": [open_.min(), open_.max()] if len(open_) else [],
        "beyond": frames.filter("beyond")["label"].to_list(),
        "pairs": articles.height == len(sources),
        "texts": [_text(table, articles, name, entry) for name, entry in sources.items()],
        "method": frames["method"][0],
        "level": level,
        "repeated_lead": repeated_lead,
        "no_interval": frames.filter(pl.col("low").fill_null(np.nan).is_nan()).height,
        "why": _why(frames),
        "warnings": frames.filter(pl.col("warning") != "").select("label", "warning").rows(),
    }


def _why(frames: pl.DataFrame) -> str:
    """The one reason for which no frame has an interval; the part before its remedy."""
    reasons = frames["reason"].fill_null("").unique().to_list()
    known = frames["low"].fill_null(np.nan).is_not_nan().any()
    return "" if known or len(reasons) > 1 else str(reasons[0]).partition(":")[0]


def _text(table: pl.DataFrame, articles: pl.DataFrame, name: str, entry: dict) -> dict[str, object]:
    """Label, dates, numbers of articles and sentences, and (label, carried, own) of each frame."""
    mine = table.filter(pl.col("source") == name)
    dates = articles.filter(pl.col("source") == name)["date"].sort().unique(maintain_order=True)
    return {
        "label": entry["label"],
        "dates": "/".join(dict.fromkeys((dates[0], dates[-1]))),
        "articles": articles.filter(pl.col("source") == name).height,
        "sentences": mine["units"][0],
        "frames": mine.select("label", "carried", "narrator").rows(),
    }
