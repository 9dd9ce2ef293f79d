"""Which differences random words do not give, and what the same procedure says of one article."""

import polars as pl


def facts(
    table: pl.DataFrame,
    *,
    sources: dict[str, dict[str, str]],
    level: float,
    halves: pl.DataFrame,
    sampled: int | None = None,
) -> dict[str, object]:
    """Values of the caption; `table` as of `plots.placebo.tabulate`.

    `halves` is the table of `halves.compare`. `outside` has the frames whose difference is
    rarer than 1 − `level` among the draws, corrected over all frames; `cases` and `cases_outside`
    count the comparisons of an article with itself; `ahead` is the source that random words put
    ahead most, by `farthest`; `moved` has the frames (label, concept) whose difference changes most
    without one concept, by `reach` (sizes of differences are rounded to points); `sampled`: so many
    articles of a source were drawn, None where all were taken.
    """
    centre = table.sort(pl.col("placebo_median").abs(), descending=True)["placebo_median"]
    known = table.filter(pl.col("change").is_not_null() & (pl.col("concept") != ""))
    change = (100 * known["change"].cast(pl.Float64).abs()).round()
    most = int(max(change.fill_nan(0), default=0))
    first, second = sources
    return {
        "level": level,
        "frames": table.height,
        "outside": table.filter(pl.col("placebo_tail_holm") <= 1 - level)["label"].to_list(),
        "cases": halves.height,
        "cases_outside": int(halves["outside"].sum()),
        "ahead": first if centre[0] > 0 else second,
        "farthest": round(100 * abs(centre[0])),
        "reach": most,
        "moved": known.filter(change == most).select("label", "concept").rows() if most else [],
        "draws": int(table["draws"][0]),
        "sampled": sampled,
    }
