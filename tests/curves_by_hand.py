"""A small curve made by hand: two choices of two options, and one that is known to be worse."""

import polars as pl
from framing.robustness.choices import Choice, Option


def choice(name, stage, *options):
    """A choice with these options; a name with an exclamation mark is known to be worse."""
    made = {o.strip("!"): Option(o.strip("!"), o, o, "poor" if "!" in o else "") for o in options}
    return Choice(name, name, stage, made)


KNOWN = {
    "x": choice("x", "carrying", "p", "q", "r!"),
    "y": choice("y", "valuing", "s", "t"),
    "z": choice("z", "valuing", "u", "v"),  # v occurs nowhere
}


def curve():
    """Estimates .1 and .3 under x = p, −.1 and .6 under q; −.2 and .7 under r, which counts not."""
    rows = [("p", "s", 0.1), ("p", "t", 0.3), ("q", "s", -0.1), ("q", "t", 0.6)]
    rows += [("r", "s", -0.2), ("r", "t", 0.7)]
    table = pl.DataFrame(rows, schema=["x", "y", "estimate"], orient="row")
    return table.with_columns(
        pl.Series("own", [True, False, False, False, False, False]),
        pl.Series("counted", [True] * 4 + [False] * 2),
        z=pl.lit("u"),
        contrast=pl.lit("c"),
        question=pl.lit("all"),
        measure=pl.lit("difference"),
        weight=pl.lit("units"),
        n_first=4,
        n_second=4,
        carrying_first=2,
        carrying_second=1,
        first=0.5,
        second=0.25,
        low=pl.col("estimate") - 0.2,
        high=pl.col("estimate") + 0.2,
    )
