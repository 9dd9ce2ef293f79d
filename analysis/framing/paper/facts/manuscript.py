"""What decides the wording of the manuscript: which of the possible results came out."""

from typing import Any

import polars as pl

from framing.accuracy.external import HELD_OUT
from framing.statistics.equivalence_test import CANNOT_TELL, DIFFERENT, EQUIVALENT

Results = dict[str, pl.DataFrame]


def facts(
    results: Results, *, sources: dict[str, dict[str, Any]], level: float, reading: float
) -> dict[str, Any]:
    """Values for the templates of `paper/wording.md`.

    `single`: each source is one article; `texts`: the sources (see `_texts`); `different`,
    `equivalent`, `open`: findings by verdict; `frames`: frames whose interval excludes zero;
    `methods`: of the intervals; `placebo`: any frame differs more than random words allow;
    `halves`: halves of one article differ more often than 1 − `level`; `topics`: any may be
    interpreted; `people`: a coder is a person; `coders`: who they are; `coded`: somebody coded the
    articles; `seen`: they were used in development; `tested`: there are held-out texts, and
    `held_out`: F1 reaches `reading` on all of them; `usable`: a corrected share is certain enough;
    `controls`: all passed.
    """
    articles, coders = results["articles"], results["coders"]
    counts = dict(articles.group_by("source").len().iter_rows())
    tested = results["external"].filter(pl.col("seen").is_in(HELD_OUT), frame="micro", measure="f1")
    halves = results["self_placebos"]["outside"]
    return {
        "single": all(counts.get(source) == 1 for source in sources),
        "texts": _texts(articles, sources),
        **_verdicts(results["verdicts"]),
        **_frames(results["contrasts"]),
        "placebo": bool((results["placebos"]["placebo_tail_holm"] <= 1 - level).any()),
        "halves": halves.sum() > (1 - level) * len(halves),
        "topics": bool((results["topics"]["verdict"] != "do not interpret").any()),
        "people": bool(coders["people"].any()),
        "coders": coders["coders"].unique(maintain_order=True).to_list(),
        "coded": results["scores"].height > 0,
        "seen": bool(coders["seen"].any()),
        "tested": tested.height > 0,
        "held_out": bool((tested["low"] >= reading).all()),
        "usable": results["corrected_shares"].filter(minus="", reason="").height > 0,
        "controls": bool(results["controls"]["passed"].all()),
    }


def _texts(articles: pl.DataFrame, sources: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """The sources with labels, language, and whether an article came as anything but raw text."""
    return [
        {
            "source": source,
            "label": entry["label"],
            "articles": entry.get("articles", 1),
            "language": articles.filter(source=source)["language"].first(),
            "processed": bool((articles.filter(source=source)["form"] != "raw").any()),
        }
        for source, entry in sources.items()
    ]


def _verdicts(verdicts: pl.DataFrame) -> dict[str, list[str]]:
    names = {"different": DIFFERENT, "equivalent": EQUIVALENT, "open": CANNOT_TELL}
    return {
        name: verdicts.filter(verdict=verdict)["finding"].to_list()
        for name, verdict in names.items()
    }


def _frames(contrasts: pl.DataFrame) -> dict[str, Any]:
    """Frames by sentences: those that differ, the methods, whether a test over articles could."""
    rows = contrasts.filter(kind="frame", measure="sentences")
    known = rows.with_columns(pl.col("low", "high", "floor").fill_nan(None))
    clear = known.filter((pl.col("low") > 0) | (pl.col("high") < 0))
    methods = known.drop_nulls("low")["method"].unique(maintain_order=True)
    return {"frames": clear["code"].to_list(), "methods": methods.to_list()}
