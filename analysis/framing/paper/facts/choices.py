"""What the choices do to the main contrasts, and where the study's own result lies among them."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from framing.statistics.pair import TIE

Row = dict[str, Any]
Labels = Mapping[str, Mapping[str, str]]
GROUPS = {"first": "positive", "second": "negative", "none": "zero"}
PLACE = ["own", "median", "least", "greatest", "distinct", "specifications", "as_extreme"]
COUNTS = ["n_first", "n_second", "carrying_first", "carrying_second"]


def facts(
    table: pl.DataFrame,
    *,
    sources: dict[str, dict[str, str]],
    curves: pl.DataFrame,
    moved: pl.DataFrame,
    labels: Labels,
    same_sign: float,
    level: float,
    sampled: int | None = None,
) -> dict[str, object]:
    """Values of the caption; `table` as of `plots.choices.tabulate`.

    `curves` and `moved` are the results multiverse and choices; `labels` those of contrasts,
    choices and questions, the study's own question first; `same_sign` is the share of the distinct
    results from which a sign is stable. `stable` and `depends` list contrasts of one question
    (empty: the study's own) by the source that has more (sign first or second; none: alike);
    `least_share` is the smallest share of a stable sign, `questions` the number of questions.
    `placed` has a row per contrast with the place of the study's own result, `curves` one per
    curve, `single` the curves with one result only (with its question where another question has
    another result), `nothing` the contrasts without any. `sampled`:
    so many articles of a source were drawn, None where all are compared.
    """
    differences = curves.filter(measure="difference")
    several = differences.filter((pl.col("distinct") > 1).any().over("contrast"))
    rows = [_row(row, labels) for row in several.iter_rows(named=True)]
    asked = list(dict.fromkeys(row["question"] for row in rows))
    stable = [row["sign_share"] for row in rows if row["sign_share"] >= same_sign]
    groups = [group for name in asked for group in _group(rows, name, same_sign)]
    groups = [
        group | {"question": ""} if group["question"] in asked[:1] else group for group in groups
    ]
    alone = differences.filter(pl.col("distinct") == 1)
    return {
        "level": level,
        "sampled": sampled,
        "specifications": int(several["specifications"].sum()),
        "contrasts": list(dict.fromkeys(row["label"] for row in rows)),
        "questions": len(asked),
        "stable": [group for group in groups if group["sign"] != "depends"],
        "depends": [group for group in groups if group["sign"] == "depends"],
        "least_share": min(stable, default=same_sign),
        "curves": rows,
        "placed": [row for row in rows if row["question"] == asked[0] and row["rank"]],
        "single": _single(alone, differences, labels),
        "nothing": _none(differences, labels),
        "intervals": several["intervals"].sum(),
        "excluding": round((several["excluding_zero"] * several["intervals"]).sum()),
        "worse": bool(table["worse"].any()),
        **_moves(moved.join(several, on=["contrast", "question", "measure"], how="semi"), labels),
        "joint": _joint(several),
        "coders": curves["coders"][0],
    }


def rank(place: int, end: str) -> str:
    """The place of a result counted from one end: lowest, 2nd lowest, 3rd highest."""
    extreme = {"low": "lowest", "high": "highest"}[end]
    if place == 1:
        return extreme
    ending = {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place}{'th' if place % 100 in (11, 12, 13) else ending} {extreme}"


def _row(row: Row, labels: Labels) -> Row:
    """One curve: its names, its spread, its commonest sign, and the study's own place in it."""
    shares = {group: row[f"distinct_{sign}"] or 0.0 for group, sign in GROUPS.items()}
    sign = max(shares, key=lambda group: shares[group])
    return {
        "label": labels["contrast"][row["contrast"]],
        "question": labels["question"].get(row["question"], row["question"]),
        "sign": sign,
        "sign_share": shares[sign],
        "rank": rank(row["distinct_rank"], row["own_end"]) if row["own"] is not None else "",
        **{name: row[name] for name in PLACE + COUNTS},
    }


def _group(rows: list[Row], question: str, same_sign: float) -> list[Row]:
    """Contrasts of one question by their sign, where any has it: question, sign, labels."""
    groups: dict[str, list[str]] = {group: [] for group in (*GROUPS, "depends")}
    for row in rows:
        if row["question"] == question:
            stable = row["sign_share"] >= same_sign
            groups[row["sign"] if stable else "depends"].append(row["label"])
    return [
        {"question": question, "sign": sign, "labels": labels}
        for sign, labels in groups.items()
        if labels
    ]


def _single(alone: pl.DataFrame, differences: pl.DataFrame, labels: Labels) -> list[Row]:
    """Curves with one result; one for a contrast in which every question has this same result."""
    found = []
    for (name,), part in alone.group_by("contrast", maintain_order=True):
        asked = differences.filter(contrast=name).height
        same = part.height == asked and part.select(COUNTS).n_unique() == 1
        rows = [_row(row, labels) for row in part.iter_rows(named=True)]
        found += [rows[0] | {"question": ""}] if same else rows
    return found


def _none(differences: pl.DataFrame, labels: Labels) -> list[str]:
    """Contrasts that no specification can estimate."""
    empty = differences.filter((pl.col("distinct") == 0).all().over("contrast"))
    return [labels["contrast"][name] for name in empty["contrast"].unique(maintain_order=True)]


def _moves(moved: pl.DataFrame, labels: Labels) -> dict[str, list[str]]:
    """Labels of the two choices that move the results most, and of those that move none."""
    counted = moved.filter(~pl.col("sensitivity"))
    mean = (
        counted.group_by("choice", maintain_order=True)
        .agg(pl.col("mean_change").mean())
        .with_columns(pl.col("choice").replace_strict(labels["choice"], default=None))
        .sort(pl.col("mean_change").round(9), descending=True, maintain_order=True)
    )
    moves = pl.col("mean_change") > TIE
    return {
        "movers": mean.filter(moves)["choice"].head(2).to_list(),
        "idle": mean.filter(~moves)["choice"].to_list(),
    }


def _joint(curves: pl.DataFrame) -> dict[str, object]:
    """Number of curves, of those that may be tested, their smallest p, and the exchanges."""
    tested = curves.filter("holds")
    return {
        "curves": curves.height,
        "tested": tested.height,
        "p": tested["as_large_median"].min(),
        "p_family": tested["p_family"].min(),
        "exchanges": curves["exchanges"].max(),
        "floor": curves["floor"].max(),
    }
