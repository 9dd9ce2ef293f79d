"""Tables on robustness: findings, multiverse, sensitivity, controls."""

import polars as pl

from framing.paper.tables import accuracy
from framing.paper.tables.names import Names
from framing.statistics.pair import TIE

Results = dict[str, pl.DataFrame]


def facts(results: Results, names: Names) -> dict[str, object]:
    """Values for the captions: those on the coders, specifications, placebos, controls failed.

    `run` counts all specifications of differences, `specifications` those that count; `halves`
    counts the comparisons of an article with itself, `outside` is the share that lies outside.
    """
    controls, curves = results["controls"], results["multiverse"]
    differences, halves = curves.filter(measure="difference"), results["self_placebos"]
    return accuracy.facts(results, names) | {
        "specifications": int(differences["specifications"].sum()),
        "run": int(differences["run"].sum()),
        "exchanges": curves["exchanges"][0],
        "halves": halves.height,
        "outside": halves["outside"].mean(),
        "draws": results["placebos"]["draws"][0],
        "controls": controls.height,
        "failed": controls.filter(~pl.col("passed")).height,
    }


def findings(results: Results, names: Names) -> pl.DataFrame:
    """A row per main finding: its estimate, its uncertainties, and the verdict."""
    ends = zip(("first", "second"), names.sources, strict=True)
    named = {f"{c}_{end}": f"{c}_{source}" for end, source in ends for c in ("n", "count")}
    return results["verdicts"].drop("contrast").rename(named)


def multiverse(results: Results, names: Names) -> pl.DataFrame:
    """A row per contrast, voice and measure: the study's own result, the curve, its joint test."""
    choice = names.labels["choice"]
    return results["multiverse"].select(
        pl.col("contrast").replace_strict(names.labels["contrast"]),
        pl.col("question").replace(names.labels["question"]).alias("voice"),
        pl.col("measure").str.replace_all("_", " "),
        *("specifications", "distinct", "own", "own_low", "own_high"),
        pl.col("distinct_rank").alias("own_rank"),
        pl.col("own_end").alias("counted_from"),
        *("as_extreme", "median", "least", "greatest", "positive", "negative", "zero"),
        *("distinct_positive", "distinct_negative", "distinct_zero"),
        pl.col("moved_by").replace(choice),
        "mean_change",
        pl.col("idle").str.split("|").list.eval(pl.element().replace(choice)).list.join(", "),
        *("as_large_median", "as_large_sign"),
        pl.when("holds").then(pl.lit("yes")).otherwise(pl.lit("no")).alias("holds"),
        *("p_family", "floor", "run", "least_run", "greatest_run", "coders"),
    )


def sensitivity(results: Results, names: Names) -> pl.DataFrame:
    """A row per frame: its placebos, what one concept moves, and on which each source rests.

    main_<source>: the concept that most sentences of the source carry, main_share_<source> its
    share of them; lost_<source>: the greatest share of its sentences that one concept alone
    carries.
    """
    moved = pl.col("change").abs() > TIE
    without = (
        results["leave_one_out"]
        .group_by("code", maintain_order=True)
        .agg(
            pl.col("estimate").min().alias("without_least"),
            pl.col("estimate").max().alias("without_greatest"),
            names.gloss("concept").filter(moved).first().alias("moved_by"),
            pl.col("change").first(),
            *(pl.col(f"lost_{source}").max() for source in names.sources),
        )
    )
    table = results["placebos"].join(without, on="code", how="left", maintain_order="left")
    for source in names.sources:
        mine = results["frame_shares"].filter(pl.col("source") == source)
        mine = mine.select(
            "code",
            names.gloss("main_concept").alias(f"main_{source}"),
            pl.col("main_concept_share").alias(f"main_share_{source}"),
        )
        table = table.join(mine, on="code", how="left", maintain_order="left")
    by_source = [
        f"{c}_{source}" for source in names.sources for c in ("main", "main_share", "lost")
    ]
    return table.select(
        pl.col("code").replace_strict(names.labels["frame"]).alias("frame"),
        *("estimate", "placebo_low", "placebo_median", "placebo_high", "placebo_tail"),
        "placebo_tail_holm",
        *("without_least", "without_greatest", "moved_by", "change"),
        *by_source,
    )


def controls(results: Results, names: Names) -> pl.DataFrame:
    """A row per control, frame and source: what must not show, and whether it did."""
    above = pl.col("statistic").str.contains("p of|tail")
    return results["controls"].select(
        "control",
        pl.col("code").replace_strict(names.labels["frame"]).alias("frame"),
        pl.col("source").replace(names.labels["source"]),
        *("statistic", "value"),
        pl.when(above).then(pl.lit("above")).otherwise(pl.lit("at most")).alias("expected"),
        "limit",
        pl.when("passed").then(pl.lit("passed")).otherwise(pl.lit("failed")).alias("result"),
    )
