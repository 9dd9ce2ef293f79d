"""Numbers of the calibration, from the sheet of methods that hold their error rates."""

import polars as pl

from framing.paper.numbers.entry import Number, Results, Study, number, whole

PLACE = "config/offered"


def numbers(results: Results, study: Study) -> list[Number]:
    """Cells judged and offered; worst false positives and coverage of what is offered."""
    table = results["offered"]
    offered = table.filter(pl.col("offered"))
    errors, coverage = offered["most_false_positives"].max(), offered["least_coverage"].min()
    more = {"n": offered.height, "method": "simulation"}
    return [
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
