"""Numbers of the calibration, from the sheet of methods that hold their error rates."""

import polars as pl

from framing.paper.captions import percent
from framing.paper.numbers.entry import Number, Results, Study, decimal, number, whole
from framing.statistics.effective_n import BETWEEN, DEPENDENCE

PLACE, ASSUMED = "config/offered", "framing.statistics.effective_n"


def numbers(results: Results, study: Study) -> list[Number]:
    """Assumed dependence; cells judged and offered; worst rates of what is offered."""
    table = results["offered"]
    offered = table.filter(pl.col("offered"))
    errors, coverage = offered["most_false_positives"].max(), offered["least_coverage"].min()
    more = {"n": offered.height, "method": "simulation"}
    return [
        number("calibration.dependence", DEPENDENCE, decimal, "correlation", ASSUMED),
        number("calibration.between", BETWEEN, percent, "percent of the variance", ASSUMED),
        number("calibration.cells", table.height, whole, "cells", PLACE),
        number("calibration.offered", offered.height, whole, "cells", PLACE, n=table.height),
        number(
            "calibration.false_positives", errors, _share, "share of null worlds", PLACE, **more
        ),
        number("calibration.coverage", coverage, _share, "share of intervals", PLACE, **more),
    ]


def _share(value: float) -> str:
    """A share in percent with one decimal, since the limits are close to the nominal level."""
    return f"{100 * value:.1f} %"
