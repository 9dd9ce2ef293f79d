"""The values in the sentences on how far the findings can be trusted."""

import polars as pl

from framing.accuracy.external import HELD_OUT, SCORES
from framing.paper.captions import short
from framing.paper.facts.choices import rank

Results = dict[str, pl.DataFrame]


def facts(results: Results, *, labels: dict[str, dict[str, str]]) -> dict[str, object]:
    """Values for the template.

    `verdicts`: findings by verdict; `placed`: where our own result lies among the distinct results
    of a contrast by our own voices (see `place`), where there are several; `held_out`: F1 over all
    frames by language of the articles on each held-out corpus, the one that the study uses first,
    with the version that was tested and who coded the texts; `untested`: languages of the articles
    in which there is none; `scores`: F1 over all frames on the coded articles;
    `coders` and `seen`: who coded them, and whether the instrument was developed on them; `coded`
    of `articles` are coded; `same` of `parallel` sentences with the same code in both languages,
    and `parallel_seen`: they were used in development.
    """
    judged = results["verdicts"]
    verdicts = judged.group_by("verdict", maintain_order=True).agg("finding")
    own = judged.unique("contrast", keep="first", maintain_order=True).drop_nulls("estimate")
    together = results["equivalence"].filter(frame="all")
    spoken = results["articles"]["language"].unique(maintain_order=True).to_list()
    mine = results["external"].filter(pl.col("language").is_in(spoken))
    found = held_out(mine, labels["language"])
    tested = {row["language"] for part in found for row in part["scores"]}
    named = [labels["language"][language] for language in spoken]
    return {
        "verdicts": verdicts.to_dicts(),
        "placed": [place(row) for row in own.iter_rows(named=True) if row["distinct"] > 1],
        "held_out": found,
        "untested": [name for name in named if name not in tested],
        "scores": scores(results["scores"], labels["language"]),
        "coded": results["coders"]["articles"].sum(),
        "articles": results["articles"].height,
        "coders": results["coders"]["coders"].unique(maintain_order=True).to_list(),
        "seen": bool(results["coders"]["seen"].any()),
        "parallel": int(together["sentences"].sum()),
        "same": int(together["same"].sum()),
        "parallel_seen": bool(together["seen"].any()),
    }


def place(verdict: dict) -> dict[str, object]:
    """Where our own result lies: contrast, own, rank in words, distinct results, their range."""
    return {
        "label": verdict["finding"].removesuffix(f" ({verdict['voice']})"),
        "own": verdict["estimate"],
        "rank": rank(verdict["own_rank"], verdict["counted_from"]),
        "distinct": verdict["distinct"],
        "least": verdict["choices_low"],
        "greatest": verdict["choices_high"],
    }


def scores(found: pl.DataFrame, languages: dict[str, str]) -> list[dict[str, object]]:
    """F1 over all frames with its interval, a row per language, named."""
    micro = found.filter(kind="frame", code="micro", measure="f1")
    return [row | {"language": languages[row["language"]]} for row in micro.to_dicts()]


def held_out(found: pl.DataFrame, languages: dict[str, str]) -> list[dict[str, object]]:
    """F1 over all frames on texts that nobody read in development, by corpus; coders and version.

    `scored`: scores on these texts were seen in development.
    """
    micro = found.filter(pl.col("seen").is_in(HELD_OUT), frame="micro", measure="f1")
    micro = micro.sort("used", descending=True, maintain_order=True)
    parts = micro.with_columns(pl.col("language").replace_strict(languages)).partition_by(
        "corpus", maintain_order=True
    )
    return [
        {"corpus": short(part["corpus"][0]), "scores": part.to_dicts()}
        | part.select("instrument", "coders", scored=pl.col("seen").eq(SCORES)).row(0, named=True)
        for part in parts
    ]
