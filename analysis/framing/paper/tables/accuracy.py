"""Tables on the coders and on the accuracy of the instrument."""

from itertools import combinations

import polars as pl

from framing.paper import captions
from framing.paper.tables.names import Labels, Names

Results = dict[str, pl.DataFrame]
KINDS = {
    "voice": "voice",
    "speaker": "speaker",
    "responsible": "responsible actor",
    "event": "events",
    "fragility": "fragile ceasefire",
}
MICRO = {"frame": "all frames", "event": "all events"}
ALL = "all"  # the row of all frames together in the table of `equivalence`
ENDS = ("low", "high")
PAIR = ("first", "second")


def facts(results: Results, names: Names) -> dict[str, object]:
    """Values for the captions: who coded, what was seen during development, the corpus used."""
    coders = "; ".join(results["coders"]["coders"].unique(maintain_order=True))
    return {
        "coders": f"The coders are {coders}." if coders else "No article of the corpus is coded.",
        "people": bool(results["coders"]["people"].any()),
        "articles_seen": bool(results["coders"]["seen"].any()),
        "parallel_seen": bool(results["equivalence"]["seen"].any()),
        "parallel": results["equivalence"]["sentences"].max(),
        "corpus": captions.short(_used(results["external"])),
        "tested": _tested(results["external"]),
    }


def _tested(external: pl.DataFrame) -> list[dict[str, str]]:
    """Corpora: the version that was tested, who coded them, what development saw of them."""
    table = external.sort("used", descending=True, maintain_order=True)
    table = table.select("corpus", "instrument", "coders", "seen").unique(maintain_order=True)
    return [row | {"corpus": captions.short(row["corpus"])} for row in table.to_dicts()]


def agreement(results: Results, names: Names) -> pl.DataFrame:
    """A row per variable and language: alpha and AC1 with intervals, agreement, differing units."""
    found, keys = results["agreement"], ["language", "kind", "code"]
    counts = ["differing", "differing_high", "units"]
    table = found.select(*keys, *counts).unique(keys, keep="first", maintain_order=True)
    for name in ("alpha", "ac1", "agreement"):
        ends = [pl.col(end).alias(f"{name}_{end}") for end in ENDS if name != "agreement"]
        mine = found.filter(pl.col("coefficient") == name)
        mine = mine.select(*keys, pl.col("estimate").alias(name), *ends)
        table = table.join(mine, on=keys, how="left", maintain_order="left")
    named = _add_coders(table, results).with_columns(name_variable(names.labels))
    return named.select(
        "variable",
        _language(names),
        pl.exclude("variable", *keys, *counts, "coders"),
        *counts,
        "coders",
    )


def external(results: Results, names: Names) -> pl.DataFrame:
    """A row per held-out corpus and frame: precision, recall and F1 by language, decisions.

    Columns of a language end in its code. `n`: decisions true or found.
    """
    found, keys = results["external"], ["corpus", "frame"]
    table = found.sort("used", descending=True, maintain_order=True)
    table = table.select(*keys, "coders", "seen", "instrument").unique(keys, maintain_order=True)
    for language in found["language"].unique(maintain_order=True):
        for measure in ("precision", "recall", "f1"):
            columns = {"estimate": measure} | {end: f"{measure}_{end}" for end in ENDS}
            columns |= {"n": "n"} if measure == "f1" else {}
            mine = found.filter(language=language, measure=measure).select(
                *keys, *(pl.col(c).alias(f"{name}_{language}") for c, name in columns.items())
            )
            table = table.join(mine, on=keys, how="left", maintain_order="left")
    labels = names.labels["frame"] | {"micro": MICRO["frame"]}
    origin = ["coders", "seen", "instrument"]
    return table.with_columns(pl.col("frame").replace_strict(labels)).select(
        *keys, pl.exclude(*keys, *origin), *origin
    )


def validation(results: Results, names: Names) -> pl.DataFrame:
    """A row per variable and measure: estimate, interval and n by language, and the difference.

    Columns of a language end in its code, those of a difference in both codes.
    """
    scores, keys = results["scores"], ["kind", "code", "measure"]
    single = (pl.col("kind") == "event") & (pl.col("code") != "micro")
    table = scores.filter(~single).select(*keys).unique(maintain_order=True)
    languages = scores["language"].unique(maintain_order=True).to_list()
    for language in languages:
        columns = [pl.col(c).alias(f"{c}_{language}") for c in ("estimate", *ENDS, "n")]
        mine = scores.filter(pl.col("language") == language).select(*keys, *columns)
        table = table.join(mine, on=keys, how="left", maintain_order="left")
    differences = results["language_differences"]
    for first, second in combinations(languages, 2):
        columns = [pl.col(c).alias(f"{c}_{first}_{second}") for c in ("difference", *ENDS)]
        mine = differences.filter(pl.col("language") == first, pl.col("other") == second)
        mine = mine.select(*keys, *columns)
        table = table.join(mine, on=keys, how="left", maintain_order="left")
    coders = "; ".join(results["coders"]["coders"].unique(maintain_order=True))
    named = table.with_columns(name_variable(names.labels), coders=pl.lit(coders))
    return named.select("variable", "measure", pl.exclude("variable", *keys, "coders"), "coders")


def equivalence(results: Results, names: Names) -> pl.DataFrame:
    """A row per frame and pair of languages: counts, ratio, share coded alike, differing items."""
    items = results["differing_items"]
    every = items.unique("id", maintain_order=True).with_columns(frame=pl.lit(ALL))
    listed = (
        pl.concat([items, every])
        .group_by("frame", maintain_order=True)
        .agg(pl.col("id").str.join(", ").alias("differing"))
    )
    rates = [(pl.col(f"found_{end}") / pl.col("sentences")).alias(f"rate_{end}") for end in PAIR]
    table = results["equivalence"].join(listed, on="frame", how="left", maintain_order="left")
    return table.with_columns(*rates).select(
        pl.col("frame").replace_strict(names.labels["frame"] | {ALL: MICRO["frame"]}),
        pl.col(*PAIR).replace_strict(names.labels["language"]),
        *("sentences", "coded", "found_first", "found_second", "rate_first", "rate_second"),
        *("ratio", *ENDS, "answer", "same", "share_same", "same_low", "same_high"),
        pl.col("differing").fill_null(""),
    )


def equivalence_items(results: Results, names: Names) -> pl.DataFrame:
    """A row per parallel sentence and frame that only some languages show, with the sentences.

    Columns of the sentences are `text_` and the code of the language.
    """
    items = results["differing_items"]
    texts = [code for code in names.labels["language"] if code in items.columns]
    english = names.english(texts[0]) if texts else pl.lit("")
    return items.select(
        "id",
        pl.col("frame").replace_strict(names.labels["frame"]),
        *("coded", "found_in", "missed_in"),
        *(pl.col(code).alias(f"text_{code}") for code in texts),
        english.alias("english"),
    )


def confusion(results: Results, names: Names) -> pl.DataFrame:
    """A row per decision in which instrument and majority differ, with cues and sentence."""
    labels = names.labels["frame"] | names.labels["event"]
    return results["confusion"].select(
        "unit",
        _language(names),
        pl.col("kind").replace(KINDS),
        pl.col("code").replace(labels),
        *("majority", "votes", "coders", "instrument", "cues", "text"),
        names.english("text").alias("english"),
    )


def corrected_shares(results: Results, names: Names) -> pl.DataFrame:
    """A row per frame and source, and one per difference of two: raw and corrected shares."""
    rank = {frame: place for place, frame in enumerate(names.labels["frame"])}
    order = pl.col("frame").replace_strict(rank, return_dtype=pl.Int64)
    sources = names.labels["source"]
    first = pl.col("source").replace_strict(sources)
    second = pl.col("minus").replace_strict(sources | {"": ""})
    gap = pl.format("{} minus {}", first, second)
    return (
        results["corrected_shares"]
        .sort(order, maintain_order=True)
        .select(
            pl.col("frame").replace_strict(names.labels["frame"]),
            pl.when(pl.col("minus") == "").then(first).otherwise(gap).alias("source"),
            pl.exclude("frame", "source", "minus", "language"),
        )
    )


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


def _used(external: pl.DataFrame) -> str:
    """The corpus by which shares are corrected."""
    return (external.filter("used")["corpus"].head(1).to_list() or [""])[0]


def _language(names: Names) -> pl.Expr:
    return pl.col("language").replace_strict(names.labels["language"])


def _add_coders(table: pl.DataFrame, results: Results) -> pl.DataFrame:
    """The table with a column that says who coded its language."""
    coders = results["coders"].select("language", "coders")
    return table.join(coders, on="language", how="left", maintain_order="left")
