"""The values in the sentences on how far the findings can be trusted."""

import polars as pl

RARE = 0.1  # share of specifications below which our own result counts as extreme
Results = dict[str, pl.DataFrame]


def facts(
    results: Results, *, labels: dict[str, dict[str, str]], contrasts: dict[str, dict]
) -> dict[str, object]:
    """Values for the template; `contrasts` of the config.

    `verdicts`: findings by verdict; `extreme`: contrasts whose own result is among the most extreme
    specifications (see `place`); `scores`: F1 over all frames on the coded articles, by language;
    `coders` and `seen`: who coded them, and whether the instrument was developed on them; `same`
    of `parallel` sentences with the same code in both languages.
    """
    placed = [place(results["specifications"], name, c["label"]) for name, c in contrasts.items()]
    verdicts = results["verdicts"].group_by("verdict", maintain_order=True).agg("finding")
    together = results["equivalence"].filter(frame="all")
    return {
        "verdicts": verdicts.to_dicts(),
        "extreme": [found for found in placed if found and found["beyond"] < RARE],
        "scores": scores(results["scores"], labels["language"]),
        "coders": results["coders"]["coders"].unique(maintain_order=True).to_list(),
        "seen": bool(results["coders"]["seen"].any()),
        "parallel": int(together["sentences"].sum()),
        "same": int(together["same"].sum()),
    }


def place(specifications: pl.DataFrame, contrast: str, label: str) -> dict[str, object]:
    """Where our own result lies among all specifications of a contrast (differences of shares).

    `own`, the `median`, and `beyond`: the share of specifications as far from the median or
    farther, on the side of our own. Empty where our own result cannot be computed.
    """
    mine = specifications.filter(contrast=contrast, measure="difference")
    estimates = mine["estimate"].fill_nan(None).drop_nulls()
    own = mine.filter("own")["estimate"].fill_nan(None).drop_nulls()
    if own.is_empty():
        return {}
    value, median = own[0], estimates.median()
    farther = estimates >= value if value > median else estimates <= value
    return {
        "label": label,
        "own": value,
        "median": median,
        "beyond": float(farther.mean()) if value != median else 1.0,
        "all": len(estimates),
    }


def scores(found: pl.DataFrame, languages: dict[str, str]) -> list[dict[str, object]]:
    """F1 over all frames with its interval, a row per language, named."""
    micro = found.filter(kind="frame", code="micro", measure="f1")
    return [row | {"language": languages[row["language"]]} for row in micro.to_dicts()]
