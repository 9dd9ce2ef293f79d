"""What the caption of `figures/validation` says: accuracy on held-out texts first."""

import polars as pl

HELD_OUT, SEEN, AGREEMENT = "held out", "seen", "agreement"
ALL = "all frames"


def facts(
    table: pl.DataFrame,
    *,
    sources: dict[str, dict],
    level: float,
    spoken: list[str],
) -> dict[str, object]:
    """Values of the caption, from the table of the figure.

    held_out: name and F1 by language of each held-out corpus; judges: by who coded those, the
    versions of the instrument that were tested; seen: F1 by language on the coded articles;
    coders: who coded these; hidden: the largest share of units that may differ where no unit does;
    languages: from top to bottom; untested: those of the articles (`spoken`) in which no coded
    text is.
    """
    overall = table.filter(variable=ALL)
    aside = overall.filter(panel=HELD_OUT)
    agreed = table.filter(panel=AGREEMENT)
    hidden = agreed.filter(pl.col("low").is_nan() & (pl.col("estimate") == 1))
    tested = {*aside["language"], *overall.filter(panel=SEEN)["language"]}
    return {
        "level": level,
        "held_out": [
            {"corpus": name, "scores": part.to_dicts()}
            for (name,), part in aside.group_by("corpus", maintain_order=True)
        ],
        "judges": {
            coders: part["instrument"].unique(maintain_order=True).to_list()
            for (coders,), part in aside.group_by("coders", maintain_order=True)
        },
        "seen": overall.filter(panel=SEEN, corpus=_articles(table)).to_dicts(),
        "coders": agreed["coders"].unique(maintain_order=True).to_list(),
        "people": bool(agreed["people"].any()),
        "hidden": hidden["differing_high"].max(),
        "languages": table["language"].unique(maintain_order=True).to_list(),
        "untested": [language for language in spoken if language not in tested],
    }


def _articles(table: pl.DataFrame) -> str:
    """The corpus of the coded articles: the one on which coders are named."""
    named = table.filter(panel=AGREEMENT)["corpus"]
    return named[0] if len(named) else ""
