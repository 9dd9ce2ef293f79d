"""Which methods are offered where: verdicts on the rates of the calibration."""

import polars as pl

from framing.calibration.failing_methods import FAILING
from framing.calibration.worlds import AUTOCORRELATION, WITHIN
from framing.statistics.allowed import KEYS
from framing.statistics.designs import Design, rows_of

MOST_FALSE_POSITIVES, LEAST_COVERAGE = 0.06, 0.93
OF_INTERVALS = ("coverage", "coverage_shifted", "false_equivalence")  # rates of no mere test
STRONG, VERY_STRONG = AUTOCORRELATION["strong"], AUTOCORRELATION["very strong"]


def judge(cells: pl.DataFrame) -> pl.DataFrame:
    """Return the cells of `rates.measure`, and of `rates.family_errors`, with a column `holds`.

    True if false positives and false equivalence are at most .06 and coverage is at least .93, as
    far as measured; never for a demonstration of usual practice. A rate that the table lacks is
    null.
    """
    absent = [name for name in OF_INTERVALS if name not in cells.columns]
    cells = cells.with_columns(pl.lit(None, pl.Float64).alias(name) for name in absent)
    coverage = pl.min_horizontal(
        pl.col("coverage").fill_nan(None), pl.col("coverage_shifted").fill_nan(None)
    )
    wrong = pl.max_horizontal("false_positives", pl.col("false_equivalence").fill_nan(None))
    holds = (wrong <= MOST_FALSE_POSITIVES) & (coverage.fill_null(1.0) >= LEAST_COVERAGE)
    return cells.with_columns(holds=holds & ~pl.col("method").is_in(list(FAILING)))


def verdicts(judged: pl.DataFrame, own: Design | None) -> pl.DataFrame:
    """Return a row per design, measure, share and method, as `allowed.read` reads it.

    `offered`: it holds in every structure of WITHIN. `holds_to`: the strongest correlation of
    neighbours in which it holds, .7 if it also holds there. The other columns are the
    worst rates of WITHIN; `own` marks the design of the corpus, which is no point of the grid.
    """
    within = pl.col("structure").is_in(WITHIN)
    stronger = pl.col("structure") == "very strong"
    holds_stronger = stronger.any() & pl.col("holds").filter(stronger).all()
    mine = pl.lit(False) if own is None else rows_of(own)
    usual = judged.filter(~pl.col("method").is_in(list(FAILING)))
    return (
        usual.group_by(KEYS, maintain_order=True)
        .agg(
            pl.col("holds").filter(within).all().alias("offered"),
            pl.when(holds_stronger).then(VERY_STRONG).otherwise(STRONG).alias("holds_to"),
            pl.col("false_positives").filter(within).max().alias("most_false_positives"),
            pl.min_horizontal(
                pl.col("coverage").fill_nan(None), pl.col("coverage_shifted").fill_nan(None)
            )
            .filter(within)
            .min()
            .alias("least_coverage"),
        )
        .with_columns(mine.alias("own"))
        .select(*KEYS, "own", "offered", "holds_to", "most_false_positives", "least_coverage")
    )
