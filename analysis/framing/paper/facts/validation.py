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
    equivalence: pl.DataFrame,
    alike: float,
) -> dict[str, object]:
    """Values of the caption, from the table of the figure and the check on parallel sentences.

    held_out: name and F1 by language of each held-out corpus, the version of the instrument that
    was tested on it, who coded it; seen: F1 by language on the coded articles; coders: who coded
    those; hidden: the largest share of units that may differ where no unit does; sentences: the
    parallel ones; parallel_seen: they were used in development; answers: frames by the answer on
    their languages; margin: the ratios that count as equivalent; languages: from top to bottom;
    untested: those of the articles (`spoken`) in which no coded text is.
    """
    overall = table.filter(variable=ALL)
    aside = overall.filter(panel=HELD_OUT)
    agreed = table.filter(panel=AGREEMENT)
    hidden = agreed.filter(pl.col("low").is_nan() & (pl.col("estimate") == 1))
    tested = {*aside["language"], *overall.filter(panel=SEEN)["language"]}
    by_frame = equivalence.filter(pl.col("frame") != "all")
    return {
        "level": level,
        "held_out": [
            {"corpus": name, "scores": part.to_dicts()}
            | part.select("instrument", "coders").row(0, named=True)
            for (name,), part in aside.group_by("corpus", maintain_order=True)
        ],
        "seen": overall.filter(panel=SEEN, corpus=_articles(table)).to_dicts(),
        "coders": agreed["coders"].unique(maintain_order=True).to_list(),
        "people": bool(agreed["people"].any()),
        "hidden": hidden["differing_high"].max(),
        "sentences": by_frame["sentences"].max(),
        "parallel_seen": bool(by_frame["seen"].any()),
        "answers": {
            answer: part["frame"].unique(maintain_order=True).to_list()
            for (answer,), part in by_frame.group_by("answer", maintain_order=True)
        },
        "frames": by_frame["frame"].n_unique(),
        "languages": table["language"].unique(maintain_order=True).to_list(),
        "untested": [language for language in spoken if language not in tested],
        "margin": (alike, 1 / alike),
    }


def _articles(table: pl.DataFrame) -> str:
    """The corpus of the coded articles: the one on which coders are named."""
    named = table.filter(panel=AGREEMENT)["corpus"]
    return named[0] if len(named) else ""
