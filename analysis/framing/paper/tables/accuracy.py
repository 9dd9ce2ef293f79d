"""The tables of the proof as the paper prints them, and what their captions say of the coders."""

from itertools import combinations

import polars as pl

Labels = dict[str, dict[str, str]]
KINDS = {
    "voice": "voice",
    "speaker": "speaker",
    "responsible": "responsible actor",
    "event": "events",
    "fragility": "fragile ceasefire",
}
MICRO = {"frame": "all frames", "event": "all events"}
ALL = "all"  # the row of all frames together in the table of `equivalence`
WHO = ["language", "coders"]
INTERVAL = ("low", "high")
PAIR = ("first", "second")


def compose(results: dict[str, pl.DataFrame], labels: Labels) -> dict[str, pl.DataFrame]:
    """Every table of the proof by its name."""
    coders = results["coders"].select(WHO)
    return {
        "reliability": reliability(results["reliability"], coders, labels),
        "validation": validation(
            results["scores"], results["language_differences"], coders, labels
        ),
        "equivalence": equivalent(results["equivalence"], results["differing_items"], labels),
        "equivalence_items": apart(results["differing_items"], labels),
        "confusion": confusion(results["confusion"], coders, labels),
        "corrected_shares": corrected_shares(results["corrected_shares"], coders, labels),
    }


def say(results: dict[str, pl.DataFrame]) -> dict[str, object]:
    """Values for the captions: coders (a sentence), what was at hand, how many items differ."""
    told = "; ".join(results["coders"]["coders"].unique(maintain_order=True))
    return {
        "coders": f"The coders are {told}." if told else "No article of the corpus has been coded.",
        "articles_seen": bool(results["coders"]["seen"].any()),
        "parallel_seen": bool(results["equivalence"]["seen"].any()),
        "differing": results["confusion"].height,
        "apart": results["differing_items"].height,
    }


def name_variable(labels: Labels) -> pl.Expr:
    """What a row with kind and code is about, in words."""
    names = {("frame", k): v for k, v in labels["frame"].items()}
    names |= {("event", k): v for k, v in labels["event"].items()}
    names |= {(kind, "micro"): word for kind, word in MICRO.items()}
    return (
        pl.struct("kind", "code")
        .map_elements(
            lambda row: names.get((row["kind"], row["code"]), KINDS.get(row["kind"], "")),
            return_dtype=pl.String,
        )
        .alias("variable")
    )


def reliability(found: pl.DataFrame, coders: pl.DataFrame, labels: Labels) -> pl.DataFrame:
    """A row per variable and language: alpha and AC1 with intervals, agreement, units, coders."""
    keys = ["language", "kind", "code"]
    table = found.select(*keys, "units").unique(maintain_order=True)
    for name in ("alpha", "ac1", "agreement"):
        ends = [pl.col(e).alias(f"{name}_{e}") for e in INTERVAL if name != "agreement"]
        mine = found.filter(pl.col("coefficient") == name)
        mine = mine.select(*keys, pl.col("estimate").alias(name), *ends)
        table = table.join(mine, on=keys, how="left", maintain_order="left")
    named = table.join(coders, on="language", how="left", maintain_order="left").with_columns(
        name_variable(labels)
    )
    return named.select(
        "variable",
        language(labels),
        pl.exclude("variable", *keys, "units", "coders"),
        "units",
        "coders",
    )


def validation(
    scores: pl.DataFrame, contrasts: pl.DataFrame, coders: pl.DataFrame, labels: Labels
) -> pl.DataFrame:
    """A row per variable and measure: estimate, interval and n by language, and the difference."""
    keys = ["kind", "code", "measure"]
    single = (pl.col("kind") == "event") & (pl.col("code") != "micro")
    table = scores.filter(~single).select(*keys).unique(maintain_order=True)
    languages = scores["language"].unique(maintain_order=True).to_list()
    for code in languages:
        name = labels["language"][code].lower()
        mine = scores.filter(pl.col("language") == code).select(
            *keys,
            pl.col("estimate").alias(name),
            *(pl.col(end).alias(f"{name}_{end}") for end in INTERVAL),
            pl.col("n").alias(f"{name}_n"),
        )
        table = table.join(mine, on=keys, how="left", maintain_order="left")
    for first, second in combinations(languages, 2):
        pair = f"_{first}_{second}" if len(languages) > 2 else ""
        mine = contrasts.filter((pl.col("language") == first) & (pl.col("other") == second))
        mine = mine.select(*keys, *(pl.col(c).alias(c + pair) for c in ("difference", *INTERVAL)))
        table = table.join(mine, on=keys, how="left", maintain_order="left")
    told = "; ".join(coders["coders"].unique(maintain_order=True))
    named = table.with_columns(name_variable(labels), coders=pl.lit(told))
    return named.select("variable", "measure", pl.exclude("variable", *keys, "coders"), "coders")


def equivalent(found: pl.DataFrame, items: pl.DataFrame, labels: Labels) -> pl.DataFrame:
    """A row per frame and pair of languages: counts, ratio, share coded alike, differing items."""
    every = items.unique("id", maintain_order=True).with_columns(frame=pl.lit(ALL))
    ids = (
        pl.concat([items, every])
        .group_by("frame", maintain_order=True)
        .agg(pl.col("id").str.join(", ").alias("differing"))
    )
    frame = pl.col("frame").replace_strict(labels["frame"] | {ALL: "all frames"})
    rates = [(pl.col(f"found_{p}") / pl.col("sentences")).alias(f"rate_{p}") for p in PAIR]
    table = found.join(ids, on="frame", how="left", maintain_order="left").with_columns(
        frame,
        *rates,
        pl.col("first", "second").replace_strict(labels["language"]),
        pl.col("differing").fill_null(""),
    )
    counts = ["sentences", "coded", "found_first", "found_second", "rate_first", "rate_second"]
    alike = ["same", "share_same", "same_low", "same_high", "differing"]
    return table.select("frame", "first", "second", *counts, "ratio", "low", "high", *alike)


def apart(items: pl.DataFrame, labels: Labels) -> pl.DataFrame:
    """A row per sentence and frame that only some languages show, with the sentences."""
    names = {code: name.lower() for code, name in labels["language"].items()}
    return items.with_columns(pl.col("frame").replace_strict(labels["frame"])).rename(
        names, strict=False
    )


def confusion(wrong: pl.DataFrame, coders: pl.DataFrame, labels: Labels) -> pl.DataFrame:
    """A row per decision in which instrument and majority differ, with cues and sentence."""
    votes = pl.format("{}/{}", "votes", "coders").alias("votes")
    code = pl.col("code").replace(labels["frame"] | labels["event"])
    told = wrong.select(
        "unit",
        language(labels),
        "kind",
        code,
        "majority",
        votes,
        "instrument",
        "cues",
        "text",
        pl.col("language").alias("key"),
    )
    return told.join(
        coders.rename({"language": "key"}), on="key", how="left", maintain_order="left"
    ).drop("key")


def corrected_shares(shares: pl.DataFrame, coders: pl.DataFrame, labels: Labels) -> pl.DataFrame:
    """A row per frame and source: the raw share, and the two corrected ones."""
    rank = {frame: place for place, frame in enumerate(labels["frame"])}
    order = pl.col("frame").replace_strict(rank, return_dtype=pl.Int64)
    ordered = shares.sort(order, maintain_order=True).join(
        coders, on="language", how="left", maintain_order="left"
    )
    return ordered.with_columns(pl.col("frame").replace_strict(labels["frame"])).select(
        "frame", "source", pl.exclude("frame", "source", "language", "coders"), "coders"
    )


def language(labels: Labels) -> pl.Expr:
    """The name of the language instead of its code."""
    return pl.col("language").replace_strict(labels["language"])
