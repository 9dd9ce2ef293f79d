"""Numbers of the robustness: choices, verdicts, placebos, halves, controls."""

from collections import Counter
from typing import Any

import polars as pl

from framing.paper import captions
from framing.paper.numbers.entry import Number, Results, Study, decimal, number, row, slug, whole
from framing.statistics.equivalence_test import CANNOT_TELL, DIFFERENT, EQUIVALENT

PLACE = "results/robustness"
CURVE = {  # of a number: column and form
    "estimate": ("own", captions.points, "points"),
    "low": ("own_low", captions.points, "points"),
    "high": ("own_high", captions.points, "points"),
    "least": ("least", captions.points, "points"),
    "median": ("median", captions.points, "points"),
    "greatest": ("greatest", captions.points, "points"),
    "specifications": ("specifications", whole, "specifications"),
    "distinct": ("distinct", whole, "distinct results"),
    "rank": ("distinct_rank", whole, "place from the nearer end"),
    "as_extreme": ("as_extreme", captions.percent, "percent of the specifications"),
    "same_sign": ("same_sign", captions.percent, "percent of the distinct results"),
    "first.units": ("n_first", whole, "units"),
    "second.units": ("n_second", whole, "units"),
    "first.carrying": ("carrying_first", whole, "units"),
    "second.carrying": ("carrying_second", whole, "units"),
}
READ = {"reading": "F1", "reading_low": "F1", "agreement": "alpha"}


def numbers(results: Results, study: Study) -> list[Number]:
    """Curves and verdicts of the main contrasts; then the whole multiverse; then the controls."""
    curves = results["multiverse"].filter(measure="difference")
    verdicts = results["verdicts"]
    found = _whole(curves) + _verdicts(verdicts)
    for curve, verdict in zip(curves.to_dicts(), verdicts.to_dicts(), strict=True):
        found += _curve(curve, verdict)
    found += _placebos(results, study)
    return found + _controls(results)


def _curve(curve: dict[str, Any], verdict: dict[str, Any]) -> list[Number]:
    """One contrast under one question: choices.coordination.all.distinct."""
    names = ["choices", curve["contrast"], curve["question"]]
    key = ".".join(name for name in names if name)
    more = {"n": curve["specifications"], "method": "multiverse"}
    return [
        number(f"{key}.{name}", curve[column], form, unit, f"{PLACE}/multiverse", **more)
        for name, (column, form, unit) in CURVE.items()
    ] + [
        number(f"{key}.{name}", verdict[name], decimal, unit, f"{PLACE}/verdicts")
        for name, unit in READ.items()
    ]


def _whole(curves: pl.DataFrame) -> list[Number]:
    """All curves together; those with more than one result are those that choices can move."""
    place = f"{PLACE}/multiverse"
    moved = curves.filter((pl.col("distinct") > 1).any().over("contrast"))
    excluding = (moved["excluding_zero"] * moved["intervals"]).sum() or 0
    counts = {
        "choices.curves": (curves.height, "curves"),
        "choices.specifications": (moved["specifications"].sum(), "specifications"),
        "choices.run": (curves["run"].sum(), "specifications"),
        "choices.intervals": (moved["intervals"].sum(), "intervals"),
        "choices.excluding_zero": (round(excluding), "intervals"),
        "choices.exchanges": (curves["exchanges"].max(), "exchanges"),
        "choices.tested": (curves.filter("holds").height, "curves"),
    }
    found = [number(key, value, whole, unit, place) for key, (value, unit) in counts.items()]
    smallest = curves["p_family"].cast(pl.Float64).min()
    return [*found, number("choices.p", smallest, decimal, "p-value", place, method="Holm")]


def _verdicts(verdicts: pl.DataFrame) -> list[Number]:
    """How many findings have each of the three verdicts, and how many have an interval."""
    place, n = f"{PLACE}/verdicts", verdicts.height
    names = {slug(name): name for name in (DIFFERENT, EQUIVALENT, CANNOT_TELL)}
    known = verdicts.drop_nulls("text_low").height
    reached = Counter(verdicts["verdict"].to_list())
    return [
        number("verdicts.all", n, whole, "findings", place),
        number("verdicts.intervals", known, whole, "findings", place, n=n),
        *(
            number(f"verdicts.{key}", reached[name], whole, "findings", place, n=n)
            for key, name in names.items()
        ),
    ]


def _placebos(results: Results, study: Study) -> list[Number]:
    """Differences that random words give, and those of two halves of one article."""
    place, found = f"{PLACE}/placebos", []
    table = results["placebos"]
    for frame in study.labels["frame"]:
        drawn = row(table, code=frame)
        more = {"n": drawn["draws"], "method": "random words"}
        for name in ("low", "median", "high"):
            value = drawn[f"placebo_{name}"]
            key = f"placebo.{frame}.{name}"
            found.append(number(key, value, captions.points, "points", place, **more))
        tail = drawn["placebo_tail_holm"]
        key = f"placebo.{frame}.tail"
        found.append(number(key, tail, decimal, "corrected tail", place, **more))
    extreme = (table["placebo_tail_holm"] <= 1 - study.config["compare"]["level"]).sum()
    halves, parts = results["self_placebos"], f"{PLACE}/self_placebos"
    outside = int(halves["outside"].sum())
    share = outside / halves.height if halves.height else None
    return [
        *found,
        number("placebo.outside", extreme, whole, "frames", place, n=table.height),
        number("halves.compared", halves.height, whole, "comparisons", parts),
        number("halves.outside", outside, whole, "comparisons", parts, n=halves.height),
        number("halves.outside.share", share, captions.percent, "percent", parts, n=halves.height),
    ]


def _controls(results: Results) -> list[Number]:
    table, place = results["controls"], f"{PLACE}/controls"
    passed = int(table["passed"].sum())
    return [
        number("controls.all", table.height, whole, "controls", place),
        number("controls.passed", passed, whole, "controls", place, n=table.height),
        number("controls.failed", table.height - passed, whole, "controls", place, n=table.height),
    ]
