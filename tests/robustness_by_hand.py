"""Results of the multiverse made by hand: two contrasts, two voices, three choices."""

import polars as pl
from framing.robustness.choices import Choice, Option, labels

SOURCES = {
    "first": {"label": "the first article", "short": "First", "colour": "#0072B2"},
    "second": {"label": "the second article", "short": "Second", "colour": "#E69F00"},
}
KEY = ["contrast", "question", "measure"]


def _choice(name, label, *options, **more):
    made = {o: Option(o, f"as {o}", o, "poor" if o == "worse" else "") for o in options}
    return Choice(name, label, "valuing", made, **more)


KNOWN = {
    "unit": _choice("unit", "unit of text", "long", "short"),
    "base": _choice("base", "base", "all", "some"),
    "spelling": _choice("spelling", "spelling", "folded", "worse"),
    "voices": _choice("voices", "voice", "both", "own", question=True),
}
CONTRASTS = {
    "harm": {"label": "civilian harm", "frames": ["civilian_harm"]},
    "breach": {"label": "violation", "frames": ["violation"]},
    "voice": {"label": "own voice", "frames": ["violation", "civilian_harm"]},
}
LABELS = labels(KNOWN, CONTRASTS)


def curve(contrast, question="both", **numbers):
    """A row of the summary: +20 points in all of ten distinct results, unless numbers say else."""
    row = dict(zip(KEY, (contrast, question, "difference"), strict=True))
    row |= {"specifications": 40, "estimable": 40, "distinct": 10, "run": 80}
    row |= {"own": 0.2, "own_low": -0.1, "own_high": 0.5, "least": 0.1, "greatest": 0.4}
    row |= {"lower": 0.15, "median": 0.25, "upper": 0.3, "least_run": 0.0, "greatest_run": 0.5}
    row |= {"n_first": 17, "n_second": 12, "carrying_first": 4, "carrying_second": 1}
    for sign, share in (("positive", 1.0), ("negative", 0.0), ("zero", 0.0)):
        row |= {sign: share, f"distinct_{sign}": share}
    row |= {
        "own_end": "low",
        "own_rank": 4,
        "distinct_rank": 3,
        "as_extreme": 0.1,
        "same_sign": 1.0,
    }
    row |= {"intervals": 30, "excluding_zero": 0.0, "moved_by": "unit", "mean_change": 0.1}
    row |= {"idle": "base", "as_large_median": 0.3, "as_large_sign": 0.4, "holds": True}
    row |= {"p_family": 0.6, "floor": 0.02857, "exchanges": 70, "coders": "two human coders"}
    return row | numbers


def negative(**more):
    """Numbers of a curve in which the second source always has more."""
    numbers = {"own": -0.1, "least": -0.3, "greatest": -0.05, "median": -0.15}
    for name, positive in (("positive", 0.0), ("negative", 1.0)):
        numbers |= {name: positive, f"distinct_{name}": positive}
    return numbers | more


def mixed(positive):
    """Numbers of a curve with this share of positive results, all others negative."""
    both = {"positive": positive, "negative": 1 - positive}
    return both | {f"distinct_{name}": share for name, share in both.items()}


def summary(*rows):
    """The summary of these curves."""
    return pl.DataFrame(rows, infer_schema_length=None)


def moved(*rows):
    """What choices move: contrast, question, choice, mean change, and if it is for sensitivity."""
    schema = ["contrast", "question", "choice", "mean_change", "sensitivity"]
    table = pl.DataFrame(rows, schema=schema, orient="row")
    return table.with_columns(measure=pl.lit("difference"))


def options(*rows):
    """Spread under options: contrast, question, choice, option, worse, median."""
    schema = ["contrast", "question", "choice", "option", "worse", "median"]
    table = pl.DataFrame(rows, schema=schema, orient="row")
    return table.with_columns(
        measure=pl.lit("difference"),
        own=pl.col("option").is_in(["long", "all", "folded"]),
        specifications=pl.lit(20, pl.Int64),
        **{end: pl.col("median") + by for end, by in (("least", -0.1), ("greatest", 0.1))},
        **{end: pl.col("median") + by for end, by in (("lower", -0.05), ("upper", 0.05))},
    )


def controls(*rows):
    """Controls: code, control, passed."""
    return pl.DataFrame(
        rows or [("violation", "own halves", True)],
        schema=["code", "control", "passed"],
        orient="row",
    )
