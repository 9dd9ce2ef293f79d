"""The values in the sentences on how far the findings can be trusted."""

import polars as pl

from framing.accuracy.external import NEVER
from framing.accuracy.scoring import MICRO
from framing.paper.facts.choices import rank

Results = dict[str, pl.DataFrame]


def facts(results: Results, *, labels: dict[str, dict[str, str]]) -> dict[str, object]:
    """Values for the template.

    `verdicts`: findings by verdict; `placed`: where our own result lies among the distinct results
    of a contrast by our own voices (see `place`), where there are several; `scores`: F1 over all
    frames on the coded articles, by language; `unseen`: the same on other texts (see `unseen`);
    `coders` and `seen`: who coded them, and whether the instrument was developed on them; `same`
    of `parallel` sentences with the same code in both languages.
    """
    judged = results["verdicts"]
    verdicts = judged.group_by("verdict", maintain_order=True).agg("finding")
    own = judged.unique("contrast", keep="first", maintain_order=True).drop_nulls("estimate")
    together = results["equivalence"].filter(frame="all")
    return {
        "verdicts": verdicts.to_dicts(),
        "placed": [place(row) for row in own.iter_rows(named=True) if row["distinct"] > 1],
        "scores": scores(results["scores"], labels["language"]),
        "unseen": unseen(results["external"], labels["language"]),
        "coders": results["coders"]["coders"].unique(maintain_order=True).to_list(),
        "seen": bool(results["coders"]["seen"].any()),
        "parallel": int(together["sentences"].sum()),
        "same": int(together["same"].sum()),
    }


def place(verdict: dict) -> dict[str, object]:
    """Where our own result lies: finding, own, rank in words, distinct results, and their range."""
    return {
        "label": verdict["finding"],
        "own": verdict["estimate"],
        "rank": rank(verdict["own_rank"], verdict["counted_from"]),
        "distinct": verdict["distinct"],
        "least": verdict["choices_low"],
        "greatest": verdict["choices_high"],
    }


def scores(found: pl.DataFrame, languages: dict[str, str]) -> list[dict[str, object]]:
    """F1 over all frames with its interval, a row per language, named."""
    micro = found.filter(kind="frame", code=MICRO, measure="f1")
    return [row | {"language": languages[row["language"]]} for row in micro.to_dicts()]


def unseen(external: pl.DataFrame, languages: dict[str, str]) -> list[dict[str, object]]:
    """F1 over all frames on texts never used in development: each corpus with its `scores`.

    The corpus by which shares are corrected comes first; scores have a row per language, named.
    """
    found = external.filter(frame=MICRO, measure="f1", seen=NEVER)
    found = found.sort("used", descending=True, maintain_order=True)
    named = found.with_columns(pl.col("language").replace_strict(languages))
    return [
        {"corpus": corpus, "scores": mine.to_dicts()}
        for (corpus,), mine in named.group_by("corpus", maintain_order=True)
    ]
