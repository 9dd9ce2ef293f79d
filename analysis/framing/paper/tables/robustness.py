"""The tables of robustness as the paper prints them, and the facts of their captions."""

import polars as pl

from framing.statistics.pair import TIE

Labels = dict[str, dict[str, str]]


def compose(
    results: dict[str, pl.DataFrame],
    contrasts: dict[str, dict],
    glosses: dict[str, str],
    labels: Labels,
    sources: list[str],
) -> dict[str, pl.DataFrame]:
    """Every table of robustness by its name; `contrasts` are those of the config."""
    return {
        "multiverse": multiverse(results["multiverse"], contrasts),
        "sensitivity": sensitivity(results, glosses, labels, sources),
        "controls": controls(results["controls"], labels),
    }


def multiverse(summary: pl.DataFrame, contrasts: dict[str, dict]) -> pl.DataFrame:
    """A row per main contrast and measure: the study's own result, the curve, its joint test."""
    label = {name: contrast["label"] for name, contrast in contrasts.items()}
    return summary.select(
        pl.col("contrast").replace_strict(label),
        pl.col("measure").str.replace("_", " "),
        "specifications",
        "own",
        "own_low",
        "own_high",
        "median",
        "least",
        "greatest",
        "positive",
        "negative",
        "same_sign",
        pl.col("moved_by").str.replace("_", " "),
        "mean_change",
        "as_large_median",
        "as_large_sign",
        pl.when("holds").then(pl.lit("yes")).otherwise(pl.lit("no")).alias("holds"),
        "p_family",
        "floor",
        "coders",
    )


def sensitivity(
    results: dict[str, pl.DataFrame], glosses: dict[str, str], labels: Labels, sources: list[str]
) -> pl.DataFrame:
    """A row per frame: its placebos, what one cue moves, and on which cue each source rests.

    <source>_main: the concept most sentences of the source hold, with their share; <source>_lost:
    the greatest share of its sentences that one concept alone carries.
    """
    without = (
        results["leave_one_out"]
        .group_by("code", maintain_order=True)
        .agg(
            pl.col("estimate").min().alias("without_least"),
            pl.col("estimate").max().alias("without_greatest"),
            pl.col("concept").filter(pl.col("change").abs() > TIE).first().replace(glosses),
            pl.col("change").first(),
            *(pl.col(f"lost_{source}").max().alias(f"{source}_lost") for source in sources),
        )
    )
    table = results["placebos"].join(without, on="code", how="left", maintain_order="left")
    for source in sources:
        mine = results["frame_shares"].filter(pl.col("source") == source)
        share = (100 * pl.col("main_concept_share")).round().cast(pl.Int64)
        gloss = pl.col("main_concept").replace(glosses)
        named = pl.when(pl.col("carried") > 0).then(pl.format("{} ({} %)", gloss, share))
        mine = mine.select("code", named.otherwise(pl.lit("")).alias(f"{source}_main"))
        table = table.join(mine, on="code", how="left", maintain_order="left")
    ends = [f"{source}_{end}" for source in sources for end in ("main", "lost")]
    return table.select(
        pl.col("code").replace_strict(labels["frame"]).alias("frame"),
        "estimate",
        "placebo_low",
        "placebo_median",
        "placebo_high",
        "placebo_tail",
        "without_least",
        "without_greatest",
        pl.col("concept").alias("moved_by"),
        "change",
        *ends,
    )


def controls(table: pl.DataFrame, labels: Labels) -> pl.DataFrame:
    """A row per control, frame and source: what must not show, and whether it did."""
    rule = pl.when(pl.col("statistic").str.contains("p of|tail")).then(pl.lit("above"))
    return table.select(
        "control",
        pl.col("code").replace_strict(labels["frame"]).alias("frame"),
        pl.col("source").replace(labels["source"]),
        "statistic",
        "value",
        rule.otherwise(pl.lit("at most")).alias("expected"),
        "limit",
        pl.when("passed").then(pl.lit("passed")).otherwise(pl.lit("failed")).alias("result"),
    )


def say(results: dict[str, pl.DataFrame]) -> dict[str, object]:
    """Values for the captions: coders, number of specifications, of placebos, controls failed."""
    told = results["multiverse"]["coders"][0]
    failed = results["controls"].filter(~pl.col("passed"))
    return {
        "coders": f"The coders are {told}." if told else "",
        "specifications": int(results["multiverse"]["specifications"].sum()),
        "blocks": results["multiverse"]["exchanges"][0],
        "draws": results["placebos"]["draws"][0],
        "controls": results["controls"].height,
        "failed": failed.height,
    }
