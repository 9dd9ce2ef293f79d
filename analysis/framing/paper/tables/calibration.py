"""Tables on the calibration: the methods, the power, the articles to collect."""

import polars as pl

from framing.calibration.worlds import UNLIKE, WITHIN
from framing.paper.tables.names import Names

Results = dict[str, pl.DataFrame]
NAMES = {
    "effective_n": "effective number of sentences",
    "hac": "fixed-b HAC t",
    "batch_means": "batch means t",
    "block_permutation": "permutation of blocks",
    "article_permutation": "permutation of articles",
    "holm_10": "Holm, family of 10",
    "holm_60": "Holm, family of 60",
    "g2_test": "G² as a test",
    "plain_permutation": "plain permutation",
    "percentile_bootstrap": "percentile bootstrap",
    "welch_t": "Welch t over articles",
}
KEYS = ["method", "articles_a", "articles_b", "measure"]
BEYOND = {"very strong": "strong", "slow": "slow", UNLIKE: "unlike"}  # columns of each structure
DESIGN = [*KEYS, "n_a", "n_b", "share"]
SHOWN = (0.2, 0.4, 0.6, 0.8)  # differences whose power is printed


def fits(power: pl.DataFrame, articles: pl.DataFrame, sentences: pl.DataFrame) -> bool:
    """Whether a table of power is about articles like these: one a source, of the same lengths."""
    new = sentences.filter(pl.col("duplicate_of").is_null())
    lengths = sorted(new.group_by("article").len()["len"].to_list())
    single = articles["source"].n_unique() == articles.height
    designs = {tuple(sorted(row)) for row in power.select("n_a", "n_b").iter_rows()}
    return single and designs == {tuple(lengths)}


def facts(results: Results, names: Names) -> dict[str, object]:
    """Values for the captions: worlds, lengths of the articles, and rates in unseen worlds."""
    cells, power = results["cells"], results["power"]
    unseen = results["unseen"].filter("offered")
    return {
        "worlds": cells["worlds"][0],
        "shortest": cells["n_a"].min(),
        "longest": cells["n_b"].max(),
        "unseen": unseen.height,
        "unseen_false": unseen["false_positives"].max(),
        "unseen_coverage": min(unseen["coverage"].min(), unseen["coverage_shifted"].min()),
        "spreads": spreads(results["design"]),
        **power.select("n_a", "n_b").row(0, named=True),
    }


def calibration(results: Results, names: Names) -> pl.DataFrame:
    """A row per method, numbers of articles and measure: its worst rates over all other things.

    The rates are those of dependence within the limits (`worlds.WITHIN`), with the standard error
    of the simulation in that cell; strong_…, slow_… and unlike_… are those beyond (`BEYOND`).
    `offered` counts those of all `designs` (lengths and shares) in which the method is offered.
    """
    cells = results["cells"]
    within = cells.filter(pl.col("structure").is_in(WITHIN))
    table = _worst(within).join(_offered(within), on=KEYS, maintain_order="left")
    for structure, name in BEYOND.items():
        beyond = _worst(cells.filter(structure=structure)).select(
            *KEYS,
            pl.col("false_positives").alias(f"{name}_false_positives"),
            pl.col("coverage").alias(f"{name}_coverage"),
        )
        table = table.join(beyond, on=KEYS, how="left", maintain_order="left")
    order = {name: place for place, name in enumerate(NAMES)}
    by = [pl.col("method").replace_strict(order), "measure", "articles_a", "articles_b"]
    table = table.sort(by, maintain_order=True)
    return table.with_columns(pl.col("method").replace_strict(NAMES))


def power(results: Results, names: Names) -> pl.DataFrame:
    """A row per method, base share and dependence: power, and the smallest difference detected."""
    keys = ["method", "n_a", "n_b", "base", "structure"]
    shown = [
        pl.col("power").filter(pl.col("difference") == at).first().alias(f"power_{100 * at:.0f}")
        for at in SHOWN
    ]
    table = results["power"].with_columns(pl.col("difference").round(3))
    table = table.group_by(keys, maintain_order=True).agg(
        *shown, pl.col("detectable").first().fill_nan(None)
    )
    return table.with_columns(pl.col("method").replace_strict(NAMES))


def design(results: Results, names: Names) -> pl.DataFrame:
    """A row per share and difference, and by length the articles that each source needs."""
    length = pl.format("articles_{}", "length").alias("length")
    wide = results["design"].with_columns(length)
    index = ["share", "difference"]
    return wide.pivot("length", index=index, values="articles", maintain_order=True)


def spreads(table: pl.DataFrame) -> list[dict[str, float]]:
    """The standard deviation between articles for each share: of the shortest and longest ones."""
    found = table.group_by("share", maintain_order=True).agg(
        pl.col("spread").max().alias("most"), pl.col("spread").min().alias("least")
    )
    return found.to_dicts()


def _worst(cells: pl.DataFrame) -> pl.DataFrame:
    false = cells.group_by(KEYS, maintain_order=True).agg(
        *_at("false_positives", "false_positives_se", descending=True)
    )
    kinds = [("coverage", "coverage_se"), ("coverage_shifted", "coverage_shifted_se")]
    stacked = pl.concat(
        cells.select(*KEYS, pl.col(rate).alias("coverage"), pl.col(error).alias("coverage_se"))
        for rate, error in kinds
    )
    covered = stacked.group_by(KEYS, maintain_order=True).agg(
        *_at("coverage", "coverage_se", descending=False)
    )
    return false.join(covered, on=KEYS, how="left", maintain_order="left")


def _offered(within: pl.DataFrame) -> pl.DataFrame:
    each = within.group_by(DESIGN, maintain_order=True).agg(pl.col("holds").all())
    return each.group_by(KEYS, maintain_order=True).agg(
        pl.col("holds").sum().cast(pl.Int64).alias("offered"),
        pl.len().cast(pl.Int64).alias("designs"),
    )


def _at(rate: str, error: str, *, descending: bool) -> list[pl.Expr]:
    known = pl.col(rate).fill_nan(None)
    at = known.arg_max() if descending else known.arg_min()
    return [known.get(at), pl.col(error).get(at)]
